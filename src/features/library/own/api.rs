use leptos::prelude::*;

use super::OwnLoansView;
use crate::access::Refusal;
use crate::domain::{IdemKey, LoanId, TitleId};
use crate::ui::Next;

/// What one has, what one waits for, and what one had.
#[server(prefix = "/api", endpoint = "library_own/loans")]
pub async fn read_own_loans(hasil: Option<String>) -> Result<OwnLoansView, Refusal> {
    super::doors::loans(hasil.as_deref().unwrap_or_default()).await
}

/// `nama`: for the card of who is no reader there yet; `_dari`: the office whose library sends it there.
#[server(prefix = "/api", endpoint = "library_own/reserve")]
pub async fn reserve_here(
    nama: Option<String>,
    #[server(rename = "_kantor")] office: String,
    #[server(rename = "_dari")] from: Option<String>,
    #[server(rename = "_judul")] title: TitleId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::reserve(nama, [&office, &from.unwrap_or_default()], title, key).await
}

#[server(prefix = "/api", endpoint = "library_own/renew")]
pub async fn renew_here(
    #[server(rename = "_kantor")] office: String,
    #[server(rename = "_id")] id: LoanId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::renew(&office, id, key).await
}

/// Gives up a place in a queue, or what another library was asked for.
#[server(prefix = "/api", endpoint = "library_own/cancel")]
pub async fn cancel_here(
    #[server(rename = "_kantor")] office: String,
    #[server(rename = "_id")] id: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::cancel(&office, &id, key).await
}
