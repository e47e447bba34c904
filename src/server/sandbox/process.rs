//! The parent's side of one child: start, feed, listen, and kill when its time is over.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::time::timeout;

use super::{Kind, wire};

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// The child did not end in time, or a limit ended it: too much work or too much memory.
    TooHeavy,
    /// The work panicked: the bytes met a mistake in a decoder.
    Panicked,
    /// It could not be started, or ended without a word and without a limit having struck.
    Broken,
}

/// How a Rust program ends that panicked.
const PANIC_CODE: i32 = 101;

/// Runs one child to its end and returns its whole answer, at most `most_bytes` of it. The pieces are
/// written from where they are: a second copy of a large picture is not made.
///
/// Nothing is inherited but three descriptors: two pipes, and nothing for errors, because a panic
/// message could quote somebody's papers. The two variables are for memory alone: a thread per
/// processor and an arena per thread would use up the address space on a large machine.
pub async fn run(program: &Path, kind: Kind, pieces: &[&[u8]], wall: Duration, most_bytes: u64) -> Result<Vec<u8>, Silence> {
    let mut child = Command::new(program)
        .args(["sandbox", kind.word()])
        .env_clear()
        .env("RAYON_NUM_THREADS", "1")
        .env("MALLOC_ARENA_MAX", "1")
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|_| Silence::Broken)?;
    let (Some(mut to_child), Some(from_child)) = (child.stdin.take(), child.stdout.take()) else { return Err(Silence::Broken) };

    let feed = async move {
        // A child that has seen enough closes its side early: that is no failure of ours.
        for piece in pieces {
            let length = wire::length(piece);
            if to_child.write_all(&length).await.is_err() || to_child.write_all(piece).await.is_err() {
                break;
            }
        }
        drop(to_child);
    };
    let listen = async {
        let mut answer = Vec::new();
        from_child.take(most_bytes).read_to_end(&mut answer).await.map(|_| answer)
    };
    let work = async {
        let ((), answer) = tokio::join!(feed, listen);
        (answer, child.wait().await)
    };
    // On time-out the future is dropped here and the child, dropped at the end, is killed and reaped.
    let Ok((answer, ended)) = timeout(wall, work).await else { return Err(Silence::TooHeavy) };
    let (Ok(answer), Ok(ended)) = (answer, ended) else { return Err(Silence::Broken) };
    match ended.code() {
        Some(0) if !answer.is_empty() => Ok(answer),
        Some(PANIC_CODE) => Err(Silence::Panicked),
        Some(_) => Err(Silence::Broken),
        // A signal: SIGXCPU or SIGKILL of the CPU limit, SIGABRT when memory ran out.
        None => Err(Silence::TooHeavy),
    }
}
