//! What was accepted in the last period and stands as it stood: nobody photographs a ramp twice a year. An officer has
//! looked at it anew and says so, and each photo serves once more only: none is ever older than two periods.

use super::versions::carried;
use super::{Answer, Asked, Assessment, Campaign, Evidence, Happened, Instrument, Item, Mark, Proof, Score, Stage, Wanted, When};
use crate::access::{Code, Refusal};

/// The campaign before, and what the office answered then.
pub struct Before {
    pub campaign: Campaign,
    pub assessment: Assessment,
}

impl Before {
    /// What still proves an item of `now`, which may have had another name then.
    pub fn lasting(&self, now: &Instrument, item: &Item, answer: &Answer) -> Lasting {
        let then = carried(&now.code, &item.code, &self.campaign.instrument);
        let given = then.and_then(|code| self.assessment.answer(&code).ok());
        given.map_or_else(Lasting::default, |given| answer.lasting(item, given))
    }
}

/// What an answer of the last period still has to give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lasting {
    pub photos: Vec<Evidence>,
    /// The note, and whether everybody may read it; none where the list asks for none, or something is written already.
    pub note: Option<(String, bool)>,
}

impl Lasting {
    pub const fn is_empty(&self) -> bool {
        self.photos.is_empty() && self.note.is_none()
    }
}

impl Answer {
    /// As much as its list still asks for. Of what the reviewer has sent back nothing: something new is wanted there.
    pub fn lasting(&self, item: &Item, before: &Self) -> Lasting {
        let counted = matches!(before.accepted(), Some(Score::Partly | Score::Met));
        if !item.lasts || !counted || self.stage != Stage::Draft {
            return Lasting::default();
        }
        let here = |photo: &Evidence| self.evidence.iter().any(|known| known.file == photo.file);
        let serves = |photo: &&Evidence| photo.agreed && photo.period.is_none() && photo.when == When::Any && !here(photo);
        let asked = self.asked(item);
        let lacks = |proof| asked.iter().find(|asked| asked.proof == proof).map_or(0, Asked::lacks);
        let room = Evidence::MOST.saturating_sub(self.evidence.len()).min(lacks(Proof::Photo(When::Any)));
        let note = !before.note.is_empty() && lacks(Proof::Note) > 0;
        Lasting {
            photos: before.evidence.iter().filter(serves).take(room).cloned().collect(),
            note: note.then(|| (before.note.clone(), before.note_is_public)),
        }
    }

    /// Takes over what lasts. `period`: in which it was accepted. The photos have identities of their own by now.
    ///
    /// # Errors
    /// `Conflict(NotEditable)` unless it is with the office; `Conflict(PhotoAgain)` where nothing is left to take.
    pub fn reuse(&mut self, lasting: Lasting, period: &str, mark: Mark) -> Result<(), Refusal> {
        self.must_be_open()?;
        if lasting.is_empty() {
            return Err(Refusal::Conflict(Code::PhotoAgain));
        }
        let again = |photo: Evidence| Evidence {
            by: mark.by,
            added_at: mark.at,
            // They were asked about then, and accepted with the answer.
            doubts: Vec::new(),
            resembles: false,
            reason: String::new(),
            period: Some(period.to_owned()),
            ..photo
        };
        self.evidence.extend(lasting.photos.into_iter().map(again));
        if let Some((note, is_public)) = lasting.note {
            (self.note, self.note_is_public) = (note, is_public);
        }
        self.note_down(mark, Happened::Reused(period.to_owned()));
        Ok(())
    }
}

/// Of everything that the lists ask for, piece by piece: how much the system's own records fill, and how much more they
/// would, were it taken over from the last period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Records {
    pub asked: usize,
    pub filled: usize,
    pub offered: usize,
}

impl Records {
    /// `counted`: whether the system has a figure.
    pub fn of(item: &Item, answer: &Answer, lasting: &Lasting, counted: impl Fn(&Wanted) -> bool) -> Self {
        let live = item.figures().count();
        let by_office: usize = answer.asked(item).iter().map(|asked| asked.need).sum();
        let again = answer.evidence.iter().filter(|photo| photo.period.is_some()).count().min(item.photos());
        let counted = item.evidence.iter().filter(|wanted| counted(wanted)).count();
        Self { asked: live + by_office, filled: counted + again, offered: lasting.photos.len() }
    }

    pub const fn and(self, other: Self) -> Self {
        Self { asked: self.asked + other.asked, filled: self.filled + other.filled, offered: self.offered + other.offered }
    }
}
