//! Who gets a letter as a paper before it is signed. The route is in `server::http`.

use super::downloads::{case_id, noted, office_scope};
use super::{Look, drafting, look, store};
use crate::access::{Actor, Refusal, Role};
use crate::features::letters::DraftLetter;
use crate::features::offices::profile;
use crate::server::blobs;
use crate::server::clock::day_at;
use crate::server::db::Db;

/// The draft, and the reference of its case for the name of the file.
pub struct DraftPaper {
    pub reference: String,
    pub letter: DraftLetter,
}

/// The letter as the page of the case shows it: for whoever holds the case, and for the head who is to
/// sign it. Numbers stay masked unless they are shown on the page; the head signs them, so the head reads
/// them. Each time is noted.
///
/// # Errors
/// `NotFound` out of reach, for whoever sees the case masked, and once it is signed; `Invalid` and
/// `Conflict(LetterheadIncomplete)` where the page says why there is no letter yet.
pub async fn office_draft(db: &Db, actor: &Actor, id: &str) -> Result<DraftPaper, Refusal> {
    let scope = office_scope(db, actor).await?;
    let case = store::case(&scope, case_id(id)?).await?;
    if look(actor, &case) != Look::Full || !case.state.is_open() {
        return Err(Refusal::NotFound);
    }
    let (now, kept) = (db.clock().now(), profile(&scope).await?);
    let me = actor.account().ok_or(Refusal::SignIn)?;
    let clear = actor.role() == Role::Head || store::revealed(&scope, case.id, me, now).await?.is_some();
    let data = drafting::letter(&case, &kept, day_at(now, db.zone()))?;
    let crest = match kept.profile.crest {
        Some(blob) => Some(blobs::find(&scope, blob).await?),
        None => None,
    };
    drop(scope);
    noted(db, actor, &case).await?;
    let reference = case.reference.map(|reference| reference.to_string()).unwrap_or_default();
    let data = if clear { data } else { data.masked() };
    Ok(DraftPaper { reference, letter: DraftLetter { case: case.id, service: case.service.to_string(), data, crest } })
}
