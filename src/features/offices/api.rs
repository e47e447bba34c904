use leptos::prelude::*;

use super::ProfileForm;
use super::views::{PortalView, SettingsView, VillageView};
use crate::access::Refusal;
use crate::domain::{IdemKey, Version};
use crate::forms::{Problems, read};
use crate::ui::Next;

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

/// What the office of whoever asks says about itself.
#[server(prefix = "/api", endpoint = "offices/settings")]
pub async fn read_settings() -> Result<SettingsView, Refusal> {
    use crate::server::{db::Db, session};
    super::settings::settings(&expect_context::<Db>(), &session::actor()).await
}

#[server(prefix = "/api", endpoint = "offices/keep_settings")]
pub async fn keep_settings(
    #[server(flatten)] form: ProfileForm,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    use crate::server::{act::perform, session};
    let actor = session::actor();
    let profile = form.check().map_err(Refusal::Invalid)?;
    perform(actor, key, super::acts::KeepProfile { seen, profile }).await?;
    Ok(Next::to("/kantor/pengaturan"))
}

#[server(prefix = "/api", endpoint = "offices/begin_book")]
pub async fn begin_book(buku: String, terakhir: String, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    use crate::server::{act::perform, session};
    let last = read::number(&terakhir, 0, 99_999).map_err(|code| Refusal::Invalid(Problems::one("terakhir", code)))?;
    let last = u32::try_from(last).unwrap_or(u32::MAX);
    perform(session::actor(), key, super::acts::BeginRegister { register: buku, last }).await?;
    Ok(Next::to("/kantor/pengaturan"))
}
