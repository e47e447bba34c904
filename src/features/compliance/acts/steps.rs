//! A campaign's own way: locked, then published.

use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::CampaignId;
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::{Campaign, CampaignState, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// From now on offices change nothing.
#[derive(Clone, Debug)]
pub struct LockCampaign {
    pub id: CampaignId,
}

/// From now on everybody reads the results.
#[derive(Clone, Debug)]
pub struct PublishCampaign {
    pub id: CampaignId,
}

pub struct Step {
    campaign: Campaign,
    /// Items of all offices that no reviewer has answered.
    waiting: u32,
}

impl Step {
    async fn find(scope: &WriteScope<'_>, id: CampaignId) -> Result<Self, Refusal> {
        Ok(Self { campaign: store::campaign(scope, id).await?, waiting: store::waiting(scope, id).await? })
    }

    fn changed(&self) -> Change<()> {
        Change::of(Object::new("campaign", self.campaign.id), ()).fields(&["state"])
    }

    async fn save(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_campaign(scope, &self.campaign).await?;
        if matches!(self.campaign.state, CampaignState::Published { .. }) {
            store::publish_seats(scope, self.campaign.id).await?;
        }
        Ok(())
    }
}

impl Act for LockCampaign {
    type Record = Step;
    type Done = ();
    const NAME: ActName = ActName::LockCampaign;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Step, Refusal> {
        Step::find(scope, self.id).await
    }

    fn decide(&self, actor: &Actor, _: &Step) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, step: &mut Step, _: &Moment) -> Result<Change<()>, Refusal> {
        step.campaign.lock()?;
        Ok(step.changed())
    }

    async fn save(step: &Step, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        step.save(scope).await
    }
}

impl Act for PublishCampaign {
    type Record = Step;
    type Done = ();
    const NAME: ActName = ActName::PublishCampaign;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Step, Refusal> {
        Step::find(scope, self.id).await
    }

    fn decide(&self, actor: &Actor, _: &Step) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, step: &mut Step, cx: &Moment) -> Result<Change<()>, Refusal> {
        step.campaign.publish(step.waiting, cx.now)?;
        Ok(step.changed())
    }

    async fn save(step: &Step, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        step.save(scope).await
    }
}
