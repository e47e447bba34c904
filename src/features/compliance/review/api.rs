use leptos::prelude::*;

use super::views::{QueueView, ReviewView, VisitView};
use crate::access::Refusal;
use crate::domain::{CampaignId, IdemKey, Version};
use crate::forms::Posted;
use crate::ui::Next;

/// What waits for the reviewer who asks.
#[server(prefix = "/api", endpoint = "review/queue")]
pub async fn read_review_queue(kampanye: Option<String>, hasil: Option<String>) -> Result<QueueView, Refusal> {
    let [campaign, result] = [kampanye, hasil].map(Option::unwrap_or_default);
    super::read::queue(&super::Desk::asked()?, &campaign, &result).await
}

/// An item of an office; the first that waits, where none is named.
#[server(prefix = "/api", endpoint = "review/item")]
pub async fn read_review_item(
    slug: String,
    butir: Option<String>,
    kampanye: Option<String>,
    hasil: Option<String>,
) -> Result<ReviewView, Refusal> {
    let [campaign, result] = [kampanye, hasil].map(Option::unwrap_or_default);
    super::read::item(&super::Desk::asked()?, &slug, butir.as_deref(), &campaign, &result).await
}

/// The items of an office, to be looked at there.
#[server(prefix = "/api", endpoint = "review/visit_page")]
pub async fn read_visit(slug: String, kampanye: Option<String>, hasil: Option<String>) -> Result<VisitView, Refusal> {
    let [campaign, result] = [kampanye, hasil].map(Option::unwrap_or_default);
    super::read::visit(&super::Desk::asked()?, &slug, &campaign, &result).await
}

#[server(prefix = "/api", endpoint = "review/declare_home")]
pub async fn write_home(#[server(default)] desa: String, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::doors::declare_home(&desa, key).await
}

#[server(prefix = "/api", endpoint = "review/judge")]
pub async fn write_verdict(
    #[server(rename = "_kantor")] slug: String,
    #[server(rename = "_kampanye")] campaign: CampaignId,
    #[server(rename = "_butir")] item: String,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] putusan: String,
    #[server(default)] alasan: String,
) -> Result<Next, Refusal> {
    super::doors::judge(super::doors::At { slug, campaign, item, seen, key }, &putusan, &alasan).await
}

#[server(prefix = "/api", endpoint = "review/undo")]
pub async fn take_back_verdict(
    #[server(rename = "_kantor")] slug: String,
    #[server(rename = "_kampanye")] campaign: CampaignId,
    #[server(rename = "_butir")] item: String,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::undo(super::doors::At { slug, campaign, item, seen, key }).await
}

/// The fields are called by the item: several of these forms stand on one page.
#[server(prefix = "/api", endpoint = "review/visit")]
pub async fn write_visit(
    #[server(rename = "_kantor")] slug: String,
    #[server(rename = "_kampanye")] campaign: CampaignId,
    #[server(rename = "_butir")] item: String,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(flatten)] posted: Posted,
) -> Result<Next, Refusal> {
    super::doors::visit(super::doors::At { slug, campaign, item, seen, key }, posted).await
}

#[server(prefix = "/api", endpoint = "review/revise")]
pub async fn write_revision(
    #[server(rename = "_kantor")] slug: String,
    #[server(rename = "_kampanye")] campaign: CampaignId,
    #[server(rename = "_butir")] item: String,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] putusan: String,
    #[server(default)] alasan: String,
) -> Result<Next, Refusal> {
    super::doors::revise(super::doors::At { slug, campaign, item, seen, key }, &putusan, &alasan).await
}
