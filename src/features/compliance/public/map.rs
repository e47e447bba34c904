//! The villages as areas of a drawing, and the map that is drawn of them. Shapes: cahyadsn/wilayah_boundaries
//! (MIT), drawn by `scripts/shapes.mjs`; the notice stands in the list.
//!
//! The map is written as one string and not as a view: nothing of it is compiled into the browser's code, and
//! waking the page need not walk 217 links. Its signs are patterns of the colours that charts have, given as
//! attributes: the policy of the site forbids `style`, and old browsers look for `url(#..)` of a style sheet
//! in the style sheet.

use std::sync::OnceLock;

use html_escape::{encode_double_quoted_attribute, encode_text};

const LIST: &str = include_str!("../data/shapes.txt");

/// The area of one village.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    pub office: i64,
    /// SVG path in relative steps.
    pub path: &'static str,
}

/// What the map says of one village.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Of [`SIGNS`]; anything else is drawn as `none`.
    pub class: &'static str,
    /// `Desa Tamansari (Kec. Licin): Maju`
    pub name: String,
    /// The address behind the area.
    pub to: String,
}

struct Shapes {
    areas: Vec<Shape>,
    size: &'static str,
    kecamatan: &'static str,
    outline: &'static str,
}

/// The list, read once.
fn list() -> &'static Shapes {
    static READ: OnceLock<Shapes> = OnceLock::new();
    READ.get_or_init(|| Shapes {
        areas: LIST.lines().filter_map(read_line).collect(),
        size: named("size\t"),
        kecamatan: named("kecamatan\t"),
        outline: named("outline\t"),
    })
}

fn read_line(line: &'static str) -> Option<Shape> {
    let mut columns = line.split('\t');
    let office = columns.next()?.parse().ok()?;
    Some(Shape { office, path: columns.next()? })
}

fn named(name: &str) -> &'static str {
    LIST.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default()
}

/// A class, its square in the colours of charts, and the marks on it: dark without marks, light with dots,
/// red with white stripes, empty. Told apart without colour, too, and on paper.
const SIGNS: [(&str, &str); 4] = [
    ("maju", ""),
    ("berkembang", r#"<circle class="dot" cx="6" cy="6" r="2.5"/>"#),
    ("kurang", r#"<path class="stripe" d="m-3 3 6-6m-6 18L15-3M9 15l6-6"/>"#),
    ("none", ""),
];
const NOT_JUDGED: usize = SIGNS.len() - 1;

/// The town, where areas are too small to see, is drawn once more out at sea: from here, to there, so much larger.
/// In units of the drawing: left, top, width, height.
const TOWN: [f64; 4] = [645.0, 394.0, 75.0, 108.0];
const AT_SEA: [f64; 2] = [734.0, 352.0];
const TIMES: f64 = 3.5;

/// Lines are as thick on a phone as on a desk, and in the enlarged town.
const EVEN: &str = r#"vector-effect="non-scaling-stroke""#;

/// The map: `look` says how each office is drawn. Its links are for a pointer; with the keyboard and by ear
/// the table of the same page is the way, so they are out of its order. A group and not a picture (`img`):
/// a picture may hold no links. The heading with the id `peta` names it.
pub fn map_svg(look: impl Fn(i64) -> Area) -> String {
    let Shapes { areas, size, kecamatan, outline } = list();
    let mut links = SIGNS.map(|_| String::new());
    for shape in areas {
        let area = look(shape.office);
        let sign = SIGNS.iter().position(|(class, _)| *class == area.class).unwrap_or(NOT_JUDGED);
        links[sign].push_str(&link(&area, shape.path));
    }
    let mut svg = format!(r#"<svg class="chart" viewBox="0 0 {size}" role="group" aria-labelledby="peta"><defs>"#);
    for (class, marks) in SIGNS {
        svg.push_str(&pattern(class, marks));
    }
    let [x, y, w, h] = TOWN;
    svg.push_str(&format!(r#"<clipPath id="peta-kota"><path d="M{x} {y}h{w}v{h}h-{w}z"/></clipPath></defs>"#));
    for ((class, _), links) in SIGNS.iter().zip(links) {
        svg.push_str(&format!(r#"<g fill="url(#peta-{class})"><g class="areas" id="peta-a-{class}">{links}</g></g>"#));
    }
    svg.push_str(&format!(
        r##"<g class="limits" id="peta-batas"><use class="under" href="#peta-kecamatan"/><path id="peta-kecamatan" {EVEN} d="{kecamatan}"/><path {EVEN} d="{outline}"/></g>"##
    ));
    svg.push_str(&town());
    svg.push_str("</svg>");
    svg
}

fn link(area: &Area, path: &str) -> String {
    let (to, name) = (encode_double_quoted_attribute(&area.to), encode_text(&area.name));
    format!(r#"<a href="{to}" tabindex="-1"><title>{name}</title><path d="{path}"/></a>"#)
}

/// A pattern for the map, and the same with marks as large in the enlarged town.
fn pattern(class: &str, marks: &str) -> String {
    // Larger than the pattern, so that the line of its border stays outside.
    let ground = ["<path class=\"", class, "\" d=\"M-9-9h30v30H-9z\"/>"].concat();
    let small = format!(r##"<pattern id="peta-{class}-kota" href="#peta-{class}" patternTransform="scale({})"/>"##, 1.0 / TIMES);
    format!(r#"<pattern id="peta-{class}" width="12" height="12" patternUnits="userSpaceOnUse">{ground}{marks}</pattern>{small}"#)
}

/// The areas of the town, used again: what is used takes the pattern from where it is used.
fn town() -> String {
    let ([x, y, w, h], [left, top]) = (TOWN, AT_SEA);
    let (dx, dy) = (left - x * TIMES, top - y * TIMES);
    let again = |(class, _)| format!(r##"<use href="#peta-a-{class}" fill="url(#peta-{class}-kota)"/>"##);
    let areas = SIGNS.map(again).concat();
    let frame = format!(r#"<path class="limits" {EVEN} d="M{x} {y}h{w}v{h}h-{w}z"/>"#);
    let inside = format!(r##"<g clip-path="url(#peta-kota)">{areas}<use href="#peta-batas"/></g>"##);
    format!(r#"<g aria-hidden="true">{frame}<g transform="translate({dx} {dy})scale({TIMES})">{inside}{frame}</g></g>"#)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn plain(office: i64) -> Area {
        Area { class: "maju", name: format!("Desa {office}"), to: format!("/kepatuhan/{office}") }
    }

    #[test]
    fn every_office_has_an_area_and_nothing_else_has() {
        let offices: BTreeSet<i64> =
            include_str!("../../offices/data/offices.csv").lines().skip(1).map(|line| line[..10].parse().unwrap()).collect();
        assert_eq!(list().areas.len(), 217);
        assert_eq!(list().areas.iter().map(|shape| shape.office).collect::<BTreeSet<_>>(), offices);
    }

    #[test]
    fn the_list_has_its_lines_and_its_notice() {
        assert!(LIST.starts_with('#') && LIST.contains("Copyright (c) 2024 Cahya DSN"));
        let Shapes { size, kecamatan, outline, .. } = list();
        assert!(size.starts_with("1000 ") && kecamatan.starts_with('m') && outline.starts_with('m'));
    }

    #[test]
    fn each_village_is_one_link_outside_the_tab_order() {
        let svg = map_svg(plain);
        assert_eq!(svg.matches("<a ").count(), 217);
        assert_eq!(svg.matches(r#" tabindex="-1">"#).count(), 217);
        assert!(svg.contains(r#"<a href="/kepatuhan/3510242008" tabindex="-1"><title>Desa 3510242008</title>"#));
    }

    #[test]
    fn no_name_or_address_closes_its_place() {
        let svg = map_svg(|_| Area { class: "maju", name: "</title><script>&".to_owned(), to: "\"><script>".to_owned() });
        assert!(!svg.contains("<script"));
        assert!(svg.contains("<title>&lt;/title&gt;&lt;script&gt;&amp;</title>"));
    }

    #[test]
    fn a_class_without_a_sign_is_drawn_as_not_judged() {
        assert_eq!(
            map_svg(|office| Area { class: "istimewa", ..plain(office) }),
            map_svg(|office| Area { class: "none", ..plain(office) })
        );
    }

    #[test]
    fn the_drawing_needs_no_style_and_stays_small() {
        let svg = map_svg(plain);
        assert!(!svg.contains("style"));
        assert!(svg.len() < 60_000, "{} bytes", svg.len());
    }
}
