use leptos::prelude::*;

use super::views::EditorView;
use crate::access::Refusal;
use crate::domain::{IdemKey, Version};
use crate::forms::Posted;
use crate::ui::Next;

/// All versions of the questions.
#[server(prefix = "/api", endpoint = "versions/list")]
pub async fn read_versions() -> Result<EditorView, Refusal> {
    use crate::features::compliance::review::Desk;
    super::read::versions(&Desk::asked()?).await
}

/// One version, with its items.
#[server(prefix = "/api", endpoint = "versions/one")]
pub async fn read_version(kode: String, hasil: Option<String>) -> Result<EditorView, Refusal> {
    use crate::features::compliance::review::Desk;
    super::read::version(&Desk::asked()?, &kode, &hasil.unwrap_or_default()).await
}

/// One item of a version.
#[server(prefix = "/api", endpoint = "versions/item")]
pub async fn read_version_item(kode: String, butir: String, hasil: Option<String>) -> Result<EditorView, Refusal> {
    use crate::features::compliance::review::Desk;
    super::read::item(&Desk::asked()?, &kode, &butir, &hasil.unwrap_or_default()).await
}

/// A version beside the one that it was made from.
#[server(prefix = "/api", endpoint = "versions/compare")]
pub async fn read_comparison(kode: String) -> Result<EditorView, Refusal> {
    use crate::features::compliance::review::Desk;
    super::read::comparison(&Desk::asked()?, &kode).await
}

#[server(prefix = "/api", endpoint = "versions/begin")]
pub async fn begin_version(#[server(rename = "_key")] key: IdemKey, #[server(flatten)] posted: Posted) -> Result<Next, Refusal> {
    super::doors::begin(key, posted).await
}

#[server(prefix = "/api", endpoint = "versions/keep")]
pub async fn keep_settings(
    #[server(rename = "_versi")] code: String,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(flatten)] posted: Posted,
) -> Result<Next, Refusal> {
    super::doors::keep_settings(super::doors::At { code, seen, key }, posted).await
}

#[server(prefix = "/api", endpoint = "versions/add_item")]
pub async fn add_item(
    #[server(rename = "_versi")] code: String,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] butir_baru: String,
) -> Result<Next, Refusal> {
    super::doors::add_item(super::doors::At { code, seen, key }, &butir_baru).await
}

#[server(prefix = "/api", endpoint = "versions/keep_item")]
pub async fn keep_item(
    #[server(rename = "_versi")] code: String,
    #[server(rename = "_butir")] item: String,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(flatten)] posted: Posted,
) -> Result<Next, Refusal> {
    super::doors::keep_item(super::doors::At { code, seen, key }, item, posted).await
}

#[server(prefix = "/api", endpoint = "versions/place_item")]
pub async fn place_item(
    #[server(rename = "_versi")] code: String,
    #[server(rename = "_butir")] item: String,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] urutan: String,
) -> Result<Next, Refusal> {
    super::doors::place_item(super::doors::At { code, seen, key }, item, &urutan).await
}

#[server(prefix = "/api", endpoint = "versions/drop_item")]
pub async fn drop_item(
    #[server(rename = "_versi")] code: String,
    #[server(rename = "_butir")] item: String,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::drop_item(super::doors::At { code, seen, key }, item).await
}

#[server(prefix = "/api", endpoint = "versions/publish")]
pub async fn publish_version(
    #[server(rename = "_versi")] code: String,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::publish(super::doors::At { code, seen, key }).await
}
