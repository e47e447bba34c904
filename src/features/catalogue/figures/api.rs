use leptos::prelude::*;

use super::FiguresView;
use crate::access::Refusal;

/// Shops and products of each village.
#[server(prefix = "/api", endpoint = "catalogue_regency/figures")]
pub async fn read_figures() -> Result<FiguresView, Refusal> {
    super::read::figures().await
}
