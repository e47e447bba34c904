//! Classes of a campaign as bars, drawn to the end by the server: the browser gets no code for it.

use std::fmt::Write as _;

use html_escape::{encode_double_quoted_attribute, encode_text};

use super::views::KecamatanLine;

/// In units of the drawing: where bars begin, how long the longest may be, from row to row, and how high a bar is.
const LEFT: u32 = 100;
const LONGEST: u32 = 270;
const ROW: u32 = 22;
const HIGH: u32 = 18;

/// A class as charts have it, its word, and whether its figure stands on a dark ground.
const CLASSES: [(&str, &str, bool); 4] =
    [("maju", "Maju", true), ("berkembang", "Berkembang", false), ("kurang", "Kurang", true), ("none", "Belum dinilai", false)];

/// A row a kecamatan, in it a bar a class, as long as it has offices. Empty for no kecamatan.
pub fn bars(lines: &[KecamatanLine]) -> String {
    let most = lines.iter().map(|line| line.counts.iter().sum::<u32>()).max().unwrap_or_default();
    if most == 0 {
        return String::new();
    }
    let height = ROW * u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let says = encode_double_quoted_attribute(&spoken(lines)).into_owned();
    let mut svg = format!(r#"<svg class="chart" viewBox="0 0 {} {height}" role="img" aria-label="{says}">"#, LEFT + LONGEST);
    for (top, line) in (0..).step_by(ROW as usize).zip(lines) {
        row(&mut svg, top, line, most);
    }
    [legend(), svg, "</svg>".to_owned()].concat()
}

fn row(svg: &mut String, top: u32, line: &KecamatanLine, most: u32) {
    let base = top + 14;
    let name = encode_text(&line.name);
    _ = write!(svg, r#"<text x="{}" y="{base}" text-anchor="end">{name}</text>"#, LEFT - 6);
    let mut before = 0;
    for ((class, _, dark), count) in CLASSES.iter().zip(line.counts).filter(|(_, count)| *count > 0) {
        // Ends are worked out, not lengths: what is cut off one bar is given to the next.
        let [from, to] = [before, before + count].map(|offices| LEFT + LONGEST * offices / most);
        before += count;
        let (width, middle) = ((to - from).saturating_sub(2).max(1), (from + to) / 2 - 1);
        let on = if *dark { r#" class="on-dark""# } else { "" };
        let class = drawn_as(class);
        _ = write!(svg, r#"<rect {class} x="{from}" y="{top}" width="{width}" height="{HIGH}"/>"#);
        _ = write!(svg, r#"<text{on} x="{middle}" y="{base}" text-anchor="middle">{count}</text>"#);
    }
}

fn drawn_as(class: &str) -> String {
    ["class=\"", class, "\""].concat()
}

fn legend() -> String {
    let sign = |(class, word, _): &(&str, &str, bool)| {
        let square = ["<path ", &drawn_as(class), " d=\"M0 0h16v16H0z\"/>"].concat();
        ["<span><svg class=\"chart\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">", &square, "</svg>", word, "</span>"].concat()
    };
    ["<p class=\"legend-row\">", &CLASSES.iter().map(sign).collect::<String>(), "</p>"].concat()
}

/// All of it together; what each kecamatan has stands in the table beside it.
fn spoken(lines: &[KecamatanLine]) -> String {
    let of = |at: usize| lines.iter().map(|line| line.counts[at]).sum::<u32>();
    let said = CLASSES.iter().zip(0..).map(|((_, word, _), at)| [&of(at).to_string(), " ", &word.to_lowercase()].concat());
    [&said.collect::<Vec<_>>().join(", "), ". Angka tiap kecamatan ada di tabel."].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, counts: [u32; 4]) -> KecamatanLine {
        KecamatanLine { name: name.into(), counts }
    }

    #[test]
    fn bars_are_as_long_as_their_offices_and_the_longest_row_fills_the_drawing() {
        let drawn = bars(&[line("Licin", [3, 0, 1, 0]), line("Giri", [0, 2, 0, 0])]);
        assert!(drawn.contains(r#"<rect class="maju" x="100" y="0" width="200" height="18"/>"#), "{drawn}");
        assert!(drawn.contains(r#"<rect class="kurang" x="302" y="0" width="66" height="18"/>"#), "{drawn}");
        assert!(drawn.contains(r#"<rect class="berkembang" x="100" y="22" width="133" height="18"/>"#), "{drawn}");
        assert!(drawn.contains(r#"viewBox="0 0 370 44""#) && drawn.contains("3 maju, 2 berkembang, 1 kurang, 0 belum dinilai"), "{drawn}");
        assert_eq!(drawn.matches("<rect").count(), 3, "no bar for none");
    }

    #[test]
    fn what_is_called_anything_is_no_markup_and_nothing_is_drawn_of_nothing() {
        assert!(bars(&[line("<b>&", [1, 0, 0, 0])]).contains(">&lt;b&gt;&amp;</text>"));
        assert_eq!(bars(&[line("Giri", [0; 4])]) + &bars(&[]), "");
    }
}
