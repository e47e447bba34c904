//! Labels and cards of a library by the sheet, for the printer of the office.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};

use super::letters::{file_name, known, name_it};
use super::media::hand_out;
use super::refusals::status;
use crate::access::{Actor, Refusal};
use crate::features::library::sheets::{Pieces, sheets};
use crate::server::engine::Engine;

/// `/kantor/pustaka/cetak/label/1-48.pdf`
pub const SHEETS: &str = "/kantor/pustaka/cetak/{apa}/{file}";

pub fn routes(engine: &Engine) -> Router {
    Router::new().route(SHEETS, get(printed)).with_state(engine.clone())
}

async fn printed(
    State(engine): State<Engine>,
    Path((pieces, file)): Path<(String, String)>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
) -> Response {
    file_of(&engine, &known(actor), (&pieces, &file), &headers).await.unwrap_or_else(|refusal| status(&refusal).into_response())
}

async fn file_of(engine: &Engine, actor: &Actor, (pieces, file): (&str, &str), headers: &HeaderMap) -> Result<Response, Refusal> {
    let (pieces, numbers) = Pieces::parse(pieces).zip(file.strip_suffix(".pdf")).ok_or(Refusal::NotFound)?;
    let printed = sheets(&engine.db, actor, pieces, numbers).await?;
    let name = printed.name.clone();
    let pdf = printed.set(&engine.sandbox, engine.db.clock().now()).await?;
    let mut answer = hand_out("application/pdf", pdf, headers)?;
    name_it(&mut answer, &file_name("", &name, ".pdf"));
    Ok(answer)
}
