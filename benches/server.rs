use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::Arc;

use clap::Parser;
use smart_kampung::server::config::{Command, CommandLine, Serve};

const SITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/site");

/// Where the data of a server lie: a folder, which goes with this, and a database.
pub struct Place {
    folder: PathBuf,
    /// SQLite in the folder when left out.
    database_url: Option<String>,
}

impl Place {
    /// A folder on the disk of the target folder: memory would make every write look durable at once.
    pub fn new(name: &str, database_url: Option<String>) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/bench/{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Self { folder, database_url }
    }

    /// What a server over it is told.
    pub fn settings(&self) -> Serve {
        match CommandLine::parse_from(std::iter::once("smart-kampung").chain(self.arguments())).command {
            Command::Serve(settings) => settings,
            _ => unreachable!("serve was asked for"),
        }
    }

    fn arguments(&self) -> impl Iterator<Item = &str> {
        let folder = self.folder.to_str().expect("a plain path");
        let line = ["serve", "--demo", "--address", "127.0.0.1:0", "--site", SITE, "--data", folder];
        line.into_iter().chain(self.database_url.iter().flat_map(|url| ["--database-url", url]))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A server of its own on a free port, in demo mode.
pub struct Server {
    child: Child,
    pub address: String,
    place: Arc<Place>,
}

impl Server {
    pub fn start(place: Place) -> Self {
        Self::start_at(Arc::new(place))
    }

    /// Another server over the same folder and database.
    pub fn start_beside(other: &Self) -> Self {
        Self::start_at(Arc::clone(&other.place))
    }

    fn start_at(place: Arc<Place>) -> Self {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_smart-kampung"))
            .args(place.arguments())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let mut lines = out.lines();
        let address = loop {
            let line = lines.next().expect("a line that says where").expect("text");
            if let Some((_, rest)) = line.split_once("http://") {
                break rest.split_whitespace().next().expect("an address").to_owned();
            }
        };
        // Whatever else it says must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address, place }
    }

    /// Resident memory in bytes.
    pub fn resident(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let kib = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
        kib.unwrap_or(0.0) * 1024.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}
