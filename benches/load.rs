use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// How to ask. Only against loopback, bounded in time.
#[derive(Clone, Copy)]
pub struct Load {
    /// Kept-alive connections; each asks again once it is answered.
    pub connections: usize,
    pub time: Duration,
    /// Requests a second, whether or not the answers keep up; then the wait before a request counts as
    /// well. `None`: as fast as answers come.
    pub rate: Option<f64>,
}

/// What a run of requests gave.
#[derive(Clone, Copy)]
pub struct Run {
    pub per_second: f64,
    /// 95 of 100 answers came within this.
    pub p95: Duration,
    /// 99 of 100 answers came within this.
    pub p99: Duration,
    pub failed: u64,
}

/// Sends `request(0)`, `request(1)` and so on, until the time is over or `request` has no more; an
/// answer counts only when it contains `expected`.
pub async fn run(
    address: &str,
    load: Load,
    request: impl Fn(usize) -> Option<String> + Send + Sync + 'static,
    expected: &'static str,
) -> Run {
    let (request, failed, next) = (Arc::new(request), Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let begun = Instant::now();
    let mut tasks = Vec::new();
    for _ in 0..load.connections {
        let (address, request, failed, next) = (address.to_owned(), Arc::clone(&request), Arc::clone(&failed), Arc::clone(&next));
        tasks.push(tokio::spawn(async move {
            let mut took = Vec::new();
            let mut stream = TcpStream::connect(&address).await.expect("a connection");
            let mut buffer = Vec::with_capacity(256 * 1024);
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let due = load.rate.map_or_else(Instant::now, |rate| begun + Duration::from_secs_f64(at as f64 / rate));
                if due.max(Instant::now()) >= begun + load.time {
                    return took;
                }
                let Some(line) = request(at as usize) else { return took };
                tokio::time::sleep_until(due.into()).await;
                stream.write_all(line.as_bytes()).await.expect("a request sent");
                let whole = answer(&mut stream, &mut buffer).await;
                took.push(due.elapsed());
                if !whole || !contains(&buffer, expected) {
                    failed.fetch_add(1, Ordering::Relaxed);
                }
            }
        }));
    }
    let mut took = Vec::new();
    for task in tasks {
        took.extend(task.await.expect("a client"));
    }
    let lasted = begun.elapsed().as_secs_f64();
    took.sort_unstable();
    let within = |of_100: usize| took.get(took.len() * of_100 / 100).copied().unwrap_or_default();
    Run { per_second: took.len() as f64 / lasted, p95: within(95), p99: within(99), failed: failed.load(Ordering::Relaxed) }
}

/// One answer, as text.
pub async fn once(address: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.write_all(request.as_bytes()).await.expect("a request sent");
    let mut buffer = Vec::new();
    assert!(answer(&mut stream, &mut buffer).await, "no whole answer");
    String::from_utf8_lossy(&buffer).into_owned()
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
