use std::sync::Arc;
use std::time::Duration;

use smart_kampung::domain::IdemKey;

use crate::load::{Load, run};
use crate::pages::tell;
use crate::prepared::{Draft, Prepared};
use crate::report::{Guard, Report};
use crate::server::Server;

const TIME: Duration = Duration::from_secs(6);
/// Submissions a second beside as many reads.
const STEADY: f64 = 500.0;

/// G8: applications sent over HTTP, each durable before it is answered.
pub async fn measure(report: &mut Report, server: &Server, prepared: &Prepared) {
    let steady = (STEADY * TIME.as_secs_f64()) as usize;
    let (slow, fast) = prepared.drafts.split_at(steady.min(prepared.drafts.len()));

    let load = Load { connections: 64, time: TIME, rate: Some(STEADY) };
    let reading =
        format!("GET /permohonan HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nCookie: {}\r\n\r\n", server.address, prepared.cookie);
    let reads = run(&server.address, load, move |_| Some(reading.clone()), "Permohonan saya");
    let writes = run(&server.address, load, submit(server, slow), "location: /permohonan/");
    let (_, writes) = tokio::join!(reads, writes);
    tell(report, "G8", "submissions at 500/s beside 500 reads/s", writes, Guard::None, Guard::AtMost(25.0));

    let load = Load { connections: 128, time: TIME, rate: None };
    let writes = run(&server.address, load, submit(server, fast), "location: /permohonan/").await;
    tell(report, "G8", "submissions, as fast as they are answered", writes, Guard::AtLeast(3_000.0), Guard::None);
}

fn submit(server: &Server, drafts: &[Draft]) -> impl Fn(usize) -> Option<String> + Send + Sync + 'static {
    let (drafts, address): (Arc<[Draft]>, _) = (drafts.into(), server.address.clone());
    move |at| {
        let Draft { id, cookie } = drafts.get(at)?;
        let key = IdemKey::from_u128(u128::MAX - at as u128);
        let body = format!("id={id}&seen=1&benar=ya&_key={key}");
        Some(format!(
            "POST /api/applications/submit HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nAccept: text/html\r\nCookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ))
    }
}
