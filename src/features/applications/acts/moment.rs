//! What every act on a case takes from its moment, and leaves behind.

use serde::{Deserialize, Serialize};

use crate::access::{ActName, Refusal};
use crate::domain::{ApplicationId, Day, Lang, LetterId, OfficeCode};
use crate::features::applications::{Application, Stamp, State};
use crate::features::offices::gazetteer;
use crate::features::services::{Service, ServiceCode, catalogue};
use crate::forms::Given;
use crate::server::act::{Change, Message, Moment, Object};
use crate::server::clock::day_at;

/// Who acts, and when.
pub fn stamp(cx: &Moment) -> Stamp {
    Stamp { by: cx.actor.account(), role: cx.actor.role(), now: cx.now }
}

/// What a form of this office is judged by today.
///
/// # Errors
/// `NotFound` for an office that is not on the list.
pub fn given(cx: &Moment, office: OfficeCode) -> Result<Given, Refusal> {
    given_on(day_at(cx.now, cx.zone()), office)
}

/// The same on a day that is known.
///
/// # Errors
/// As [`given`].
pub fn given_on(today: Day, office: OfficeCode) -> Result<Given, Refusal> {
    let listed = gazetteer().by_code(office).ok_or(Refusal::NotFound)?;
    Ok(Given::at_office(today, office, listed.kind))
}

/// A service by its code. The language does not matter to what is judged.
///
/// # Errors
/// `NotFound` when there is none.
pub fn service(code: &ServiceCode) -> Result<&'static Service, Refusal> {
    catalogue().service(code, Lang::Id).ok_or(Refusal::NotFound)
}

/// Identities and codes only: whoever carries it reads the rest again.
#[derive(Serialize, Deserialize)]
pub struct Moved {
    pub case: ApplicationId,
    pub state: State,
}

/// A case has moved on: a line in the record, and a message to those whom it concerns.
pub fn moved<Done>(case: &Application, done: Done) -> Change<Done> {
    let version = case.version.map_or(0, |version| version.0).to_string();
    let dedupe = [case.id.to_string(), version].join("|");
    let message = Message::new("application.moved", dedupe, &Moved { case: case.id, state: case.state });
    touched(case, done).fields(&["state"]).tell(message)
}

/// A case has changed without moving on.
pub fn touched<Done>(case: &Application, done: Done) -> Change<Done> {
    Change::of(Object::new("application", case.id), done)
}

/// What issuing a letter leaves in the outbox when it lets somebody go to another office, and what
/// revoking it leaves again: whoever carries it makes the other office know what the letter is now.
pub const CARRY: &str = "transfers.carry";

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Carry {
    pub letter: LetterId,
}

/// `after` is what has happened to the letter: each happening is carried once.
pub fn carry(letter: LetterId, after: ActName) -> Message {
    Message::new(CARRY, [&letter.to_string(), "|", after.code()].concat(), &Carry { letter })
}

/// For acts that are commutative (two photos at once): whoever lost the race simply runs again.
pub fn again(refusal: Refusal) -> Refusal {
    if matches!(refusal, Refusal::Stale { .. }) { Refusal::Busy } else { refusal }
}
