//! What a campaign comes to, counted from its seats. Pure, so that a test counts again another way.

use crate::domain::AccountId;
use crate::features::compliance::store::Standing;
use crate::features::compliance::{Class, Instrument, Reviewer, Score, SecondLooks};

/// How far an office is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// It has answered nothing.
    Nothing,
    /// It answers, or mends what was returned.
    Answering,
    /// Something waits for a reviewer.
    Waiting,
    /// Every item has a value that counts.
    Settled,
}

impl Reached {
    pub const ALL: [Self; 4] = [Self::Nothing, Self::Answering, Self::Waiting, Self::Settled];
}

pub fn asked(seat: &Standing) -> u32 {
    u32::try_from(seat.verdicts.chars().count()).unwrap_or(u32::MAX)
}

pub fn reached(seat: &Standing) -> Reached {
    if seat.waiting > 0 {
        Reached::Waiting
    } else if seat.accepted >= asked(seat) {
        Reached::Settled
    } else if seat.answered == 0 {
        Reached::Nothing
    } else {
        Reached::Answering
    }
}

/// The class of an office, by the rule by which everybody reads it.
pub fn class(seat: &Standing) -> Option<Class> {
    seat.is_judged().then_some(seat.class)
}

pub fn count<'a>(seats: impl IntoIterator<Item = &'a Standing>, is: impl Fn(&Standing) -> bool) -> u32 {
    u32::try_from(seats.into_iter().filter(|seat| is(seat)).count()).unwrap_or(u32::MAX)
}

/// How often 0, 1 and 2 points were accepted of each item, in the order of the instrument.
pub fn of_items<'a>(seats: impl IntoIterator<Item = &'a Standing>, asked: usize) -> Vec<[u32; 3]> {
    let mut items = vec![[0; 3]; asked];
    for seat in seats {
        for (item, sign) in items.iter_mut().zip(seat.verdicts.chars()) {
            if let Some(score) = Score::parse(&sign.to_string()) {
                item[score as usize] += 1;
            }
        }
    }
    items
}

/// The same of all items together: how a reviewer judges.
pub fn of_verdicts<'a>(seats: impl IntoIterator<Item = &'a Standing>) -> [u32; 3] {
    let mut all = [0; 3];
    for sign in seats.into_iter().flat_map(|seat| seat.verdicts.chars()) {
        if let Some(score) = Score::parse(&sign.to_string()) {
            all[score as usize] += 1;
        }
    }
    all
}

/// The office's own points for what a reviewer has accepted.
pub fn claimed(seat: &Standing, instrument: &Instrument) -> u32 {
    let judged = instrument.asked().zip(signs(seat)).filter(|(_, (_, verdict))| verdict.is_some());
    judged.filter_map(|(item, (claim, _))| Some(item.weight * claim?.points())).sum()
}

/// The office says of itself that every item is met.
pub fn claims_all(seat: &Standing) -> bool {
    asked(seat) > 0 && seat.claims.matches('2').count() == seat.verdicts.chars().count()
}

/// Of how many accepted items the reviewer found what the office says itself; and of how many in all.
pub fn agreed<'a>(seats: impl IntoIterator<Item = &'a Standing>) -> (u32, u32) {
    let (mut same, mut all) = (0, 0);
    for (claim, verdict) in seats.into_iter().flat_map(signs) {
        if claim.is_some() && verdict.is_some() {
            all += 1;
            same += u32::from(claim == verdict);
        }
    }
    (same, all)
}

/// Each item of an office: what it says itself, and what was accepted.
fn signs(seat: &Standing) -> impl Iterator<Item = (Option<Score>, Option<Score>)> {
    let value = |sign: char| Score::parse(&sign.to_string());
    seat.claims.chars().zip(seat.verdicts.chars()).map(move |(claim, verdict)| (value(claim), value(verdict)))
}

/// Verdicts at which somebody looked again.
pub fn looks<'a>(seats: impl IntoIterator<Item = &'a Standing>) -> SecondLooks {
    seats
        .into_iter()
        .fold(SecondLooks::default(), |all, seat| SecondLooks { looked: all.looked + seat.looks.looked, same: all.same + seat.looks.same })
}

/// Hundredths, rounded; 0 of nothing.
pub fn percent(part: u32, whole: u32) -> u32 {
    (part * 200 + whole).checked_div(2 * whole).unwrap_or_default()
}

/// Why an office has nobody who may review it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orphaned {
    /// The reviewer reviews no more.
    Gone,
    /// Nobody knows where the reviewer lives.
    Homeless,
    /// The reviewer lives in its kecamatan.
    Neighbour,
    /// Something waits, and who hears its objections may not any more.
    Unheard,
}

/// `reviewers`: who reviews at present.
pub fn orphaned(seat: &Standing, reviewers: &[Reviewer]) -> Option<Orphaned> {
    let of = |account: AccountId| reviewers.iter().find(|reviewer| reviewer.account == account);
    match of(seat.reviewer) {
        None => Some(Orphaned::Gone),
        Some(reviewer) if reviewer.home.is_none() => Some(Orphaned::Homeless),
        Some(reviewer) if !reviewer.may_review(seat.office) => Some(Orphaned::Neighbour),
        Some(_) => {
            let may = |second: AccountId| of(second).is_some_and(|reviewer| reviewer.may_review(seat.office));
            seat.second.filter(|second| seat.waiting > 0 && !may(*second)).map(|_| Orphaned::Unheard)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::CampaignId;

    fn seat(verdicts: &str) -> Standing {
        let accepted = verdicts.chars().filter(|sign| *sign != '-').count() as u32;
        Standing {
            campaign: CampaignId::from_u128(1),
            office: 3_510_242_008.try_into().expect("a code"),
            reviewer: AccountId::from_u128(1),
            second: None,
            answered: accepted,
            waiting: 0,
            returned: 0,
            accepted,
            points: 0,
            value: 0,
            class: Class::Maju,
            passed: false,
            waits_since: None,
            submitted_at: None,
            verdicts: verdicts.into(),
            revision: 0,
            claims: verdicts.into(),
            doubts: 0,
            looks: SecondLooks::default(),
        }
    }

    #[test]
    fn an_office_has_a_class_once_something_is_judged_and_is_settled_once_all_is() {
        assert_eq!((reached(&seat("---")), class(&seat("---"))), (Reached::Nothing, None));
        assert_eq!((reached(&seat("2--")), class(&seat("2--"))), (Reached::Answering, Some(Class::Maju)), "the figures stand beside it");
        assert_eq!(reached(&Standing { waiting: 1, ..seat("22-") }), Reached::Waiting);
        assert_eq!(reached(&Standing { answered: 3, ..seat("---") }), Reached::Answering);
        assert_eq!((reached(&seat("202")), class(&seat("202"))), (Reached::Settled, Some(Class::Maju)));
    }

    #[test]
    fn verdicts_are_counted_by_item_and_together() {
        let seats = [seat("20-"), seat("21-"), seat("2-1")];
        assert_eq!(of_items(&seats, 3), [[0, 0, 3], [1, 1, 0], [0, 1, 0]]);
        assert_eq!(of_verdicts(&seats), [1, 2, 3]);
        assert_eq!((percent(1, 3), percent(2, 3), percent(1, 8), percent(0, 0)), (33, 67, 13, 0));
    }

    #[test]
    fn what_an_office_gives_itself_is_weighed_against_what_was_accepted() {
        let instrument = Instrument::seeded();
        let of = |claims: &str, verdicts: &str| Standing { claims: claims.into(), ..seat(verdicts) };
        let differs = of("2221", "20-1");
        assert_eq!((claimed(&differs, instrument), agreed([&differs])), (5, (2, 3)), "what waits is not weighed");
        assert!(!claims_all(&differs) && claims_all(&of("22", "--")) && !claims_all(&of("", "--")));
        assert_eq!(agreed([&of("", "20"), &of("--", "11")]), (0, 0), "nobody has said anything");
        let looked = |looked, same| Standing { looks: SecondLooks { looked, same }, ..seat("22") };
        assert_eq!(looks([&looked(2, 1), &looked(1, 1)]), SecondLooks { looked: 3, same: 2 });
    }

    #[test]
    fn an_office_whose_reviewer_is_gone_unknown_or_near_has_nobody() {
        let here = seat("---");
        let lives = |home: Option<i64>| Reviewer { account: here.reviewer, home: home.map(|home| home.try_into().expect("a code")) };
        assert_eq!(orphaned(&here, &[]), Some(Orphaned::Gone));
        assert_eq!(orphaned(&here, &[lives(None)]), Some(Orphaned::Homeless));
        assert_eq!(orphaned(&here, &[lives(Some(3_510_242_001))]), Some(Orphaned::Neighbour));
        assert_eq!(orphaned(&here, &[lives(Some(3_510_161_002))]), None);
        let second = Reviewer { account: AccountId::from_u128(2), ..lives(Some(3_510_161_002)) };
        let waits = Standing { second: Some(second.account), waiting: 1, ..here.clone() };
        assert_eq!(orphaned(&waits, &[lives(Some(3_510_161_002))]), Some(Orphaned::Unheard), "an objection may be among it");
        assert_eq!(orphaned(&waits, &[lives(Some(3_510_161_002)), second]), None);
        assert_eq!(orphaned(&Standing { waiting: 0, ..waits }, &[lives(Some(3_510_161_002))]), None);
    }
}
