use leptos::prelude::*;

use crate::access::Refusal;
use crate::domain::{CampaignId, IdemKey, Version};
use crate::forms::Posted;
use crate::ui::Next;

/// What the office will do about an item; `_seen` is 0 where nothing was undertaken yet.
#[server(prefix = "/api", endpoint = "compliance_office/plan")]
pub async fn write_plan(
    #[server(default)] butir: String,
    #[server(rename = "_id")] id: CampaignId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(flatten)] posted: Posted,
) -> Result<Next, Refusal> {
    use crate::features::compliance::village::doors::At;
    super::doors::keep(At { id, item: butir, seen, key }, posted).await
}

/// It was done.
#[server(prefix = "/api", endpoint = "compliance_office/finish_plan")]
pub async fn finish_it(
    #[server(default)] butir: String,
    #[server(rename = "_id")] id: CampaignId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(flatten)] posted: Posted,
) -> Result<Next, Refusal> {
    use crate::features::compliance::village::doors::At;
    super::doors::finish(At { id, item: butir, seen, key }, posted).await
}
