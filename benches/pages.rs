use std::time::Duration;

use crate::load::{Load, Run, run};
use crate::report::{Guard, Report};
use crate::server::Server;

pub const FULL: Load = Load { connections: 64, time: Duration::from_secs(6), rate: None };

/// G7 (pages that are kept), G6 and F12 (pages that are rendered), and the idle memory of G17.
pub async fn measure(report: &mut Report, server: &Server, cookie: &str) {
    report.add("G17", "memory of an idle server", server.resident() / 1e6, "MB", Guard::AtMost(40.0));
    let get = |path: &str, more: &str| {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\n{more}\r\n", server.address);
        move |_| Some(request.clone())
    };

    // Warm, then measured: the first request of a page renders it.
    run(&server.address, Load { time: Duration::from_millis(500), ..FULL }, get("/d/licin", ""), "Licin").await;
    let kept = run(&server.address, FULL, get("/d/licin", ""), "Licin").await;
    tell(report, "G7", "village page, kept", kept, Guard::AtLeast(20_000.0), Guard::None);

    let signed_in = format!("Cookie: {cookie}\r\n");
    let own = run(&server.address, FULL, get("/permohonan", &signed_in), "Permohonan saya").await;
    tell(report, "G6", "a resident's own page, rendered each time", own, Guard::AtLeast(3_000.0), Guard::None);
    let half = Load { rate: Some(own.per_second / 2.0), ..FULL };
    let half = run(&server.address, half, get("/permohonan", &signed_in), "Permohonan saya").await;
    tell(report, "G6", "the same at half that load", half, Guard::None, Guard::AtMost(40.0));
    let packed = format!("{signed_in}Accept-Encoding: br\r\n");
    let packed = run(&server.address, FULL, get("/permohonan", &packed), "content-encoding: br").await;
    tell(report, "G6", "the same, compressed", packed, Guard::AtLeast(3_000.0), Guard::None);

    // A cookie that looks like a session goes past the store, and belongs to nobody.
    let fresh = run(&server.address, FULL, get("/d/licin", "Cookie: sk-dev=x\r\n"), "Licin").await;
    tell(report, "F12", "village page, rendered each time", fresh, Guard::AtLeast(1_500.0), Guard::AtMost(50.0));
}

pub fn tell(report: &mut Report, goal: &'static str, what: &str, run: Run, rate: Guard, p99: Guard) {
    report.add(goal, what, run.per_second, "/s", rate);
    report.add(goal, [what, ", p99"].concat(), run.p99.as_secs_f64() * 1e3, "ms", p99);
    report.add(goal, [what, ", wrong answers"].concat(), run.failed as f64, "", Guard::AtMost(0.0));
}
