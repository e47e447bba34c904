//! Promise D1: what was acknowledged is never lost and never doubled, whatever happens to the
//! process or to the disk. A real child process writes under load; it is killed, its disk is made to
//! fail, its system calls are watched; afterwards a checker compares what it said with what is there.

mod child;
#[path = "../src/server/testing/cluster.rs"]
#[allow(dead_code, reason = "the stories of the features use the rest")]
mod cluster;
mod history;
mod submission;

use std::time::Duration;

use child::Child;
pub use cluster::Cluster;
use history::{Event, History};

use crate::support::Folder;

/// In `./dev prove` a thousand.
const KILLS: usize = 20;
const KILLS_OF_POSTGRESQL: usize = 6;

#[test]
fn twenty_kills_under_load_lose_and_double_nothing() {
    let folder = Folder::new();
    let mut history = History::new();
    for round in 0..KILLS {
        let child = Child::start(folder.path(), &history, &[]);
        // In the very moment of an answer, where a commit that comes after it would be caught; or at
        // any moment.
        let answers = 25 + round * 7 % 30;
        history.extend(if round % 4 < 3 { child.kill_at_answer(answers) } else { child.kill_after(answers, Duration::from_millis(37)) });
    }
    assert!(history.answered() > 25 * KILLS, "too little was written to prove anything: {}", history.answered());
    history.check(folder.path());
}

/// The process lives, its database dies: now the father of all its processes, now one of them. What was
/// under way is answered "busy", and goes on when the database is back.
#[test]
fn postgresql_that_is_killed_under_load_loses_and_doubles_nothing() {
    let (folder, cluster) = (Folder::new(), Cluster::durable("killed"));
    cluster.make_database("kampung");
    submission::let_it_be_at(folder.path(), &cluster.address("kampung"));
    let mut history = History::new();
    let child = Child::start(folder.path(), &history, &[]);
    for round in 0..KILLS_OF_POSTGRESQL {
        child.wait_for_answers(child.answers() + 60);
        if round % 2 == 0 { cluster.kill() } else { cluster.kill_a_connection() }
    }
    child.wait_for_answers(child.answers() + 60);
    history.extend(child.kill());
    // Wishes whose end nobody knows are sent again: they get the first answer, or are granted now.
    let again = Child::start(folder.path(), &history, &[]);
    again.wait_for_answers(60);
    history.extend(again.kill());
    history.check(folder.path());
}

/// The tables exist and a few answers are given before the disk begins to fail.
fn with_answers(folder: &Folder) -> History {
    let mut history = History::new();
    let healthy = Child::start(folder.path(), &history, &[]);
    healthy.wait_for_answers(3);
    history.extend(healthy.kill());
    history
}

#[test]
fn a_full_disk_refuses_and_loses_nothing_and_the_process_goes_on() {
    let folder = Folder::new();
    let mut history = with_answers(&folder);
    let log = format!("{}/kampung.db-wal", folder.path());
    let calls = format!("{}/calls", folder.path());
    // Each connection of the writer finds the disk full after some writes; its successor finds space again.
    let full = ["strace", "-f", "-o", &calls, "-P", &log, "-e", "trace=pwrite64", "-e", "inject=pwrite64:error=ENOSPC:when=300+"];
    let child = Child::start(folder.path(), &history, &full);
    child.wait_for_refusals(3);
    child.wait_for_answers(child.answers() + 50);
    let said = child.kill();
    let refused = said.iter().filter(|event| matches!(event, Event::No { status: 503, .. })).count();
    assert!(refused >= 3, "the disk was never full");
    history.extend(said);
    let recovered = Child::start(folder.path(), &history, &[]);
    recovered.wait_for_answers(3);
    history.extend(recovered.kill());
    history.check(folder.path());
}

#[test]
fn every_answer_comes_after_the_disk_has_the_log() {
    let folder = Folder::new();
    let watch = format!("{}/calls", folder.path());
    let strace = ["strace", "-f", "-y", "-s", "100", "-e", "trace=fdatasync,fsync,write", "-o", &watch];
    let child = Child::start_with(folder.path(), &History::new(), &strace, 1);
    child.wait_for_answers(20);
    let history = child.kill();
    let calls = std::fs::read_to_string(&watch).expect("what strace saw");
    let (mut synced, mut photo, mut answers) = (false, false, 0);
    for call in calls.lines() {
        match call {
            _ if call.contains("write(1") && call.contains("invoke ") => (synced, photo) = (false, false),
            _ if call.contains("sync(") && call.contains("/blobs/") => photo = true,
            _ if call.contains("sync(") && call.contains("kampung.db-wal") => synced = true,
            _ if call.contains("write(1") && call.contains("ok ") => {
                assert!(synced, "answered before the log was on the disk: {call}");
                assert!(photo, "answered before the photo was on the disk: {call}");
                answers += 1;
            }
            _ => {}
        }
    }
    assert!(answers >= 20, "strace saw {answers} answers of {}", history.len());
}

#[test]
fn a_disk_that_fails_ends_the_process_and_nothing_more_is_acknowledged() {
    let folder = Folder::new();
    let mut history = with_answers(&folder);
    let log = format!("{}/kampung.db-wal", folder.path());
    let inject = "inject=fsync,fdatasync:error=EIO";
    let calls = format!("{}/calls", folder.path());
    let failing = ["strace", "-f", "-o", &calls, "-P", &log, "-e", "trace=fsync,fdatasync", "-e", inject];
    let (status, said) = Child::start(folder.path(), &History::new(), &failing).wait_for_its_end(Duration::from_secs(60));
    assert_eq!(status, Some(74), "the process stops by itself");
    assert!(said.len() > 1 && said.iter().all(|event| matches!(event, Event::Invoke { .. })), "something was acknowledged: {said:?}");
    history.extend(said);
    // Begun again on a disk that works, it answers every wish, the old ones too.
    let recovered = Child::start(folder.path(), &history, &[]);
    recovered.wait_for_answers(3);
    history.extend(recovered.kill());
    history.check(folder.path());
}
