use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use clap::Parser;
use smart_kampung::server::config::{Command, CommandLine, Serve};

const SITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/site");

/// A server of its own on a free port, in demo mode, over data that goes with it.
pub struct Server {
    child: Child,
    pub address: String,
    folder: std::path::PathBuf,
}

/// A folder on the disk of the target folder: memory would make every write look durable at once.
pub fn folder() -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/bench/data-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// What a server over that folder is told.
pub fn settings(folder: &str) -> Serve {
    let line = ["smart-kampung", "serve", "--demo", "--address", "127.0.0.1:0", "--site", SITE, "--data", folder];
    match CommandLine::parse_from(line).command {
        Command::Serve(settings) => settings,
        _ => unreachable!("serve was asked for"),
    }
}

impl Server {
    /// Over what stands in the folder, which goes with it.
    pub fn start(folder: std::path::PathBuf) -> Self {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_smart-kampung"))
            .args(["serve", "--demo", "--address", "127.0.0.1:0", "--site", SITE, "--data"])
            .arg(&folder)
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
        Self { child, address, folder }
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
        _ = std::fs::remove_dir_all(&self.folder);
    }
}
