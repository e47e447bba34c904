//! How certain an office's answers are; which are looked at first at the desk, and which are visited: one in ten, the
//! least certain of all. Pure: the same answers always give the same list.

use crate::domain::OfficeCode;
use crate::features::compliance::Instrument;
use crate::features::compliance::campaigns::figures::{claimed, claims_all};
use crate::features::compliance::store::Standing;

/// What is known of an office that has handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub office: OfficeCode,
    /// Points that it gives itself for items that a reviewer has accepted, and those that were accepted.
    pub claimed: u32,
    pub accepted: u32,
    /// It says of itself that every item is met.
    pub all_met: bool,
    /// It answers for the first time.
    pub first: bool,
    /// Photos with a doubt.
    pub doubts: u32,
}

/// How much speaks for looking twice, at the desk as well as on a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    Low,
    Some,
    High,
}

/// Why an office is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// So many points between what it says and what was accepted.
    Differs(u32),
    AllMet,
    First,
    Doubts(u32),
}

impl Candidate {
    /// `first`: the office answers for the first time.
    pub fn of(seat: &Standing, instrument: &Instrument, first: bool) -> Self {
        let (claimed, all_met) = (claimed(seat, instrument), claims_all(seat));
        Self { office: seat.office, claimed, accepted: seat.points, all_met, first, doubts: seat.doubts }
    }

    /// Proposed by us: a perfect claim, or three doubtful photos, are a high risk by themselves.
    pub fn risk(&self) -> Risk {
        match weight(&self.reasons()) {
            0 => Risk::Low,
            1..=2 => Risk::Some,
            _ => Risk::High,
        }
    }

    pub fn reasons(&self) -> Vec<Reason> {
        let differs = self.claimed.abs_diff(self.accepted);
        let mut reasons = Vec::new();
        if differs >= LARGE {
            reasons.push(Reason::Differs(differs));
        }
        if self.all_met {
            reasons.push(Reason::AllMet);
        }
        if self.doubts > 0 {
            reasons.push(Reason::Doubts(self.doubts));
        }
        if self.first {
            reasons.push(Reason::First);
        }
        reasons
    }
}

impl Reason {
    /// Proposed by us: a point of difference weighs as much as a doubtful photo, a perfect claim three times
    /// as much.
    fn weight(self) -> u32 {
        match self {
            Self::Differs(points) => points,
            Self::AllMet => 3,
            Self::Doubts(photos) => photos.min(6),
            Self::First => 1,
        }
    }
}

fn weight(reasons: &[Reason]) -> u32 {
    reasons.iter().map(|reason| reason.weight()).sum()
}

/// Points from which on a difference is a reason.
const LARGE: u32 = 3;

/// One in ten, rounded up; of two equals the one with the smaller code.
pub fn propose(candidates: &[Candidate]) -> Vec<(OfficeCode, Vec<Reason>)> {
    let mut ranked: Vec<(u32, OfficeCode, Vec<Reason>)> = candidates
        .iter()
        .map(|candidate| {
            let reasons = candidate.reasons();
            (weight(&reasons), candidate.office, reasons)
        })
        .collect();
    ranked.sort_by_key(|(weight, office, _)| (u32::MAX - weight, *office));
    ranked.into_iter().take(candidates.len().div_ceil(10)).map(|(_, office, reasons)| (office, reasons)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calm(number: i64) -> Candidate {
        let office = (3_510_242_000 + number).try_into().expect("a code");
        Candidate { office, claimed: 20, accepted: 20, all_met: false, first: false, doubts: 0 }
    }

    fn offices(candidates: &[Candidate]) -> Vec<i64> {
        propose(candidates).into_iter().map(|(office, _)| office.number() - 3_510_242_000).collect()
    }

    #[test]
    fn one_in_ten_is_visited_and_of_a_few_at_least_one() {
        let all: Vec<Candidate> = (1..=21).map(calm).collect();
        assert_eq!(offices(&[]), Vec::<i64>::new());
        assert_eq!(offices(&all[..1]), [1]);
        assert_eq!(offices(&all[..10]), [1]);
        assert_eq!(offices(&all), [1, 2, 3], "where nothing speaks for one of them, by their code");
    }

    #[test]
    fn the_least_certain_come_first_whatever_the_order() {
        let differs = Candidate { claimed: 26, ..calm(28) };
        let doubtful = Candidate { doubts: 40, ..calm(29) };
        let perfect = Candidate { all_met: true, first: true, ..calm(30) };
        let mut all: Vec<Candidate> = (1..=27).map(calm).chain([perfect, doubtful, differs]).collect();
        assert_eq!(offices(&all), [28, 29, 30]);
        let found = propose(&all);
        all.reverse();
        assert_eq!(propose(&all), found);
        assert_eq!(found[0].1, [Reason::Differs(6)]);
        assert_eq!(found[2].1, [Reason::AllMet, Reason::First]);
    }

    #[test]
    fn a_risk_grows_with_what_speaks_for_it() {
        let risk = |of: Candidate| of.risk();
        assert_eq!(risk(calm(1)), Risk::Low);
        assert_eq!(risk(Candidate { first: true, ..calm(1) }), Risk::Some, "nobody knows them yet");
        assert_eq!(risk(Candidate { doubts: 2, ..calm(1) }), Risk::Some);
        assert_eq!(risk(Candidate { doubts: 2, first: true, ..calm(1) }), Risk::High);
        assert_eq!(risk(Candidate { all_met: true, ..calm(1) }), Risk::High);
        assert_eq!(risk(Candidate { claimed: 23, ..calm(1) }), Risk::High);
    }

    #[test]
    fn a_small_difference_is_none_and_one_to_the_office_s_harm_is_one() {
        assert_eq!(calm(1).reasons(), []);
        assert_eq!(Candidate { claimed: 22, ..calm(1) }.reasons(), []);
        assert_eq!(Candidate { claimed: 15, ..calm(1) }.reasons(), [Reason::Differs(5)]);
    }
}
