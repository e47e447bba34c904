//! Between two offices. Nothing else in this system opens the scopes of two, and a test of the
//! architecture lists who can: everybody else stays at their own.

pub(super) mod copies;

use super::acts::{ANSWER, Answer, CallBack, Receive};
use super::{Move, Transfer, store};
use crate::access::{Code, Refusal};
use crate::domain::{AccountId, LetterId, OfficeCode};
use crate::features::applications::{
    CARRY, COPY, Carry, Copied, NoteTransfer, SettleTransfer, TransferAnswer, TransferState, store as cases,
};
use crate::features::letters::{self, State};
use crate::server::db::{Db, Reach, Stop, Work, WriteScope};
use crate::server::incident;
use crate::server::outbox::{Carrier, Parcel};

/// Carries moves to the office of destination, its answers back, and masked notices to the camat.
#[derive(Clone)]
pub struct TransferCarrier {
    pub db: Db,
}

impl Carrier for TransferCarrier {
    fn topics(&self) -> &'static [&'static str] {
        &[CARRY, ANSWER, COPY]
    }

    async fn carry(&self, parcel: &Parcel) -> Result<(), Refusal> {
        let office = parcel.office.try_into().map_err(|_| Refusal::NotFound)?;
        if parcel.topic == ANSWER {
            let answer: Answer = read(&parcel.payload)?;
            return carry_answer(&self.db, office, answer.transfer).await;
        }
        if parcel.topic == COPY {
            let Copied { letter } = read(&parcel.payload)?;
            return copies::carry_copies(&self.db, office, letter).await;
        }
        let carry: Carry = read(&parcel.payload)?;
        carry_transfer(&self.db, office, carry.letter).await
    }
}

/// Makes the destination know what a letter of `origin` is now: a move that waits for an answer, or one
/// whose letter was revoked. It may stop anywhere and be carried again: each step finds what the one
/// before has left, and the first one decides for all of them whether anything is sent.
///
/// # Errors
/// Any; then the parcel comes again.
pub async fn carry_transfer(db: &Db, origin: OfficeCode, letter: LetterId) -> Result<(), Refusal> {
    if db.write(Leaving { origin, letter }).await?.is_none() {
        return Ok(());
    }
    match known(db.perform_by_itself(origin, NoteTransfer { letter }).await) {
        // Of a letter that was revoked, or ran out, nothing is sent.
        Err(Refusal::Conflict(Code::NotIssued)) => {}
        noted => noted?,
    }
    match db.write(Leaving { origin, letter }).await? {
        Some(leaver) => deliver(db, origin, letter, leaver).await,
        None => Ok(()),
    }
}

/// Carries what was read of a letter, and asks again after it is with the destination: who revokes the
/// letter meanwhile, and is carried faster, finds nothing to call back.
pub(super) async fn deliver(db: &Db, origin: OfficeCode, letter: LetterId, leaver: Leaver) -> Result<(), Refusal> {
    let Leaver { destination, revoked, mark, owner, content } = leaver;
    match mark {
        // Nothing is sent, or not any more.
        None | Some(TransferState::Closed | TransferState::Withdrawn) => return Ok(()),
        Some(TransferState::Incoming) if !revoked => {
            known(db.perform_by_itself(destination, Receive { id: letter, origin, owner, content }).await)?;
        }
        _ => {}
    }
    match db.write(Leaving { origin, letter }).await? {
        Some(Leaver { revoked: true, .. }) => call_back(db, origin, destination, letter).await,
        _ => Ok(()),
    }
}

async fn call_back(db: &Db, origin: OfficeCode, destination: OfficeCode, letter: LetterId) -> Result<(), Refusal> {
    let unanswered = match known(db.perform_by_itself(destination, CallBack { id: letter }).await) {
        // It was revoked after it was marked and before it arrived.
        Err(Refusal::NotFound) => true,
        called_back => {
            called_back?;
            db.write(Arriving { office: destination, id: letter }).await?.state == TransferState::Cancelled
        }
    };
    if unanswered {
        let settle = SettleTransfer { letter, from: destination, answer: TransferAnswer::Cancelled };
        known(db.perform_by_itself(origin, settle).await)?;
    }
    Ok(())
}

/// Tells the office that sent a move what `office` has answered.
///
/// # Errors
/// Any; then the parcel comes again.
pub async fn carry_answer(db: &Db, office: OfficeCode, id: LetterId) -> Result<(), Refusal> {
    let arriving = db.write(Arriving { office, id }).await?;
    let answer = match (arriving.state, arriving.reason) {
        (TransferState::Accepted, _) => TransferAnswer::Accepted,
        (TransferState::Declined, Some(reason)) => TransferAnswer::Declined(reason),
        _ => return Err(incident::report("a move without an answer was answered", &"transfer")),
    };
    known(db.perform_by_itself(arriving.origin, SettleTransfer { letter: id, from: office, answer }).await)
}

/// What was carried before is done.
fn known(outcome: Result<(), Refusal>) -> Result<(), Refusal> {
    match outcome {
        Err(Refusal::Conflict(Code::TransferKnown | Code::TransferDecided)) => Ok(()),
        other => other,
    }
}

fn read<T: serde::de::DeserializeOwned>(payload: &str) -> Result<T, Refusal> {
    serde_json::from_str(payload).map_err(|error| incident::report("a message to carry a move is none", &error))
}

/// Reads in the scope of its office what a letter lets another one have. It goes through the writer
/// because a carrier is nobody who could open a scope to read.
pub(super) struct Leaving {
    pub origin: OfficeCode,
    pub letter: LetterId,
}

/// Who is let go, and to where.
pub(super) struct Leaver {
    destination: OfficeCode,
    revoked: bool,
    /// What its office has decided: whether it is sent, and what was answered.
    mark: Option<TransferState>,
    owner: Option<AccountId>,
    content: Move,
}

impl Work for Leaving {
    type Out = Option<Leaver>;

    fn reach(&self) -> Reach {
        Reach::Office(self.origin.number())
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<Option<Leaver>, Stop> {
        self.find(scope).await.map_err(Stop::before_writing)
    }
}

impl Leaving {
    async fn find(&self, scope: &WriteScope<'_>) -> Result<Option<Leaver>, Refusal> {
        let stored = letters::stored_letter(scope, self.letter).await?;
        let frozen = letters::frozen_letter(scope, self.letter).await?;
        let Some((destination, content)) = frozen.data.destination(self.origin).zip(Move::of(&frozen.data)) else { return Ok(None) };
        let mark = match stored.application {
            Some(case) => cases::transfer_mark(scope, case).await?.map(|mark| mark.state),
            None => None,
        };
        let revoked = !matches!(stored.letter.state, State::Issued);
        Ok(Some(Leaver { destination, revoked, mark, owner: stored.owner, content }))
    }
}

/// Reads a move in the scope of the office to which it came.
struct Arriving {
    office: OfficeCode,
    id: LetterId,
}

impl Work for Arriving {
    type Out = Transfer;

    fn reach(&self) -> Reach {
        Reach::Office(self.office.number())
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<Transfer, Stop> {
        store::transfer(scope, self.id).await.map_err(Stop::before_writing)
    }
}
