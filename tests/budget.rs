//! Bytes that a phone has to fetch. The release build of the site must stand in `target/site`;
//! `./dev test` makes it first.
//!
//! Where a goal is missed, the ceiling is what was reached: it may only fall. The goals and the
//! misses stand in the README.

use crate::support::bundle::{areas, compressed};

const KB: u64 = 1_000;

#[test]
fn the_browser_code_stays_below_its_ceilings() {
    let main = compressed("kampung.", ".wasm.br");
    for (area, (own, shared)) in areas() {
        let alive = main + shared + own;
        println!("{area}: main {main} + shared {shared} + own {own} = {alive} B");
        assert!(own <= AREA_CEILING, "the chunk of the {area} area: {own} B");
        assert!(main + shared <= SHARED_CEILING, "{area}: main and shared code: {} B", main + shared);
        assert!(alive <= ALIVE_CEILING, "{area}: until the first form is alive: {alive} B");
    }
}

/// Goal 40 kB: missed by all; the market brought the public one from 35 to 62, the library to 65.
const AREA_CEILING: u64 = 73 * KB;
/// Goal 165 kB: missed. Reached by who reviews; trainings brought 1 kB, their effects and loans between villages another; an
/// office and the public have 219 and 213 kB.
const SHARED_CEILING: u64 = 229 * KB;
/// Goal 180 kB: missed. Reached by who sells or lends, for whom one chunk has the desks of market, library and trainings.
const ALIVE_CEILING: u64 = 294 * KB;

#[test]
fn glue_and_style_stay_inside_their_budgets() {
    let (glue, css) = (compressed("kampung.", ".js.br"), compressed("kampung.", ".css.br"));
    assert!(glue <= 6 * KB, "glue: {glue} B");
    assert!(css <= 9 * KB, "style: {css} B");
}
