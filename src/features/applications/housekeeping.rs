//! What is done when its time is over, office by office and each in its own scope: cases that were left
//! lying are closed, kept answers forgotten, files that no row names taken away.

use super::acts::Expire;
use super::store;
use crate::access::Refusal;
use crate::domain::{ApplicationId, OfficeCode};
use crate::features::offices::gazetteer;
use crate::server::act::forget_answers;
use crate::server::blobs::{self, Blobs};
use crate::server::db::{Db, Reach, Stop, Work, WriteScope};

/// What one round has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tidied {
    pub cases: usize,
    pub answers: u64,
    pub files: usize,
}

/// One round through all offices. What fails at one of them is tried again in the next round, and keeps
/// no other office waiting.
pub async fn tidy(db: &Db, files: &Blobs) -> Tidied {
    let mut tidied = Tidied::default();
    for office in gazetteer().all() {
        match tidy_office(db, files, office.code).await {
            Ok(here) => tidied = tidied.and(here),
            Err(refusal) => tracing::warn!(office.id = office.code.number(), ?refusal, "an office was not tidied"),
        }
    }
    // Signing in happens at the regency.
    match forget_answers(db, db.regency()).await {
        Ok(answers) => tidied.answers += answers,
        Err(refusal) => tracing::warn!(?refusal, "the regency was not tidied"),
    }
    tidied
}

async fn tidy_office(db: &Db, files: &Blobs, office: OfficeCode) -> Result<Tidied, Refusal> {
    let mut tidied = Tidied::default();
    for id in db.write(LeftLying(office)).await? {
        match db.perform_by_itself(office, Expire { id }).await {
            Ok(()) => tidied.cases += 1,
            // Its owner was faster.
            Err(Refusal::Forbidden | Refusal::NotFound) => {}
            // One that cannot be read must not keep the office untidied for ever.
            Err(refusal) => tracing::warn!(office.id = office.number(), ?refusal, "a case was not closed"),
        }
    }
    tidied.answers = forget_answers(db, office.number()).await?;
    tidied.files = blobs::sweep(db, files, office.number()).await?;
    Ok(tidied)
}

impl Tidied {
    const fn and(self, other: Self) -> Self {
        Self { cases: self.cases + other.cases, answers: self.answers + other.answers, files: self.files + other.files }
    }
}

/// Cases of an office whose time is over. It goes through the writer because nobody asks who could open
/// a scope to read.
struct LeftLying(OfficeCode);

impl Work for LeftLying {
    type Out = Vec<ApplicationId>;

    fn reach(&self) -> Reach {
        Reach::Office(self.0.number())
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<Vec<ApplicationId>, Stop> {
        let before = |seconds: i64| scope.now().plus_seconds(-seconds);
        let lying = store::left_lying(scope, before(Expire::DRAFT_SECONDS), before(Expire::RETURNED_SECONDS));
        lying.await.map_err(Stop::before_writing)
    }
}
