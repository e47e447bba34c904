use serde::{Deserialize, Serialize};

use super::wire;

/// How much of a spreadsheet is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetLimits {
    /// Rows with something in them.
    pub rows: usize,
    /// What stands further to the right is not read.
    pub columns: u32,
    /// Of all cells together, as text.
    pub text_bytes: usize,
}

/// A row with something in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRow {
    /// As the spreadsheet counts: the first is 1.
    pub line: u32,
    /// From the first column to the last that is not empty.
    pub cells: Vec<String>,
}

/// Why the cells of a file are not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetRefusal {
    /// No spreadsheet, a broken one, or one that is too much work.
    Unreadable,
    TooManyRows,
    /// All places were taken for a long time; the same may be sent again.
    Busy,
    /// No child could work; `doctor` says why.
    Broken,
}

/// Twice the text: JSON writes some letters in several.
pub(super) const fn most_answer_bytes(limits: SheetLimits) -> u64 {
    2 * limits.text_bytes as u64 + (1 << 20)
}

/// The child is as trustworthy as the bytes it worked on.
pub(super) fn read(answer: &[u8], limits: SheetLimits) -> Result<Vec<SheetRow>, SheetRefusal> {
    let pieces = wire::unpack(answer).ok_or(SheetRefusal::Broken)?;
    let [rows] = pieces[..] else { return Err(SheetRefusal::Broken) };
    let rows = serde_json::from_slice::<Result<Vec<SheetRow>, SheetRefusal>>(rows).map_err(|_| SheetRefusal::Broken)??;
    if rows.len() <= limits.rows { Ok(rows) } else { Err(SheetRefusal::Broken) }
}
