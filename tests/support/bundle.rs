//! The bytes of the built site, as a phone fetches them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn pkg() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/site/pkg")
}

fn names() -> Vec<String> {
    let folder = pkg();
    let listed = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}; run ./dev test", folder.display()));
    listed.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

/// Size of the brotli-compressed file whose name begins and ends so.
pub fn compressed(start: &str, end: &str) -> u64 {
    let found: Vec<String> = names().into_iter().filter(|name| name.starts_with(start) && name.ends_with(end)).collect();
    assert!(!found.is_empty(), "no {start}*{end}: the site was not built for release");
    found.iter().map(|name| fs::metadata(pkg().join(name)).expect("a file just listed").len()).sum()
}

/// Area to the bytes that its first page fetches besides the main file: its own chunk, and what it
/// shares with other areas.
pub fn areas() -> BTreeMap<String, (u64, u64)> {
    let manifest =
        names().into_iter().find(|name| name.starts_with("__wasm_split_manifest") && name.ends_with(".json")).expect("a manifest");
    let text = fs::read_to_string(pkg().join(manifest)).expect("the manifest");
    let chunks: BTreeMap<String, Vec<String>> = serde_json::from_str(&text).expect("area to files");
    let size = |name: &String| fs::metadata(pkg().join([name, ".wasm.br"].concat())).expect("a chunk").len();
    let bytes = |files: &Vec<String>, own: bool| files.iter().filter(|name| name.starts_with("split_") == own).map(size).sum();
    chunks.iter().map(|(area, files)| (area.clone(), (bytes(files, true), bytes(files, false)))).collect()
}
