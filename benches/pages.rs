use std::time::Duration;

use crate::load::closed_loop;
use crate::report::{Guard, Report};
use crate::server::Server;

const TIME: Duration = Duration::from_secs(6);

/// G7 (pages that are kept) and the idle memory of G17.
pub async fn measure(report: &mut Report) {
    let server = Server::start();
    report.add("G17", "memory of an idle server", server.resident() / 1e6, "MB", Guard::AtMost(40.0));
    let request = |path: &str, more: &str| format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\n{more}\r\n", server.address);

    // Warm, then measured: the first request of a page renders it.
    closed_loop(&server.address, request("/d/licin", ""), 4, Duration::from_millis(500), "Licin").await;
    let kept = closed_loop(&server.address, request("/d/licin", ""), 64, TIME, "Licin").await;
    report.add("G7", "village page, kept", kept.per_second, "req/s", Guard::AtLeast(20_000.0));
    report.add("G7", "village page, kept, p99", kept.p99.as_secs_f64() * 1e3, "ms", Guard::None);
    report.add("G7", "failed or wrong answers", kept.failed as f64, "", Guard::AtMost(0.0));

    // A cookie that looks like a session goes past the store, and belongs to nobody.
    let fresh = closed_loop(&server.address, request("/d/licin", "Cookie: sk-dev=x\r\n"), 64, TIME, "Licin").await;
    report.add("F12", "village page, rendered each time", fresh.per_second, "req/s", Guard::AtLeast(1_500.0));
    report.add("F12", "village page, rendered each time, p99", fresh.p99.as_secs_f64() * 1e3, "ms", Guard::AtMost(50.0));
    report.add("F12", "failed or wrong answers", fresh.failed as f64, "", Guard::AtMost(0.0));
}
