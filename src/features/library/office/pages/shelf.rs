//! The pages of a library's desk: each asks for its own view, and all are drawn alike.

use leptos::prelude::*;

use super::drawing::shelf_view;
use crate::features::library::office::{
    ReadBookImport, ReadCard, ReadClub, ReadCorrection, ReadCounter, ReadInterloans, ReadLabels, ReadLibraryRules, ReadNewTitle,
    ReadReaderPage, ReadReaders, ReadSheets, ReadStocktake, ReadStocktakeResult, ReadTitlePage, ReadTitles, ShelfView,
};
use crate::ui::{Ask, Read, load, read};

const COUNTER: Read<ShelfView> = read::<ReadCounter, _>();
const TITLES: Read<ShelfView> = read::<ReadTitles, _>();
const NEW_TITLE: Read<ShelfView> = read::<ReadNewTitle, _>();
const TITLE: Read<ShelfView> = read::<ReadTitlePage, _>();
const CORRECTION: Read<ShelfView> = read::<ReadCorrection, _>();
const LABELS: Read<ShelfView> = read::<ReadLabels, _>();
const READERS: Read<ShelfView> = read::<ReadReaders, _>();
const READER: Read<ShelfView> = read::<ReadReaderPage, _>();
const CARD: Read<ShelfView> = read::<ReadCard, _>();
const IMPORT: Read<ShelfView> = read::<ReadBookImport, _>();
const SHEETS: Read<ShelfView> = read::<ReadSheets, _>();
const STOCKTAKE: Read<ShelfView> = read::<ReadStocktake, _>();
const STOCKTAKE_RESULT: Read<ShelfView> = read::<ReadStocktakeResult, _>();
const INTERLOANS: Read<ShelfView> = read::<ReadInterloans, _>();
const CLUB: Read<ShelfView> = read::<ReadClub, _>();
const RULES: Read<ShelfView> = read::<ReadLibraryRules, _>();

/// `/kantor/pustaka`
#[component]
pub fn CounterPage() -> AnyView {
    load(COUNTER, Ask::nothing().query("kode").query("hasil").query("telat"), shelf_view)
}

/// `/kantor/pustaka/buku`
#[component]
pub fn TitlesPage() -> AnyView {
    load(TITLES, Ask::nothing().query("cari").query("setelah"), shelf_view)
}

/// `/kantor/pustaka/buku/baru`
#[component]
pub fn NewTitlePage() -> AnyView {
    load(NEW_TITLE, Ask::nothing().query("isbn").query("tanpa"), shelf_view)
}

/// `/kantor/pustaka/buku/{id}`
#[component]
pub fn ShelfTitlePage() -> AnyView {
    load(TITLE, Ask::nothing().param("id").query("hasil"), shelf_view)
}

/// `/kantor/pustaka/buku/{id}/ubah`
#[component]
pub fn CorrectionPage() -> AnyView {
    load(CORRECTION, Ask::nothing().param("id"), shelf_view)
}

/// `/kantor/pustaka/buku/{id}/label`
#[component]
pub fn LabelsPage() -> AnyView {
    load(LABELS, Ask::nothing().param("id"), shelf_view)
}

/// `/kantor/pustaka/pembaca`
#[component]
pub fn ReadersPage() -> AnyView {
    load(READERS, Ask::nothing().query("cari").query("setelah"), shelf_view)
}

/// `/kantor/pustaka/pembaca/{id}`
#[component]
pub fn ReaderPage() -> AnyView {
    load(READER, Ask::nothing().param("id").query("hasil"), shelf_view)
}

/// `/kantor/pustaka/pembaca/{id}/kartu`
#[component]
pub fn ReaderCardPage() -> AnyView {
    load(CARD, Ask::nothing().param("id"), shelf_view)
}

/// `/kantor/pustaka/aturan`
#[component]
pub fn LibraryRulesPage() -> AnyView {
    load(RULES, Ask::nothing().query("hasil"), shelf_view)
}

/// `/kantor/pustaka/impor`
#[component]
pub fn ImportBooksPage() -> AnyView {
    load(IMPORT, Ask::nothing().query("berkas").query("hasil"), shelf_view)
}

/// `/kantor/pustaka/hitung`
#[component]
pub fn StocktakePage() -> AnyView {
    load(STOCKTAKE, Ask::nothing().query("hasil").query("kode").query("daftar").query("setelah"), shelf_view)
}

/// `/kantor/pustaka/hitung/{id}`
#[component]
pub fn StocktakeResultPage() -> AnyView {
    load(STOCKTAKE_RESULT, Ask::nothing().param("id").query("hasil").query("setelah"), shelf_view)
}

/// `/kantor/pustaka/antar`
#[component]
pub fn InterloansPage() -> AnyView {
    load(INTERLOANS, Ask::nothing().query("hasil"), shelf_view)
}

/// `/kantor/pustaka/cetak/{apa}`
#[component]
pub fn SheetsPage() -> AnyView {
    load(SHEETS, Ask::nothing().param("apa").query("nomor"), shelf_view)
}

/// `/kantor/pustaka/kelompok`
#[component]
pub fn ClubPage() -> AnyView {
    load(CLUB, Ask::nothing().query("hasil").query("setelah"), shelf_view)
}
