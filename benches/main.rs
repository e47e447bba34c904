//! `./dev bench`: measures the goals that a machine can measure by itself, prints them beside their
//! guards, and writes `target/bench/report.md` and `report.json`. A miss is reported as a miss.

mod letters;
mod load;
mod machine;
mod pages;
mod report;
mod server;
mod sizes;
// The same invented people as in the tests.
#[path = "../tests/support/villagers.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod villagers;

use report::Report;

fn main() {
    // `cargo bench` passes flags of the standard harness; there is nothing to choose here.
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let report = runtime.block_on(async {
        let mut report = Report::on(machine::describe());
        sizes::measure(&mut report);
        pages::measure(&mut report).await;
        letters::measure(&mut report).await;
        report
    });
    report.write();
}
