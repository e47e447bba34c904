//! A case and its state machine (security 12). Pure and total: time, chance and who acts come from
//! outside, a refused transition changes nothing. The transitions stand in the order of a case's life:
//! `filling` (its owner), `review` (officers), `signing` (the head, and what follows), `leaving` (the office to which somebody moves).

mod filling;
mod leaving;
mod review;
mod signing;
mod skpwni;
#[cfg(test)]
mod tests;

pub use filling::NewCase;
pub use leaving::{TransferAnswer, TransferMark};
pub use skpwni::Skpwni;

use super::{Channel, Event, EventKind, EventWords, IdentitySeen, OfficeHours, Promise, Returned, State, Target};
use crate::access::{Refusal, Role};
use crate::domain::{AccountId, ApplicationId, BlobId, Instant, LetterId, OfficeCode, Reference, Version};
use crate::features::services::ServiceCode;
use crate::forms::Answers;

/// One wish of one resident at one office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    pub id: ApplicationId,
    /// `None` until it is stored.
    pub version: Option<Version>,
    pub office: OfficeCode,
    pub owner: AccountId,
    pub service: ServiceCode,
    /// The version of the service's file with which it was sent, or began.
    pub schema_version: u32,
    pub state: State,
    pub since: Instant,
    pub channel: Channel,
    /// From the first sending on, for ever.
    pub reference: Option<Reference>,
    pub started_at: Instant,
    /// When it was last written.
    pub saved_at: Instant,
    pub submitted_at: Option<Instant>,
    /// As typed. Photos are not here: [`Application::whole_answers`] adds them.
    pub answers: Answers,
    /// In the order in which they came.
    pub attachments: Vec<Attachment>,
    pub promise: Option<Promise>,
    pub lease: Option<Lease>,
    /// What the resident is asked to mend; empty in every state but [`State::NeedsFix`].
    pub returned: Vec<Returned>,
    /// Who did the last step of substance: sent, decided. Taking a case in hand is none.
    pub last_step_by: Option<AccountId>,
    pub identity_seen: Option<IdentitySeen>,
    /// What is signed, frozen at approval.
    pub snapshot: Option<Snapshot>,
    pub letter: Option<LetterId>,
    /// What happened since the case was read; the store writes it behind what is stored.
    pub news: Vec<Event>,
    /// Whether photos came or went since the case was read.
    pub photos_changed: bool,
}

/// A photo that belongs to a question of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    pub id: BlobId,
    /// The same, 320 pixels wide.
    pub thumbnail: BlobId,
    pub field: String,
    pub size_bytes: u64,
    pub at: Instant,
}

/// A case in one officer's hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    pub by: AccountId,
    pub until: Instant,
}

/// What an approved letter says, so that what is signed is what was approved.
#[derive(Clone, PartialEq, Eq)]
pub struct Snapshot {
    pub bytes: Vec<u8>,
    /// SHA-256 of the bytes.
    pub hash: [u8; 32],
}

/// Personal: a letter must not end in a log.
impl std::fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Snapshot")
    }
}

/// Who does something, under which role, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// `None` for a job of the server.
    pub by: Option<AccountId>,
    pub role: Role,
    pub now: Instant,
}

impl Lease {
    /// Long enough for a hard case and the lunch break, short enough that a case whose officer has
    /// gone home is free in the morning (security 12).
    pub const SECONDS: i64 = 2 * 3_600;

    pub const fn from(by: AccountId, now: Instant) -> Self {
        Self { by, until: now.plus_seconds(Self::SECONDS) }
    }

    /// "Somebody else has it", and since when.
    const fn stale(self) -> Refusal {
        Refusal::Stale { by: Some(self.by), at: self.until.plus_seconds(-Self::SECONDS) }
    }
}

impl Application {
    /// Its owner, and nobody in their name.
    pub fn owned_by(&self, account: Option<AccountId>) -> bool {
        account == Some(self.owner)
    }

    /// The officer who claimed it last. A lease that is over still counts until a colleague claims.
    pub fn held_by(&self, account: Option<AccountId>) -> bool {
        self.state == State::InReview && account.is_some() && self.lease.map(|lease| lease.by) == account
    }

    /// Whether this is not the person of the step before: the second pair of eyes.
    pub fn is_second_person(&self, account: Option<AccountId>) -> bool {
        account.is_some() && self.last_step_by != account
    }

    /// The answers with the photos under the names of their questions, as the form is judged.
    pub fn whole_answers(&self) -> Answers {
        let mut answers = self.answers.clone();
        let fields: Vec<&str> = self.attachments.iter().map(|photo| photo.field.as_str()).collect();
        for field in fields {
            let ids: Vec<String> = self.photos_of(field).map(|photo| photo.id.to_string()).collect();
            answers.put(field, ids.join(" "));
        }
        answers
    }

    pub fn photos_of(&self, field: &str) -> impl Iterator<Item = &Attachment> {
        self.attachments.iter().filter(move |photo| photo.field == field)
    }

    pub fn photo(&self, id: BlobId) -> Option<&Attachment> {
        self.attachments.iter().find(|photo| photo.id == id)
    }

    /// Whether the resident is asked to mend this photo.
    pub fn photo_is_returned(&self, id: BlobId) -> bool {
        self.returned.iter().any(|item| matches!(&item.target, Target::Photo { id: returned, .. } if *returned == id))
    }

    /// Whether the resident is asked to mend the answer under this name, or one below it.
    pub fn answer_is_returned(&self, name: &str) -> bool {
        self.returned.iter().any(|item| match &item.target {
            Target::Answer(asked) => name.strip_prefix(asked.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')),
            Target::Photo { .. } | Target::Absent(_) => false,
        })
    }

    /// Whether the office's promise is spoken of. It ends with the letter; where the papers go on to
    /// Dukcapil the office also owes passing them on, and while they are there its clock stands still.
    pub fn is_promised(&self, goes_on_to_dukcapil: bool) -> bool {
        self.state.is_open() || goes_on_to_dukcapil && matches!(self.state, State::Issued | State::Forwarded)
    }

    /// Moves on. The only place that changes the state.
    fn step(&mut self, to: State, kind: EventKind, stamp: Stamp, words: EventWords) -> Event {
        if self.state != to {
            self.state = to;
            self.since = stamp.now;
        }
        if to != State::InReview {
            self.lease = None;
        }
        self.tell(kind, stamp, words)
    }

    fn tell(&mut self, kind: EventKind, stamp: Stamp, words: EventWords) -> Event {
        let event = Event { kind, at: stamp.now, by: stamp.by, role: stamp.role, words };
        self.news.push(event.clone());
        event
    }

    fn pause(&mut self, now: Instant, hours: &OfficeHours) {
        self.promise = self.promise.map(|promise| promise.paused(now, hours));
    }

    fn resume(&mut self, now: Instant, hours: &OfficeHours) {
        self.promise = self.promise.map(|promise| promise.resumed(now, hours));
    }
}
