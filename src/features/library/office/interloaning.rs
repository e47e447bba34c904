//! What stands behind the forms of loans between libraries: who asks, what was meant, where it leads.

use super::circulation::{labelled, unknown_book, with_card};
use super::desk::office_of;
use super::form;
use super::words::{INTERLOANS, counter_at};
use crate::access::Refusal;
use crate::domain::{IdemKey, InterloanId, TitleId};
use crate::features::library::acts::{
    AskInterloan, CancelInterloan, CloseInterloan, DeclineInterloan, ReceiveInterloan, ReturnInterloan, SendInterloan, Whose,
};
use crate::features::library::store::{self, Side};
use crate::features::offices::gazetteer;
use crate::forms::{ProblemCode, Problems};
use crate::server::db::OfficeScope;
use crate::server::session;
use crate::ui::Next;

fn done(what: &str) -> Next {
    Next::afresh([INTERLOANS, "?hasil=", what].concat())
}

pub async fn ask(title: TitleId, card: &str, from: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    let reader = match with_card(&db, &actor, "kartu", card).await {
        Ok(reader) => Ok(reader.id),
        Err(Refusal::Invalid(problems)) => Err(problems),
        Err(other) => return Err(other),
    };
    let lender = gazetteer().by_slug(from).map(|lender| lender.code);
    let lender = lender.ok_or_else(|| Problems::one("dari", ProblemCode::MissingChoice));
    let (reader, lender) = super::doors::both(reader, lender).map_err(Refusal::Invalid)?;
    db.perform(actor, key, AskInterloan { office, lender, title, whose: Whose::Reader(reader) }).await?;
    Ok(done("diminta"))
}

pub async fn cancel(interloan: InterloanId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    db.perform(actor, key, CancelInterloan { office, interloan }).await?;
    Ok(done("dibatalkan"))
}

/// `label`: of the copy that is taken from the shelf.
pub async fn send(interloan: InterloanId, label: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    let copy = labelled(&db, &actor, office, label).await?.ok_or_else(unknown_book)?.id;
    db.perform(actor, key, SendInterloan { interloan, copy }).await?;
    Ok(done("dikirim"))
}

pub async fn decline(interloan: InterloanId, reason: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let reason = form::reason(reason).map_err(Refusal::Invalid)?;
    db.perform(actor, key, DeclineInterloan { interloan, reason }).await?;
    Ok(done("ditolak"))
}

/// The desk with the copy on it: it says whom it is put aside for.
pub async fn receive(interloan: InterloanId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let scope = OfficeScope::open(&db, &actor).await?;
    let code = store::interloan_of(&scope, interloan, Side::Receiver).await?.stage.traveller().map(|traveller| traveller.code.clone());
    drop(scope);
    db.perform(actor, key, ReceiveInterloan { interloan }).await?;
    Ok(code.map_or_else(|| done("diterima"), |code| Next::afresh(counter_at(&code, "tiba"))))
}

pub async fn send_home(interloan: InterloanId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    db.perform(actor, key, ReturnInterloan { interloan }).await?;
    Ok(done("pulang"))
}

/// The desk with the copy on it: it goes to its shelf, or to whoever waits.
pub async fn close(interloan: InterloanId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let scope = OfficeScope::open(&db, &actor).await?;
    let code = store::interloan_of(&scope, interloan, Side::Lender).await?.stage.traveller().map(|traveller| traveller.code.clone());
    drop(scope);
    db.perform(actor, key, CloseInterloan { interloan }).await?;
    Ok(code.map_or_else(|| done("selesai"), |code| Next::afresh(counter_at(&code, "pulang"))))
}
