//! `./dev bench`: measures the goals that a machine can measure by itself, prints them beside their
//! guards, and writes `target/bench/report.md` and `report.json`. A miss is reported as a miss.

mod browser;
#[path = "../src/server/testing/cluster.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod cluster;
mod crowd;
mod letters;
mod library;
mod load;
mod machine;
mod market;
mod moves;
mod pages;
mod prepared;
mod publishing;
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

use cluster::Cluster;
use prepared::{Sizes, Stock};
use report::Report;
use server::{Place, Server};

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
        letters::measure(&mut report).await;
        on_sqlite(&mut report).await;
        report.over("PostgreSQL");
        on_postgres(&mut report).await;
        report
    });
    report.write();
}

async fn on_sqlite(report: &mut Report) {
    let place = Place::new("sqlite", None);
    let prepared = prepared::prepare(&place, Sizes { drafts: DRAFTS, cases: CASES, moves: MOVES }).await;
    let server = Server::start(place);
    browser::measure(report, &server);
    pages::measure(report, &server, &prepared.cookie).await;
    submissions::measure(report, &server, &prepared).await;
    moves::measure(report, &server, &prepared.desk).await;
    publishing::measure(report, &server, &[], &prepared.stock.waiting).await;
    measure_stock(report, &server, &prepared.stock).await;
}

async fn on_postgres(report: &mut Report) {
    let cluster = Cluster::durable("bench");
    cluster.make_database("bench");
    let place = Place::new("postgres", Some(cluster.address("bench")));
    let stock = prepared::prepare_stock(&place).await;
    let server = Server::start(place);
    let other = Server::start_beside(&server);
    publishing::measure(report, &server, &[&other], &stock.waiting).await;
    drop(other);
    measure_stock(report, &server, &stock).await;
}

async fn measure_stock(report: &mut Report, server: &Server, stock: &Stock) {
    market::measure(report, server).await;
    library::measure(report, server, &stock.lending).await;
    reviews::measure(report, server, &stock.reviews).await;
}
