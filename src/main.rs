use clap::{Parser, Subcommand};
use smart_kampung::server::sandbox;

/// Village offices serve, market and teach.
#[derive(Parser)]
#[command(name = "smart-kampung", version)]
struct Line {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Works on one file behind a fence. The server starts it; there is nothing in it for people.
    #[command(hide = true)]
    Sandbox { kind: sandbox::Kind },
}

fn main() {
    match Line::parse().verb {
        Verb::Sandbox { kind } => sandbox::child_main(kind),
    }
}
