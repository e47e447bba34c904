//! What several of these tests stand on.

mod folder;

use clap::Parser;
use smart_kampung::server::config::{Command, CommandLine};
use smart_kampung::server::engine::Engine;

pub use folder::Folder;

/// A server's engine over a database of its own; the site must be built.
pub async fn engine() -> Engine {
    let folder = Folder::new();
    let site = concat!(env!("CARGO_MANIFEST_DIR"), "/target/site");
    let line = ["smart-kampung", "serve", "--site", site, "--data", folder.path()];
    let Command::Serve(settings) = CommandLine::parse_from(line).command else { panic!("not a server") };
    let engine = Engine::open(&settings).await.expect("a server: is the site built?");
    // The database is open: its folder may lose its name.
    drop(folder);
    engine
}
