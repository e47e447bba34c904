use serde::{Deserialize, Serialize};

use crate::domain::IdemKey;
use crate::forms::Choice;
use crate::ui::{Frame, MarkView, Way};

/// `/kantor/produk/impor`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportView {
    pub frame: Frame,
    /// What was written just now.
    pub result: Option<String>,
    /// Each column and what belongs into it.
    pub columns: Vec<(String, String)>,
    /// The file that was looked through.
    pub draft: Option<DraftView>,
}

/// What a file would do. Nothing of it is done yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftView {
    /// Its name, under which it is kept.
    pub file: String,
    /// Who must act, an icon, what it comes to, and what to do.
    pub verdict: (String, String, String, String),
    /// How many rows are new, changed, unchanged and wrong.
    pub counts: Vec<(String, String)>,
    /// The first of them.
    pub wrong: Vec<WrongRow>,
    /// How many more there are.
    pub more_wrong: Option<String>,
    /// The file with what has to be put right.
    pub corrected: Option<Way>,
    pub changed: Vec<ChangedRow>,
    pub more_changed: Option<String>,
    /// "Ajukan 12 produk", when it can be written.
    pub button: Option<String>,
    /// Each row about a product there is, as it was seen: `17:3,18:1`.
    pub seen: String,
    pub key: IdemKey,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrongRow {
    pub line: u32,
    pub column: String,
    pub sentence: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedRow {
    pub line: u32,
    pub name: String,
    /// "Produk baru di Dapur Bu Yuni", "Harga: Rp18.000 → Rp20.000".
    pub what: String,
}

/// `/kantor/produk/tabel`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableView {
    pub frame: Frame,
    pub result: Option<String>,
    /// Heads of the columns that are typed in, by the name of their field.
    pub heads: Vec<String>,
    pub rows: Vec<TableRow>,
    pub supplies: Vec<Choice>,
    /// Where this page begins, and the next one.
    pub here: String,
    pub next: Option<String>,
    pub key: IdemKey,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRow {
    pub id: String,
    pub seen: String,
    /// As it is called now.
    pub name: String,
    /// What stands in the cells, in the order of the heads.
    pub cells: Vec<String>,
    pub shop: String,
    pub mark: MarkView,
    pub to: String,
}
