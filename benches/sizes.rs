use std::fs;
use std::path::{Path, PathBuf};

use crate::report::{Guard, Report};

/// G3 and the file of G17: bytes of what is deployed.
pub fn measure(report: &mut Report) {
    let area = |name: &str| compressed(&format!("split_{name}"), ".wasm.br");
    let main = compressed("kampung.", ".wasm.br");
    report.add("G3", "browser code, main and shared (brotli)", main / 1e3, "kB", Guard::AtMost(165.0));
    for name in ["public", "resident", "office", "regency"] {
        report.add("G3", format!("browser code of the {name} area (brotli)"), area(name) / 1e3, "kB", Guard::AtMost(40.0));
    }
    report.add(
        "G3",
        "until the first form is alive (brotli)",
        (main + area("resident").max(area("public"))) / 1e3,
        "kB",
        Guard::AtMost(180.0),
    );
    report.add("G3", "glue (brotli)", compressed("kampung.", ".js.br") / 1e3, "kB", Guard::AtMost(6.0));
    report.add("G3", "style (brotli)", compressed("kampung.", ".css.br") / 1e3, "kB", Guard::AtMost(9.0));
    let program = fs::metadata(env!("CARGO_BIN_EXE_smart-kampung")).expect("the program").len();
    report.add("G17", "size of the program", program as f64 / 1e6, "MB", Guard::AtMost(60.0));
}

/// Bytes of the compressed files whose names begin and end so; 0 when there are none.
fn compressed(start: &str, end: &str) -> f64 {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/site/pkg");
    let named =
        |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(start) && name.ends_with(end));
    let files = fs::read_dir(folder).expect("a built site").flatten().map(|entry| entry.path()).filter(named);
    files.map(|path| fs::metadata(path).expect("a file just listed").len()).sum::<u64>() as f64
}
