use leptos::prelude::*;

use super::EffectView;
use crate::access::Refusal;

/// Shops of the office before and after trainings.
#[server(prefix = "/api", endpoint = "catalogue_office/effect")]
pub async fn read_effect() -> Result<EffectView, Refusal> {
    super::desk().await
}
