use leptos::prelude::*;

use super::views::{RecordView, TransfersView};
use crate::access::Refusal;
use crate::domain::{IdemKey, LetterId, Version};
use crate::ui::Next;

/// Moves that come to the office.
#[server(prefix = "/api", endpoint = "transfers/list")]
pub async fn read_transfers(daftar: Option<String>, setelah: Option<String>) -> Result<TransfersView, Refusal> {
    let (db, actor) = crate::server::session::asking()?;
    let [which, seen] = [daftar, setelah].map(Option::unwrap_or_default);
    super::read::list(&super::doors::desk(&db, &actor)?, &which, &seen).await
}

/// One of them.
#[server(prefix = "/api", endpoint = "transfers/record")]
pub async fn read_transfer(id: String) -> Result<RecordView, Refusal> {
    let (db, actor) = crate::server::session::asking()?;
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    super::read::record(&super::doors::desk(&db, &actor)?, id).await
}

#[server(prefix = "/api", endpoint = "transfers/accept")]
pub async fn take_in(
    #[server(rename = "_id")] id: LetterId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::take_in(id, seen, key).await
}

#[server(prefix = "/api", endpoint = "transfers/decline")]
pub async fn turn_down(
    #[server(rename = "_id")] id: LetterId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] alasan: String,
    #[server(default)] catatan: String,
) -> Result<Next, Refusal> {
    super::doors::turn_down(id, seen, key, &alasan, &catatan).await
}
