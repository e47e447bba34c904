use leptos::prelude::*;

use super::views::{ReaderForm, RulesForm, ShelfView, TitleForm};
use crate::access::Refusal;
use crate::domain::{BlobId, CopyId, IdemKey, LoanId, ReaderId, ReservationId, StocktakeId, TitleId, Version};
use crate::forms::Posted;
use crate::ui::Next;

/// The circulation desk, with the copy whose label was typed.
#[server(prefix = "/api", endpoint = "library_office/counter")]
pub async fn read_counter(kode: Option<String>, hasil: Option<String>, telat: Option<String>) -> Result<ShelfView, Refusal> {
    let days_late = telat.and_then(|days| days.parse::<u16>().ok()).map_or(0, i32::from);
    let said = super::Said { result: hasil.as_deref().unwrap_or_default(), days_late };
    super::counter(&super::Desk::asked()?, kode.as_deref().unwrap_or_default(), said).await
}

/// Titles of the library, from a place on.
#[server(prefix = "/api", endpoint = "library_office/titles")]
pub async fn read_titles(cari: Option<String>, setelah: Option<String>) -> Result<ShelfView, Refusal> {
    let [typed, seen] = [cari, setelah].map(Option::unwrap_or_default);
    super::titles(&super::Desk::asked()?, &typed, &seen).await
}

/// First the number of a book, then what is not known of it.
#[server(prefix = "/api", endpoint = "library_office/new_title_form")]
pub async fn read_new_title(isbn: Option<String>, tanpa: Option<String>) -> Result<ShelfView, Refusal> {
    super::new_title(&super::Desk::asked()?, isbn.as_deref().unwrap_or_default(), tanpa.as_deref() == Some("ya")).await
}

#[server(prefix = "/api", endpoint = "library_office/title")]
pub async fn read_title_page(id: String, hasil: Option<String>) -> Result<ShelfView, Refusal> {
    let said = super::Said { result: hasil.as_deref().unwrap_or_default(), ..super::Said::default() };
    super::title(&super::Desk::asked()?, id.parse().map_err(|_| Refusal::NotFound)?, said).await
}

#[server(prefix = "/api", endpoint = "library_office/correction_form")]
pub async fn read_correction(id: String) -> Result<ShelfView, Refusal> {
    super::correction(&super::Desk::asked()?, id.parse().map_err(|_| Refusal::NotFound)?).await
}

/// Labels of the copies of a title.
#[server(prefix = "/api", endpoint = "library_office/labels")]
pub async fn read_labels(id: String) -> Result<ShelfView, Refusal> {
    super::labels(&super::Desk::asked()?, id.parse().map_err(|_| Refusal::NotFound)?).await
}

/// Readers, from a place on, or those that were searched.
#[server(prefix = "/api", endpoint = "library_office/readers")]
pub async fn read_readers(cari: Option<String>, setelah: Option<String>) -> Result<ShelfView, Refusal> {
    let [typed, seen] = [cari, setelah].map(Option::unwrap_or_default);
    super::readers(&super::Desk::asked()?, &typed, &seen).await
}

#[server(prefix = "/api", endpoint = "library_office/reader")]
pub async fn read_reader_page(id: String, hasil: Option<String>) -> Result<ShelfView, Refusal> {
    let said = super::Said { result: hasil.as_deref().unwrap_or_default(), ..super::Said::default() };
    super::reader(&super::Desk::asked()?, id.parse().map_err(|_| Refusal::NotFound)?, said).await
}

#[server(prefix = "/api", endpoint = "library_office/card")]
pub async fn read_card(id: String) -> Result<ShelfView, Refusal> {
    super::card(&super::Desk::asked()?, id.parse().map_err(|_| Refusal::NotFound)?).await
}

/// Labels or cards (`apa`) with the numbers `nomor`, to be printed by the sheet.
#[server(prefix = "/api", endpoint = "library_office/sheets")]
pub async fn read_sheets(apa: String, nomor: Option<String>) -> Result<ShelfView, Refusal> {
    super::sheets(&super::Desk::asked()?, &apa, nomor.as_deref().unwrap_or_default()).await
}

#[server(prefix = "/api", endpoint = "library_office/rules_form")]
pub async fn read_library_rules(hasil: Option<String>) -> Result<ShelfView, Refusal> {
    let said = super::Said { result: hasil.as_deref().unwrap_or_default(), ..super::Said::default() };
    super::rules(&super::Desk::asked()?, said).await
}

/// Nobody reads the file `_id` any more.
#[server(prefix = "/api", endpoint = "library_office/remove_book_file")]
pub async fn remove_book_file_here(#[server(rename = "_id")] id: BlobId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::doors::remove_file(id, key).await
}

/// The title `_id` is shown without its cover again.
#[server(prefix = "/api", endpoint = "library_office/remove_cover")]
pub async fn remove_cover_here(#[server(rename = "_id")] id: TitleId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::doors::remove_cover(id, key).await
}

#[server(prefix = "/api", endpoint = "library_office/lend")]
pub async fn lend_copy_here(
    #[server(rename = "_id")] id: CopyId,
    #[server(default)] kartu: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::circulation::lend(id, &kartu, key).await
}

#[server(prefix = "/api", endpoint = "library_office/return")]
pub async fn return_copy_here(#[server(rename = "_id")] id: CopyId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::circulation::take_back(id, key).await
}

#[server(prefix = "/api", endpoint = "library_office/renew")]
pub async fn renew_loan_here(#[server(rename = "_id")] id: LoanId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::circulation::renew(id, key).await
}

/// A copy that was put aside goes back to the shelf, or to whoever is next.
#[server(prefix = "/api", endpoint = "library_office/let_go")]
pub async fn let_copy_go(#[server(rename = "_id")] id: CopyId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::circulation::let_go(id, key).await
}

#[server(prefix = "/api", endpoint = "library_office/visitor")]
pub async fn count_visitor(#[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::circulation::count_visitor(key).await
}

/// For the reader `_id`: a book is lent, or reserved.
#[server(prefix = "/api", endpoint = "library_office/serve")]
pub async fn serve_reader(
    #[server(rename = "_id")] id: ReaderId,
    #[server(default)] label: String,
    #[server(default)] lakukan: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::circulation::serve(id, &label, lakukan == "lain", key).await
}

#[server(prefix = "/api", endpoint = "library_office/cancel")]
pub async fn cancel_place(#[server(rename = "_id")] id: ReservationId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::circulation::cancel(id, key).await
}

#[server(prefix = "/api", endpoint = "library_office/add_title")]
pub async fn write_title(
    #[server(flatten)] form: TitleForm,
    #[server(default)] isbn: String,
    #[server(default)] eksemplar: String,
    #[server(default)] rak: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::add_title(&form, &isbn, (&eksemplar, &rak), key).await
}

#[server(prefix = "/api", endpoint = "library_office/add_copies")]
pub async fn write_copies(
    #[server(rename = "_id")] id: TitleId,
    #[server(default)] eksemplar: String,
    #[server(default)] rak: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::add_copies(id, &eksemplar, &rak, key).await
}

#[server(prefix = "/api", endpoint = "library_office/correct")]
pub async fn write_correction(
    #[server(flatten)] form: TitleForm,
    #[server(default)] isbn: String,
    #[server(rename = "_id")] id: TitleId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::correct(id, seen, &form, &isbn, key).await
}

/// A copy of the title `_judul` is lost, damaged or withdrawn.
#[server(prefix = "/api", endpoint = "library_office/lose")]
pub async fn lose_copy_here(
    #[server(rename = "_judul")] title: TitleId,
    #[server(default)] buku: String,
    #[server(default)] sebab: String,
    #[server(default)] alasan: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::lose(title, &buku, &sebab, &alasan, key).await
}

#[server(prefix = "/api", endpoint = "library_office/restore")]
pub async fn restore_copy_here(
    #[server(rename = "_id")] id: CopyId,
    #[server(rename = "_hitung")] stocktake: Option<StocktakeId>,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::restore(id, stocktake, key).await
}

#[server(prefix = "/api", endpoint = "library_office/new_reader")]
pub async fn write_new_reader(#[server(flatten)] form: ReaderForm, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::doors::new_reader(&form, key).await
}

#[server(prefix = "/api", endpoint = "library_office/change_reader")]
pub async fn write_reader(
    #[server(flatten)] form: ReaderForm,
    #[server(rename = "_id")] id: ReaderId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::change_reader(id, seen, &form, key).await
}

/// By what the reader `_id` is told from another of the same name.
#[server(prefix = "/api", endpoint = "library_office/describe_reader")]
pub async fn describe_reader_here(
    #[server(rename = "_id")] id: ReaderId,
    #[server(rename = "_seen")] seen: Version,
    ciri: Option<String>,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::describe_reader(id, seen, &ciri.unwrap_or_default(), key).await
}

#[server(prefix = "/api", endpoint = "library_office/rules")]
pub async fn keep_library_rules(
    #[server(flatten)] form: RulesForm,
    #[server(rename = "_seen")] seen: Option<Version>,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::keep_rules(&form, seen, key).await
}

/// Where a file of books is brought in; with the file `berkas` that was, and what it would do.
#[server(prefix = "/api", endpoint = "library_office/import")]
pub async fn read_book_import(berkas: Option<String>, hasil: Option<String>) -> Result<ShelfView, Refusal> {
    let [file, result] = [berkas, hasil].map(Option::unwrap_or_default);
    crate::features::library::table::import_page(&super::Desk::asked()?, &file, &result).await
}

/// Writes what the file says, if all is still as `_seen` says.
#[server(prefix = "/api", endpoint = "library_office/import_books")]
pub async fn bring_books(
    #[server(rename = "_berkas")] file: String,
    #[server(rename = "_seen")]
    #[server(default)]
    seen: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    crate::features::library::table::import(&file, &seen, key).await
}

/// Going through the shelves: with the label `kode` that was read last, or the list of what was not seen.
#[server(prefix = "/api", endpoint = "library_office/stocktake")]
pub async fn read_stocktake(
    hasil: Option<String>,
    kode: Option<String>,
    daftar: Option<String>,
    setelah: Option<String>,
) -> Result<ShelfView, Refusal> {
    let [result, label, after] = [hasil, kode, setelah].map(Option::unwrap_or_default);
    let read = super::Read { result: &result, label: &label, list: daftar.as_deref() == Some("ya"), after: &after };
    super::stocktake(&super::Desk::asked()?, read).await
}

#[server(prefix = "/api", endpoint = "library_office/stocktake_result")]
pub async fn read_stocktake_result(id: String, hasil: Option<String>, setelah: Option<String>) -> Result<ShelfView, Refusal> {
    let [result, after] = [hasil, setelah].map(Option::unwrap_or_default);
    let said = super::Said { result: &result, ..super::Said::default() };
    super::stocktake_result(&super::Desk::asked()?, id.parse().map_err(|_| Refusal::NotFound)?, said, &after).await
}

#[server(prefix = "/api", endpoint = "library_office/begin_stocktake")]
pub async fn begin_counting(#[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::stocktaking::begin(key).await
}

/// A label was read in the stock-taking `_id`.
#[server(prefix = "/api", endpoint = "library_office/count")]
pub async fn count_label(
    #[server(rename = "_id")] id: StocktakeId,
    #[server(default)] label: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::stocktaking::count(id, &label, key).await
}

/// Copies of the shelf list that somebody has ticked.
#[server(prefix = "/api", endpoint = "library_office/count_ticked")]
pub async fn count_ticked(
    #[server(rename = "_id")] id: StocktakeId,
    #[server(rename = "_key")] key: IdemKey,
    #[server(flatten)] posted: Posted,
) -> Result<Next, Refusal> {
    super::stocktaking::count_ticked(id, posted, key).await
}

#[server(prefix = "/api", endpoint = "library_office/end_stocktake")]
pub async fn end_counting(#[server(rename = "_id")] id: StocktakeId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::stocktaking::end(id, key).await
}

/// A copy that the stock-taking `_id` has not seen is lost.
#[server(prefix = "/api", endpoint = "library_office/lose_missing")]
pub async fn lose_missing(
    #[server(rename = "_id")] id: StocktakeId,
    #[server(default)] buku: String,
    #[server(default)] alasan: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::stocktaking::lose(id, &buku, &alasan, key).await
}
