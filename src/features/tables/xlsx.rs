use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::Outside;
use crate::access::Refusal;
use crate::server::incident;

/// A table as a spreadsheet: the first row are its heads. Texts are texts, so that nothing in them is run,
/// and what is typed beside them is taken as it is typed; only plain figures are numbers.
///
/// # Errors
/// `Internal` when there is more than a spreadsheet holds.
pub fn write<'a>(rows: impl IntoIterator<Item = &'a [String]>, outside: Outside) -> Result<Vec<u8>, Refusal> {
    let mut book = Workbook::new();
    fill(book.add_worksheet(), rows, outside)
        .and_then(|()| book.save_to_buffer())
        .map_err(|error| incident::report("no spreadsheet", &error))
}

fn fill<'a>(sheet: &mut Worksheet, rows: impl IntoIterator<Item = &'a [String]>, outside: Outside) -> Result<(), XlsxError> {
    let heads = Format::new().set_bold();
    let text = Format::new().set_num_format("@").set_align(FormatAlign::Top).set_text_wrap();
    let number = Format::new().set_num_format("0").set_align(FormatAlign::Top);
    let mut numbers = Vec::new();
    sheet.set_name(outside.name)?.set_freeze_panes(1, 0)?;
    for (line, row) in (0_u32..).zip(rows) {
        for (at, cell) in (0_u16..).zip(row) {
            if line == 0 {
                let figures = (outside.figures)(cell);
                numbers.push(figures);
                sheet.set_column_width(at, if figures { 12 } else { 24 })?;
                sheet.set_column_format(at, if figures { &number } else { &text })?;
                sheet.write_string_with_format(line, at, cell, &heads)?;
            } else if let Some(figure) = figure(cell).filter(|_| numbers.get(usize::from(at)) == Some(&true)) {
                sheet.write_number_with_format(line, at, figure, &number)?;
            } else if !cell.is_empty() {
                sheet.write_string_with_format(line, at, cell, &text)?;
            }
        }
    }
    Ok(())
}

/// Digits that are the same number when they are read again.
fn figure(cell: &str) -> Option<f64> {
    let plain = cell.bytes().all(|digit| digit.is_ascii_digit()) && cell.len() <= 12 && (cell == "0" || !cell.starts_with('0'));
    if plain { cell.parse().ok() } else { None }
}
