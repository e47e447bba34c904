use leptos::prelude::*;

use super::views::CheckView;
use crate::access::Refusal;

/// How a letter stands, by the code on it: typed into the form, or from the address of the QR code.
#[server(prefix = "/api", endpoint = "letters/check")]
pub async fn check_letter(token: Option<String>, kode: Option<String>) -> Result<CheckView, Refusal> {
    use super::checking::checked_from;
    use crate::server::session;
    use crate::ui::use_visitor;
    let Some(typed) = token.or(kode).filter(|typed| !typed.trim().is_empty()) else { return Ok(CheckView::Ask) };
    let (doors, network) = (session::doors()?, session::client().prefix);
    checked_from(&doors, network.as_bytes(), &typed, use_visitor().lang).await
}
