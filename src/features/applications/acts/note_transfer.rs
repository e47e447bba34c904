use super::moment::{again, moved, stamp, touched};
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{LetterId, OfficeCode};
use crate::features::applications::{Application, TransferMark, store};
use crate::features::letters::{self, Standing};
use crate::features::offices::takes_part;
use crate::server::act::{Act, Change, Moment};
use crate::server::clock::day_at;
use crate::server::db::WriteScope;

/// Decides, once and for ever, whether a move is sent to the office to which it goes, and notes it before
/// anything leaves: the record of the office so says when data of a resident has left it. Everything on
/// which it depends is read in its own transaction. No person wishes it: it follows from the letter.
#[derive(Clone, Debug)]
pub struct NoteTransfer {
    pub letter: LetterId,
}

/// A case with what is kept of its move.
pub struct Leaving {
    pub(super) case: Application,
    pub(super) destination: OfficeCode,
    pub(super) mark: Option<TransferMark>,
    standing: Standing,
}

impl Leaving {
    /// # Errors
    /// `NotFound` out of reach, and for a letter that sends nobody anywhere.
    pub(super) async fn find(scope: &WriteScope<'_>, letter: LetterId) -> Result<Self, Refusal> {
        let stored = letters::stored_letter(scope, letter).await?;
        let case = store::case(scope, stored.application.ok_or(Refusal::NotFound)?).await?;
        let frozen = letters::frozen_letter(scope, letter).await?;
        let destination = frozen.data.destination(case.office).ok_or(Refusal::NotFound)?;
        let mark = store::transfer_mark(scope, case.id).await?;
        let standing = stored.letter.standing(day_at(scope.now(), scope.db().zone()));
        Ok(Self { case, destination, mark, standing })
    }

    /// Keeps the case, if anything was told of it.
    ///
    /// # Errors
    /// `Busy` when somebody was faster: the act runs again.
    pub(super) async fn save_case(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        if self.case.news.is_empty() { Ok(()) } else { store::save(scope, &self.case).await.map_err(again) }
    }
}

/// A move that goes to its office, and the mark of it.
pub struct Noting {
    leaving: Leaving,
    /// Whether the destination takes part.
    takes_part: bool,
    new: Option<TransferMark>,
}

impl Act for NoteTransfer {
    type Record = Noting;
    type Done = ();
    const NAME: ActName = ActName::NoteTransfer;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Noting, Refusal> {
        let leaving = Leaving::find(scope, self.letter).await?;
        Ok(Noting { takes_part: takes_part(scope, leaving.destination).await?, leaving, new: None })
    }

    fn decide(&self, actor: &Actor, _noting: &Noting) -> Decision {
        Decision::when(actor.account().is_none())
    }

    /// `Conflict(TransferKnown)` when it was decided before; `Conflict(NotIssued)` for a letter that was
    /// revoked, or ran out: of that nothing is sent.
    fn apply(&self, noting: &mut Noting, cx: &Moment) -> Result<Change<()>, Refusal> {
        let Noting { leaving: Leaving { case, destination, mark, standing }, takes_part, new } = noting;
        if mark.is_some() {
            return Err(Refusal::Conflict(Code::TransferKnown));
        }
        if *standing != Standing::Valid {
            return Err(Refusal::Conflict(Code::NotIssued));
        }
        if *takes_part {
            *new = Some(TransferMark::sent(self.letter, *destination, cx.now));
            return Ok(touched(case, ()).fields(&["transfer"]));
        }
        case.is_not_sent(stamp(cx))?;
        *new = Some(TransferMark::closed(self.letter, *destination, cx.now));
        Ok(moved(case, ()).fields(&["transfer"]))
    }

    async fn save(noting: &Noting, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        noting.leaving.save_case(scope).await?;
        match &noting.new {
            Some(mark) => store::insert_mark(scope, &noting.leaving.case, mark).await,
            None => Ok(()),
        }
    }
}
