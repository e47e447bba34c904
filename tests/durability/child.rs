//! The child process: this very test binary, started again to be killed.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use smart_kampung::domain::IdemKey;
use smart_kampung::server::blobs::Blobs;
use smart_kampung::server::db::Db;

use super::history::{Event, History};
use super::submission::{Submit, office, officer, open, photo};

const FOLDER: &str = "KAMPUNG_TEST_CHILD_FOLDER";
const CLIENTS: &str = "KAMPUNG_TEST_CHILD_CLIENTS";
/// What is to be sent again, written by the parent: a key and a text a line.
const AGAIN: &str = "again";

/// A running child and what it has said.
pub struct Child {
    process: std::process::Child,
    said: Arc<Mutex<Vec<Event>>>,
    answers: Arc<AtomicUsize>,
    /// At this answer the reader kills the child, without a detour.
    last: Arc<AtomicUsize>,
    reader: JoinHandle<()>,
}

impl Child {
    /// Starts 32 clients, under `wrapper` if there is one. They first send again what nobody knows the
    /// end of, and some of what was answered.
    pub fn start(folder: &str, history: &History, wrapper: &[&str]) -> Self {
        Self::start_with(folder, history, wrapper, 32)
    }

    pub fn start_with(folder: &str, history: &History, wrapper: &[&str], clients: usize) -> Self {
        std::fs::write(format!("{folder}/{AGAIN}"), history.to_be_sent_again()).expect("the list of wishes");
        let me: OsString = std::env::current_exe().expect("this program").into();
        let line: Vec<OsString> = wrapper.iter().map(OsString::from).chain([me]).collect();
        let mut process = Command::new(&line[0])
            .args(&line[1..])
            .args(["--exact", "durability::child::the_child_that_is_killed", "--nocapture", "--test-threads=1"])
            .env(FOLDER, folder)
            .env(CLIENTS, clients.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", line[0].display()));
        let (said, answers) = (Arc::<Mutex<Vec<Event>>>::default(), Arc::<AtomicUsize>::default());
        let last = Arc::new(AtomicUsize::new(usize::MAX));
        let pid = Pid::from_child(&process);
        let pipe = BufReader::new(process.stdout.take().expect("a pipe"));
        let reader = std::thread::spawn({
            let (said, answers, last) = (said.clone(), answers.clone(), last.clone());
            move || {
                // Killed in mid-word, the child leaves half a line; that one was said to nobody.
                for event in pipe.split(b'\n').map_while(Result::ok).filter_map(|line| Event::read(&String::from_utf8_lossy(&line))) {
                    if matches!(event, Event::Ok { .. }) && answers.fetch_add(1, Ordering::SeqCst) + 1 >= last.load(Ordering::SeqCst) {
                        let _ = kill_process(pid, Signal::KILL);
                    }
                    said.lock().expect("a list").push(event);
                }
            }
        });
        Self { process, said, answers, last, reader }
    }

    /// How many wishes it has granted.
    pub fn answers(&self) -> usize {
        self.answers.load(Ordering::Relaxed)
    }

    pub fn wait_for_answers(&self, enough: usize) {
        let patience = Instant::now() + Duration::from_secs(60);
        while self.answers.load(Ordering::Relaxed) < enough {
            assert!(Instant::now() < patience, "the child answers nothing");
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Waits until so many wishes were answered "busy".
    pub fn wait_for_refusals(&self, enough: usize) {
        let patience = Instant::now() + Duration::from_secs(60);
        let busy = |event: &&Event| matches!(event, Event::No { status: 503, .. });
        while self.said.lock().expect("a list").iter().filter(busy).count() < enough {
            assert!(Instant::now() < patience, "the child refuses nothing");
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// `kill -9` in the moment in which an answer is read.
    pub fn kill_at_answer(self, answer: usize) -> Vec<Event> {
        self.last.store(answer, Ordering::SeqCst);
        self.wait_for_its_end(Duration::from_secs(60)).1
    }

    /// `kill -9` some time after an answer.
    pub fn kill_after(self, answer: usize, wait: Duration) -> Vec<Event> {
        self.wait_for_answers(answer);
        std::thread::sleep(wait);
        self.kill()
    }

    /// `kill -9`, to the whole family when a wrapper stands between.
    pub fn kill(mut self) -> Vec<Event> {
        let me = self.process.id();
        let grandchildren = std::fs::read_to_string(format!("/proc/{me}/task/{me}/children")).expect("the kernel lists children");
        for pid in grandchildren.split_whitespace().filter_map(|pid| Pid::from_raw(pid.parse().ok()?)) {
            let _ = kill_process(pid, Signal::KILL);
        }
        self.process.kill().expect("the child can be killed");
        self.end()
    }

    /// Waits until it ends by itself; its exit code.
    pub fn wait_for_its_end(mut self, patience: Duration) -> (Option<i32>, Vec<Event>) {
        let until = Instant::now() + patience;
        loop {
            if let Some(status) = self.process.try_wait().expect("a status") {
                return (status.code(), self.end());
            }
            assert!(Instant::now() < until, "the child does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn end(mut self) -> Vec<Event> {
        self.process.wait().expect("the child has ended");
        self.reader.join().expect("all was read");
        std::mem::take(&mut *self.said.lock().expect("a list"))
    }
}

/// Not a test: what the child runs. Without its folder it does nothing.
#[test]
fn the_child_that_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let folder = folder.into_string().expect("a path in words");
    let clients = std::env::var_os(CLIENTS).and_then(|text| text.into_string().ok()?.parse().ok()).expect("a number");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    // The test runner has begun a line.
    say("");
    runtime.block_on(async {
        let (db, blobs) = open(&folder).await;
        for line in std::fs::read_to_string(format!("{folder}/{AGAIN}")).expect("the list of wishes").lines() {
            let (key, text) = line.split_once(' ').expect("a key and a text");
            send(&db, &blobs, key.parse().expect("a key"), text.to_owned()).await;
        }
        let clients = (0..clients).map(|client| tokio::spawn(write_for_ever(db.clone(), blobs.clone(), client)));
        futures::future::join_all(clients.collect::<Vec<_>>()).await;
    });
}

async fn write_for_ever(db: Db, blobs: Blobs, client: usize) {
    for at in 0.. {
        let key = db.fresh_key();
        send(&db, &blobs, key, format!("{}-{client}-{at}", std::process::id())).await;
    }
}

/// The file first, then the act that names it, then the answer.
async fn send(db: &Db, blobs: &Blobs, key: IdemKey, text: String) {
    say(&format!("invoke {key} {text}"));
    let Ok(photo) = blobs.put(office().number(), "image/jpeg", &photo(&text)).await else { return };
    match db.perform(officer(), key, Submit { text, photo }).await {
        Ok(accepted) => say(&format!("ok {key} {} {}", accepted.number, accepted.id)),
        Err(refusal) => say(&format!("no {key} {}", refusal.status())),
    }
}

/// One write for a line: who reads it has all of it or nothing.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // A parent that has gone hears nothing more.
    let _ = out.write_all(format!("{line}\n").as_bytes()).and_then(|()| out.flush());
}
