//! Bytes that a phone has to fetch. The release build of the site must stand in `target/site`;
//! `./dev test` makes it first.

use std::fs;
use std::path::{Path, PathBuf};

const KB: u64 = 1_000;

/// Size of the brotli-compressed file whose name begins and ends so.
fn compressed(start: &str, end: &str) -> u64 {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/site/pkg");
    let found: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}; run ./dev test", folder.display()))
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(start) && name.ends_with(end)))
        .collect();
    assert!(!found.is_empty(), "no {start}*{end}: the site was not built for release");
    found.iter().map(|path| fs::metadata(path).expect("a file just listed").len()).sum()
}

#[test]
fn the_browser_code_stays_inside_its_budget() {
    let main = compressed("kampung.", ".wasm.br");
    let public = compressed("split_public", ".wasm.br");
    println!("main {main} B, public {public} B");
    assert!(main <= 165 * KB, "main and shared code: {main} B");
    assert!(public <= 40 * KB, "the public area: {public} B");
    assert!(main + public <= 180 * KB, "until the first form is alive: {} B", main + public);
}

#[test]
fn glue_and_style_stay_inside_their_budgets() {
    let (glue, css) = (compressed("kampung.", ".js.br"), compressed("kampung.", ".css.br"));
    assert!(glue <= 6 * KB, "glue: {glue} B");
    assert!(css <= 9 * KB, "style: {css} B");
}
