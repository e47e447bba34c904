use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{AccountId, CampaignId, OfficeCode};
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::{Campaign, Reviewer, Seat, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Gives an office to another reviewer: one has gone, or has moved into its kecamatan.
#[derive(Clone, Debug)]
pub struct ReassignOffice {
    pub campaign: CampaignId,
    pub office: OfficeCode,
    pub to: AccountId,
}

pub struct Reassigning {
    campaign: Campaign,
    reviewer: Option<Reviewer>,
    seat: Option<Seat>,
}

impl Act for ReassignOffice {
    type Record = Reassigning;
    type Done = ();
    const NAME: ActName = ActName::ReassignOffice;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Reassigning, Refusal> {
        store::seat(scope, self.campaign, self.office).await?;
        let reviewer = store::homes(scope, &[self.to]).await?.first().copied();
        Ok(Reassigning { campaign: store::campaign(scope, self.campaign).await?, reviewer, seat: None })
    }

    fn decide(&self, actor: &Actor, _: &Reassigning) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, record: &mut Reassigning, _: &Moment) -> Result<Change<()>, Refusal> {
        record.campaign.must_take_verdicts()?;
        if !record.reviewer.is_some_and(|reviewer| reviewer.may_review(self.office)) {
            return Err(Refusal::Conflict(Code::NobodyReviews));
        }
        record.seat = Some(Seat { office: self.office, reviewer: self.to });
        Ok(Change::of(Object::new("campaign", self.campaign), ()).fields(&["reviewer"]))
    }

    async fn save(record: &Reassigning, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match record.seat {
            Some(seat) => store::reassign(scope, record.campaign.id, seat).await,
            None => Ok(()),
        }
    }
}
