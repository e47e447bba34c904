//! What was accepted in the last period, and stands.

use super::answering::{Answering, mark};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{BlobId, CampaignId};
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::{Before, Lasting, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment};
use crate::server::blobs;
use crate::server::db::WriteScope;

/// Puts the photos and the note that proved an item in the last period to its answer, once more.
#[derive(Clone, Debug)]
pub struct ReuseEvidence {
    pub campaign: CampaignId,
    pub item: String,
    /// Somebody has looked, and says that it is as it was.
    pub unchanged: bool,
}

pub struct Reusing {
    answering: Answering,
    before: Option<Before>,
    /// Each photo's new identity, and the one that it has.
    named: Vec<(BlobId, BlobId)>,
}

impl Act for ReuseEvidence {
    type Record = Reusing;
    type Done = ();
    /// It is evidence, from wherever: whoever may add the one may add the other.
    const NAME: ActName = ActName::AddEvidence;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Reusing, Refusal> {
        let answering = Answering::find(scope, self.campaign).await?;
        let before = match store::campaign_before(scope, answering.standing.office, self.campaign).await? {
            Some(campaign) => store::begun(scope, campaign.id).await?.map(|assessment| Before { campaign, assessment }),
            None => None,
        };
        Ok(Reusing { answering, before, named: Vec::new() })
    }

    fn decide(&self, actor: &Actor, _: &Reusing) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, record: &mut Reusing, cx: &Moment) -> Result<Change<()>, Refusal> {
        let Reusing { answering, before, named } = record;
        answering.must_take_answers(cx)?;
        if !self.unchanged {
            return Err(Refusal::Invalid(Problems::one("masih_sama", ProblemCode::NotTicked)));
        }
        let instrument = answering.instrument;
        let item = instrument.item(&self.item).ok_or(Refusal::NotFound)?;
        let answer = answering.open_answer(&self.item, cx)?;
        let mut lasting = before.as_ref().map_or_else(Lasting::default, |before| before.lasting(instrument, item, answer));
        for photo in &mut lasting.photos {
            let of = std::mem::replace(&mut photo.id, cx.fresh());
            named.push((photo.id, of));
        }
        let period = before.as_ref().map_or("", |before| before.campaign.name.as_str());
        answer.reuse(lasting, period, mark(cx)?)?;
        Ok(answering.changed(&["evidence", "note"], ()))
    }

    async fn save(record: &Reusing, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        for (new, of) in &record.named {
            blobs::name_again(scope, *new, *of).await?;
        }
        record.answering.save(scope).await
    }
}
