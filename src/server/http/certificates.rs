//! Certificates of trainings: one for its owner, and all of a training for the printer of the office.

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use serde::Deserialize;

use super::letters::{answer, file_name, known, name_it};
use super::media::hand_out;
use super::refusals::status;
use crate::access::{Actor, Refusal};
use crate::features::letters::Crest;
use crate::features::training::{certificate_sheets, own_certificate};
use crate::server::engine::Engine;

/// Their paths, for the table of routes.
pub const OWN: &str = "/akun/pelatihan/{id}/sertifikat.pdf";
pub const SHEETS: &str = "/kantor/pelatihan/{id}/sertifikat.pdf";

/// What the names of their files begin with.
const NAME: &str = "sertifikat-";

/// Which part of many certificates is printed; the first when left out.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    bagian: String,
}

impl Asked {
    fn part(&self) -> Result<usize, Refusal> {
        if self.bagian.is_empty() { Ok(1) } else { self.bagian.parse().map_err(|_| Refusal::NotFound) }
    }
}

pub fn certificates(engine: &Engine) -> Router {
    Router::new().route(OWN, get(own)).route(SHEETS, get(of_a_training)).with_state(engine.clone())
}

async fn own(State(engine): State<Engine>, Path(id): Path<String>, actor: Option<Extension<Actor>>, headers: HeaderMap) -> Response {
    let paper = own_certificate(&engine.db, &known(actor), &id).await;
    answer(&engine, NAME, paper, &headers).await
}

async fn of_a_training(
    State(engine): State<Engine>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
) -> Response {
    sheets(&engine, &known(actor), (&id, &asked), &headers).await.unwrap_or_else(|refusal| status(&refusal).into_response())
}

async fn sheets(engine: &Engine, actor: &Actor, (id, asked): (&str, &Asked), headers: &HeaderMap) -> Result<Response, Refusal> {
    let (name, sheets) = certificate_sheets(&engine.db, actor, id, asked.part()?).await?;
    let stand_in = engine.demo.then(Crest::stand_in);
    let pdf = sheets.set(&engine.sandbox, &engine.blobs, stand_in.as_ref(), engine.db.clock().now()).await?;
    let mut answer = hand_out("application/pdf", pdf, headers)?;
    name_it(&mut answer, &file_name(NAME, &name, ".pdf"));
    Ok(answer)
}
