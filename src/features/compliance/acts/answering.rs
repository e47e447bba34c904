//! What every act on an office's answers looks at, and leaves behind.

use crate::access::{ActName, Actor, Refusal};
use crate::domain::{CampaignId, Day, OfficeCode, Version};
use crate::features::compliance::policy::{Facts, judges};
use crate::features::compliance::store::{self, Standing};
use crate::features::compliance::{Answer, Assessment, Campaign, Instrument, Mark, Reviewer};
use crate::server::act::{Change, Moment, Object};
use crate::server::clock::day_at;
use crate::server::db::WriteScope;

/// An office in a campaign.
pub struct Answering {
    pub campaign: Campaign,
    pub instrument: &'static Instrument,
    pub assessment: Assessment,
    pub standing: Standing,
    /// Where whoever acts lives, if they review.
    pub home: Option<Reviewer>,
    /// This is a correction of what was published.
    pub revised: bool,
}

impl Answering {
    /// # Errors
    /// `NotFound` for an office that is not in the campaign.
    pub async fn find(scope: &WriteScope<'_>, id: CampaignId) -> Result<Self, Refusal> {
        let office = office_of(scope.office())?;
        let standing = store::seat(scope, id, office).await?;
        let campaign = store::campaign(scope, id).await?;
        let instrument = Instrument::known(&campaign.instrument)?;
        let assessment = store::begun(scope, id).await?.unwrap_or_else(|| Assessment::new(id, instrument));
        let home = match scope.by() {
            Some(by) => store::homes(scope, &[by]).await?.first().copied(),
            None => None,
        };
        Ok(Self { campaign, instrument, assessment, standing, home, revised: false })
    }

    /// Of who acts on an item of the office for the regency.
    pub fn facts(&self, actor: &Actor, act: ActName, item: &str) -> Facts {
        let judges = judges(act, self.standing.reviewer, self.standing.second, self.assessment.answer(item).ok());
        Facts::of(actor.account(), &judges, self.home, self.standing.office)
    }

    /// The answer to an item that an office may change now.
    ///
    /// # Errors
    /// `Conflict(CampaignClosed)`; `NotFound` for an item that is not asked.
    pub fn open_answer(&mut self, item: &str, cx: &Moment) -> Result<&mut Answer, Refusal> {
        self.must_take_answers(cx)?;
        self.seen_answer(item, None)
    }

    /// The same for what was typed, which nobody else has typed anew since it was seen.
    ///
    /// # Errors
    /// As [`Self::open_answer`], and `Stale`.
    pub fn typed_answer(&mut self, item: &str, seen: Version, cx: &Moment) -> Result<&mut Answer, Refusal> {
        self.must_take_answers(cx)?;
        let answer = self.assessment.answer(item)?;
        match answer.overtaken_since(seen) {
            Some(event) => Err(Refusal::Stale { by: Some(event.by), at: event.at }),
            None => self.seen_answer(item, (seen > answer.version).then_some(seen)),
        }
    }

    /// The answer to an item, which nobody has changed since it was seen.
    ///
    /// # Errors
    /// `Stale`; `NotFound` for an item that is not asked.
    pub fn seen_answer(&mut self, item: &str, seen: Option<Version>) -> Result<&mut Answer, Refusal> {
        let answer = self.assessment.answer_mut(item)?;
        match seen {
            Some(seen) if seen != answer.version => {
                let last = answer.history.last();
                Err(last.map_or(Refusal::Busy, |event| Refusal::Stale { by: Some(event.by), at: event.at }))
            }
            _ => Ok(answer),
        }
    }

    /// # Errors
    /// `Conflict(CampaignClosed)`: the time is over, and a reviewer has sent nothing back.
    pub fn must_take_answers(&self, cx: &Moment) -> Result<(), Refusal> {
        self.campaign.must_take_answers(today(cx), self.assessment.was_submitted())
    }

    pub fn changed<D>(&self, fields: &'static [&'static str], done: D) -> Change<D> {
        Change::of(Object::new("assessment", self.campaign.id), done).fields(fields)
    }

    /// # Errors
    /// As [`store::save`].
    pub async fn save(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, &self.assessment).await?;
        store::write_standing(scope, &self.assessment, self.instrument, self.revised).await?;
        if self.revised {
            scope.publish();
        }
        Ok(())
    }
}

pub fn office_of(number: i64) -> Result<OfficeCode, Refusal> {
    number.try_into().map_err(|_| Refusal::NotFound)
}

pub fn mark(cx: &Moment) -> Result<Mark, Refusal> {
    Ok(Mark { by: cx.by()?, at: cx.now })
}

pub fn today(cx: &Moment) -> Day {
    day_at(cx.now, cx.zone())
}
