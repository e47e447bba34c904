//! From the cells of a file to rows under known heads, or to what is wrong with it. Pure.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::words;
use crate::server::sandbox::SheetRow;

/// What has to be put right; written by us and never read.
pub const REMARK: &str = "keterangan";
pub const REMARK_HEAD: &str = "Keterangan";

/// The name of a column that another program writes, and that has no meaning here.
pub const LEFT_OUT: &str = "";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    pub head: &'static str,
    pub hint: &'static str,
}

/// The column under a head, as somebody may have written it.
pub fn column_under(head: &str, columns: impl Iterator<Item = Column>) -> Option<Column> {
    let written = plain(head);
    let remark = Column { name: REMARK, head: REMARK_HEAD, hint: "" };
    columns.chain([remark]).find(|column| written == plain(column.head) || (!written.is_empty() && written == column.name))
}

/// Without what people do not see: case, and spaces around and within.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

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
    pub fn at(line: u32, head: &str, sentence: impl Into<String>) -> Self {
        Self { line, column: head.to_owned(), sentence: sentence.into() }
    }
}

/// A row under known heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub line: u32,
    cells: Vec<(Column, String)>,
}

impl Row {
    /// What stands in a column, without spaces around it; empty where there is none.
    pub fn cell(&self, name: &str) -> &str {
        self.cells.iter().find(|(known, _)| known.name == name).map_or("", |(_, cell)| cell.trim())
    }

    pub fn cells(&self) -> impl Iterator<Item = (&Column, &str)> {
        self.cells.iter().map(|(column, cell)| (column, cell.as_str()))
    }

    /// The form as the row has it, each cell as `typed` says: what the file has no column for stays as it is in
    /// `form`.
    pub fn over<F: Serialize + DeserializeOwned + Default>(&self, form: &F, typed: impl Fn(&str, &str) -> String) -> F {
        let mut fields = serde_json::to_value(form).unwrap_or_default();
        if let Some(fields) = fields.as_object_mut() {
            for (column, cell) in &self.cells {
                if let Some(field) = fields.get_mut(column.name) {
                    *field = typed(column.name, cell).into();
                }
            }
        }
        serde_json::from_value(fields).unwrap_or_default()
    }

    /// Formulas without a result: what no form would say of a cell.
    pub fn failed_formulas(&self) -> impl Iterator<Item = Fault> {
        let failed = self.cells.iter().filter(|(_, cell)| GALAT.contains(&cell.trim()));
        failed.map(|(column, _)| Fault::at(self.line, column.head, words::FORMULA))
    }
}

/// What spreadsheets write where a formula fails.
const GALAT: [&str; 8] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#DATA!"];

/// The rows of a file under its heads; `column_of` knows which there are.
///
/// # Errors
/// What is wrong with the heads: without them no cell has a meaning.
pub fn read(sheet: &[SheetRow], column_of: impl Fn(&str) -> Option<Column>) -> Result<Vec<Row>, Vec<Fault>> {
    let Some((heads, rows)) = sheet.split_first() else { return Err(vec![Fault::at(1, "", words::EMPTY)]) };
    let columns = columns(heads, column_of)?;
    let row = |row: &SheetRow| {
        let known = columns.iter().zip(row.cells.iter().map(String::as_str).chain(std::iter::repeat("")));
        let cells = known.filter_map(|(column, cell)| Some(((*column)?, cell.to_owned())));
        Row { line: row.line, cells: cells.filter(|(column, _)| ![REMARK, LEFT_OUT].contains(&column.name)).collect() }
    };
    Ok(rows.iter().map(row).collect())
}

/// What each column is; `None` for one without a head.
fn columns(heads: &SheetRow, column_of: impl Fn(&str) -> Option<Column>) -> Result<Vec<Option<Column>>, Vec<Fault>> {
    let (mut columns, mut faults) = (Vec::<Option<Column>>::new(), Vec::new());
    for head in &heads.cells {
        let column = column_of(head);
        let twice = |column: Column| column.name != LEFT_OUT && columns.iter().flatten().any(|known| known.name == column.name);
        let sentence = match column {
            None if head.trim().is_empty() => None,
            None => Some(words::UNKNOWN_HEAD),
            Some(column) if twice(column) => Some(words::HEAD_TWICE),
            Some(_) => None,
        };
        faults.extend(sentence.map(|sentence| Fault::at(heads.line, head, sentence)));
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

/// The file as it came, with a column that says what to put right in each row.
pub fn remarked(sheet: &[SheetRow], faults: &[Fault]) -> Vec<Vec<String>> {
    let wide = sheet.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let is_remark = |head: &String| column_under(head, std::iter::empty()).is_some();
    let old = sheet.first().and_then(|heads| heads.cells.iter().position(is_remark));
    let mut said: std::collections::HashMap<u32, Vec<String>> = std::collections::HashMap::new();
    for fault in faults {
        said.entry(fault.line).or_default().push(words::remark(fault));
    }
    let rows = sheet.iter().enumerate().map(|(at, row)| {
        let mut cells = row.cells.clone();
        cells.resize(wide, String::new());
        old.into_iter().for_each(|old| drop(cells.remove(old)));
        cells.push(if at == 0 { REMARK_HEAD.to_owned() } else { said.get(&row.line).map(|said| said.join(" ")).unwrap_or_default() });
        cells
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRICE: Column = Column { name: "harga", head: "Harga", hint: "" };
    const NAME: Column = Column { name: "nama", head: "Nama produk", hint: "" };
    /// The same under the head that another program gives it, and one that has no meaning here.
    const ALIAS: Column = Column { name: "nama", head: "nama_barang", hint: "" };
    const GMD: Column = Column { name: LEFT_OUT, head: "gmd_name", hint: "" };

    fn column_of(head: &str) -> Option<Column> {
        column_under(head, [PRICE, NAME, ALIAS, GMD].into_iter())
    }

    fn sheet(rows: &[&[&str]]) -> Vec<SheetRow> {
        let row = |(line, cells): (u32, &&[&str])| SheetRow { line, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() };
        (1..).zip(rows).map(row).collect()
    }

    fn faults(rows: &[&[&str]]) -> Vec<(u32, String, String)> {
        let found = match read(&sheet(rows), column_of) {
            Err(faults) => faults,
            Ok(rows) => rows.iter().flat_map(Row::failed_formulas).collect(),
        };
        found.into_iter().map(|fault| (fault.line, fault.column, fault.sentence)).collect()
    }

    #[test]
    fn a_file_without_heads_or_with_strange_ones_is_told_so_before_any_row() {
        assert_eq!(faults(&[]), [(1, String::new(), words::EMPTY.into())]);
        assert_eq!(faults(&[&["Sale", "18000"]]), [(1, String::new(), words::NO_HEADS.into())]);
        assert_eq!(
            faults(&[&["Nama produk", "Haraga", "nama"], &["x"]]),
            [(1, "Haraga".into(), words::UNKNOWN_HEAD.into()), (1, "nama".into(), words::HEAD_TWICE.into())]
        );
        assert_eq!(faults(&[&["Nama produk", "nama_barang"]]), [(1, "nama_barang".into(), words::HEAD_TWICE.into())]);
    }

    #[test]
    fn what_another_program_writes_besides_is_no_fault_and_says_nothing() {
        let rows = read(&sheet(&[&["nama_barang", "gmd_name", "gmd_name"], &["Sale", "Teks", "Teks"]]), column_of).expect("rows");
        assert_eq!((rows[0].cell("nama"), rows[0].cell(LEFT_OUT), rows[0].cells().count()), ("Sale", "", 1));
    }

    #[test]
    fn a_failed_formula_is_found_at_its_cell() {
        let rows: &[&[&str]] = &[&["Nama produk", "Harga"], &["#REF!", "1"], &["Sale", "1"]];
        assert_eq!(faults(rows), [(2, "Nama produk".into(), words::FORMULA.into())]);
    }

    #[test]
    fn what_has_no_column_stays_and_what_has_an_empty_cell_goes() {
        let rows = read(&sheet(&[&["Harga", "Keterangan"], &["", "salah"]]), column_of).expect("rows");
        let form: std::collections::BTreeMap<String, String> =
            [("harga", "18.000"), ("nama", "Sale")].into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        let over = rows[0].over(&form, |_, cell| cell.to_owned());
        assert_eq!((over["harga"].as_str(), over["nama"].as_str()), ("", "Sale"));
    }

    #[test]
    fn a_cell_under_no_head_is_noticed() {
        let rows = sheet(&[&["Nama produk", "", "Harga"], &["Sale", "", "1"], &["Sale", "x", "1"], &["Sale", "", "1", "500"]]);
        assert_eq!(beside_the_heads(&rows).iter().map(|fault| fault.line).collect::<Vec<_>>(), [3, 4]);
    }
}
