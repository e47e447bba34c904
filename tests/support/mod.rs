//! What several of these tests stand on.

mod browser;
pub mod bundle;
mod cases;
mod filled_in;
mod folder;
mod patience;
mod people;

use std::ops::Deref;

use clap::Parser;
use smart_kampung::server::config::{Command, CommandLine, Serve};
use smart_kampung::server::engine::Engine;

pub use browser::{Browser, ask, hidden_fields};
pub use cases::{Hold, Step, Village, does};
pub use filled_in::answers as sku_answers;
pub use folder::Folder;
pub use patience::answer;
pub use people::{BY_ROLE, code_of, cookie_of, engine_with_people, file_form, form, hat, old_cookie_of, photo_form};

/// A server's engine, and the folder of its database, which goes with it.
pub struct Served {
    engine: Engine,
    folder: Folder,
}

impl Served {
    /// Where its data are.
    pub fn folder(&self) -> &str {
        self.folder.path()
    }
}

impl Deref for Served {
    type Target = Engine;

    fn deref(&self) -> &Engine {
        &self.engine
    }
}

/// What `smart-kampung serve` is told, with its data in a folder of its own.
pub fn settings(folder: &Folder) -> Serve {
    settings_with(folder, &[])
}

/// The same with more options.
pub fn settings_with(folder: &Folder, options: &[&str]) -> Serve {
    let site = concat!(env!("CARGO_MANIFEST_DIR"), "/target/site");
    let line = ["smart-kampung", "serve", "--site", site, "--data", folder.path()];
    match CommandLine::parse_from(line.iter().chain(options)).command {
        Command::Serve(settings) => settings,
        _ => panic!("not a server"),
    }
}

/// A server's engine over a database of its own; the site must be built.
pub async fn engine() -> Served {
    engine_of(&[]).await
}

/// The same with more options of `serve`.
pub async fn engine_of(options: &[&str]) -> Served {
    let folder = Folder::new();
    let engine = Engine::open(&settings_with(&folder, options)).await.expect("a server: is the site built?");
    Served { engine, folder }
}
