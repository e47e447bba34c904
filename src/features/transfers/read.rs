//! From moves to what the screens of the office of destination are given.

use super::store::{self, Listed, PAGE, Place};
use super::views::{MoverLine, RecordView, TransferRow, TransfersView};
use super::{Transfer, policy};
use crate::access::{ActName, Decision, Refusal};
use crate::domain::{Lang, LetterId, Version};
use crate::features::applications::{Desk, Names, Reason, TransferState, refuse_reasons};
use crate::features::letters;
use crate::features::offices::gazetteer;
use crate::forms::{Choice, read};
use crate::server::access_log::{self, AccessPurpose, Look};
use crate::server::act::Object;

/// The lists, by the code in the address.
const LISTS: [(&str, Listed); 2] = [("", Listed::Waiting), ("semua", Listed::All)];

/// `/kantor/pindah-masuk`: one list from a place on.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn list(desk: &Desk<'_>, which: &str, seen: &str) -> Result<TransfersView, Refusal> {
    let scope = desk.scope().await?;
    let waits = desk.waits(&scope).await?;
    let (code, listed) = LISTS.into_iter().find(|(code, _)| *code == which).unwrap_or(LISTS[0]);
    let found = store::list(&scope, listed, place(seen)).await?;
    let (waiting, all) = (store::count(&scope, Listed::Waiting).await?, store::count(&scope, Listed::All).await?);
    let next = if found.len() as u64 == PAGE { found.last().map(written) } else { None };
    Ok(TransfersView {
        frame: desk.frame(&waits),
        which: code.to_owned(),
        waiting: small(waiting),
        all: small(all),
        rows: found.iter().map(row).collect(),
        next,
    })
}

/// `/kantor/pindah-masuk/{id}`. Its owner reads who has opened it.
///
/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn record(desk: &Desk<'_>, id: LetterId) -> Result<RecordView, Refusal> {
    let scope = desk.scope().await?;
    let transfer = store::transfer(&scope, id).await?;
    let waits = desk.waits(&scope).await?;
    drop(scope);
    if let Some(subject) = transfer.owner {
        // What is not noted is not shown.
        let look = Look { subject, purpose: AccessPurpose::Transfer, object: Object::new("transfer", id) };
        access_log::log(desk.db, desk.actor, look).await?;
    }
    let names = Names::read(desk.db, transfer.decided.map(|decided| decided.by)).await?;
    let decided = transfer.decided.map(|decided| ["oleh ", &names.of(decided.by), ", ", &desk.now.when(decided.at)].concat());
    let (can, reasons) = (can(desk, &transfer), refuse_reasons());
    let content = transfer.content.as_ref();
    Ok(RecordView {
        frame: desk.frame(&waits),
        id,
        seen: transfer.version.unwrap_or(Version::FIRST),
        state: transfer.state,
        letter_revoked: transfer.letter_revoked_at.is_some(),
        origin: gazetteer().full_title(transfer.origin),
        number: content.map(|content| content.number.clone()).unwrap_or_default(),
        issued_on: content.map(|content| content.issued_on.in_words(Lang::Id)).unwrap_or_default(),
        planned: content.map(|content| content.on.in_words(Lang::Id)).unwrap_or_default(),
        from: content.map(|content| place_line(&content.from)).unwrap_or_default(),
        to: content.map(|content| place_line(&content.to)).unwrap_or_default(),
        movers: content.map(|content| content.movers.iter().map(mover).collect()).unwrap_or_default(),
        came: desk.now.when(transfer.created_at),
        decided: decided.unwrap_or_default(),
        can,
        reason: transfer.reason.map(|reason| why(reason, &reasons)).unwrap_or_default(),
        reasons,
        key: desk.key(),
    })
}

/// What the policy allows and the state has a use for: a button that can only fail is no button.
fn can(desk: &Desk<'_>, transfer: &Transfer) -> Vec<ActName> {
    let mut can = vec![ActName::AcceptTransfer, ActName::DeclineTransfer];
    can.retain(|act| transfer.state == TransferState::Incoming && policy::decide(desk.actor, *act) == Decision::Allow);
    can
}

fn row(transfer: &Transfer) -> TransferRow {
    let content = transfer.content.as_ref();
    let first = content.and_then(|content| content.movers.first());
    let holder = match (content, first.and_then(|first| read::name(&first.name).ok())) {
        (None, _) => "Data sudah dihapus".to_owned(),
        (Some(_), None) => "Buka".to_owned(),
        (Some(_), Some(name)) => name.masked(),
    };
    TransferRow {
        id: transfer.id,
        state: transfer.state,
        letter_revoked: transfer.letter_revoked_at.is_some(),
        origin: gazetteer().full_title(transfer.origin),
        holder,
        nik_end: first.map_or_else(stroke, |first| nik_end(&first.nik)),
        people: content.map_or_else(stroke, |content| content.movers.len().to_string()),
        planned: content.map_or_else(stroke, |content| content.on.in_words(Lang::Id)),
    }
}

/// Where there is nothing to be said any more.
fn stroke() -> String {
    "–".to_owned()
}

/// What the officer wrote is forgotten with the rest; that it was one of the list stays.
fn why(reason: Reason, reasons: &[Choice]) -> String {
    if !reason.words.is_empty() {
        return reason.words;
    }
    reasons.iter().find(|choice| choice.code == reason.code.code()).map(|choice| choice.label.clone()).unwrap_or_default()
}

fn mover(mover: &letters::Mover) -> MoverLine {
    MoverLine { name: mover.name.clone(), nik: masked(&mover.nik), relation: mover.relation.clone() }
}

/// What is no NIK is not shown either: who knows what it is.
fn masked(nik: &str) -> String {
    read::nik(nik).map(|nik| nik.masked()).unwrap_or_default()
}

fn nik_end(nik: &str) -> String {
    masked(nik).rsplit(' ').next().filter(|end| !end.is_empty()).map(|end| ["…", end].concat()).unwrap_or_default()
}

/// "Jalan Kawah Ijen 7, RT 002 RW 001, Tamansari, Kec. Licin"
fn place_line(place: &letters::Place) -> String {
    [&place.address, ", RT ", &place.rt, " RW ", &place.rw, ", ", &place.village, ", Kec. ", &place.kecamatan].concat()
}

/// `1795485600000000.018f…`: where a page ends, as it stands in the address.
fn written(transfer: &Transfer) -> String {
    [&transfer.created_at.micros().to_string(), ".", &transfer.id.to_string()].concat()
}

fn place(seen: &str) -> Option<Place> {
    let (at, id) = seen.split_once('.')?;
    Some((at.parse().ok()?, id.parse().ok()?))
}

fn small(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
