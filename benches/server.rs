use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A server of its own on a free port, in demo mode, over data that goes with it.
pub struct Server {
    child: Child,
    pub address: String,
    folder: std::path::PathBuf,
}

impl Server {
    pub fn start() -> Self {
        let folder = std::env::temp_dir().join(format!("kampung-bench-{}", std::process::id()));
        let site = concat!(env!("CARGO_MANIFEST_DIR"), "/target/site");
        let mut child = Command::new(env!("CARGO_BIN_EXE_smart-kampung"))
            .args(["serve", "--demo", "--address", "127.0.0.1:0", "--site", site, "--data"])
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
