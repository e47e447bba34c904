use super::moment::{moved, stamp, touched};
use super::note_transfer::Leaving;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{LetterId, OfficeCode};
use crate::features::applications::{State, TransferAnswer, TransferMark, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// What the office of destination has answered: the mark says it, and the case goes on. No person of
/// this office wishes it.
#[derive(Clone, Debug)]
pub struct SettleTransfer {
    pub letter: LetterId,
    /// Who answers. Only the office that the letter names is heard.
    pub from: OfficeCode,
    pub answer: TransferAnswer,
}

/// A move that was answered, and its mark once it says so.
pub struct Settling {
    leaving: Leaving,
    settled: Option<TransferMark>,
}

impl Act for SettleTransfer {
    type Record = Settling;
    type Done = ();
    const NAME: ActName = ActName::SettleTransfer;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Settling, Refusal> {
        let leaving = Leaving::find(scope, self.letter).await?;
        if leaving.destination == self.from { Ok(Settling { leaving, settled: None }) } else { Err(Refusal::NotFound) }
    }

    fn decide(&self, actor: &Actor, _settling: &Settling) -> Decision {
        Decision::when(actor.account().is_none())
    }

    fn apply(&self, settling: &mut Settling, cx: &Moment) -> Result<Change<()>, Refusal> {
        let Leaving { case, mark, .. } = &mut settling.leaving;
        // Nothing arrives anywhere that was not marked before.
        let mut settled = mark.clone().ok_or(Refusal::NotFound)?;
        settled.settle(&self.answer, cx.now)?;
        settling.settled = Some(settled);
        match &self.answer {
            // A revoked case is over; what the other office thought of it before is kept in the mark.
            _ if case.state == State::Revoked => return Ok(touched(case, ()).fields(&["transfer"])),
            TransferAnswer::Cancelled => return Ok(touched(case, ()).fields(&["transfer"])),
            TransferAnswer::Accepted => case.arrive(stamp(cx))?,
            TransferAnswer::Declined(reason) => case.is_not_taken_in(reason.clone(), stamp(cx))?,
        };
        Ok(moved(case, ()).fields(&["transfer", "state"]))
    }

    async fn save(settling: &Settling, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        settling.leaving.save_case(scope).await?;
        match &settling.settled {
            Some(settled) => store::settle_mark(scope, &settling.leaving.case, settled).await,
            None => Ok(()),
        }
    }
}
