use leptos::prelude::*;

use super::views::{DeskCaseView, DeskSettingsView, QueueView, RegisterView, SignView, SlipView};
use crate::access::Refusal;
use crate::domain::{ApplicationId, IdemKey, Version};
use crate::forms::Posted;
use crate::ui::Next;

/// A list of cases, or the one with a reference.
#[server(prefix = "/api", endpoint = "desk/queue")]
pub async fn read_queue(daftar: Option<String>, cari: Option<String>, setelah: Option<String>) -> Result<QueueView, Refusal> {
    let (db, actor) = crate::server::session::asking()?;
    let [which, search, seen] = [daftar, cari, setelah].map(Option::unwrap_or_default);
    super::read::queue(&super::doors::desk(&db, &actor)?, &which, &search, &seen).await
}

/// The whole case on one screen.
#[server(prefix = "/api", endpoint = "desk/case")]
pub async fn read_desk_case(id: String) -> Result<DeskCaseView, Refusal> {
    let (db, actor) = crate::server::session::asking()?;
    super::read::case(&super::doors::desk(&db, &actor)?, super::doors::case_id(&id)?).await
}

/// The letter that waits for the head, or what is left to do.
#[server(prefix = "/api", endpoint = "desk/sign")]
pub async fn read_sign(setelah: Option<String>, hasil: Option<String>) -> Result<SignView, Refusal> {
    let (db, actor) = crate::server::session::asking()?;
    let [after, done] = [setelah, hasil].map(Option::unwrap_or_default);
    super::read::sign(&super::doors::desk(&db, &actor)?, &after, &done).await
}

/// The book of a month.
#[server(prefix = "/api", endpoint = "desk/register")]
pub async fn read_register(bulan: Option<String>, setelah: Option<String>) -> Result<RegisterView, Refusal> {
    let (db, actor) = crate::server::session::asking()?;
    let [month, seen] = [bulan, setelah].map(Option::unwrap_or_default);
    super::read::book(&super::doors::desk(&db, &actor)?, &month, &seen).await
}

/// What the office says about itself.
#[server(prefix = "/api", endpoint = "desk/settings")]
pub async fn read_settings() -> Result<DeskSettingsView, Refusal> {
    let (db, actor) = crate::server::session::asking()?;
    super::read::settings(&super::doors::desk(&db, &actor)?).await
}

/// What is printed for somebody without a phone.
#[server(prefix = "/api", endpoint = "desk/slip")]
pub async fn read_slip(id: String) -> Result<SlipView, Refusal> {
    let (db, actor) = crate::server::session::asking()?;
    super::read::slip(&super::doors::desk(&db, &actor)?, super::doors::case_id(&id)?, &super::doors::host()?).await
}

#[server(prefix = "/api", endpoint = "desk/claim")]
pub async fn claim_case(
    #[server(rename = "_id")] id: ApplicationId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::claim(id, seen, key).await
}

#[server(prefix = "/api", endpoint = "desk/request_fix")]
pub async fn request_fix(
    #[server(rename = "_id")] id: ApplicationId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(flatten)] posted: Posted,
) -> Result<Next, Refusal> {
    super::doors::request_fix(id, seen, key, posted).await
}

#[server(prefix = "/api", endpoint = "desk/reject")]
pub async fn reject_case(
    #[server(rename = "_id")] id: ApplicationId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] alasan: String,
    #[server(default)] catatan: String,
) -> Result<Next, Refusal> {
    super::doors::reject(id, seen, key, &alasan, &catatan).await
}

#[server(prefix = "/api", endpoint = "desk/comment")]
pub async fn comment_case(
    #[server(rename = "_id")] id: ApplicationId,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] untuk_petugas: String,
) -> Result<Next, Refusal> {
    super::doors::comment(id, key, &untuk_petugas).await
}

#[server(prefix = "/api", endpoint = "desk/approve")]
pub async fn approve_case(
    #[server(rename = "_id")] id: ApplicationId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] identitas: String,
    #[server(flatten)] posted: Posted,
) -> Result<Next, Refusal> {
    super::doors::approve(id, seen, key, &identitas, posted).await
}

#[server(prefix = "/api", endpoint = "desk/reveal")]
pub async fn reveal_case(
    #[server(rename = "_id")] id: ApplicationId,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] untuk: String,
    #[server(default)] kode: String,
) -> Result<Next, Refusal> {
    super::doors::reveal(id, key, &untuk, &kode).await
}

#[server(prefix = "/api", endpoint = "desk/send_back")]
pub async fn send_back(
    #[server(rename = "_id")] id: ApplicationId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] alasan: String,
    #[server(default)] catatan: String,
) -> Result<Next, Refusal> {
    super::doors::send_back(id, seen, key, &alasan, &catatan).await
}

#[server(prefix = "/api", endpoint = "desk/forward")]
pub async fn forward_case(
    #[server(rename = "_id")] id: ApplicationId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] nomor: String,
) -> Result<Next, Refusal> {
    super::doors::forward(id, seen, key, &nomor).await
}

#[server(prefix = "/api", endpoint = "desk/hand_over")]
pub async fn hand_over(
    #[server(rename = "_id")] id: ApplicationId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::hand_over(id, seen, key).await
}

#[server(prefix = "/api", endpoint = "desk/revoke")]
pub async fn revoke_letter(
    #[server(rename = "_id")] id: ApplicationId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] alasan: String,
    #[server(default)] catatan: String,
    #[server(default)] pengganti: String,
    #[server(default)] kode: String,
) -> Result<Next, Refusal> {
    let said = super::doors::Revocation { public: alasan, words: catatan, successor: pengganti };
    super::doors::revoke(id, seen, key, said, &kode).await
}

#[server(prefix = "/api", endpoint = "desk/agree")]
pub async fn agree_letter(
    #[server(rename = "_id")] id: ApplicationId,
    #[server(rename = "_key")] key: IdemKey,
    #[server(rename = "_hash")] hash: String,
) -> Result<Next, Refusal> {
    super::doors::agree(id, key, &hash).await
}

/// Signs the letters that the page names: all that were read and agreed to.
#[server(prefix = "/api", endpoint = "desk/sign_all")]
pub async fn sign_all(
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] kode: String,
    #[server(flatten)] posted: Posted,
) -> Result<Next, Refusal> {
    super::doors::sign_all(key, &kode, posted).await
}

/// Takes the next number of the book and crosses it out.
#[server(prefix = "/api", endpoint = "desk/cross_out")]
pub async fn cross_out(
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] layanan: String,
    #[server(default)] alasan: String,
    #[server(default)] kode: String,
) -> Result<Next, Refusal> {
    super::doors::cross_out(key, &layanan, &alasan, &kode).await
}
