use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use crate::report::{Guard, Report};
use crate::server::Server;

#[derive(Deserialize)]
struct Figure {
    goal: String,
    what: String,
    measured: f64,
    unit: String,
    most: Option<f64>,
}

/// G1, G2 and G5: what only a browser can tell, measured by `benches/browser`.
pub fn measure(report: &mut Report, server: &Server) {
    let house = Path::new(env!("CARGO_MANIFEST_DIR"));
    let figures = house.join("target/bench/browser.json");
    _ = std::fs::remove_file(&figures);
    let ran = Command::new(house.join("node_modules/.bin/playwright"))
        .args(["test", "--config", "benches/browser/playwright.config.ts"])
        .current_dir(house)
        .env("KAMPUNG_URL", ["http://", &server.address].concat())
        .env("BENCH_FIGURES", &figures)
        .status()
        .expect("playwright: run ./dev setup");
    assert!(ran.success(), "the browser did not finish");
    let text = std::fs::read_to_string(figures).expect("figures");
    for figure in serde_json::from_str::<Vec<Figure>>(&text).expect("a list of figures") {
        report.add(figure.goal, figure.what, figure.measured, figure.unit, figure.most.map_or(Guard::None, Guard::AtMost));
    }
}
