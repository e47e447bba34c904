use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What a run of requests gave.
pub struct Run {
    pub per_second: f64,
    /// 99 of 100 answers came within this.
    pub p99: Duration,
    pub failed: u64,
}

/// Asks for one page over and over on `connections` kept-alive connections for `time`, each asking
/// again as soon as it is answered. Only against loopback, bounded in time.
pub async fn closed_loop(address: &str, head: String, connections: usize, time: Duration, expected: &'static str) -> Run {
    let (head, failed, end) = (Arc::new(head), Arc::new(AtomicU64::new(0)), Instant::now() + time);
    let mut tasks = Vec::new();
    for _ in 0..connections {
        let (address, head, failed) = (address.to_owned(), Arc::clone(&head), Arc::clone(&failed));
        tasks.push(tokio::spawn(async move {
            let mut took = Vec::new();
            let mut stream = TcpStream::connect(&address).await.expect("a connection");
            let mut buffer = Vec::with_capacity(256 * 1024);
            while Instant::now() < end {
                let begun = Instant::now();
                stream.write_all(head.as_bytes()).await.expect("a request sent");
                let whole = answer(&mut stream, &mut buffer).await;
                took.push(begun.elapsed());
                if !whole || !contains(&buffer, expected) {
                    failed.fetch_add(1, Ordering::Relaxed);
                }
            }
            took
        }));
    }
    let mut took = Vec::new();
    for task in tasks {
        took.extend(task.await.expect("a client"));
    }
    took.sort_unstable();
    let at = |share: f64| took.get((took.len() as f64 * share) as usize).copied().unwrap_or_default();
    Run { per_second: took.len() as f64 / time.as_secs_f64(), p99: at(0.99), failed: failed.load(Ordering::Relaxed) }
}

/// Reads one answer: by its length, or chunk by chunk.
async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> bool {
    buffer.clear();
    loop {
        let mut piece = [0; 16 * 1024];
        match stream.read(&mut piece).await {
            Ok(0) | Err(_) => return false,
            Ok(read) => buffer.extend_from_slice(&piece[..read]),
        }
        let Some(end) = buffer.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&buffer[..end]).to_ascii_lowercase();
        let length = head.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next()?.parse::<usize>().ok());
        let whole = match length {
            Some(length) => buffer.len() >= end + 4 + length,
            None => buffer.ends_with(b"\r\n0\r\n\r\n") || buffer.ends_with(b"\n0\r\n\r\n"),
        };
        if whole {
            return true;
        }
    }
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}
