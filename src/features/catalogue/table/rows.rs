//! From the cells of a file to rows that say which product they are about, and what.

use super::columns::{Column, REMARK, column_of, head_of, is_tick, typed};
use super::words;
use crate::features::catalogue::ProductForm;
use crate::server::sandbox::SheetRow;

/// What is wrong with a row, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// As the spreadsheet counts.
    pub line: u32,
    /// The head of the column; empty for what is wrong with the whole row.
    pub column: String,
    pub sentence: String,
}

impl Fault {
    pub fn at(line: u32, column: &str, sentence: impl Into<String>) -> Self {
        Self { line, column: head_of(column).to_owned(), sentence: sentence.into() }
    }
}

/// A row under known heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub line: u32,
    cells: Vec<(&'static str, String)>,
}

impl Row {
    /// What stands in a column, without spaces around it; empty where there is none.
    pub fn cell(&self, name: &str) -> &str {
        self.cells.iter().find(|(known, _)| *known == name).map_or("", |(_, cell)| cell.trim())
    }

    /// The form as the row has it: what the file has no column for stays as it is in `form`.
    pub fn over(&self, form: &ProductForm) -> ProductForm {
        let mut fields = serde_json::to_value(form).unwrap_or_default();
        if let Some(fields) = fields.as_object_mut() {
            for (name, cell) in &self.cells {
                if let Some(field) = fields.get_mut(*name) {
                    *field = typed(name, cell).into();
                }
            }
        }
        serde_json::from_value(fields).unwrap_or_default()
    }

    /// What no form would say of the cells: a formula without a result, and a tick that is neither yes nor no.
    pub fn odd_cells(&self) -> impl Iterator<Item = Fault> {
        self.cells.iter().filter_map(|(name, cell)| {
            let broken = GALAT.contains(&cell.trim());
            let unsure = is_tick(name) && !cell.trim().is_empty() && !["ya", ""].contains(&typed(name, cell).as_str());
            let sentence = if broken { words::FORMULA } else { words::YES_OR_NO };
            (broken || unsure).then(|| Fault::at(self.line, name, sentence))
        })
    }
}

/// What spreadsheets write where a formula fails.
const GALAT: [&str; 8] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#DATA!"];

/// The rows of a file under its heads.
///
/// # Errors
/// What is wrong with the heads: without them no cell has a meaning.
pub fn read(sheet: &[SheetRow]) -> Result<Vec<Row>, Vec<Fault>> {
    let Some((heads, rows)) = sheet.split_first() else { return Err(vec![Fault::at(1, "", words::EMPTY)]) };
    let columns = columns(heads)?;
    let row = |row: &SheetRow| {
        let known = columns.iter().zip(row.cells.iter().map(String::as_str).chain(std::iter::repeat("")));
        let cells = known.filter_map(|(column, cell)| Some(((*column)?.name, cell.to_owned())));
        Row { line: row.line, cells: cells.filter(|(name, _)| *name != REMARK).collect() }
    };
    Ok(rows.iter().map(row).collect())
}

/// What each column is; `None` for one without a head.
fn columns(heads: &SheetRow) -> Result<Vec<Option<Column>>, Vec<Fault>> {
    let (mut columns, mut faults) = (Vec::<Option<Column>>::new(), Vec::new());
    for head in &heads.cells {
        let column = column_of(head);
        let sentence = match column {
            None if head.trim().is_empty() => None,
            None => Some(words::UNKNOWN_HEAD),
            Some(_) if columns.contains(&column) => Some(words::HEAD_TWICE),
            Some(_) => None,
        };
        faults.extend(sentence.map(|sentence| Fault { line: heads.line, column: head.clone(), sentence: sentence.to_owned() }));
        columns.push(column);
    }
    if columns.iter().all(Option::is_none) {
        Err(vec![Fault::at(heads.line, "", words::NO_HEADS)])
    } else if faults.is_empty() {
        Ok(columns)
    } else {
        Err(faults)
    }
}

/// Cells that stand under no head: a comma too many, and all that follows is in the wrong column.
pub fn beside_the_heads(sheet: &[SheetRow]) -> Vec<Fault> {
    let Some((heads, rows)) = sheet.split_first() else { return Vec::new() };
    let headless = |at: usize| heads.cells.get(at).is_none_or(|head| head.trim().is_empty());
    let stray = |row: &&SheetRow| row.cells.iter().enumerate().any(|(at, cell)| headless(at) && !cell.trim().is_empty());
    rows.iter().filter(stray).map(|row| Fault::at(row.line, "", words::NO_HEAD_HERE)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&[&str]]) -> Vec<SheetRow> {
        let row = |(line, cells): (u32, &&[&str])| SheetRow { line, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() };
        (1..).zip(rows).map(row).collect()
    }

    fn faults(rows: &[&[&str]]) -> Vec<(u32, String, &'static str)> {
        let said = |sentence: &str| {
            let all = [words::EMPTY, words::UNKNOWN_HEAD, words::HEAD_TWICE, words::NO_HEADS, words::FORMULA, words::YES_OR_NO];
            all.into_iter().find(|known| *known == sentence).expect("a sentence of ours")
        };
        let found = match read(&sheet(rows)) {
            Err(faults) => faults,
            Ok(rows) => rows.iter().flat_map(Row::odd_cells).collect(),
        };
        found.into_iter().map(|fault| (fault.line, fault.column, said(&fault.sentence))).collect()
    }

    #[test]
    fn a_file_without_heads_or_with_strange_ones_is_told_so_before_any_row() {
        assert_eq!(faults(&[]), [(1, String::new(), words::EMPTY)]);
        assert_eq!(faults(&[&["Sale", "18000"]]), [(1, String::new(), words::NO_HEADS)]);
        assert_eq!(
            faults(&[&["Nama produk", "Haraga", "nama"], &["x"]]),
            [(1, "Haraga".into(), words::UNKNOWN_HEAD), (1, "nama".into(), words::HEAD_TWICE)]
        );
    }

    #[test]
    fn a_failed_formula_and_a_tick_of_neither_kind_are_found_at_their_cell() {
        let rows: &[&[&str]] = &[&["Nama produk", "Halal"], &["#REF!", "ya"], &["Sale", "x"], &["Sale", "Tidak"]];
        assert_eq!(faults(rows), [(2, "Nama produk".into(), words::FORMULA), (3, "Halal".into(), words::YES_OR_NO)]);
    }

    #[test]
    fn what_has_no_column_stays_and_what_has_an_empty_cell_goes() {
        let rows = read(&sheet(&[&["Harga", "Bahan", "Keterangan"], &["20.000", "", "salah"]])).expect("rows");
        let form = ProductForm { nama: "Sale".into(), harga: "18.000".into(), komposisi: "Pisang".into(), ..ProductForm::default() };
        let over = rows[0].over(&form);
        assert_eq!((over.nama.as_str(), over.harga.as_str(), over.komposisi.as_str()), ("Sale", "20.000", ""));
    }

    #[test]
    fn a_cell_under_no_head_is_noticed() {
        let rows = sheet(&[&["Nama produk", "", "Harga"], &["Sale", "", "1"], &["Sale", "x", "1"], &["Sale", "", "1", "500"]]);
        assert_eq!(beside_the_heads(&rows).iter().map(|fault| fault.line).collect::<Vec<_>>(), [3, 4]);
    }
}
