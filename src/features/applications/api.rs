use leptos::prelude::*;

use super::views::{BeginView, CaseView, CasesView, FillView, SampleView, TrackerView};
use crate::access::Refusal;
use crate::domain::{ApplicationId, BlobId, IdemKey, Version};
use crate::forms::Posted;
use crate::ui::Next;

/// At which office one applies, and whether there is a draft already.
#[server(prefix = "/api", endpoint = "applications/begin")]
pub async fn read_begin(kode: String) -> Result<BeginView, Refusal> {
    let (db, actor) = crate::server::session::asking()?;
    let code = kode.parse().map_err(|_| Refusal::NotFound)?;
    super::read::begin(&super::doors::looking(&db, &actor), &code).await
}

#[server(prefix = "/api", endpoint = "applications/start")]
pub async fn start(layanan: String, kantor: String, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::doors::start(&layanan, &kantor, key).await
}

/// A step of one's own draft, or the look at the whole; `periksa` says what is wrong already.
#[server(prefix = "/api", endpoint = "applications/fill")]
pub async fn read_fill(kode: String, langkah: String, periksa: Option<String>) -> Result<FillView, Refusal> {
    let (db, actor) = crate::server::session::asking()?;
    let code = kode.parse().map_err(|_| Refusal::NotFound)?;
    super::read::fill(&super::doors::looking(&db, &actor), &code, &langkah, periksa.is_some()).await
}

/// Keeps a step as typed, and leads on when nothing in it is wrong.
#[server(prefix = "/api", endpoint = "applications/save_step")]
pub async fn save_step(
    #[server(rename = "_id")] id: ApplicationId,
    #[server(rename = "_langkah")] step: String,
    #[server(rename = "_ke")]
    #[server(default)]
    to: String,
    #[server(flatten)] posted: Posted,
) -> Result<Next, Refusal> {
    super::doors::save_step(id, step, &to, posted).await
}

#[server(prefix = "/api", endpoint = "applications/remove_attachment")]
pub async fn remove_attachment(id: ApplicationId, foto: BlobId) -> Result<Next, Refusal> {
    super::doors::remove_attachment(id, foto).await
}

/// `benar`: "what I say is true" was ticked.
#[server(prefix = "/api", endpoint = "applications/submit")]
pub async fn submit(
    id: ApplicationId,
    seen: Version,
    #[server(default)] benar: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::submit(id, seen, &benar, key).await
}

#[server(prefix = "/api", endpoint = "applications/repair")]
pub async fn repair(#[server(rename = "_id")] id: ApplicationId, #[server(flatten)] posted: Posted) -> Result<Next, Refusal> {
    super::doors::repair(id, posted).await
}

#[server(prefix = "/api", endpoint = "applications/withdraw")]
pub async fn withdraw(id: ApplicationId, seen: Version) -> Result<Next, Refusal> {
    super::doors::withdraw(id, seen).await
}

/// Sends nothing to the office of destination.
#[server(prefix = "/api", endpoint = "applications/withdraw_consent")]
pub async fn withdraw_consent(
    #[server(rename = "_id")] id: ApplicationId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::withdraw_consent(id, key).await
}

#[server(prefix = "/api", endpoint = "applications/discard")]
pub async fn discard(id: ApplicationId) -> Result<Next, Refusal> {
    super::doors::discard(id).await
}

/// One's own cases.
#[server(prefix = "/api", endpoint = "applications/mine")]
pub async fn read_cases() -> Result<CasesView, Refusal> {
    let (db, actor) = crate::server::session::asking()?;
    super::read::cases(&super::doors::looking(&db, &actor)).await
}

/// One of one's own cases.
#[server(prefix = "/api", endpoint = "applications/case")]
pub async fn read_case(id: String) -> Result<CaseView, Refusal> {
    let (db, actor) = crate::server::session::asking()?;
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    super::read::case(&super::doors::looking(&db, &actor), id).await
}

/// A service's letter as an invented resident would get it.
#[server(prefix = "/api", endpoint = "services/sample")]
pub async fn read_sample(kode: String) -> Result<SampleView, Refusal> {
    let code = kode.parse().map_err(|_| Refusal::NotFound)?;
    super::read::sample(&code, crate::ui::use_visitor().lang)
}

/// What a reference shows to whoever holds it.
#[server(prefix = "/api", endpoint = "tracker/track")]
pub async fn read_tracker(nomor: Option<String>) -> Result<TrackerView, Refusal> {
    super::doors::track(nomor.as_deref().unwrap_or_default()).await
}
