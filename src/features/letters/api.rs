use leptos::prelude::*;

use super::views::CheckView;
use crate::access::Refusal;

/// How a letter stands, by the code on it: typed into the form, or from the address of the QR code.
#[server(prefix = "/api", endpoint = "letters/check")]
pub async fn check_letter(token: Option<String>, kode: Option<String>) -> Result<CheckView, Refusal> {
    use super::checking::checked;
    let Some(typed) = token.or(kode).filter(|typed| !typed.trim().is_empty()) else { return Ok(CheckView::Ask) };
    let view = checked(&expect_context::<crate::server::db::Db>(), &typed).await?;
    if matches!(view, CheckView::Unknown { .. }) {
        crate::server::slow::miss().await?;
    }
    Ok(view)
}
