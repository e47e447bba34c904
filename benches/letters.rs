use std::time::{Duration, Instant};

use smart_kampung::server::sandbox::Sandbox;

use crate::report::{Guard, Report};
use crate::villagers;

const TIME: Duration = Duration::from_secs(8);

/// G9: letters from their frozen data, each in a fenced child of its own; as many at once as there are
/// cores. Each must come out as the same bytes.
pub async fn measure(report: &mut Report) {
    let sandbox = Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"));
    let job = villagers::job("sku", &villagers::sku(villagers::tamansari()));
    let first = sandbox.render_letter(&job).await.expect("a letter").bytes;
    let end = Instant::now() + TIME;
    let mut tasks = Vec::new();
    for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
        let (sandbox, job, first) = (sandbox.clone(), job.clone(), first.clone());
        tasks.push(tokio::spawn(async move {
            let (mut took, mut others) = (Vec::new(), 0_u32);
            while Instant::now() < end {
                let begun = Instant::now();
                let letter = sandbox.render_letter(&job).await.expect("a letter");
                took.push(begun.elapsed());
                others += u32::from(letter.bytes != first);
            }
            (took, others)
        }));
    }
    let (mut took, mut others) = (Vec::new(), 0);
    for task in tasks {
        let (more, differing) = task.await.expect("a renderer");
        took.extend(more);
        others += differing;
    }
    took.sort_unstable();
    let p99 = took.get(took.len() * 99 / 100).copied().unwrap_or_default();
    report.add("G9", "letters (SKU, PDF/A-2a and UA-1, QR)", took.len() as f64 / TIME.as_secs_f64(), "/s", Guard::AtLeast(100.0));
    report.add("G9", "one letter on demand, p99", p99.as_secs_f64() * 1e3, "ms", Guard::AtMost(40.0));
    report.add("G9", "letters with other bytes", f64::from(others), "", Guard::AtMost(0.0));
}
