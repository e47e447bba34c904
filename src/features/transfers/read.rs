//! From moves to what the screens of the office of destination are given.

use super::store::{self, Listed, PAGE, Place};
use super::views::{MoverLine, RecordView, TransferRow, TransfersView};
use super::{Transfer, policy};
use crate::access::{ActName, Decision, Refusal};
use crate::domain::{Lang, LetterId, OfficeCode, Version};
use crate::features::applications::{Desk, Names, TransferState, refuse_reasons};
use crate::features::letters;
use crate::features::offices::gazetteer;
use crate::forms::read;
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
    let content = &transfer.content;
    Ok(RecordView {
        frame: desk.frame(&waits),
        id,
        seen: transfer.version.unwrap_or(Version::FIRST),
        state: transfer.state,
        letter_revoked: transfer.letter_revoked_at.is_some(),
        origin: office_name(transfer.origin),
        number: content.number.clone(),
        issued_on: content.issued_on.in_words(Lang::Id),
        planned: content.on.in_words(Lang::Id),
        from: place_line(&content.from),
        to: place_line(&content.to),
        movers: content.movers.iter().map(mover).collect(),
        came: desk.now.when(transfer.created_at),
        decided: decided.unwrap_or_default(),
        can: can(desk, &transfer),
        reason: transfer.reason.map(|reason| reason.words).unwrap_or_default(),
        reasons: refuse_reasons(),
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
    let content = &transfer.content;
    let first = content.movers.first();
    TransferRow {
        id: transfer.id,
        state: transfer.state,
        letter_revoked: transfer.letter_revoked_at.is_some(),
        origin: office_name(transfer.origin),
        holder: first.and_then(|first| read::name(&first.name).ok()).map(|name| name.masked()).unwrap_or_default(),
        nik_end: first.map(|first| nik_end(&first.nik)).unwrap_or_default(),
        people: small(content.movers.len() as u64),
        planned: content.on.in_words(Lang::Id),
    }
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

fn office_name(code: OfficeCode) -> String {
    gazetteer().by_code(code).map(|office| office.full_title()).unwrap_or_default()
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
