use super::answering::{Answering, mark};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{CampaignId, Version};
use crate::features::compliance::Score;
use crate::features::compliance::policy::{self, Facts};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// An officer's answer to one item: a value of the office's own, and what it says about it.
#[derive(Clone, Debug)]
pub struct KeepAnswer {
    pub campaign: CampaignId,
    pub item: String,
    /// Which version of the answer was on the screen.
    pub seen: Version,
    pub claim: Score,
    pub note: String,
    /// Everybody may read the note, once the result is public.
    pub note_is_public: bool,
    pub link: String,
}

impl Act for KeepAnswer {
    type Record = Answering;
    type Done = ();
    const NAME: ActName = ActName::KeepAnswer;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Answering, Refusal> {
        Answering::find(scope, self.campaign).await
    }

    fn decide(&self, actor: &Actor, _: &Answering) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, record: &mut Answering, cx: &Moment) -> Result<Change<()>, Refusal> {
        let answer = record.typed_answer(&self.item, self.seen, cx)?;
        answer.keep(self.claim, self.note.clone(), self.link.clone(), mark(cx)?)?;
        answer.note_is_public = self.note_is_public;
        Ok(record.changed(&["claim", "note", "link"], ()))
    }

    async fn save(record: &Answering, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        record.save(scope).await
    }
}
