//! What the operator of the machine decides: options of the command line, each with its variable of
//! the environment. Secrets come from files only.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::server::sandbox;

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
    /// Copy database and files into a folder, and prove by restoring that the copy is whole.
    Backup {
        /// The folder of all backups.
        #[arg(long)]
        into: PathBuf,
        #[command(flatten)]
        store: Store,
    },
    /// Say what restoring a backup into an empty data folder would do; with --do-it, do it.
    Restore {
        /// The folder of one backup.
        #[arg(long)]
        from: PathBuf,
        #[arg(long)]
        do_it: bool,
        #[command(flatten)]
        store: Store,
    },
    /// Walk the records of all offices from their beginning.
    VerifyRecord(Store),
    /// Print a one-time code for the first administrator of the regency.
    AdminCode(AdminCode),
    /// Works on one file behind a fence. The server starts it; there is nothing in it for people.
    #[command(hide = true)]
    Sandbox { kind: sandbox::Kind },
}

#[derive(Clone, Debug, Args)]
pub struct Serve {
    /// Where to listen: loopback, or behind a proxy that speaks TLS.
    #[arg(long, env = "KAMPUNG_ADDRESS", default_value = "127.0.0.1:3000")]
    pub address: SocketAddr,
    /// The folder of the built site.
    #[arg(long, env = "KAMPUNG_SITE", default_value = "target/site")]
    pub site: PathBuf,
    /// Fill an empty database with invented people, and show one-time codes on the page. Refused where
    /// another machine could reach it: an address or a public URL that is not loopback, a trusted proxy.
    #[arg(long, env = "KAMPUNG_DEMO")]
    pub demo: bool,
    /// The address that people type, `https://kampung.example`: with it, cookies are for TLS only.
    #[arg(long, env = "KAMPUNG_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// The address of the practice office, `https://latihan.kampung.example`: another name of this very server, of the same
    /// kind as the public URL. Without it there is none; a server on loopback without a public URL has one by itself.
    #[arg(long, env = "KAMPUNG_PRACTICE_URL")]
    pub practice_url: Option<String>,
    /// Addresses of our own proxies: their `X-Forwarded-For` is believed, nobody else's.
    #[arg(long, env = "KAMPUNG_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpAddr>,
    #[command(flatten)]
    pub store: Store,
}

impl Serve {
    /// Whether people reach us over TLS. Only plain HTTP on loopback without a public address is not:
    /// whoever listens elsewhere has forgotten to say so, and gets the strict cookies.
    pub fn is_secure(&self) -> bool {
        match &self.public_url {
            Some(url) => !url.starts_with("http://"),
            None => !self.address.ip().is_loopback(),
        }
    }
}

impl Serve {
    /// Where staff practise. Browsers find every name below `localhost` on their own machine, and cookies do not tell ports
    /// of one name apart.
    pub fn practice_url(&self) -> Option<String> {
        match (&self.practice_url, &self.public_url) {
            (Some(url), _) => Some(url.trim_end_matches('/').to_owned()),
            (None, None) if self.address.ip().is_loopback() => Some(format!("http://latihan.localhost:{}", self.address.port())),
            (None, _) => None,
        }
    }
}

#[derive(Clone, Debug, Args)]
pub struct AdminCode {
    /// Their name, as it stands on the identity card.
    #[arg(long)]
    pub name: String,
    /// Their mobile number; with it they sign in.
    #[arg(long)]
    pub phone: String,
    #[command(flatten)]
    pub store: Store,
}

impl Serve {
    /// The host that is printed in the code of every letter: it must stay what it is.
    pub fn public_host(&self) -> String {
        let url = self.public_url.as_deref().map(|url| url.split_once("://").map_or(url, |(_, host)| host).trim_end_matches('/'));
        url.map_or_else(|| self.address.to_string(), str::to_owned)
    }

    /// Whether people type the name of this very machine.
    pub fn is_public_host_loopback(&self) -> bool {
        let host = self.public_host();
        let (name, port) = match host.strip_prefix('[') {
            Some(rest) => rest.split_once(']').unwrap_or_default(),
            None => host.split_at(host.find(':').unwrap_or(host.len())),
        };
        let port = port.strip_prefix(':').unwrap_or(port);
        let loopback = name.eq_ignore_ascii_case("localhost") || name.parse().is_ok_and(|address: IpAddr| address.is_loopback());
        loopback && port.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// Where the data lies.
#[derive(Clone, Debug, Args)]
pub struct Store {
    /// Database, photos, letters and the root key, unless said otherwise below.
    #[arg(long, env = "KAMPUNG_DATA", default_value = "data")]
    pub data: PathBuf,
    /// `postgres://user@host/name`; SQLite in the data folder when left out.
    #[arg(long, env = "DATABASE_URL")]
    pub database_url: Option<String>,
    /// The file with the password of the PostgreSQL role.
    #[arg(long, env = "DATABASE_PASSWORD_FILE")]
    pub database_password_file: Option<PathBuf>,
    /// The file of the root key: 32 bytes, readable by the server alone. Without it sealed data is lost.
    #[arg(long, env = "KAMPUNG_ROOT_KEY_FILE")]
    pub root_key_file: Option<PathBuf>,
}
