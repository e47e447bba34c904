use leptos::prelude::*;

use super::{Asked, TrainingSheet};
use crate::access::Refusal;

/// Trainings of all offices, or of the one named by `slug`.
#[server(prefix = "/api", endpoint = "training/list")]
pub async fn read_trainings(slug: Option<String>, #[server(flatten)] asked: Asked) -> Result<TrainingSheet, Refusal> {
    super::trainings(&super::Reading::asked()?, &slug.unwrap_or_default(), &asked).await
}

/// One training, by its address.
#[server(prefix = "/api", endpoint = "training/one")]
pub async fn read_training(slug: String) -> Result<TrainingSheet, Refusal> {
    super::training(&super::Reading::asked()?, &slug).await
}
