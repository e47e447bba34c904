use leptos::prelude::*;

use crate::access::Refusal;
use crate::domain::{IdemKey, ParticipantId, TrainingId};
use crate::features::training::public::TrainingSheet;
use crate::forms::Posted;
use crate::ui::Next;

/// What one takes part in, waits for, and has taken part in.
#[server(prefix = "/api", endpoint = "training_own/list")]
pub async fn read_own_trainings(hasil: Option<String>) -> Result<TrainingSheet, Refusal> {
    super::doors::list(hasil.as_deref().unwrap_or_default()).await
}

/// One's own place in a training, and all that is for those who take part.
#[server(prefix = "/api", endpoint = "training_own/one")]
pub async fn read_own_training(id: String, hasil: Option<String>) -> Result<TrainingSheet, Refusal> {
    super::doors::one(&id, hasil.as_deref().unwrap_or_default()).await
}

/// Where the code on the wall is typed; `kode` comes from its QR code.
#[server(prefix = "/api", endpoint = "training_own/wall")]
pub async fn read_wall(id: String, kode: Option<String>) -> Result<TrainingSheet, Refusal> {
    super::doors::wall(&id, kode.as_deref().unwrap_or_default()).await
}

#[server(prefix = "/api", endpoint = "training_own/enrol")]
pub async fn enrol_here(
    nama: Option<String>,
    #[server(rename = "_pelatihan")] training: TrainingId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::enrol(training, &nama.unwrap_or_default(), key).await
}

#[server(prefix = "/api", endpoint = "training_own/leave")]
pub async fn leave_here(#[server(rename = "_id")] id: ParticipantId, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::doors::leave(id, key).await
}

/// `angka`: the code as it stands on the wall.
#[server(prefix = "/api", endpoint = "training_own/attend")]
pub async fn attend_here(
    angka: Option<String>,
    #[server(rename = "_pelatihan")] training: TrainingId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::attend(training, &angka.unwrap_or_default(), key).await
}

/// `soal_1` and so on: the place of the chosen answer, from 0 on.
#[server(prefix = "/api", endpoint = "training_own/answer")]
pub async fn answer_here(
    #[server(rename = "_id")] id: ParticipantId,
    #[server(rename = "_key")] key: IdemKey,
    #[server(flatten)] posted: Posted,
) -> Result<Next, Refusal> {
    super::doors::answer(id, key, posted).await
}

#[server(prefix = "/api", endpoint = "training_own/tell")]
pub async fn tell_here(
    nilai: Option<String>,
    pesan: Option<String>,
    #[server(rename = "_id")] id: ParticipantId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::tell(id, &nilai.unwrap_or_default(), &pesan.unwrap_or_default(), key).await
}
