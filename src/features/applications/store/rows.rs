//! Between rows and records: codes, seals and identities.

use sea_orm::ActiveValue::Set;
use serde::{Deserialize, Serialize};

use super::cards::hashes;
use crate::access::{Refusal, Role};
use crate::domain::{AccountId, ApplicationId, BlobId, Instant, LetterId, Reference, Version};
use crate::features::applications::entity::{application, attachment, event};
use crate::features::applications::{
    Application, Attachment, Channel, Event, EventKind, EventWords, IdentitySeen, Lease, Promise, Returned, Snapshot, State,
};
use crate::forms::Answers;
use crate::server::db::{Scope, id_of, key};
use crate::server::incident;
use crate::server::seal::Field;

/// What is sealed of a case, besides what is to be signed.
#[derive(Serialize, Deserialize)]
struct Body {
    answers: Answers,
    #[serde(default)]
    returned: Vec<Returned>,
}

pub(super) fn case(scope: &Scope<'_>, row: application::Model, photos: Vec<attachment::Model>) -> Result<Application, Refusal> {
    let id = ApplicationId::from_u128(row.id.as_u128());
    let sealer = scope.sealer(row.office_id);
    let body = sealer.open(body_of(id), &row.body).map_err(|_| broken("the answers of a case do not open"))?;
    let body: Body = serde_json::from_slice(&body).map_err(|_| broken("the answers of a case are no answers"))?;
    let snapshot = row.snapshot.as_deref().map(|sealed| sealer.open(snapshot_of(id), sealed)).transpose();
    let snapshot = snapshot.map_err(|_| broken("the snapshot of a case does not open"))?;
    Ok(Application {
        id,
        version: Some(Version(row.version)),
        office: row.office_id.try_into().map_err(|_| broken("a case is at no office"))?,
        owner: AccountId::from_u128(row.owner.as_u128()),
        service: row.service.parse().map_err(|_| broken("a case is for no service"))?,
        schema_version: u32::try_from(row.schema_version).unwrap_or_default(),
        state: State::from_code(&row.state).ok_or_else(|| broken("a case is in no state"))?,
        since: Instant::from_micros(row.since),
        channel: Channel::from_code(&row.channel).ok_or_else(|| broken("a case came by no channel"))?,
        reference: row.reference.as_deref().map(Reference::parse).transpose().map_err(|_| broken("a case has no reference"))?,
        started_at: Instant::from_micros(row.started_at),
        saved_at: Instant::from_micros(row.changed_at),
        submitted_at: row.submitted_at.map(Instant::from_micros),
        answers: body.answers,
        attachments: photos.into_iter().map(attachment).collect(),
        promise: row.promised_at.map(|due| promise(Instant::from_micros(due), row.promise_left)),
        lease: row.lease_by.zip(row.lease_until).map(|(by, until)| Lease { by: id_of(by), until: Instant::from_micros(until) }),
        returned: body.returned,
        last_step_by: row.last_step_by.map(id_of),
        identity_seen: row.identity_seen.as_deref().and_then(IdentitySeen::from_code),
        snapshot: snapshot.as_deref().and_then(|whole| split(whole)),
        letter: row.letter_id.map(id_of::<LetterId>),
        news: Vec::new(),
        photos_changed: false,
    })
}

/// The row of a case; who and version are filled in where it is written.
pub(super) fn row_of(scope: &Scope<'_>, case: &Application) -> Result<application::ActiveModel, Refusal> {
    let (sealer, chance) = (scope.sealer(scope.office()), scope.db().entropy());
    let body = Body { answers: case.answers.clone(), returned: case.returned.clone() };
    let body = serde_json::to_vec(&body).map_err(|_| broken("answers are not JSON"))?;
    let found_by = hashes(scope, case);
    let snapshot = case.snapshot.as_ref().map(|snapshot| [&snapshot.hash[..], &snapshot.bytes].concat());
    Ok(application::ActiveModel {
        owner: Set(key(case.owner)),
        service: Set(case.service.as_str().to_owned()),
        schema_version: Set(case.schema_version.into()),
        state: Set(case.state.code().to_owned()),
        since: Set(case.since.micros()),
        channel: Set(case.channel.code().to_owned()),
        reference: Set(case.reference.map(Reference::bare)),
        started_at: Set(case.started_at.micros()),
        submitted_at: Set(case.submitted_at.map(Instant::micros)),
        body: Set(sealer.seal(body_of(case.id), &body, chance)),
        promised_at: Set(case.promise.map(|promise| promise.due().micros())),
        promise_left: Set(match case.promise {
            Some(Promise::Paused { left_minutes, .. }) => Some(left_minutes.into()),
            _ => None,
        }),
        lease_by: Set(case.lease.map(|lease| key(lease.by))),
        lease_until: Set(case.lease.map(|lease| lease.until.micros())),
        last_step_by: Set(case.last_step_by.map(key)),
        identity_seen: Set(case.identity_seen.map(|seen| seen.code().to_owned())),
        snapshot: Set(snapshot.map(|whole| sealer.seal(snapshot_of(case.id), &whole, chance))),
        letter_id: Set(case.letter.map(key)),
        nik_index: Set(found_by.nik),
        kk_index: Set(found_by.kk),
        ..Default::default()
    })
}

pub(super) fn event(scope: &Scope<'_>, row: event::Model) -> Result<Event, Refusal> {
    let place = words_of(row.application_id.as_u128(), row.seq);
    let words = match row.words.as_deref() {
        None => EventWords::default(),
        Some(sealed) => {
            let words = scope.sealer(row.office_id).open(place, sealed).map_err(|_| broken("the words of an event do not open"))?;
            serde_json::from_slice(&words).map_err(|_| broken("the words of an event are no words"))?
        }
    };
    Ok(Event {
        kind: EventKind::from_code(&row.kind).ok_or_else(|| broken("an event is of no kind"))?,
        at: Instant::from_micros(row.at),
        by: row.actor.map(id_of),
        role: Role::from_code(&row.role).ok_or_else(|| broken("an event was made under no role"))?,
        words,
    })
}

pub(super) fn row_of_event(scope: &Scope<'_>, case: &Application, event: &Event, seq: i64) -> Result<event::ActiveModel, Refusal> {
    let words = serde_json::to_vec(&event.words).map_err(|_| broken("words are not JSON"))?;
    let sealed = || scope.sealer(scope.office()).seal(words_of(case.id.as_u128(), seq), &words, scope.db().entropy());
    Ok(event::ActiveModel {
        application_id: Set(key(case.id)),
        seq: Set(seq),
        owner: Set(key(case.owner)),
        kind: Set(event.kind.code().to_owned()),
        at: Set(event.at.micros()),
        actor: Set(event.by.map(key)),
        role: Set(event.role.code().to_owned()),
        words: Set((!event.words.is_empty()).then(sealed)),
        ..Default::default()
    })
}

pub(super) fn row_of_attachment(case: &Application, photo: &Attachment, place: usize) -> attachment::ActiveModel {
    attachment::ActiveModel {
        id: Set(key(photo.id)),
        thumbnail: Set(key(photo.thumbnail)),
        application_id: Set(key(case.id)),
        owner: Set(key(case.owner)),
        field: Set(photo.field.clone()),
        place: Set(i64::try_from(place).unwrap_or(i64::MAX)),
        size_bytes: Set(i64::try_from(photo.size_bytes).unwrap_or(i64::MAX)),
        at: Set(photo.at.micros()),
        ..Default::default()
    }
}

fn attachment(row: attachment::Model) -> Attachment {
    Attachment {
        id: id_of::<BlobId>(row.id),
        thumbnail: id_of::<BlobId>(row.thumbnail),
        field: row.field,
        size_bytes: u64::try_from(row.size_bytes).unwrap_or_default(),
        at: Instant::from_micros(row.at),
    }
}

fn promise(due: Instant, left: Option<i64>) -> Promise {
    match left {
        Some(left) => Promise::Paused { due, left_minutes: u32::try_from(left).unwrap_or_default() },
        None => Promise::Running { due },
    }
}

fn split(whole: &[u8]) -> Option<Snapshot> {
    let (hash, bytes) = whole.split_at_checked(32)?;
    Some(Snapshot { hash: hash.try_into().ok()?, bytes: bytes.to_vec() })
}

fn body_of(id: ApplicationId) -> Field<'static> {
    Field { kind: "application.body", row: id.as_u128() }
}

fn snapshot_of(id: ApplicationId) -> Field<'static> {
    Field { kind: "application.snapshot", row: id.as_u128() }
}

/// A case and its event: the number of the event is mixed in, so that words cannot change places.
fn words_of(case: u128, seq: i64) -> Field<'static> {
    Field { kind: "application_event.words", row: case ^ u128::from(seq.unsigned_abs()) }
}

/// What is stored contradicts itself: never the sender's mistake.
fn broken(what: &'static str) -> Refusal {
    incident::report(what, &"application")
}
