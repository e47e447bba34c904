use super::answering::today;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{AccountId, CampaignId, Day, OfficeCode};
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::{Campaign, CampaignState, Instrument, Reviewer, Seat, assign, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Opens a period for some offices. Each gets a reviewer in the same transaction, or nothing is opened.
#[derive(Clone, Debug)]
pub struct OpenCampaign {
    pub name: String,
    pub closes: Day,
    pub offices: Vec<OfficeCode>,
    /// The version of the questions: a published one. It stays the campaign's for ever.
    pub instrument: String,
    /// Who reviews at present.
    pub reviewers: Vec<AccountId>,
}

pub struct Opening {
    instrument: &'static Instrument,
    reviewers: Vec<Reviewer>,
    new: Option<(Campaign, Vec<Seat>)>,
}

impl Act for OpenCampaign {
    type Record = Opening;
    type Done = CampaignId;
    const NAME: ActName = ActName::OpenCampaign;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Opening, Refusal> {
        let instrument = store::published_instrument(scope, &self.instrument).await?;
        Ok(Opening { instrument, reviewers: store::homes(scope, &self.reviewers).await?, new: None })
    }

    fn decide(&self, actor: &Actor, _: &Opening) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, opening: &mut Opening, cx: &Moment) -> Result<Change<CampaignId>, Refusal> {
        let seats = assign(&self.offices, &opening.reviewers).map_err(|_| Refusal::Conflict(Code::NobodyReviews))?;
        let campaign = Campaign {
            id: cx.fresh::<CampaignId>(),
            version: None,
            name: self.name.clone(),
            instrument: opening.instrument.code.clone(),
            opens: today(cx),
            closes: self.closes,
            state: CampaignState::Open,
        };
        let id = campaign.id;
        opening.new = Some((campaign, seats));
        Ok(Change::of(Object::new("campaign", id), id).fields(&["name", "closes", "seats"]))
    }

    async fn save(opening: &Opening, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let Some((campaign, seats)) = &opening.new else { return Ok(()) };
        store::add_campaign(scope, campaign).await?;
        store::add_seats(scope, campaign.id, seats, opening.instrument.asked().count()).await
    }
}
