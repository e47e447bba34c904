//! What several of these tests stand on.

mod folder;

use clap::Parser;
use smart_kampung::server::config::{Command, CommandLine, Serve};
use smart_kampung::server::engine::Engine;

pub use folder::Folder;

/// What `smart-kampung serve` is told, with its data in a folder of its own.
pub fn settings(folder: &Folder) -> Serve {
    let site = concat!(env!("CARGO_MANIFEST_DIR"), "/target/site");
    match CommandLine::parse_from(["smart-kampung", "serve", "--site", site, "--data", folder.path()]).command {
        Command::Serve(settings) => settings,
        _ => panic!("not a server"),
    }
}

/// A server's engine over a database of its own; the site must be built.
pub async fn engine() -> Engine {
    let folder = Folder::new();
    let engine = Engine::open(&settings(&folder)).await.expect("a server: is the site built?");
    // The database is open: its folder may lose its name.
    drop(folder);
    engine
}
