//! Tables as text. Excel in Indonesia parts the cells by semicolons; others by commas or tabs.

use crate::server::sandbox::SheetRow;

/// What a spreadsheet takes for a formula at the beginning of a cell (OWASP, CSV injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// What keeps it from doing so; spreadsheets themselves write it so.
const AS_TEXT: char = '\'';

/// The mark of UTF-8, without which Excel takes the text for another writing.
const MARK: char = '\u{FEFF}';

/// Rows as text; [`read`] gives the same cells again.
pub fn write<'a>(rows: impl IntoIterator<Item = &'a [String]>) -> String {
    let mut text = String::from(MARK);
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                text.push(';');
            }
            write_cell(&mut text, cell);
        }
        text.push_str("\r\n");
    }
    text
}

fn write_cell(text: &mut String, cell: &str) {
    let quoted = cell.contains([';', ',', '\t', '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ');
    if quoted {
        text.push('"');
    }
    if reads_as_formula(cell) {
        text.push(AS_TEXT);
    }
    text.push_str(&cell.replace('"', "\"\""));
    if quoted {
        text.push('"');
    }
}

/// A formula, with or without the sign of a text before it: so that what began with such a sign has it again.
fn reads_as_formula(cell: &str) -> bool {
    cell.trim_start_matches(AS_TEXT).starts_with(FORMULA)
}

/// The rows with something in them, at most `most` of them and one more, so that who asks sees that it is
/// too many. A line is counted as a spreadsheet counts it: whatever stands in quotes is one.
pub fn read(text: &str, most: usize) -> Vec<SheetRow> {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let mut letters = text.chars().peekable();
    let parts_by = parting(text);
    let (mut rows, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut within, mut quoted) = (1, false, false);
    loop {
        let letter = letters.next();
        match letter {
            Some('"') if within && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            Some('"') if within => within = false,
            Some(letter) if within => cell.push(letter),
            Some('"') if cell.is_empty() && !quoted => (within, quoted) = (true, true),
            // Of a line break in two letters the second one counts.
            Some('\r') if letters.peek() == Some(&'\n') => {}
            Some('\n' | '\r') | None => {
                end_cell(&mut cells, &mut cell, &mut quoted);
                while cells.last().is_some_and(|cell: &String| cell.trim().is_empty()) {
                    cells.pop();
                }
                if !cells.is_empty() {
                    rows.push(SheetRow { line, cells: std::mem::take(&mut cells) });
                }
                line += 1;
                if letter.is_none() || rows.len() > most {
                    return rows;
                }
            }
            Some(letter) if letter == parts_by => end_cell(&mut cells, &mut cell, &mut quoted),
            Some(letter) => cell.push(letter),
        }
    }
}

fn end_cell(cells: &mut Vec<String>, cell: &mut String, quoted: &mut bool) {
    let text = std::mem::take(cell);
    let as_text = text.strip_prefix(AS_TEXT).filter(|rest| reads_as_formula(rest));
    cells.push(as_text.map(str::to_owned).unwrap_or(text));
    *quoted = false;
}

/// Whichever of the three the heads are parted by.
fn parting(text: &str) -> char {
    let heads = text.trim_start().lines().next().unwrap_or_default();
    let often = |sign: char| heads.matches(sign).count();
    [';', ',', '\t'].into_iter().rev().max_by_key(|sign| often(*sign)).unwrap_or(';')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<(u32, Vec<String>)> {
        read(text, 100).into_iter().map(|row| (row.line, row.cells)).collect()
    }

    fn row(line: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn cells_are_parted_by_what_parts_the_heads() {
        for text in ["a;b\n1,5;2\n", "a,b\r\n\"1,5\",2\r\n", "\u{FEFF}a\tb\r1,5\t2"] {
            assert_eq!(cells(text), [row(1, &["a", "b"]), row(2, &["1,5", "2"])], "{text:?}");
        }
    }

    #[test]
    fn a_row_has_the_number_that_a_spreadsheet_shows() {
        let text = "a;b\n\"satu\ndua\n\ntiga\";1\n\n;;\nx;2";
        assert_eq!(cells(text), [row(1, &["a", "b"]), row(2, &["satu\ndua\n\ntiga", "1"]), row(5, &["x", "2"])]);
    }

    #[test]
    fn quotes_that_are_not_closed_or_stand_within_end_nothing() {
        assert_eq!(cells("a;b\n5\" pipa;\"be\"\"lum"), [row(1, &["a", "b"]), row(2, &["5\" pipa", "be\"lum"])]);
        assert_eq!(cells("a;b\n\"x\" y;1"), [row(1, &["a", "b"]), row(2, &["x y", "1"])]);
        assert_eq!(cells(""), []);
    }

    #[test]
    fn no_cell_of_ours_is_a_formula_for_a_spreadsheet() {
        let rows: Vec<String> = ["=1+1", "+62", "-5", "@SUM(A1)", "'=1", "''-x", "'kata", "biasa"].map(str::to_owned).to_vec();
        let text = write([&rows[..]]);
        let kept = ["'=1+1", "'+62", "'-5", "'@SUM(A1)", "''=1", "'''-x", "'kata", "biasa"];
        assert_eq!(text, ["\u{FEFF}", &kept.join(";"), "\r\n"].concat());
        assert_eq!(cells(&text), [row(1, &["=1+1", "+62", "-5", "@SUM(A1)", "'=1", "''-x", "'kata", "biasa"])]);
    }

    #[test]
    fn of_a_file_without_end_no_more_is_read_than_shows_that_it_is_too_long() {
        let text = "x;y\n".repeat(10_000);
        assert_eq!(read(&text, 2_000).len(), 2_001);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(rows in prop::collection::vec(prop::collection::vec("['=+@a;, \"\n\r\té-]{0,6}", 2..5), 1..6)) {
            // A last cell keeps the empty ones before it in place.
            let rows: Vec<Vec<String>> = rows.into_iter().map(|mut row| { row.push("akhir".into()); row }).collect();
            let head = ["a".to_owned(), "b".to_owned()];
            let text = write(std::iter::once(&head[..]).chain(rows.iter().map(|row| &row[..])));
            let read: Vec<Vec<String>> = read(&text, 100).into_iter().skip(1).map(|row| row.cells).collect();
            prop_assert_eq!(read, rows);
        }

        #[test]
        fn whatever_comes_is_read(text: String) {
            _ = read(&text, 10);
        }
    }
}
