//! What an office will do about an item that is not met: what, who, until when, and from which activity of its
//! budget. Kept apart from the answers, because it outlives the campaign that asked for them.

use serde::{Deserialize, Serialize};

use super::{Answer, Score, Stage};
use crate::access::Refusal;
use crate::domain::{CampaignId, Day, OfficeKind, PlanId, Version};
use crate::forms::{ProblemCode, Problems};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub id: PlanId,
    /// `None` until it is stored.
    pub version: Option<Version>,
    /// The one in which the item was judged.
    pub campaign: CampaignId,
    pub item: String,
    pub content: Undertaking,
    /// The day on which it was done.
    pub done: Option<Day>,
}

/// What was undertaken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undertaking {
    pub what: String,
    /// Who sees to it, as their colleagues call them. The public is not told.
    pub owner: String,
    pub until: Day,
    pub code: Option<ActivityCode>,
}

/// The activity of a budget that pays for it: of a desa `02.06.91`, field, part and activity as the regulation
/// of village finances numbers them (Permendagri 20/2018: fields 1 to 5); of a kelurahan as its DPA writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityCode(String);

/// Fields of a village budget.
const FIELDS: std::ops::RangeInclusive<u8> = 1..=5;
/// Digits and dots of a DPA.
const LONGEST: usize = 30;

impl ActivityCode {
    /// # Errors
    /// `NotDigits`, `Digits`, `TooLong`; `WrongCode` for a field that no village budget has.
    pub fn parse(kind: OfficeKind, typed: &str) -> Result<Self, ProblemCode> {
        let typed = typed.trim();
        let parted = |letter: char| matches!(letter, '.' | ' ');
        if typed.chars().any(|letter| !letter.is_ascii_digit() && !parted(letter)) {
            return Err(ProblemCode::NotDigits);
        }
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        match kind {
            OfficeKind::Desa => of_desa(&digits),
            OfficeKind::Kelurahan if typed.len() > LONGEST => Err(ProblemCode::TooLong { max: LONGEST as u32 }),
            OfficeKind::Kelurahan if digits.is_empty() => Err(ProblemCode::NotDigits),
            OfficeKind::Kelurahan => Ok(Self(typed.split(parted).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("."))),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn of_desa(digits: &str) -> Result<ActivityCode, ProblemCode> {
    let (Some(field), Some(part), Some(activity), 6) = (digits.get(..2), digits.get(2..4), digits.get(4..6), digits.len()) else {
        return Err(ProblemCode::Digits { need: 6, have: u32::try_from(digits.len()).unwrap_or(u32::MAX) });
    };
    let is_known = field.parse().is_ok_and(|field: u8| FIELDS.contains(&field));
    if is_known && part != "00" && activity != "00" {
        Ok(ActivityCode([field, part, activity].join(".")))
    } else {
        Err(ProblemCode::WrongCode)
    }
}

/// Whether something is to be done about an item: it came back, or a reviewer found less than the best.
pub fn asks_for_a_plan(answer: &Answer) -> bool {
    match answer.stage {
        Stage::Returned { .. } => true,
        Stage::Accepted { value, .. } => value < Score::Met,
        Stage::Draft | Stage::Submitted | Stage::Objected { .. } => false,
    }
}

impl Plan {
    /// Undertakes it, for the first time or in other words. What was done is open again then.
    ///
    /// # Errors
    /// `Invalid` for a day that is over.
    pub fn keep(&mut self, content: Undertaking, today: Day) -> Result<(), Refusal> {
        must_be("tenggat", content.until, (Some(today), None))?;
        (self.content, self.done) = (content, None);
        Ok(())
    }

    /// It was done, between the day on which the campaign began and today.
    ///
    /// # Errors
    /// `Invalid` for a day before or after.
    pub fn finish(&mut self, on: Day, began: Day, today: Day) -> Result<(), Refusal> {
        must_be("selesai", on, (Some(began), Some(today)))?;
        self.done = Some(on);
        Ok(())
    }

    pub const fn is_open(&self) -> bool {
        self.done.is_none()
    }

    /// Days since it should have been done; 0 on its last day and before, and once it is done.
    pub fn days_late(&self, today: Day) -> i32 {
        if self.is_open() { (today.number() - self.content.until.number()).max(0) } else { 0 }
    }
}

fn must_be(field: &str, day: Day, (first, last): (Option<Day>, Option<Day>)) -> Result<(), Refusal> {
    let code = match (first, last) {
        (Some(first), _) if day < first => ProblemCode::DayTooEarly { first },
        (_, Some(last)) if day > last => ProblemCode::DayTooLate { last },
        _ => return Ok(()),
    };
    Err(Refusal::Invalid(Problems::one(field, code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_of_a_desa_has_three_pairs_of_digits_and_a_field_that_there_is() {
        let desa = |typed: &str| ActivityCode::parse(OfficeKind::Desa, typed).map(|code| code.0);
        for typed in ["02.06.91", " 02 06 91 ", "020691"] {
            assert_eq!(desa(typed).as_deref(), Ok("02.06.91"), "{typed}");
        }
        assert_eq!(desa("2.6"), Err(ProblemCode::Digits { need: 6, have: 2 }));
        assert_eq!(desa(""), Err(ProblemCode::Digits { need: 6, have: 0 }));
        for typed in ["02.06.9x", "02,06,91", "０2.06.91"] {
            assert_eq!(desa(typed), Err(ProblemCode::NotDigits), "{typed}");
        }
        for typed in ["00.06.91", "06.01.01", "02.00.91", "02.06.00"] {
            assert_eq!(desa(typed), Err(ProblemCode::WrongCode), "{typed}");
        }
    }

    #[test]
    fn the_code_of_a_kelurahan_is_that_of_its_dpa() {
        let kelurahan = |typed: &str| ActivityCode::parse(OfficeKind::Kelurahan, typed).map(|code| code.0);
        assert_eq!(kelurahan("7.01.03 2.02.0001").as_deref(), Ok("7.01.03.2.02.0001"));
        assert_eq!((kelurahan("."), kelurahan("DPA 7")), (Err(ProblemCode::NotDigits), Err(ProblemCode::NotDigits)));
        assert_eq!(kelurahan(&"1.".repeat(16)), Err(ProblemCode::TooLong { max: 30 }));
    }

    #[test]
    fn every_activity_that_the_instrument_suggests_can_be_taken() {
        for item in super::super::Instrument::seeded().asked() {
            if let Some(activity) = &item.activity {
                assert_eq!(ActivityCode::parse(OfficeKind::Desa, activity).as_ref().map(ActivityCode::as_str), Ok(activity.as_str()));
            }
        }
    }

    #[test]
    fn a_plan_is_late_from_the_day_after_its_last_until_it_is_done() {
        let day = |day: u8| Day::new(2026, 12, day).expect("a day");
        let content = Undertaking { what: "Beli sabun".into(), owner: "Rini".into(), until: day(10), code: None };
        let (id, campaign) = (PlanId::from_u128(1), CampaignId::from_u128(1));
        let mut plan = Plan { id, version: None, campaign, item: "toilet".into(), content: content.clone(), done: None };
        let early = Err(Refusal::Invalid(Problems::one("tenggat", ProblemCode::DayTooEarly { first: day(11) })));
        assert_eq!(plan.keep(content.clone(), day(11)), early);
        assert_eq!(plan.keep(content.clone(), day(10)), Ok(()));
        assert_eq!([day(9), day(10), day(11), day(13)].map(|today| plan.days_late(today)), [0, 0, 1, 3]);
        let late = Err(Refusal::Invalid(Problems::one("selesai", ProblemCode::DayTooLate { last: day(12) })));
        assert_eq!(plan.finish(day(13), day(1), day(12)), late);
        assert!(plan.finish(day(1), day(2), day(12)).is_err() && plan.is_open());
        assert_eq!((plan.finish(day(12), day(1), day(12)), plan.days_late(day(13))), (Ok(()), 0));
        assert_eq!((plan.keep(content, day(10)), plan.is_open()), (Ok(()), true), "written anew it is open again");
    }
}
