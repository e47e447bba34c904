//! What stands behind the server functions: who asks, what they want, where it leads. The page that asked
//! is shown anew after each act, so its answer is a full load.

use super::acts::{AcceptTransfer, DeclineTransfer};
use crate::access::{Actor, Refusal};
use crate::domain::{IdemKey, LetterId, Version};
use crate::features::applications::{Desk, refusal_reason};
use crate::server::db::Db;
use crate::server::session;
use crate::ui::Next;

/// The desk of whoever asks.
pub fn desk<'a>(db: &'a Db, actor: &'a Actor) -> Result<Desk<'a>, Refusal> {
    let person = session::standing()?.name.unwrap_or_default();
    Desk::open(db, actor, person)
}

pub async fn take_in(id: LetterId, seen: Version, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    db.perform(actor, key, AcceptTransfer { id, seen }).await?;
    Ok(done(id, "diterima"))
}

pub async fn turn_down(id: LetterId, seen: Version, key: IdemKey, code: &str, words: &str) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    db.perform(actor, key, DeclineTransfer { id, seen, reason: refusal_reason(code, words)? }).await?;
    Ok(done(id, "ditolak"))
}

fn done(id: LetterId, what: &str) -> Next {
    Next::afresh(["/kantor/pindah-masuk/", &id.to_string(), "?hasil=", what].concat())
}
