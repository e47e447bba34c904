//! The one write path. Everything that alters data is an [`Act`]; [`perform`] is the only one who
//! carries one out, in one order: find, decide, apply, save, record, commit, and only then answer.

mod change;
mod memory;
mod moment;
mod performance;
pub mod register;
#[cfg(test)]
mod tests;
mod wording;

use std::future::Future;

use serde::{Serialize, de::DeserializeOwned};

pub(in crate::server) use memory::open_kept_answers;

pub use change::{Change, Message, Object};
pub use memory::forget_answers;
pub use moment::Moment;
pub use register::{Number, Register};
pub use wording::Wording;

use crate::access::{ActName, Actor, Decision, Refusal, Unit};
use crate::domain::{IdemKey, OfficeCode};
use crate::server::db::{Db, WriteScope, given};

/// One change to one record, wanted by one actor.
///
/// Nothing here is called once and for all: an act may run again, because another transaction was in
/// the way. So everything takes `&self`, `apply` is pure, and only `save` writes.
pub trait Act: Send + Sync + 'static {
    /// What is looked at and changed: a case, a case with its letter, or what is known before the
    /// record exists.
    type Record: Send + Sync;
    /// The answer. It is kept (sealed) under the key, and given again to whoever sends the key again.
    type Done: Serialize + DeserializeOwned + Send + Sync + 'static;

    /// As it stands in the audit record and in the access table.
    const NAME: ActName;

    /// The office whose rows this touches. Staff need not say it: theirs is that of their hat, and an
    /// office outside it is `NotFound`. Residents say at which office they act; who says nothing acts
    /// at the regency (signing in).
    fn office(&self) -> Option<OfficeCode> {
        None
    }

    /// Reads the record, within reach. What is out of reach is `NotFound`.
    fn find(&self, scope: &WriteScope<'_>) -> impl Future<Output = Result<Self::Record, Refusal>> + Send;

    /// The feature's policy: may this actor do this to this record?
    fn decide(&self, actor: &Actor, record: &Self::Record) -> Decision;

    /// The book from which the change wants the next number.
    fn register(&self, _record: &Self::Record) -> Option<Register> {
        None
    }

    /// Changes the record in memory, or refuses. Pure: time, identities and the number are in `cx`.
    ///
    /// # Errors
    /// Whatever the model refuses. A refusal costs no number and leaves no trace.
    fn apply(&self, record: &mut Self::Record, cx: &Moment) -> Result<Change<Self::Done>, Refusal>;

    /// Writes the record: compare-and-swap on its version, or an insert.
    fn save(record: &Self::Record, scope: &WriteScope<'_>) -> impl Future<Output = Result<(), Refusal>> + Send;
}

/// Carries out `act` for `actor`, in the database of this server. What server functions call.
///
/// # Errors
/// As [`Db::perform`].
pub async fn perform<A: Act>(actor: Actor, key: IdemKey, act: A) -> Result<A::Done, Refusal> {
    given()?.perform(actor, key, act).await
}

impl Db {
    /// Carries out `act` for `actor`. The same `key` again is the same wish, and gets the first answer.
    ///
    /// # Errors
    /// * `NotFound`, `Forbidden`, `StepUp`, `Invalid`, `Conflict`: what the act refuses;
    /// * `Conflict(KeyReused)`: the key belongs to another act of this account, or came with other words;
    /// * `Stale`: somebody was faster;
    /// * `Busy`: nothing was written, the same may be sent again;
    /// * `Internal`: nothing was acknowledged; the log says more under the incident.
    pub async fn perform<A: Act>(&self, actor: Actor, key: IdemKey, act: A) -> Result<A::Done, Refusal> {
        let performance = performance::Performance::new(self, actor, key, act)?;
        self.write(performance).await
    }

    /// Carries out `act` for `actor` at an office of which their account gives them nothing: because of what they
    /// hold in their hand. The act's own `find` has to look at that, before it reads anything else.
    ///
    /// # Errors
    /// As [`Db::perform`].
    pub async fn perform_with_ticket<A: Act>(&self, actor: Actor, office: OfficeCode, key: IdemKey, act: A) -> Result<A::Done, Refusal> {
        self.write(performance::Performance::with_ticket(actor, office, key, act)).await
    }

    /// Carries out an act at a unit that no person wishes, because a time is over. The record says
    /// that nobody did it; the act's own `decide` sees nobody known, and has to say that this suffices.
    ///
    /// # Errors
    /// As [`Db::perform`].
    pub async fn perform_by_itself<A: Act>(&self, unit: impl Into<Unit>, act: A) -> Result<A::Done, Refusal> {
        self.write(performance::Performance::by_itself(unit.into(), self.fresh_key(), act)).await
    }

    /// The same for acts whose day has come at several offices; gives what `count` finds in all that was done. An act that
    /// answers `NotFound` has nothing to do now. What fails at one office keeps no other waiting.
    pub async fn perform_due<A: Act>(&self, due: impl IntoIterator<Item = (OfficeCode, A)>, count: fn(A::Done) -> usize) -> usize {
        let mut all = 0;
        for (office, act) in due {
            match self.perform_by_itself(office, act).await {
                Ok(done) => all += count(done),
                Err(Refusal::NotFound) => {}
                Err(refusal) => tracing::warn!(office.id = office.number(), act = A::NAME.code(), ?refusal, "what was due was not done"),
            }
        }
        all
    }
}
