//! What the operator of the machine decides.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Smart Kampung: letters, market and learning of the village offices of Banyuwangi.
#[derive(Debug, Parser)]
#[command(name = "smart-kampung", version, about)]
pub struct CommandLine {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the server.
    Serve(Serve),
}

#[derive(Clone, Debug, Args)]
pub struct Serve {
    /// Where to listen. Behind a proxy that speaks TLS, or on loopback.
    #[arg(long, env = "KAMPUNG_ADDRESS", default_value = "127.0.0.1:3000")]
    pub address: SocketAddr,
    /// The folder of the built site.
    #[arg(long, env = "KAMPUNG_SITE", default_value = "target/site")]
    pub site: PathBuf,
}
