use std::fs;

use crate::bundle::{areas, compressed};
use crate::report::{Guard, Report};

/// G3 and the file of G17: bytes of what is deployed.
pub fn measure(report: &mut Report) {
    let kb = |bytes: u64| bytes as f64 / 1e3;
    let main = compressed("kampung.", ".wasm.br");
    for (area, (own, shared)) in areas() {
        report.add("G3", format!("{area}: main and shared (brotli)"), kb(main + shared), "kB", Guard::AtMost(165.0));
        report.add("G3", format!("{area}: its own (brotli)"), kb(own), "kB", Guard::AtMost(40.0));
        report.add("G3", format!("{area}: until a form is alive (brotli)"), kb(main + shared + own), "kB", Guard::AtMost(180.0));
    }
    report.add("G3", "glue (brotli)", kb(compressed("kampung.", ".js.br")), "kB", Guard::AtMost(6.0));
    report.add("G3", "style (brotli)", kb(compressed("kampung.", ".css.br")), "kB", Guard::AtMost(9.0));
    let program = fs::metadata(env!("CARGO_BIN_EXE_smart-kampung")).expect("the program").len();
    report.add("G17", "size of the program", program as f64 / 1e6, "MB", Guard::AtMost(60.0));
}
