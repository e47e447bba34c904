use leptos::prelude::*;

use super::ProfileForm;
use super::views::PortalView;
use crate::access::Refusal;
use crate::domain::{IdemKey, Version};
use crate::ui::Next;

/// The front page: offices that match, or all kecamatan when nothing was searched for.
#[server(prefix = "/api", endpoint = "offices/portal")]
pub async fn read_portal(cari: Option<String>) -> Result<PortalView, Refusal> {
    Ok(super::front::portal(cari.as_deref().unwrap_or_default()))
}

/// Keeps what the office says about itself. The path is that of the desk: only staff get as far as this.
#[server(prefix = "/api", endpoint = "desk/keep_settings")]
pub async fn keep_settings(
    #[server(flatten)] form: ProfileForm,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    use crate::server::{act::perform, session};
    let actor = session::actor();
    let profile = form.check().map_err(Refusal::Invalid)?;
    perform(actor, key, super::acts::KeepProfile { seen, profile }).await?;
    Ok(Next::afresh("/kantor/pengaturan?hasil=disimpan"))
}

/// Continues a paper book of this year.
#[server(prefix = "/api", endpoint = "desk/begin_book")]
pub async fn begin_book(buku: String, terakhir: String, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    use super::OfficeProfile;
    use crate::forms::{Problems, read};
    use crate::server::{act::perform, session};
    let last = read::number(&terakhir, 0, OfficeProfile::HIGHEST_NUMBER.into())
        .map_err(|code| Refusal::Invalid(Problems::one("terakhir", code)))?;
    let last = u32::try_from(last).unwrap_or(u32::MAX);
    perform(session::actor(), key, super::acts::BeginRegister { register: buku, last }).await?;
    Ok(Next::afresh("/kantor/pengaturan?hasil=disimpan"))
}

/// Puts an office into the pilot (`ya`), or takes it out.
#[server(prefix = "/api", endpoint = "offices_regency/choose_pilot")]
pub async fn choose_pilot_office(
    slug: String,
    #[server(default)] percontohan: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    use super::acts::ChoosePilot;
    use crate::server::{act::perform, session};
    let office = super::gazetteer().by_slug(&slug).ok_or(Refusal::NotFound)?.code;
    perform(session::actor(), key, ChoosePilot { office, pilot: percontohan == "ya" }).await?;
    Ok(Next::afresh(["/bpm/kantor/", &slug].concat()))
}
