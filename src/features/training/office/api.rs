use leptos::prelude::*;

use super::views::{TrainingDeskView, TrainingForm};
use crate::access::Refusal;
use crate::domain::{BlobId, IdemKey, ParticipantId, TrainingId, Version};
use crate::forms::Posted;
use crate::ui::Next;

/// Trainings of the office, from a place on.
#[server(prefix = "/api", endpoint = "training_office/list")]
pub async fn read_trainings(setelah: Option<String>) -> Result<TrainingDeskView, Refusal> {
    super::trainings(&super::Desk::asked()?, setelah.as_deref().unwrap_or_default()).await
}

#[server(prefix = "/api", endpoint = "training_office/new_form")]
pub async fn read_new_training() -> Result<TrainingDeskView, Refusal> {
    super::new_form(&super::Desk::asked()?)
}

/// A training, who takes part, and the list of the session `sesi`; `nilai`: with how people did in its tests.
#[server(prefix = "/api", endpoint = "training_office/training")]
pub async fn read_training(
    id: String,
    sesi: Option<String>,
    hasil: Option<String>,
    nilai: Option<String>,
) -> Result<TrainingDeskView, Refusal> {
    let session = sesi.and_then(|number| number.parse().ok());
    let asked = super::Asked { session, result: hasil.unwrap_or_default(), scores: nilai.as_deref() == Some("ya") };
    super::training(&super::Desk::asked()?, id.parse().map_err(|_| Refusal::NotFound)?, &asked).await
}

#[server(prefix = "/api", endpoint = "training_office/change_form")]
pub async fn read_change_training(id: String) -> Result<TrainingDeskView, Refusal> {
    super::change_form(&super::Desk::asked()?, id.parse().map_err(|_| Refusal::NotFound)?).await
}

/// The list that people sign with a pen.
#[server(prefix = "/api", endpoint = "training_office/sign_list")]
pub async fn read_sign_list(id: String) -> Result<TrainingDeskView, Refusal> {
    super::sign_list(&super::Desk::asked()?, id.parse().map_err(|_| Refusal::NotFound)?).await
}

#[server(prefix = "/api", endpoint = "training_office/write_new")]
pub async fn write_new_training(#[server(flatten)] form: TrainingForm, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::doors::keep(None, &form, key).await
}

#[server(prefix = "/api", endpoint = "training_office/write")]
pub async fn keep_training_here(
    #[server(flatten)] form: TrainingForm,
    #[server(rename = "_id")] id: TrainingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::keep(Some((id, seen)), &form, key).await
}

#[server(prefix = "/api", endpoint = "training_office/open")]
pub async fn open_training_here(
    #[server(rename = "_id")] id: TrainingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::open(id, seen, key).await
}

#[server(prefix = "/api", endpoint = "training_office/finish")]
pub async fn finish_training_here(
    #[server(rename = "_id")] id: TrainingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::finish(id, seen, key).await
}

#[server(prefix = "/api", endpoint = "training_office/cancel")]
pub async fn cancel_training_here(
    #[server(rename = "_id")] id: TrainingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(default)] alasan: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::cancel(id, seen, &alasan, key).await
}

/// Enrols somebody who stands at the counter in the training `_id`.
#[server(prefix = "/api", endpoint = "training_office/enrol")]
pub async fn enrol_somebody(
    #[server(rename = "_id")] id: TrainingId,
    #[server(default)] nama: String,
    #[server(default)] telepon: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::enrol(id, &nama, &telepon, key).await
}

/// The participant `_id` gives their place up.
#[server(prefix = "/api", endpoint = "training_office/withdraw")]
pub async fn withdraw_somebody(
    #[server(rename = "_id")] id: ParticipantId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::withdraw(id, key).await
}

/// Who was at the session `_sesi` of the training `_id`, by the list.
#[server(prefix = "/api", endpoint = "training_office/mark")]
pub async fn mark_session(
    #[server(rename = "_id")] id: TrainingId,
    #[server(rename = "_sesi")] session: u8,
    #[server(flatten)] posted: Posted,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::mark(id, session, posted, key).await
}

/// Takes the file `_id` away.
#[server(prefix = "/api", endpoint = "training_office/remove_file")]
pub async fn remove_material_here(#[server(rename = "_id")] id: BlobId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::doors::remove_material(id, key).await
}
