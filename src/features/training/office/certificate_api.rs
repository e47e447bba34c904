use leptos::prelude::*;

use super::views::{TrainingDeskView, WallView};
use crate::access::Refusal;
use crate::domain::{IdemKey, LetterId, ParticipantId, TrainingId};
use crate::ui::Next;

/// The code on the wall of the session `sesi`.
#[server(prefix = "/api", endpoint = "training_office/wall")]
pub async fn read_wall(id: String, sesi: String) -> Result<WallView, Refusal> {
    let origin = crate::server::session::engine()?.origin();
    let (id, session) = (id.parse().map_err(|_| Refusal::NotFound)?, sesi.parse().map_err(|_| Refusal::NotFound)?);
    super::wall(&super::Desk::asked()?, id, session, &origin).await
}

/// Certificates of a training: who gets one, and what is signed.
#[server(prefix = "/api", endpoint = "training_office/certificates")]
pub async fn read_certificates(id: String, hasil: Option<String>) -> Result<TrainingDeskView, Refusal> {
    super::certificates(&super::Desk::asked()?, id.parse().map_err(|_| Refusal::NotFound)?, hasil.as_deref().unwrap_or_default()).await
}

/// Signs all certificates of the training `_id` that were never signed. `kode`: the second factor.
#[server(prefix = "/api", endpoint = "training_office/certify")]
pub async fn sign_certificates(
    #[server(default)] kode: String,
    #[server(rename = "_id")] id: TrainingId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::certificate_doors::sign(id, &kode, key).await
}

/// Signs one for the participant `_id` whose certificate was revoked.
#[server(prefix = "/api", endpoint = "training_office/certify_again")]
pub async fn sign_again(
    #[server(default)] kode: String,
    #[server(rename = "_id")] id: ParticipantId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::certificate_doors::sign_again(id, &kode, key).await
}

/// Revokes the certificate `_sertifikat` of the participant `_id`, if it is still theirs.
#[server(prefix = "/api", endpoint = "training_office/revoke_certificate")]
pub async fn revoke_certificate_here(
    #[server(default)] alasan: String,
    #[server(default)] kode: String,
    #[server(rename = "_id")] id: ParticipantId,
    #[server(rename = "_sertifikat")] certificate: LetterId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::certificate_doors::revoke((id, certificate), &alasan, &kode, key).await
}
