//! All certificates of a training signed at one press, each by an act of its own with a number of its own, so that one
//! which cannot be signed stops no other, and the numbers have no gap.

use super::acts::SignCertificate;
use super::deserving::deserves_certificate;
use super::{Enrolment, store};
use crate::access::{Actor, Code, Refusal};
use crate::domain::{IdemKey, TrainingId};
use crate::features::letters::{self, State, StoredLetter};
use crate::server::db::{Db, OfficeScope, Scope};

/// What one press has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pressed {
    pub signed: u32,
    /// What was in another's hands in the meantime.
    pub refused: u32,
}

/// Whoever gets a certificate of a training, and which one they have.
///
/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn certified(scope: &OfficeScope<'_>, id: TrainingId) -> Result<Vec<(Enrolment, Option<StoredLetter>)>, Refusal> {
    let training = store::training(scope, id).await?;
    let all = store::enrolments_of(scope, id).await?;
    let signed: Vec<_> = all.iter().filter_map(|enrolment| enrolment.certificate).collect();
    let letters = letters::stored_letters(scope, &signed).await?;
    let deserving = all.into_iter().filter(|enrolment| deserves_certificate(&training, enrolment).is_ok());
    let with_letter = |enrolment: Enrolment| {
        let letter = letters.iter().find(|stored| Some(stored.letter.id) == enrolment.certificate).cloned();
        if enrolment.certificate.is_some() && letter.is_none() { Err(Refusal::NotFound) } else { Ok((enrolment, letter)) }
    };
    deserving.map(with_letter).collect()
}

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn certificate_of(scope: &Scope<'_>, enrolment: &Enrolment) -> Result<Option<StoredLetter>, Refusal> {
    match enrolment.certificate {
        Some(letter) => letters::stored_letter(scope, letter).await.map(Some),
        None => Ok(None),
    }
}

/// Whether a certificate stands that was not revoked.
pub fn stands(letter: Option<&StoredLetter>) -> bool {
    letter.is_some_and(|letter| letter.letter.state == State::Issued)
}

/// Signs what was never signed, in the order in which people came; what was revoked is signed anew one by one, by
/// whoever says so. The same press again signs nothing twice; it counts what was still to be signed, so none after a
/// whole one.
///
/// # Errors
/// What concerns the whole press: `StepUp`, `Conflict` of the letterhead or the training, `Busy`, `Internal`. What is
/// signed by then stays signed; the rest is signed by pressing again.
pub async fn sign_all(db: &Db, actor: &Actor, key: IdemKey, host: &str, training: TrainingId) -> Result<Pressed, Refusal> {
    let scope = OfficeScope::open(db, actor).await?;
    let waiting: Vec<_> = certified(&scope, training).await?.into_iter().filter(|(_, letter)| letter.is_none()).collect();
    drop(scope);
    let mut pressed = Pressed::default();
    for (enrolment, _) in waiting {
        let act = SignCertificate { participant: enrolment.id, host: host.to_owned() };
        // One key for the press of the button, one of its own for each certificate.
        let own = IdemKey::from_u128(key.as_u128() ^ enrolment.id.as_u128());
        match db.perform(actor.clone(), own, act).await {
            Ok(_) => pressed.signed += 1,
            // Another press was faster, or somebody has left.
            Err(Refusal::Conflict(Code::CertificateSigned) | Refusal::Stale { .. } | Refusal::NotFound) => pressed.refused += 1,
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(pressed)
}
