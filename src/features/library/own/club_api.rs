use leptos::prelude::*;

use super::OwnClubsView;
use crate::access::Refusal;
use crate::domain::{IdemKey, MeetingId, ReaderId};
use crate::ui::Next;

/// One's reading clubs; `di`: the office whose club one wants to join; `anggota`: as whom one looks at one's own.
#[server(prefix = "/api", endpoint = "library_own/clubs")]
pub async fn read_own_clubs(di: Option<String>, anggota: Option<String>, hasil: Option<String>) -> Result<OwnClubsView, Refusal> {
    let [at, member, result] = [di, anggota, hasil].map(Option::unwrap_or_default);
    super::club_doors::clubs(&at, &member, &result).await
}

/// `nama`: for the card of who is no reader there yet.
#[server(prefix = "/api", endpoint = "library_own/join_club")]
pub async fn join_club_here(
    nama: Option<String>,
    #[server(rename = "_kantor")] office: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::club_doors::join(&nama.unwrap_or_default(), &office, key).await
}

#[server(prefix = "/api", endpoint = "library_own/leave_club")]
pub async fn leave_club_here(
    #[server(rename = "_kantor")] office: String,
    #[server(rename = "_id")] id: ReaderId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::club_doors::leave(&office, id, key).await
}

/// How far the reader `_id` is in the book of the meeting `_pertemuan`.
#[server(prefix = "/api", endpoint = "library_own/note_reading")]
pub async fn note_reading_here(
    sampai: Option<String>,
    #[server(rename = "_kantor")] office: String,
    #[server(rename = "_id")] id: ReaderId,
    #[server(rename = "_pertemuan")] meeting: MeetingId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::club_doors::note(&sampai.unwrap_or_default(), (&office, id), meeting, key).await
}
