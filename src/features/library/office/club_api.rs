use leptos::prelude::*;

use super::views::{MeetingForm, ShelfView};
use crate::access::Refusal;
use crate::domain::{IdemKey, MeetingId, ReaderId};
use crate::ui::Next;

/// The reading club: when it meets, and who reads along, from a place on.
#[server(prefix = "/api", endpoint = "library_office/club")]
pub async fn read_club(hasil: Option<String>, setelah: Option<String>) -> Result<ShelfView, Refusal> {
    let [result, seen] = [hasil, setelah].map(Option::unwrap_or_default);
    super::club(&super::Desk::asked()?, &result, &seen).await
}

#[server(prefix = "/api", endpoint = "library_office/plan_meeting")]
pub async fn plan_meeting_here(#[server(flatten)] form: MeetingForm, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::clubbing::plan(&form, key).await
}

#[server(prefix = "/api", endpoint = "library_office/cancel_meeting")]
pub async fn cancel_meeting_here(
    #[server(rename = "_id")] id: MeetingId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::clubbing::cancel(id, key).await
}

/// The reader with the card `kartu` reads along.
#[server(prefix = "/api", endpoint = "library_office/add_member")]
pub async fn add_member_here(#[server(default)] kartu: String, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::clubbing::add(&kartu, key).await
}

#[server(prefix = "/api", endpoint = "library_office/remove_member")]
pub async fn remove_member_here(#[server(rename = "_id")] id: ReaderId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::clubbing::remove(id, key).await
}
