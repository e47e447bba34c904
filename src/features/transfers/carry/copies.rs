//! The notice that a camat has of a move.

use super::known;
use crate::access::{Refusal, Unit};
use crate::domain::{LetterId, OfficeCode};
use crate::features::copies::{KeepCopy, MaskedMove};
use crate::features::letters::{self, State};
use crate::server::db::{Db, Reach, Stop, Work, WriteScope};

/// Makes the kecamatan of both places know what a letter of `origin` is now. It may stop anywhere and be
/// carried again: who has the notice is not told twice, and a letter that was revoked meanwhile is told
/// as revoked, whichever of its two messages comes first.
///
/// # Errors
/// Any; then the parcel comes again.
pub async fn carry_copies(db: &Db, origin: OfficeCode, letter: LetterId) -> Result<(), Refusal> {
    let Some((content, revoked)) = db.write(Copying { origin, letter }).await? else { return Ok(()) };
    for kecamatan in content.told() {
        let keep = KeepCopy { id: letter, content: content.clone(), revoked };
        known(db.perform_by_itself(Unit::Kecamatan(kecamatan), keep).await)?;
    }
    Ok(())
}

/// Reads in the scope of its office what a letter lets the camat know, masked before it leaves that scope.
pub struct Copying {
    pub origin: OfficeCode,
    pub letter: LetterId,
}

impl Work for Copying {
    /// The move, and whether its letter was revoked; `None` for a letter that lets nobody move.
    type Out = Option<(MaskedMove, bool)>;

    fn reach(&self) -> Reach {
        Reach::Office(self.origin.number())
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<Self::Out, Stop> {
        self.find(scope).await.map_err(Stop::before_writing)
    }
}

impl Copying {
    async fn find(&self, scope: &WriteScope<'_>) -> Result<Option<(MaskedMove, bool)>, Refusal> {
        let stored = letters::stored_letter(scope, self.letter).await?;
        let frozen = letters::frozen_letter(scope, self.letter).await?;
        let revoked = !matches!(stored.letter.state, State::Issued);
        Ok(MaskedMove::of(&frozen.data, self.origin).map(|content| (content, revoked)))
    }
}
