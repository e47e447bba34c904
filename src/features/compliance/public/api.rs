use leptos::prelude::*;

use super::{BoardPageView, OfficeResultView};
use crate::access::Refusal;

/// Results of all offices of the last public campaign; `kelas` and `kecamatan` choose among them.
#[server(prefix = "/api", endpoint = "compliance/board")]
pub async fn read_board(kelas: Option<String>, kecamatan: Option<String>) -> Result<BoardPageView, Refusal> {
    let [class, kecamatan] = [kelas, kecamatan].map(Option::unwrap_or_default);
    super::read::board(&class, &kecamatan).await
}

/// The result of one office.
#[server(prefix = "/api", endpoint = "compliance/office")]
pub async fn read_office_result(slug: String) -> Result<OfficeResultView, Refusal> {
    super::read::office(&slug).await
}
