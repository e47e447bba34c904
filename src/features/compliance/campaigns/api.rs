use leptos::prelude::*;

use super::views::{CampaignView, CampaignsView};
use crate::access::Refusal;
use crate::domain::{CampaignId, IdemKey};
use crate::forms::Posted;
use crate::ui::Next;

/// All campaigns, and who reviews.
#[server(prefix = "/api", endpoint = "campaigns/list")]
pub async fn read_campaigns() -> Result<CampaignsView, Refusal> {
    use crate::features::compliance::review::Desk;
    super::read::campaigns(&Desk::asked()?).await
}

/// How far a campaign is; its offices, of which `keadaan` shows some.
#[server(prefix = "/api", endpoint = "campaigns/one")]
pub async fn read_campaign(id: String, keadaan: Option<String>, hasil: Option<String>) -> Result<CampaignView, Refusal> {
    use crate::features::compliance::review::Desk;
    let [state, result] = [keadaan, hasil].map(Option::unwrap_or_default);
    super::read::campaign(&Desk::asked()?, &id, &state, &result).await
}

/// Offices are fields of their own, one a box that is ticked.
#[server(prefix = "/api", endpoint = "campaigns/open")]
pub async fn write_campaign(#[server(rename = "_key")] key: IdemKey, #[server(flatten)] posted: Posted) -> Result<Next, Refusal> {
    super::doors::open(key, posted).await
}

#[server(prefix = "/api", endpoint = "campaigns/lock")]
pub async fn lock_it(#[server(rename = "_id")] id: CampaignId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::doors::lock(id, key).await
}

#[server(prefix = "/api", endpoint = "campaigns/publish")]
pub async fn publish_it(#[server(rename = "_id")] id: CampaignId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::doors::publish(id, key).await
}

#[server(prefix = "/api", endpoint = "campaigns/give")]
pub async fn give_office(
    #[server(rename = "_id")] id: CampaignId,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] kantor: String,
    #[server(default)] pemeriksa: String,
) -> Result<Next, Refusal> {
    super::doors::give(id, &kantor, &pemeriksa, key).await
}
