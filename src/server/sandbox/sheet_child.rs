//! The child's work on a spreadsheet: the first sheet of an XLSX file, cell by cell, as texts. What is drawn
//! around them, and formulas, are not looked at: of a formula there is what it gave last.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::sheet::{SheetLimits, SheetRefusal, SheetRow};
use super::wire;

pub fn answer(pieces: &[&[u8]]) -> Option<()> {
    let [limits, bytes] = pieces else { return None };
    let limits = serde_json::from_slice(limits).ok()?;
    wire::write_all(&[&serde_json::to_vec(&read_cells(bytes, limits)).ok()?]).ok()
}

/// One cell after the other: a sheet that says it has a million rows costs what is really in it.
pub fn read_cells(bytes: &[u8], limits: SheetLimits) -> Result<Vec<SheetRow>, SheetRefusal> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| SheetRefusal::Unreadable)?;
    let first = book.sheet_names().first().cloned().ok_or(SheetRefusal::Unreadable)?;
    let mut cells = book.worksheet_cells_reader(&first).map_err(|_| SheetRefusal::Unreadable)?;
    let (mut rows, mut length) = (BTreeMap::<u32, Vec<String>>::new(), 0);
    while let Some(cell) = cells.next_cell().map_err(|_| SheetRefusal::Unreadable)? {
        let ((line, column), text) = (cell.get_position(), text_of(cell.get_value().clone().into()));
        if text.trim().is_empty() || column >= limits.columns {
            continue;
        }
        length += text.len();
        if length > limits.text_bytes {
            return Err(SheetRefusal::Unreadable);
        }
        let row = rows.entry(line).or_default();
        let column = column as usize;
        row.resize(row.len().max(column + 1), String::new());
        row[column] = text;
        if rows.len() > limits.rows {
            return Err(SheetRefusal::TooManyRows);
        }
    }
    Ok(rows.into_iter().map(|(line, cells)| SheetRow { line: line.saturating_add(1), cells }).collect())
}

/// What a person sees in the cell, as they would type it here.
fn text_of(value: Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text,
        Data::Int(number) => number.to_string(),
        // A fraction is written with a comma: with a dot it could be taken for thousands.
        Data::Float(number) => number.to_string().replace('.', ","),
        Data::Bool(true) => "ya".to_owned(),
        Data::Bool(false) => "tidak".to_owned(),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{day:02}-{month:02}-{year}")
        }
        Data::Error(error) => error.to_string(),
    }
}
