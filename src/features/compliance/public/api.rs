use leptos::prelude::*;

use super::{BoardPageView, OfficeResultView, VillagePageView};
use crate::access::Refusal;

/// Results of all offices of the last public campaign; `kelas` and `kecamatan` choose among them, `per` is a day. Those
/// that were not judged stand in it with `semua=1`.
#[server(prefix = "/api", endpoint = "compliance/board")]
pub async fn read_board(
    kelas: Option<String>,
    kecamatan: Option<String>,
    semua: Option<String>,
    per: Option<String>,
) -> Result<BoardPageView, Refusal> {
    let [class, kecamatan, all, day] = [kelas, kecamatan, semua, per].map(Option::unwrap_or_default);
    super::read::board(&class, &kecamatan, all == "1", &day).await
}

/// The result of one office, now or on a day.
#[server(prefix = "/api", endpoint = "compliance/office")]
pub async fn read_office_result(slug: String, per: Option<String>) -> Result<OfficeResultView, Refusal> {
    super::read::office(&slug, &per.unwrap_or_default()).await
}

/// One office by its slug, with the way to its result; or the choice between offices of the same name.
#[server(prefix = "/api", endpoint = "offices/village")]
pub async fn read_village(slug: String) -> Result<VillagePageView, Refusal> {
    super::village::village(&slug).await
}
