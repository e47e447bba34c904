//! From accepted items to a result: one pure function, for the reviewer, the village that asks what would
//! be, and the public.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::{Instrument, Item};

/// 0, 1 or 2 points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Score {
    Missing,
    Partly,
    Met,
}

impl Score {
    pub const ALL: [Self; 3] = [Self::Missing, Self::Partly, Self::Met];

    pub const fn points(self) -> u32 {
        self as u32
    }

    pub fn parse(digit: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|score| score.points().to_string() == digit)
    }
}

impl TryFrom<u8> for Score {
    type Error = &'static str;

    fn try_from(points: u8) -> Result<Self, &'static str> {
        Self::ALL.into_iter().find(|score| score.points() == u32::from(points)).ok_or("a score is 0, 1 or 2")
    }
}

impl From<Score> for u8 {
    fn from(score: Score) -> Self {
        score as Self
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    Kurang,
    Berkembang,
    Maju,
}

impl Class {
    pub const ALL: [Self; 3] = [Self::Maju, Self::Berkembang, Self::Kurang];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Kurang => "kurang",
            Self::Berkembang => "berkembang",
            Self::Maju => "maju",
        }
    }

    /// As people read it, in both languages: the programme's own words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kurang => "Kurang",
            Self::Berkembang => "Berkembang",
            Self::Maju => "Maju",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }
}

/// What an office has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub points: u32,
    pub most: u32,
    /// Hundredths of a per cent of all points: 84.62 is 8462.
    pub value: u32,
    pub class: Class,
    /// Every item is met.
    pub passed: bool,
    /// Items of which a reviewer has accepted a value.
    pub accepted: u32,
}

impl Instrument {
    /// What accepted values come to. An item without one counts nothing; a code that is not asked, too.
    pub fn outcome<'a>(&self, accepted: impl Fn(&str) -> Option<Score> + 'a) -> Outcome {
        let values = || self.asked().filter_map(|item| Some((item.weight, accepted(&item.code)?)));
        let (points, most) = (values().map(|(weight, score)| weight * score.points()).sum::<u32>(), self.most_points());
        let counted = values().count();
        Outcome {
            points,
            most,
            value: points * 10_000 / most,
            class: self.class(points),
            passed: points == most,
            accepted: u32::try_from(counted).unwrap_or(u32::MAX),
        }
    }

    /// The class of so many points. Counted in points, so that no rounding decides it.
    pub fn class(&self, points: u32) -> Class {
        let reached = |percent: u32| points * 100 >= percent * self.most_points();
        match (reached(self.maju), reached(self.berkembang)) {
            (true, _) => Class::Maju,
            (false, true) => Class::Berkembang,
            (false, false) => Class::Kurang,
        }
    }

    /// How many more points make the next class, and which that is; `None` at the top.
    pub fn to_next_class(&self, points: u32) -> Option<(u32, Class)> {
        let now = self.class(points);
        let next = (points..=self.most_points()).find(|more| self.class(*more) > now)?;
        Some((next - points, self.class(next)))
    }

    /// The fewest items that make the next class once they are met; `None` at the top.
    pub fn fewest_to_next_class(&self, accepted: impl Fn(&str) -> Option<Score>) -> Option<Vec<&Item>> {
        let gain = |item: &Item| item.weight * (Score::Met.points() - accepted(&item.code).map_or(0, Score::points));
        let (mut lacks, _) = self.to_next_class(self.outcome(&accepted).points)?;
        let mut items: Vec<&Item> = self.asked().filter(|item| gain(item) > 0).collect();
        items.sort_by_key(|item| Reverse(gain(item)));
        items.retain(|item| {
            let wanted = lacks > 0;
            lacks = lacks.saturating_sub(gain(item));
            wanted
        });
        Some(items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seeded(points: u32) -> Outcome {
        let instrument = Instrument::seeded();
        let codes: Vec<&str> = instrument.asked().map(|item| item.code.as_str()).collect();
        let score = |at: u32| {
            if points > 2 * at + 1 {
                Score::Met
            } else if points == 2 * at + 1 {
                Score::Partly
            } else {
                Score::Missing
            }
        };
        instrument.outcome(|code| codes.iter().position(|known| *known == code).map(|at| score(u32::try_from(at).expect("few"))))
    }

    #[test]
    fn classes_begin_exactly_at_their_thresholds() {
        // 80 % of 26 points are 20.8, 60 % are 15.6.
        for (points, class) in
            [(0, Class::Kurang), (15, Class::Kurang), (16, Class::Berkembang), (20, Class::Berkembang), (21, Class::Maju)]
        {
            let outcome = seeded(points);
            assert_eq!((outcome.points, outcome.class, outcome.passed), (points, class, false), "{points}");
        }
        assert_eq!(seeded(22).value, 8_461, "a value is cut, not rounded up to what was not reached");
        assert!(seeded(26).passed && seeded(26).value == 10_000);
    }

    #[test]
    fn what_nobody_has_accepted_counts_nothing() {
        let outcome = Instrument::seeded().outcome(|code| (code == "wifi").then_some(Score::Met));
        assert_eq!((outcome.points, outcome.most, outcome.accepted, outcome.class), (2, 26, 1, Class::Kurang));
    }

    #[test]
    fn weights_count_and_the_next_class_is_told_by_the_same_function() {
        let mut instrument = Instrument::seeded().clone();
        instrument.items[0].weight = 3;
        assert_eq!(instrument.outcome(|code| (code == "wifi").then_some(Score::Met)).points, 6);
        let seeded = Instrument::seeded();
        for points in 0..=26 {
            match seeded.to_next_class(points) {
                Some((more, class)) => {
                    assert_eq!(seeded.class(points + more), class);
                    assert_eq!(seeded.class(points + more - 1), seeded.class(points));
                }
                None => assert_eq!(seeded.class(points), Class::Maju),
            }
        }
    }

    #[test]
    fn the_fewest_items_make_the_next_class_and_one_less_does_not() {
        let mut instrument = Instrument::seeded().clone();
        instrument.items[4].weight = 3;
        let heavy = instrument.items[4].code.clone();
        let partly = |code: &str| (code != "wifi").then_some(Score::Partly);
        let few = instrument.fewest_to_next_class(partly).expect("it is not at the top");
        assert_eq!(few[0].code, heavy, "what counts most comes first");
        let with = |met: &[&Item]| {
            instrument.outcome(|code| if met.iter().any(|item| item.code == code) { Some(Score::Met) } else { partly(code) }).class
        };
        assert_eq!(with(&few), Class::Berkembang);
        for left_out in &few {
            let fewer: Vec<&Item> = few.iter().copied().filter(|item| item.code != left_out.code).collect();
            assert_eq!(with(&fewer), Class::Kurang);
        }
        assert_eq!(instrument.fewest_to_next_class(|_| Some(Score::Met)), None);
    }
}
