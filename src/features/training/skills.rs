//! What somebody has learnt, by certificates that stand: what they may show elsewhere, if they want to.

use super::{Enrolment, store};
use crate::access::Refusal;
use crate::domain::{LetterId, ParticipantId};
use crate::features::letters::{Stage, Token, standing_letters};
use crate::server::db::OwnScope;

/// A training to every session of which somebody was, as their certificate says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skill {
    pub participant: ParticipantId,
    pub certificate: LetterId,
    pub title: String,
    /// In which it ended.
    pub year: u16,
    /// With which everybody checks it.
    pub token: Token,
}

/// All of one's own, at whichever office, the newest first. Whoever was written down without an account has none: nothing
/// but an account says for certain whose certificate it is.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn own_skills(scope: &OwnScope<'_>) -> Result<Vec<Skill>, Refusal> {
    let mine = store::own_enrolments(scope).await?;
    of(scope, mine.into_iter().map(|(_, enrolment)| enrolment).collect()).await
}

/// One of one's own.
///
/// # Errors
/// `NotFound` for a place of somebody else, and without a certificate that stands; `Busy` or `Internal` of the database.
pub async fn own_skill(scope: &OwnScope<'_>, participant: ParticipantId) -> Result<Skill, Refusal> {
    let (_, enrolment) = store::own_place(scope, participant).await?;
    of(scope, vec![enrolment]).await?.pop().ok_or(Refusal::NotFound)
}

async fn of(scope: &OwnScope<'_>, mine: Vec<Enrolment>) -> Result<Vec<Skill>, Refusal> {
    let ids: Vec<LetterId> = mine.iter().filter_map(|enrolment| enrolment.certificate).collect();
    let letters = standing_letters(scope, &ids).await?;
    let skill = |enrolment: Enrolment| {
        let (certificate, frozen) = letters.iter().find(|(id, _)| Some(*id) == enrolment.certificate)?;
        let (Stage::Issued { token, .. }, Some(course)) = (&frozen.data.stage, &frozen.data.course) else { return None };
        let (title, year) = (course.title.clone(), course.until.year());
        Some(Skill { participant: enrolment.id, certificate: *certificate, title, year, token: *token })
    };
    Ok(mine.into_iter().filter_map(skill).collect())
}
