use leptos::prelude::*;

use super::PhotosView;
use crate::access::Refusal;
use crate::domain::{IdemKey, ListingId, Version};
use crate::forms::Posted;
use crate::ui::Next;

/// The photos of a product, for whoever may change it.
#[server(prefix = "/api", endpoint = "goods/photos")]
pub async fn read_photos(id: String, hasil: Option<String>) -> Result<PhotosView, Refusal> {
    let (db, actor) = crate::server::session::asking()?;
    super::read::photos(&db, &actor, &id, hasil.as_deref().unwrap_or_default()).await
}

/// Keeps what is written to each photo, and does what was pressed.
#[server(prefix = "/api", endpoint = "goods/arrange")]
pub async fn arrange_goods(
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] lakukan: String,
    #[server(flatten)] posted: Posted,
) -> Result<Next, Refusal> {
    super::doors::arrange(id, seen, key, &lakukan, posted).await
}
