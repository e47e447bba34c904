use leptos::prelude::*;

use super::views::{PortalView, VillageView};
use crate::access::Refusal;

/// The front page: offices that match, or all kecamatan when nothing was searched for.
#[server(prefix = "/api", endpoint = "offices/portal")]
pub async fn read_portal(cari: Option<String>) -> Result<PortalView, Refusal> {
    Ok(super::front::portal(cari.as_deref().unwrap_or_default()))
}

/// One office by its slug, or the choice between offices of the same name.
#[server(prefix = "/api", endpoint = "offices/village")]
pub async fn read_village(slug: String) -> Result<VillageView, Refusal> {
    super::front::village(&slug).ok_or(Refusal::NotFound)
}
