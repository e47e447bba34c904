//! What an office undertakes about an item that is not met, and that it has done it. Also after the result is
//! public: then most of all.

use super::answering::{Answering, today};
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{CampaignId, Day, PlanId, Version};
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::{CampaignState, Plan, Undertaking, asks_for_a_plan, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Writes down what will be done; or other words for it.
#[derive(Clone, Debug)]
pub struct KeepPlan {
    pub campaign: CampaignId,
    pub item: String,
    /// Which version of it was on the screen; `None`: there was none.
    pub seen: Option<Version>,
    pub content: Undertaking,
}

/// It was done, on this day.
#[derive(Clone, Debug)]
pub struct FinishPlan {
    pub campaign: CampaignId,
    pub item: String,
    pub seen: Version,
    pub on: Day,
}

pub struct Planning {
    answering: Answering,
    plan: Option<Plan>,
}

impl Planning {
    async fn find(scope: &WriteScope<'_>, campaign: CampaignId, item: &str) -> Result<Self, Refusal> {
        let answering = Answering::find(scope, campaign).await?;
        answering.assessment.answer(item)?;
        Ok(Self { answering, plan: store::plan(scope, campaign, item).await? })
    }

    async fn save(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let Some(plan) = &self.plan else { return Ok(()) };
        store::save_plan(scope, plan).await?;
        if matches!(self.answering.campaign.state, CampaignState::Published { .. }) {
            scope.publish();
        }
        Ok(())
    }
}

impl Act for KeepPlan {
    type Record = Planning;
    type Done = ();
    const NAME: ActName = ActName::KeepPlan;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Planning, Refusal> {
        Planning::find(scope, self.campaign, &self.item).await
    }

    fn decide(&self, actor: &Actor, _: &Planning) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, record: &mut Planning, cx: &Moment) -> Result<Change<()>, Refusal> {
        if !asks_for_a_plan(record.answering.assessment.answer(&self.item)?) {
            return Err(Refusal::Conflict(Code::NotReturned));
        }
        let mut plan = match (record.plan.take(), self.seen) {
            // Whose version it is not is told by the statement that writes it.
            (Some(plan), seen) => Plan { version: seen.or(Some(UNSEEN)), ..plan },
            (None, None) => self.new_plan(cx.fresh()),
            (None, Some(_)) => return Err(Refusal::NotFound),
        };
        plan.keep(self.content.clone(), today(cx))?;
        let change = Change::of(Object::new("improvement_plan", plan.id), ()).fields(&["content"]);
        record.plan = Some(plan);
        Ok(change)
    }

    async fn save(record: &Planning, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        record.save(scope).await
    }
}

/// The version of what was not there when somebody looked.
const UNSEEN: Version = Version(0);

impl KeepPlan {
    fn new_plan(&self, id: PlanId) -> Plan {
        let (campaign, item, content) = (self.campaign, self.item.clone(), self.content.clone());
        Plan { id, version: None, campaign, item, content, done: None }
    }
}

impl Act for FinishPlan {
    type Record = Planning;
    type Done = ();
    const NAME: ActName = ActName::FinishPlan;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Planning, Refusal> {
        Planning::find(scope, self.campaign, &self.item).await
    }

    fn decide(&self, actor: &Actor, _: &Planning) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, record: &mut Planning, cx: &Moment) -> Result<Change<()>, Refusal> {
        let plan = record.plan.as_mut().ok_or(Refusal::NotFound)?;
        plan.finish(self.on, record.answering.campaign.opens, today(cx))?;
        plan.version = Some(self.seen);
        Ok(Change::of(Object::new("improvement_plan", plan.id), ()).fields(&["done"]))
    }

    async fn save(record: &Planning, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        record.save(scope).await
    }
}
