use leptos::prelude::*;

use super::LearnedView;
use crate::access::Refusal;
use crate::features::training::office::TrainingDeskView;

/// What the course asks of who looks, and what of it is done.
#[server(prefix = "/api", endpoint = "training_office/learning")]
pub async fn read_learning() -> Result<TrainingDeskView, Refusal> {
    use crate::features::training::office::Desk;
    use crate::server::session;
    super::learning(&Desk::asked()?, session::engine()?.practice.as_ref()).await
}

/// Who has been trained in the offices of the regency, or, person by person, in those of a kecamatan.
#[server(prefix = "/api", endpoint = "training_regency/learned")]
pub async fn read_learned(kecamatan: Option<String>) -> Result<LearnedView, Refusal> {
    use crate::features::accounts::frame;
    use crate::server::{db, session};
    use crate::ui::FrameCounts;
    let standing = session::standing()?;
    let frame = frame(&standing, FrameCounts::default());
    super::learned(&db::given()?, &standing.actor, frame, &kecamatan.unwrap_or_default()).await
}
