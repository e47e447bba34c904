//! What the doors of photos and of files that prove an answer do alike, before either is looked at.

use axum::extract::Request;

use super::incoming::{IncomingForm, counted};
use crate::access::{Actor, Refusal};
use crate::features::compliance::acts::ComesLate;
use crate::server::engine::Engine;

/// What was typed, and what came of it.
pub type Sent = (Vec<(String, String)>, Result<(), Refusal>);

/// What has come, and for which place; or what was typed, and why it is not taken. `place`: what session, scope and right
/// have said. Quota is next, and not a byte is read for somebody who may not send it.
pub async fn coming<P>(
    engine: &Engine,
    actor: &Actor,
    place: Result<P, Refusal>,
    request: Request,
    file: &str,
) -> Result<(P, IncomingForm), Sent> {
    match counted(engine, actor, place).await {
        Err(late @ Refusal::Conflict(_)) => Err(came_late(engine, actor, late, request, file).await),
        place => IncomingForm::read_for(place, request, file).await.map_err(|(typed, refusal)| (typed, Err(refusal))),
    }
}

/// Who may send, and comes too late, gets back what was typed: it may have waited on a phone for days. What had come in
/// time is received still, should the answer have been lost.
async fn came_late(engine: &Engine, actor: &Actor, late: Refusal, request: Request, file: &str) -> Sent {
    let form = match IncomingForm::read(request, file).await {
        Ok(form) => form,
        Err((typed, _)) => return (typed, Err(late)),
    };
    let outcome = match form.key() {
        Ok(key) => engine.db.perform(actor.clone(), key, ComesLate(late)).await.map(drop),
        Err(_) => Err(late),
    };
    (form.typed, outcome)
}
