//! A PostgreSQL of the tests' own: one throw-away cluster per test process, one database per test.
//! A cluster that cannot start fails the tests; it never skips them.
//!
//! Knows nothing of the crate, so that the integration tests can include the file too.

use std::io::Write;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// A running cluster, reachable through a socket in its folder alone.
pub struct Cluster {
    bin: PathBuf,
    folder: PathBuf,
    databases: AtomicU32,
    /// Kept with our end of its pipe, which the end of this process closes.
    shell: Option<Child>,
}

/// The role of the server: owner of its tables, and neither superuser nor free of row security.
const ROLE: &str = "kampung";
/// Nobody: initdb and postgres refuse to run as root.
const NOBODY: u32 = 65_534;

impl Cluster {
    /// The cluster of this process. It dies with the process, however that ends.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Cluster> = OnceLock::new();
        SHARED.get_or_init(|| Self::start("shared", None, Self::run))
    }

    /// The address of a new database, a copy of `template`.
    pub fn database(&self, template: &str) -> String {
        let name = format!("t{}", self.databases.fetch_add(1, Ordering::Relaxed));
        self.ask(&format!("CREATE DATABASE {name} OWNER {ROLE} TEMPLATE {template}"));
        self.address(&name)
    }

    /// Makes an empty database.
    pub fn make_database(&self, name: &str) {
        self.ask(&format!("CREATE DATABASE {name} OWNER {ROLE}"));
    }

    pub fn address(&self, database: &str) -> String {
        format!("postgres://{ROLE}@localhost/{database}?host={}", self.folder.display())
    }

    /// The same database, entered as the superuser, whom row security does not bind.
    pub fn as_superuser(address: &str) -> String {
        address.replacen(ROLE, "postgres", 1)
    }

    /// Copies a database into a new one of this name through a file, as `docs/operations.md` says.
    pub fn dump_and_restore(&self, database: &str, file: &Path, into: &str) {
        let file = file.to_str().expect("a plain path");
        self.make_database(into);
        self.run_tool("pg_dump", &["--format=custom", "--file", file, database]);
        self.run_tool("pg_restore", &["--exit-on-error", "--dbname", into, file]);
    }

    fn run_tool(&self, tool: &str, args: &[&str]) {
        let output = Command::new(self.bin.join(tool)).arg("-h").arg(&self.folder).args(["-U", "postgres"]).args(args).output();
        succeeded(tool, &output.expect("a tool of PostgreSQL"));
    }

    /// Runs a statement as the superuser.
    pub fn ask(&self, sql: &str) {
        self.answer(sql);
    }

    fn answer(&self, sql: &str) -> String {
        let socket = self.folder.to_str().expect("a plain path");
        let output = Command::new(self.bin.join("psql")).args(["-h", socket, "-U", "postgres", "-d", "postgres", "-qAtc", sql]).output();
        let output = output.expect("psql runs");
        succeeded("psql", &output);
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// A cluster of its own that writes through to the disk, and comes back by itself when it is
    /// killed, as a service manager would bring it back.
    pub fn durable(name: &str) -> Self {
        Self::start(name, None, Self::run_durably)
    }

    /// A cluster of its own that asks the server's role for a password, as one behind a network does.
    pub fn guarded(name: &str, password: &str) -> Self {
        Self::start(name, Some(password), Self::run)
    }

    /// `kill -9` for the father of all its processes.
    pub fn kill(&self) {
        let pid = std::fs::read_to_string(self.data().join("postmaster.pid")).expect("a running cluster");
        self.kill_process(pid.lines().next().expect("a number"));
    }

    /// `kill -9` for one process that serves a connection. The father then ends all the others, because
    /// what they share in memory may be broken.
    pub fn kill_a_connection(&self) {
        let pid = self.answer(&format!("SELECT pid FROM pg_stat_activity WHERE usename = '{ROLE}' ORDER BY backend_start LIMIT 1"));
        self.kill_process(pid.trim());
    }

    /// Nobody may go on after this until the cluster is back.
    pub fn end(&mut self) {
        if let Some(mut shell) = self.shell.take() {
            drop(shell.stdin.take());
            let _ = shell.wait();
        }
    }

    #[allow(clippy::unused_self, reason = "only processes of this cluster")]
    fn kill_process(&self, pid: &str) {
        assert!(pid.parse::<u32>().is_ok_and(|pid| pid > 1), "no process: {pid:?}");
        // The shell's own word: `kill` as a program is of a package that a bare machine lacks.
        let _ = Command::new("sh").args(["-c", &format!("kill -9 {pid}")]).status();
    }

    fn start(name: &str, password: Option<&str>, run: fn(&mut Self)) -> Self {
        let bin = binaries();
        let folder = std::env::temp_dir().join(format!("kampung-pg-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        if root() {
            chown(&folder, Some(NOBODY), Some(NOBODY)).expect("a folder for nobody");
        }
        let mut cluster = Self { bin, folder, databases: AtomicU32::new(0), shell: None };
        cluster.make();
        if password.is_some() {
            let rules = format!("local all {ROLE} scram-sha-256\nlocal all postgres trust\n");
            std::fs::write(cluster.data().join("pg_hba.conf"), rules).expect("the rules of the cluster");
        }
        run(&mut cluster);
        cluster.wait();
        let password = password.map_or_else(String::new, |password| format!(" PASSWORD '{password}'"));
        cluster.ask(&format!("CREATE ROLE {ROLE} LOGIN NOSUPERUSER NOBYPASSRLS{password}"));
        cluster
    }

    fn make(&self) {
        let data = self.data();
        let data = data.to_str().expect("a plain path");
        let args = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
        let output = unprivileged(&self.bin.join("initdb")).args(args).current_dir(&self.folder).output();
        succeeded("initdb", &output.expect("initdb runs"));
    }

    /// A shell stands between: it holds the other end of a pipe of ours, so it learns of our end even
    /// when we are killed, and then ends the cluster and removes its folder.
    fn run(&mut self) {
        let postgres = self.postgres("-c fsync=off -c full_page_writes=off -c max_connections=400");
        let folder = self.folder.display();
        // Durability of PostgreSQL is not what most tests are about; `tests/durability.rs` has a cluster of its own.
        self.start_shell(&format!("trap '' INT; {postgres} & pid=$!; cat >/dev/null; kill -QUIT $pid; wait $pid; rm -rf {folder}"));
    }

    /// The same, but with everything on the disk, and started again as long as our end of the pipe is open.
    fn run_durably(&mut self) {
        let postgres = self.postgres("-c fsync=on -c synchronous_commit=on");
        let folder = self.folder.display();
        self.start_shell(&format!(
            "trap '' INT; exec 3<&0; (cat <&3 >/dev/null; touch {folder}/over; kill -QUIT $(head -1 {folder}/data/postmaster.pid)) & \
             while [ ! -e {folder}/over ]; do {postgres}; sleep 0.1; done; rm -rf {folder}"
        ));
    }

    fn postgres(&self, options: &str) -> String {
        let postgres = unprivileged(&self.bin.join("postgres"));
        let words: Vec<_> = std::iter::once(postgres.get_program()).chain(postgres.get_args()).map(|word| word.to_string_lossy()).collect();
        let folder = self.folder.display();
        format!(
            "{} -D {folder}/data -k {folder} -c listen_addresses= -c shared_buffers=64MB -c log_min_messages=fatal {options} \
             >>{folder}/log 2>&1",
            words.join(" ")
        )
    }

    fn start_shell(&mut self, script: &str) {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]).current_dir("/").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        self.shell = Some(shell.spawn().expect("a shell"));
    }

    fn wait(&self) {
        let patience = Instant::now() + Duration::from_secs(60);
        let socket = self.folder.to_str().expect("a plain path");
        while !Command::new(self.bin.join("pg_isready")).args(["-q", "-h", socket]).status().is_ok_and(|status| status.success()) {
            let log = || std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
            assert!(Instant::now() < patience, "PostgreSQL does not start: {}", log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }
}

/// The newest of Debian's folders, or what is on the PATH.
fn binaries() -> PathBuf {
    let mut folders: Vec<_> =
        std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path().join("bin")).collect();
    folders.retain(|folder| folder.join("initdb").exists());
    folders.sort();
    folders.pop().unwrap_or_default()
}

fn unprivileged(program: &Path) -> Command {
    if !root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args([&format!("--reuid={NOBODY}"), &format!("--regid={NOBODY}"), "--clear-groups", "--"]).arg(program);
    command
}

fn root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0)
}

fn succeeded(what: &str, output: &Output) {
    if !output.status.success() {
        let _ = std::io::stderr().write_all(&output.stderr);
        panic!("{what} failed");
    }
}
