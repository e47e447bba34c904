use leptos::prelude::*;

use super::views::ShelfView;
use crate::access::Refusal;
use crate::domain::{IdemKey, InterloanId, TitleId};
use crate::ui::Next;

/// What goes to other libraries and comes from them.
#[server(prefix = "/api", endpoint = "library_office/interloans")]
pub async fn read_interloans(hasil: Option<String>) -> Result<ShelfView, Refusal> {
    super::interloans(&super::Desk::asked()?, hasil.as_deref().unwrap_or_default()).await
}

/// The library `dari` is asked for a copy of the title `_judul`, for the reader with the card `kartu`.
#[server(prefix = "/api", endpoint = "library_office/ask_interloan")]
pub async fn ask_interloan(
    #[server(rename = "_judul")] title: TitleId,
    #[server(default)] kartu: String,
    #[server(default)] dari: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::interloaning::ask(title, &kartu, &dari, key).await
}

#[server(prefix = "/api", endpoint = "library_office/cancel_interloan")]
pub async fn cancel_interloan(#[server(rename = "_id")] id: InterloanId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::interloaning::cancel(id, key).await
}

#[server(prefix = "/api", endpoint = "library_office/send_interloan")]
pub async fn send_interloan(
    #[server(rename = "_id")] id: InterloanId,
    #[server(default)] label: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::interloaning::send(id, &label, key).await
}

#[server(prefix = "/api", endpoint = "library_office/decline_interloan")]
pub async fn decline_interloan(
    #[server(rename = "_id")] id: InterloanId,
    #[server(default)] alasan: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::interloaning::decline(id, &alasan, key).await
}

/// The copy that another library has sent is here.
#[server(prefix = "/api", endpoint = "library_office/receive_interloan")]
pub async fn receive_interloan(
    #[server(rename = "_id")] id: InterloanId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::interloaning::receive(id, key).await
}

/// A guest was sent home.
#[server(prefix = "/api", endpoint = "library_office/return_interloan")]
pub async fn return_interloan(#[server(rename = "_id")] id: InterloanId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::interloaning::send_home(id, key).await
}

/// The copy is home again.
#[server(prefix = "/api", endpoint = "library_office/close_interloan")]
pub async fn close_interloan(#[server(rename = "_id")] id: InterloanId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::interloaning::close(id, key).await
}
