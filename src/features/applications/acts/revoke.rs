use super::copy_notice::copy_notice;
use super::hand_over::CaseWithLetter;
use super::moment::{carry, moved, stamp};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, Reference, Version};
use crate::features::applications::{Reason, policy, store};
use crate::features::letters::{self, StoredLetter, Successor};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment};
use crate::server::clock::day_at;
use crate::server::db::WriteScope;

/// Revokes a letter. Everybody who checks it learns it at once, with a reason from a list; the words
/// are for the resident alone. The number stays in the book. An office to which the letter has sent
/// somebody learns it too, and so does the camat.
#[derive(Clone, Debug)]
pub struct Revoke {
    pub id: ApplicationId,
    pub seen: Version,
    pub public: letters::Reason,
    pub reason: Reason,
    /// The letter that stands in its place, as it was typed: its number, or the reference of its case.
    /// Whoever checks the old one is led to it.
    pub successor: Option<String>,
}

/// The field of the form.
const SUCCESSOR: &str = "pengganti";

/// A case, its letter, whether it lets somebody move, and whether it has sent them to another office.
pub struct Revoking {
    record: CaseWithLetter,
    moves: bool,
    leaves: bool,
    next: Option<(StoredLetter, Successor)>,
}

impl Act for Revoke {
    type Record = Revoking;
    type Done = ();
    const NAME: ActName = ActName::Revoke;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Revoking, Refusal> {
        let record = CaseWithLetter::find(scope, self.id, self.seen).await?;
        let frozen = letters::frozen_letter(scope, record.letter.letter.id).await?;
        let next = match &self.successor {
            Some(typed) => find_next(scope, typed).await?,
            None => None,
        };
        Ok(Revoking { moves: frozen.data.annex.is_some(), leaves: frozen.data.destination(record.case.office).is_some(), record, next })
    }

    fn decide(&self, actor: &Actor, revoking: &Revoking) -> Decision {
        policy::decide(actor, Self::NAME, &revoking.record.case)
    }

    fn apply(&self, revoking: &mut Revoking, cx: &Moment) -> Result<Change<()>, Refusal> {
        let Revoking { record, moves, leaves, next } = revoking;
        match (&self.successor, next) {
            (None, _) => record.letter.letter.revoke(self.public, cx.by()?, cx.now)?,
            (Some(_), Some((letter, next))) if letter.may_replace(&record.letter, day_at(cx.now, cx.zone())) => {
                record.letter.replace(next.clone(), cx.by()?, cx.now)?
            }
            (Some(_), _) => return Err(Refusal::Invalid(Problems::one(SUCCESSOR, ProblemCode::NotASuccessor))),
        };
        record.case.revoke(self.reason.clone(), stamp(cx))?;
        let (id, revoked) = (record.letter.letter.id, moved(&record.case, ()));
        let revoked = if *moves { revoked.tell(copy_notice(id, Self::NAME)) } else { revoked };
        Ok(if *leaves { revoked.tell(carry(id, Self::NAME)) } else { revoked })
    }

    async fn save(revoking: &Revoking, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        revoking.record.save(scope).await
    }
}

/// The letter of this office with this number, or with this reference.
async fn find_next(scope: &WriteScope<'_>, typed: &str) -> Result<Option<(StoredLetter, Successor)>, Refusal> {
    let by_number = letters::letter_numbered(scope, typed).await?;
    let id = match (by_number, Reference::parse(typed)) {
        (None, Ok(reference)) => store::letter_of(scope, reference).await?,
        (found, _) => found,
    };
    match id {
        Some(id) => letters::successor(scope, id).await.map(Some),
        None => Ok(None),
    }
}
