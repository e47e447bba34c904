//! `./dev bench`: measures the goals that a machine can measure by itself, prints them beside their
//! guards, and writes `target/bench/report.md` and `report.json`. A miss is reported as a miss.

mod browser;
mod crowd;
mod letters;
mod library;
mod load;
mod machine;
mod market;
mod moves;
mod pages;
mod prepared;
mod report;
mod reviews;
mod server;
mod sizes;
mod submissions;
// The same sizes, filled-in form and invented people as in the tests.
#[path = "../tests/support/bundle.rs"]
mod bundle;
#[path = "../tests/support/filled_in.rs"]
mod filled_in;
#[path = "../tests/support/villagers.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod villagers;

use prepared::Sizes;
use report::Report;

/// Enough for all that is submitted.
const DRAFTS: usize = 30_000;
/// What the lists of an office must not feel.
const CASES: usize = 1_000_000;
/// Moves that wait at one office.
const MOVES: usize = 5_000;

fn main() {
    // `cargo bench` passes flags of the standard harness; there is nothing to choose here.
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let report = runtime.block_on(async {
        let mut report = Report::on(machine::describe());
        sizes::measure(&mut report);
        let folder = server::folder();
        let prepared = prepared::prepare(folder.to_str().expect("a path"), Sizes { drafts: DRAFTS, cases: CASES, moves: MOVES }).await;
        let server = server::Server::start(folder);
        browser::measure(&mut report, &server);
        pages::measure(&mut report, &server, &prepared.cookie).await;
        market::measure(&mut report, &server).await;
        library::measure(&mut report, &server, &prepared.lending).await;
        submissions::measure(&mut report, &server, &prepared).await;
        moves::measure(&mut report, &server, &prepared.desk).await;
        reviews::measure(&mut report, &server, &prepared.reviews).await;
        letters::measure(&mut report).await;
        report
    });
    report.write();
}
