use super::moment::touched;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{LetterId, OfficeCode};
use crate::features::applications::{Application, TransferMark, store};
use crate::features::letters;
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Notes that a move is with the office to which it goes. The record of the office so says when data of
/// a resident has left it. No person wishes it: it follows from the letter.
#[derive(Clone, Debug)]
pub struct NoteTransfer {
    pub letter: LetterId,
}

/// A case with what is kept of its move.
pub struct Leaving {
    pub(super) case: Application,
    pub(super) destination: OfficeCode,
    pub(super) mark: Option<TransferMark>,
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
        Ok(Self { case, destination, mark })
    }
}

/// A move that goes to its office, and the mark of it.
pub struct Noting {
    leaving: Leaving,
    new: Option<TransferMark>,
}

impl Act for NoteTransfer {
    type Record = Noting;
    type Done = ();
    const NAME: ActName = ActName::NoteTransfer;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Noting, Refusal> {
        Ok(Noting { leaving: Leaving::find(scope, self.letter).await?, new: None })
    }

    fn decide(&self, actor: &Actor, _noting: &Noting) -> Decision {
        Decision::when(actor.account().is_none())
    }

    fn apply(&self, noting: &mut Noting, cx: &Moment) -> Result<Change<()>, Refusal> {
        if noting.leaving.mark.is_some() {
            return Err(Refusal::Conflict(Code::TransferKnown));
        }
        noting.new = Some(TransferMark::sent(self.letter, noting.leaving.destination, cx.now));
        Ok(touched(&noting.leaving.case, ()).fields(&["transfer"]))
    }

    async fn save(noting: &Noting, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match &noting.new {
            Some(mark) => store::insert_mark(scope, &noting.leaving.case, mark).await,
            None => Ok(()),
        }
    }
}
