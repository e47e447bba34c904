//! Several letters signed at one press. The form names each of them with the words that were read, so
//! that nothing is signed which did not stand on the page, and a form that comes again asks the same.

use super::views::Signed;
use crate::access::{Actor, Code, Refusal};
use crate::domain::{ApplicationId, IdemKey, Version};
use crate::features::applications::acts::Issue;
use crate::features::applications::store;
use crate::features::letters::unhex;
use crate::forms::{Answers, Problems};
use crate::server::db::{Db, OfficeScope};

/// A letter that is to be signed, and the SHA-256 of what was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub id: ApplicationId,
    pub hash: [u8; 32],
}

/// What the form names: `surat.018f..=<64 hexadecimal digits>`, a letter each.
///
/// # Errors
/// `Conflict(NotRead)` when it names none; `Invalid` for what no page of ours sends.
pub fn wanted(posted: &Answers) -> Result<Vec<Wanted>, Refusal> {
    let named = posted.iter().filter_map(|(name, hash)| Some((name.strip_prefix("surat.")?, hash)));
    let letter = |(id, hash): (&str, &str)| Some(Wanted { id: id.parse().ok()?, hash: unhex(hash)? });
    let letters: Option<Vec<Wanted>> = named.map(letter).collect();
    let letters = letters.ok_or_else(|| Refusal::Invalid(Problems::default()))?;
    if letters.is_empty() { Err(Refusal::Conflict(Code::NotRead)) } else { Ok(letters) }
}

/// Signs each letter by an act of its own, so that one which cannot be signed stops no other. The same
/// press again finds the same letters signed, and says so.
///
/// # Errors
/// What concerns the whole press: `StepUp`, `Conflict(KeyReused)`, `Busy`, `Internal`. What is signed by
/// then stays signed; the rest can be sent again.
pub async fn sign(db: &Db, actor: &Actor, key: IdemKey, host: &str, letters: &[Wanted]) -> Result<Signed, Refusal> {
    let mut signed = Signed::default();
    for Wanted { id, hash } in letters.iter().copied() {
        let seen = seen(db, actor, id).await?.map_or(Version::FIRST, |(seen, _)| seen);
        let issue = Issue { id, seen, hash, host: host.to_owned() };
        // One key for the press of the button, one of its own for each letter.
        let own = IdemKey::from_u128(key.as_u128() ^ id.as_u128());
        match db.perform(actor.clone(), own, issue).await {
            Ok(_) => signed.now += 1,
            // Said once, not per letter: nothing is wrong with any of them.
            Err(
                refusal @ (Refusal::SignIn | Refusal::StepUp | Refusal::Busy | Refusal::Internal(_) | Refusal::Conflict(Code::KeyReused)),
            ) => return Err(refusal),
            // Another press was faster: in a second window, or before this page was loaded again.
            Err(_) if seen_signed(db, actor, id).await? => signed.before += 1,
            Err(_) => signed.refused += 1,
        }
    }
    Ok(signed)
}

async fn seen_signed(db: &Db, actor: &Actor, id: ApplicationId) -> Result<bool, Refusal> {
    Ok(seen(db, actor, id).await?.is_some_and(|(_, signed)| signed))
}

/// Which version a case has now, and whether its letter is signed; nothing out of reach.
async fn seen(db: &Db, actor: &Actor, id: ApplicationId) -> Result<Option<(Version, bool)>, Refusal> {
    let scope = OfficeScope::open(db, actor).await?;
    match store::case(&scope, id).await {
        Ok(case) => Ok(Some((case.version.unwrap_or(Version::FIRST), case.letter.is_some()))),
        Err(Refusal::NotFound) => Ok(None),
        Err(refusal) => Err(refusal),
    }
}
