//! What lists of offices are told of answers that they do not read: one line an office, kept beside its seat.

use super::{Answer, Assessment, Happened, Score};

/// One sign an item: what the office gives itself, or `-` where it has said nothing.
pub fn claims(assessment: &Assessment) -> String {
    assessment.answers.iter().map(|answer| sign(answer.claim)).collect()
}

/// The sign of a value, or of none.
pub fn sign(value: Option<Score>) -> char {
    value.map_or('-', |value| char::from_digit(value.points(), 10).unwrap_or('-'))
}

/// Photos with a doubt, or like one of another office or period; and those that were one, and were not taken.
pub fn doubtful(assessment: &Assessment) -> u32 {
    let photos = assessment.answers.iter().flat_map(|answer| &answer.evidence);
    let photos = photos.filter(|photo| !photo.doubts.is_empty() || photo.resembles).count();
    let events = assessment.answers.iter().flat_map(|answer| &answer.history);
    let again = events.filter(|event| matches!(event.what, Happened::PhotoAgain(_))).count();
    u32::try_from(photos + again).unwrap_or(u32::MAX)
}

/// Verdicts at which somebody looked again: who heard an objection, who visited the office, who corrected what
/// was public.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SecondLooks {
    pub looked: u32,
    /// They found the same.
    pub same: u32,
}

pub fn second_looks(assessment: &Assessment) -> SecondLooks {
    assessment
        .answers
        .iter()
        .map(looks_at)
        .fold(SecondLooks::default(), |all, one| SecondLooks { looked: all.looked + one.looked, same: all.same + one.same })
}

/// A verdict: the value, or `None` for a return; and whether it looks again at the one before.
struct Found {
    value: Option<Score>,
    again: bool,
    /// It answers an objection.
    heard: bool,
}

impl Found {
    const fn verdict(value: Option<Score>, heard: bool) -> Self {
        Self { value, again: heard, heard }
    }
}

fn looks_at(answer: &Answer) -> SecondLooks {
    let (mut found, mut objected): (Vec<Found>, bool) = (Vec::new(), false);
    for event in &answer.history {
        match &event.what {
            Happened::Accepted { value, .. } => found.push(Found::verdict(Some(*value), std::mem::take(&mut objected))),
            Happened::Returned(_) => found.push(Found::verdict(None, std::mem::take(&mut objected))),
            Happened::Visited { value, .. } | Happened::Revised { value, .. } => {
                found.push(Found { value: Some(*value), again: true, heard: false });
            }
            Happened::Objected(_) => objected = true,
            // The objection is open once more, if there was one.
            Happened::Undone => objected = found.pop().is_some_and(|undone| undone.heard),
            Happened::Answered(_)
            | Happened::PhotoAdded
            | Happened::PhotoRemoved
            | Happened::PhotoAgain(_)
            | Happened::FileAdded
            | Happened::FileRemoved
            | Happened::Reused(_)
            | Happened::Submitted => {}
        }
    }
    let pairs = found.windows(2).filter_map(|pair| if let [first, second] = pair { Some((first, second)) } else { None });
    pairs.filter(|(_, second)| second.again).fold(SecondLooks::default(), |looks, (first, second)| SecondLooks {
        looked: looks.looked + 1,
        same: looks.same + u32::from(first.value == second.value),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AccountId, CampaignId, Instant};
    use crate::features::compliance::{Instrument, Mark, Verdict};

    fn mark(by: u128) -> Mark {
        Mark { by: AccountId::from_u128(by), at: Instant::from_micros(1) }
    }

    /// All items are said to be missing, and handed in.
    fn handed_in() -> Assessment {
        let mut assessment = Assessment::new(CampaignId::from_u128(1), Instrument::seeded());
        for answer in &mut assessment.answers {
            answer.keep(Score::Missing, String::new(), String::new(), mark(9)).expect("it is open");
        }
        assessment.submit(Instrument::seeded(), mark(9)).expect("it is complete");
        assessment
    }

    #[test]
    fn claims_are_the_offices_own_values() {
        let mut assessment = Assessment::new(CampaignId::from_u128(1), Instrument::seeded());
        assert_eq!(claims(&assessment), "-".repeat(13));
        assessment.answers[1].keep(Score::Partly, String::new(), String::new(), mark(9)).expect("it is open");
        assert_eq!(claims(&assessment), ["-1", &"-".repeat(11)].concat());
    }

    #[test]
    fn a_verdict_that_nobody_looked_at_again_counts_for_nothing() {
        let mut assessment = handed_in();
        assessment.answers[0].judge(Verdict::Return, "x".into(), mark(1)).expect("it waits");
        assessment.answers[0].keep(Score::Missing, String::new(), String::new(), mark(9)).expect("it is open");
        assessment.submit(Instrument::seeded(), mark(9)).expect("it is complete");
        assessment.answers[0].judge(Verdict::Accept(Score::Missing), "x".into(), mark(1)).expect("it waits");
        assert_eq!(second_looks(&assessment), SecondLooks::default(), "it is another answer that was judged then");
    }

    #[test]
    fn who_hears_an_objection_or_visits_finds_the_same_or_not() {
        let mut assessment = handed_in();
        let [toilet, wifi, laktasi] = [0, 1, 2];
        for (at, second) in [(toilet, Verdict::Return), (wifi, Verdict::Accept(Score::Met))] {
            let answer = &mut assessment.answers[at];
            answer.judge(Verdict::Return, "x".into(), mark(1)).expect("it waits");
            answer.object("x".into(), mark(9)).expect("it was returned");
            answer.judge(second, "x".into(), mark(2)).expect("it waits");
        }
        assert_eq!(second_looks(&assessment), SecondLooks { looked: 2, same: 1 });
        let visited = &mut assessment.answers[laktasi];
        visited.judge(Verdict::Accept(Score::Met), String::new(), mark(1)).expect("it waits");
        visited.visit(Score::Partly, "x".into(), mark(1)).expect("it was accepted");
        assert_eq!(second_looks(&assessment), SecondLooks { looked: 3, same: 1 });
        let visited = &mut assessment.answers[laktasi];
        visited.undo(mark(1)).expect("it was theirs");
        assert_eq!(second_looks(&assessment), SecondLooks { looked: 2, same: 1 }, "nor was what a visit takes back");
        let visited = &mut assessment.answers[laktasi];
        visited.undo(mark(1)).expect("the verdict, too");
        visited.judge(Verdict::Accept(Score::Met), String::new(), mark(1)).expect("it waits");
        assert_eq!(second_looks(&assessment), SecondLooks { looked: 2, same: 1 }, "nobody has objected to it");
        assessment.answers[laktasi].visit(Score::Partly, "x".into(), mark(1)).expect("it was accepted");
        // What the second reviewer takes back was not found.
        assessment.answers[wifi].undo(mark(2)).expect("it was theirs");
        assert_eq!(second_looks(&assessment), SecondLooks { looked: 2, same: 1 });
        assessment.answers[wifi].judge(Verdict::Return, "x".into(), mark(2)).expect("it waits");
        assert_eq!(second_looks(&assessment), SecondLooks { looked: 3, same: 2 });
    }
}
