use super::answering::Answering;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{AccountId, CampaignId, OfficeCode};
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::{Answer, Reviewer, Seat, Stage, hears, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Gives an office to another reviewer: one has gone, or has moved into its kecamatan. Whoever hears its objections
/// stays another person than its reviewer, so that no objection is left to whom it is about.
#[derive(Clone, Debug)]
pub struct ReassignOffice {
    pub campaign: CampaignId,
    pub office: OfficeCode,
    pub to: AccountId,
    /// Who reviews at present.
    pub reviewers: Vec<AccountId>,
}

pub struct Reassigning {
    answering: Answering,
    to: Option<Reviewer>,
    reviewers: Vec<Reviewer>,
    given: Option<(Seat, Option<AccountId>)>,
}

impl Act for ReassignOffice {
    type Record = Reassigning;
    type Done = ();
    const NAME: ActName = ActName::ReassignOffice;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Reassigning, Refusal> {
        let to = store::homes(scope, &[self.to]).await?.first().copied();
        let reviewers = store::homes(scope, &self.reviewers).await?;
        Ok(Reassigning { answering: Answering::find(scope, self.campaign).await?, to, reviewers, given: None })
    }

    fn decide(&self, actor: &Actor, _: &Reassigning) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, record: &mut Reassigning, _: &Moment) -> Result<Change<()>, Refusal> {
        record.answering.campaign.must_take_verdicts()?;
        if !record.to.is_some_and(|reviewer| reviewer.may_review(self.office)) {
            return Err(Refusal::Conflict(Code::NobodyReviews));
        }
        let so_far = record.answering.standing.second;
        let second = hears(self.office, self.to, so_far, &record.reviewers).filter(|_| so_far.is_some());
        let about_them = |answer: &Answer| matches!(answer.stage, Stage::Objected { by, .. } if by == self.to);
        if second.is_none() && record.answering.assessment.answers.iter().any(about_them) {
            return Err(Refusal::Conflict(Code::NobodyReviews));
        }
        record.given = Some((Seat { office: self.office, reviewer: self.to }, second));
        Ok(Change::of(Object::new("campaign", self.campaign), ()).fields(&["reviewer"]))
    }

    async fn save(record: &Reassigning, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match record.given {
            Some((seat, second)) => store::reassign(scope, record.answering.campaign.id, seat, second).await,
            None => Ok(()),
        }
    }
}
