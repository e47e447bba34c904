use leptos::prelude::*;

use super::views::{AnswerTyped, ItemView, OverviewView};
use crate::access::Refusal;
use crate::domain::{BlobId, CampaignId, IdemKey, Version};
use crate::ui::Next;

/// What the office has answered in the newest campaign, and how far it is.
#[server(prefix = "/api", endpoint = "compliance_office/overview")]
pub async fn read_overview(hasil: Option<String>) -> Result<OverviewView, Refusal> {
    super::overview(&super::Desk::asked()?, hasil.as_deref().unwrap_or_default()).await
}

/// One item, its answer and its photos.
#[server(prefix = "/api", endpoint = "compliance_office/item")]
pub async fn read_item(butir: String, hasil: Option<String>) -> Result<ItemView, Refusal> {
    super::item(&super::Desk::asked()?, &butir, hasil.as_deref().unwrap_or_default()).await
}

#[server(prefix = "/api", endpoint = "compliance_office/keep")]
pub async fn write_answer(
    #[server(flatten)] typed: AnswerTyped,
    #[server(default)] butir: String,
    #[server(rename = "_id")] id: CampaignId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::keep(super::doors::At { id, item: butir, seen, key }, &typed).await
}

#[server(prefix = "/api", endpoint = "compliance_office/remove_photo")]
pub async fn remove_photo(
    #[server(default)] butir: String,
    #[server(rename = "_foto")] photo: BlobId,
    #[server(rename = "_id")] id: CampaignId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::remove_photo(id, butir, photo, key).await
}

/// What proved the item in the last period proves it once more.
#[server(prefix = "/api", endpoint = "compliance_office/reuse")]
pub async fn reuse_evidence(
    #[server(default)] butir: String,
    #[server(default)] masih_sama: String,
    #[server(rename = "_id")] id: CampaignId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::reuse(id, butir, masih_sama == "ya", key).await
}

/// The head hands everything that is open to the reviewer.
#[server(prefix = "/api", endpoint = "compliance_office/submit")]
pub async fn submit_answers(#[server(rename = "_id")] id: CampaignId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::doors::submit(id, key).await
}

/// The head does not agree with a verdict.
#[server(prefix = "/api", endpoint = "compliance_office/object")]
pub async fn object_verdict(
    #[server(default)] butir: String,
    #[server(default)] keberatan: String,
    #[server(rename = "_id")] id: CampaignId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::object(super::doors::At { id, item: butir, seen, key }, &keberatan).await
}
