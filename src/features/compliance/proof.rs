//! What the list of an item asks of an office, kind by kind, and what an answer still lacks of it.

use super::{Answer, Item, Score, Wanted, When};
use crate::forms::ProblemCode;

/// What an office itself puts to an answer. A live figure comes by itself, and is asked of nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    Photo(When),
    File,
    Note,
    Link,
}

/// So many of a kind are asked for, and so many are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub proof: Proof,
    pub need: usize,
    pub have: usize,
}

impl Proof {
    const ALL: [Self; 6] = [Self::Photo(When::Any), Self::Photo(When::Day), Self::Photo(When::Night), Self::File, Self::Note, Self::Link];

    /// Where the office's list of the items says that this is missing.
    pub fn field(self, item: &str) -> String {
        let kind = match self {
            Self::Photo(When::Any) => "-foto",
            Self::Photo(When::Day) => "-siang",
            Self::Photo(When::Night) => "-malam",
            Self::File => "-berkas",
            Self::Note => "-catatan",
            Self::Link => "-tautan",
        };
        [item, kind].concat()
    }

    const fn problem(self) -> ProblemCode {
        match self {
            Self::Photo(_) | Self::File => ProblemCode::MissingFile,
            Self::Note | Self::Link => ProblemCode::Missing,
        }
    }

    /// A note and an address are one field each, however often they are asked for.
    fn needed(self, item: &Item) -> usize {
        let wanted = |wanted: &Wanted| match (self, wanted) {
            (Self::Photo(own), Wanted::Photo { count, when, .. }) if own == *when => *count as usize,
            (Self::File, Wanted::File { .. }) | (Self::Note, Wanted::Note { .. }) | (Self::Link, Wanted::Link { .. }) => 1,
            _ => 0,
        };
        let all = item.evidence.iter().map(wanted).sum();
        if matches!(self, Self::Note | Self::Link) { usize::min(all, 1) } else { all }
    }
}

impl Asked {
    pub const fn lacks(&self) -> usize {
        self.need.saturating_sub(self.have)
    }
}

impl Item {
    /// Whether a photo has to say that it was taken by day or by night.
    pub fn tells_day_from_night(&self) -> bool {
        self.evidence.iter().any(|wanted| matches!(wanted, Wanted::Photo { when: When::Day | When::Night, .. }))
    }
}

impl Answer {
    /// What the list of the item asks of the office, kind by kind.
    pub fn asked(&self, item: &Item) -> Vec<Asked> {
        let [any, day, night] = self.photos(item);
        let have = |proof| match proof {
            Proof::Photo(When::Any) => any,
            Proof::Photo(When::Day) => day,
            Proof::Photo(When::Night) => night,
            Proof::File => self.files.len(),
            Proof::Note => usize::from(!self.note.is_empty()),
            Proof::Link => usize::from(!self.link.is_empty()),
        };
        let asked = |proof: Proof| Asked { proof, need: proof.needed(item), have: have(proof) };
        Proof::ALL.into_iter().map(asked).filter(|asked| asked.need > 0).collect()
    }

    /// What keeps it from being handed in beside its value.
    pub fn lacking(&self, item: &Item) -> Vec<Asked> {
        match self.claim {
            // Whoever says that there is nothing has nothing to show.
            None | Some(Score::Missing) => Vec::new(),
            Some(_) => self.asked(item).into_iter().filter(|asked| asked.lacks() > 0).collect(),
        }
    }

    pub fn is_complete(&self, item: &Item) -> bool {
        self.claim.is_some() && self.lacking(item).is_empty()
    }

    /// Each thing that is missing: where the list says so, and what.
    pub(super) fn problems(&self, item: &Item) -> Vec<(String, ProblemCode)> {
        let value = self.claim.is_none().then(|| (item.code.clone(), ProblemCode::MissingChoice));
        let proofs = self.lacking(item).into_iter().map(|asked| (asked.proof.field(&item.code), asked.proof.problem()));
        value.into_iter().chain(proofs).collect()
    }

    /// Photos that count as taken at any time, by day and by night. One that says neither came before it was asked,
    /// and is taken for whichever is missing; what neither needs is of any time.
    fn photos(&self, item: &Item) -> [usize; 3] {
        let said = |when| self.evidence.iter().filter(|photo| photo.when == when).count();
        let mut unsaid = said(When::Any);
        let mut used = 0;
        let [day, night] = [When::Day, When::Night].map(|when| {
            let need = Proof::Photo(when).needed(item);
            let filled = need.saturating_sub(said(when)).min(unsaid);
            unsaid -= filled;
            used += need.min(said(when)) + filled;
            said(when) + filled
        });
        [self.evidence.len() - used, day, night]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::CampaignId;
    use crate::features::compliance::tests::photo_by;
    use crate::features::compliance::{Assessment, Instrument, Said};

    fn item(code: &str) -> Item {
        Instrument::seeded().item(code).expect("an item").clone()
    }

    /// What an answer with photos of these times lacks.
    fn lacks(item: &Item, photos: &[When]) -> Vec<(Proof, usize)> {
        let mut answer = Assessment::new(CampaignId::from_u128(1), Instrument::seeded()).answers[0].clone();
        answer.claim = Some(Score::Met);
        answer.evidence = photos.iter().map(|when| photo_by(*when)).collect();
        answer.lacking(item).into_iter().map(|asked| (asked.proof, asked.lacks())).collect()
    }

    #[test]
    fn a_photo_counts_once_and_for_its_own_time() {
        use When::{Any, Day, Night};
        let fence = item("pagar_terbuka");
        let (day, night) = ((Proof::Photo(Day), 1), (Proof::Photo(Night), 1));
        assert_eq!(lacks(&fence, &[]), [day, night]);
        assert_eq!(lacks(&fence, &[Day, Day]), [night]);
        assert_eq!(lacks(&fence, &[Night]), [day]);
        assert_eq!(lacks(&fence, &[Night, Day]), []);
        assert_eq!(lacks(&fence, &[Any]), [night], "it came before anybody asked, and counts once");
        assert_eq!(lacks(&fence, &[Any, Night]), []);
        let mut both = fence;
        both.evidence.extend(item("toilet").evidence);
        assert_eq!(lacks(&both, &[Day, Night, Day]), [(Proof::Photo(Any), 1)], "what neither needs is of any time");
        assert_eq!(lacks(&both, &[Day, Night, Day, Night]), []);
    }

    #[test]
    fn a_note_and_an_address_are_one_field_each_and_files_are_counted() {
        let mut wanted = item("bermain_anak");
        let what = Said { id: "a".into(), en: "a".into() };
        let row = || [Wanted::File { what: what.clone() }, Wanted::Note { what: what.clone() }, Wanted::Link { what: what.clone() }];
        wanted.evidence = [row(), row()].concat();
        assert_eq!(lacks(&wanted, &[]), [(Proof::File, 2), (Proof::Note, 1), (Proof::Link, 1)]);
        let fields = [Proof::File, Proof::Note, Proof::Link].map(|proof| proof.field("x"));
        assert_eq!(fields, ["x-berkas", "x-catatan", "x-tautan"]);
    }

    #[test]
    fn whoever_says_that_there_is_nothing_shows_nothing_and_without_a_value_only_that_is_asked() {
        let mut answer = Assessment::new(CampaignId::from_u128(1), Instrument::seeded()).answers[0].clone();
        let wifi = item("wifi");
        assert_eq!(answer.problems(&wifi), [("wifi".to_owned(), ProblemCode::MissingChoice)]);
        answer.claim = Some(Score::Missing);
        assert!(answer.is_complete(&wifi));
    }
}
