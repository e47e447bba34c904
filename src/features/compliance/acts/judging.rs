//! What a reviewer says of an item. The office's own value stays as it is.

use super::answering::{Answering, mark};
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{CampaignId, OfficeCode, Version};
use crate::features::compliance::{CampaignState, Score, Verdict, policy};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// An item of an office, as a reviewer has seen it.
#[derive(Clone, Debug)]
pub struct Finding {
    pub office: OfficeCode,
    pub campaign: CampaignId,
    pub item: String,
    pub seen: Version,
    pub reason: String,
}

macro_rules! reviewers_act {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty)? } = |$act:ident, $record:ident, $cx:ident| $body:block) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name {
            pub of: Finding,
            $(pub $field: $type,)?
        }

        impl Act for $name {
            type Record = Answering;
            type Done = ();
            const NAME: ActName = ActName::$name;

            fn office(&self) -> Option<OfficeCode> {
                Some(self.of.office)
            }

            async fn find(&self, scope: &WriteScope<'_>) -> Result<Answering, Refusal> {
                Answering::find(scope, self.of.campaign).await
            }

            fn decide(&self, actor: &Actor, record: &Answering) -> Decision {
                policy::decide(actor, Self::NAME, record.facts(actor, Self::NAME, &self.of.item))
            }

            fn apply(&self, $record: &mut Answering, $cx: &Moment) -> Result<Change<()>, Refusal> {
                let $act = self;
                $body?;
                Ok($record.changed(&["stage"], ()))
            }

            async fn save(record: &Answering, scope: &WriteScope<'_>) -> Result<(), Refusal> {
                record.save(scope).await
            }
        }
    };
}

reviewers_act! {
    /// Terpenuhi, sebagian, tidak; or perlu bukti, which returns it.
    JudgeItem { verdict: Verdict } = |act, record, cx| {
        record.campaign.must_take_verdicts()?;
        if act.verdict == Verdict::Return && !record.campaign.returns() {
            return Err(Refusal::Conflict(Code::CampaignClosed));
        }
        let answer = record.seen_answer(&act.of.item, Some(act.of.seen))?;
        answer.judge(act.verdict, act.of.reason.clone(), mark(cx)?)
    }
}

reviewers_act! {
    /// Takes one's own last verdict back, or what one has seen on a visit, while nothing is published.
    UndoVerdict {} = |act, record, cx| {
        record.campaign.must_take_verdicts()?;
        record.seen_answer(&act.of.item, Some(act.of.seen))?.undo(mark(cx)?)
    }
}

reviewers_act! {
    /// What was seen at the office itself.
    VisitItem { value: Score } = |act, record, cx| {
        record.campaign.must_take_verdicts()?;
        record.seen_answer(&act.of.item, Some(act.of.seen))?.visit(act.value, act.of.reason.clone(), mark(cx)?)
    }
}

reviewers_act! {
    /// Corrects a value that everybody reads already, with a reason that everybody reads too.
    ReviseVerdict { value: Score } = |act, record, cx| {
        if !matches!(record.campaign.state, CampaignState::Published { .. }) {
            return Err(Refusal::Conflict(Code::CampaignClosed));
        }
        record.revised = true;
        record.seen_answer(&act.of.item, Some(act.of.seen))?.revise(act.value, act.of.reason.clone(), mark(cx)?)
    }
}
