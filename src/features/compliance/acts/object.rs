use super::answering::{Answering, mark};
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{AccountId, CampaignId, Version};
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::{Reviewer, hears, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The head does not agree with a verdict: another reviewer hears it.
#[derive(Clone, Debug)]
pub struct ObjectToVerdict {
    pub campaign: CampaignId,
    pub item: String,
    pub seen: Version,
    pub reason: String,
    /// Who reviews at present.
    pub reviewers: Vec<AccountId>,
}

pub struct Objecting {
    answering: Answering,
    reviewers: Vec<Reviewer>,
    second: Option<AccountId>,
}

impl Act for ObjectToVerdict {
    type Record = Objecting;
    type Done = ();
    const NAME: ActName = ActName::ObjectToVerdict;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Objecting, Refusal> {
        let reviewers = store::homes(scope, &self.reviewers).await?;
        Ok(Objecting { answering: Answering::find(scope, self.campaign).await?, reviewers, second: None })
    }

    fn decide(&self, actor: &Actor, _: &Objecting) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, record: &mut Objecting, cx: &Moment) -> Result<Change<()>, Refusal> {
        let answering = &mut record.answering;
        answering.campaign.must_take_verdicts()?;
        let (office, first) = (answering.standing.office, answering.standing.reviewer);
        let second = hears(office, first, answering.standing.second, &record.reviewers);
        record.second = Some(second.ok_or(Refusal::Conflict(Code::NobodyReviews))?);
        answering.seen_answer(&self.item, Some(self.seen))?.object(self.reason.clone(), mark(cx)?)?;
        Ok(answering.changed(&["stage"], ()))
    }

    async fn save(record: &Objecting, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        record.answering.save(scope).await?;
        match record.second {
            Some(second) => store::give_second(scope, record.answering.campaign.id, record.answering.standing.office, second).await,
            None => Ok(()),
        }
    }
}
