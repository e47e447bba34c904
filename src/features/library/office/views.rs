//! What the screens of a library's desk are given. All are a title and parts, which the server has put together,
//! so that the browser has one drawing for ten pages.

use serde::{Deserialize, Serialize};

use crate::domain::IdemKey;
use crate::forms::Choice;
use crate::ui::{Frame, MarkView, NoteView, Way};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShelfView {
    pub frame: Frame,
    pub back: Option<Way>,
    pub title: String,
    /// What the last act has done.
    pub result: Option<String>,
    pub notes: Vec<NoteView>,
    pub find: Option<FindView>,
    pub ways: Vec<Way>,
    pub parts: Vec<PartView>,
    /// Where the list goes on.
    pub next: Option<String>,
    /// A sheet to be printed, drawn by the server; then there is nothing else.
    pub sheet: Option<String>,
    pub key: IdemKey,
}

/// One field that asks for another view of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindView {
    /// Where it leads.
    pub to: String,
    pub name: String,
    pub label: String,
    pub hint: String,
    pub typed: String,
    /// What is wrong with what was typed.
    pub problem: Option<String>,
    pub button: String,
}

/// A sheet of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartView {
    pub title: String,
    /// What must be read from some steps away.
    pub large: String,
    /// What the server has drawn to the end.
    pub drawn: String,
    pub says: Vec<String>,
    pub facts: Vec<(String, String)>,
    pub rows: Vec<RowView>,
    pub forms: Vec<FormView>,
    pub ways: Vec<Way>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowView {
    /// Where it leads, and what it is called; no address for what has no page.
    pub way: Way,
    pub more: Vec<String>,
    pub mark: Option<MarkView>,
    pub forms: Vec<FormView>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormView {
    /// The last part of the address of the act: `lend`.
    pub act: String,
    /// The line behind which it is folded; empty where it lies open.
    pub title: String,
    pub says: String,
    pub hidden: Vec<(String, String)>,
    pub fields: Vec<FieldView>,
    pub buttons: Vec<ButtonView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ButtonView {
    pub label: String,
    /// What its press adds under `lakukan`; no more than one of a form may be `lain`.
    pub other: bool,
    pub main: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldView {
    pub name: String,
    pub asked: Asked,
    pub label: String,
    pub hint: Option<String>,
    pub options: Vec<Choice>,
    pub value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asked {
    Line,
    Lines,
    Digits,
    Tick,
    /// A few choices that one can see.
    Few,
    /// A list that opens.
    Many,
    /// A file, in the one form that brings one.
    File,
}

/// A title as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TitleForm {
    pub nama_buku: String,
    pub pengarang: String,
    pub penerbit: String,
    pub tahun: String,
    pub bahasa: String,
    pub sasaran: String,
    pub kelas: String,
    pub ringkasan: String,
}

/// A reader as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReaderForm {
    pub nama: String,
    /// `dewasa` or `anak`.
    pub jenis: String,
    /// The card of a child's guardian.
    pub wali: String,
    pub aktif: String,
}

/// A meeting of the reading club as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MeetingForm {
    pub bacaan: String,
    pub tanggal: String,
    pub pukul: String,
    pub tempat: String,
    pub tautan: String,
}

/// What a library allows, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RulesForm {
    pub pinjam: String,
    pub hari: String,
    pub perpanjang: String,
    pub sisih: String,
    pub buka_senin: String,
    pub buka_selasa: String,
    pub buka_rabu: String,
    pub buka_kamis: String,
    pub buka_jumat: String,
    pub buka_sabtu: String,
    pub buka_minggu: String,
    /// One day a line.
    pub tutup: String,
    pub jam: String,
}

impl RulesForm {
    /// The ticks from Monday on.
    pub fn days(&self) -> [&str; 7] {
        [&self.buka_senin, &self.buka_selasa, &self.buka_rabu, &self.buka_kamis, &self.buka_jumat, &self.buka_sabtu, &self.buka_minggu]
            .map(String::as_str)
    }
}
