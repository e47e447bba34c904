//! The reading club of a library: one of each, there as soon as a meeting was ever planned.

use crate::access::{Code, Refusal};
use crate::domain::{AccountId, Day, MeetingId, ReaderId, TimeOfDay};
use crate::features::training::Venue;
use crate::forms::{ProblemCode, Problems};

/// When it meets, where, and about which book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub id: MeetingId,
    pub day: Day,
    /// On the clock of the office.
    pub from: TimeOfDay,
    /// Its link, if it has one, is for members.
    pub venue: Venue,
    /// By its name: not every club reads what its library has.
    pub book: String,
    pub cancelled: bool,
}

impl Meeting {
    /// How far ahead a club plans, in days.
    pub const AHEAD: i32 = 366;

    /// # Errors
    /// `Invalid` at `tanggal`: the day is over, or too far ahead.
    pub fn must_be_ahead(day: Day, today: Day) -> Result<(), Refusal> {
        let last = today.plus_days(Self::AHEAD);
        let code = match day {
            day if day < today => ProblemCode::DayTooEarly { first: today },
            day if day > last => ProblemCode::DayTooLate { last },
            _ => return Ok(()),
        };
        Err(Refusal::Invalid(Problems::one("tanggal", code)))
    }

    /// It does not take place. What was held stays as it was.
    ///
    /// # Errors
    /// `Conflict(MeetingOver)`: it was cancelled before, or its day is over.
    pub fn cancel(&mut self, today: Day) -> Result<(), Refusal> {
        if self.cancelled || self.day < today {
            return Err(Refusal::Conflict(Code::MeetingOver));
        }
        self.cancelled = true;
        Ok(())
    }
}

/// Who reads along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub reader: ReaderId,
    /// Of the reader, or of a child's guardian; none for who came to the desk.
    pub account: Option<AccountId>,
    /// How far they say they have read in the book of a meeting: "halaman 45". Nobody else is shown it.
    pub reached: Option<(MeetingId, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: u8) -> Day {
        Day::new(2026, 12, number).expect("a day")
    }

    #[test]
    fn nobody_meets_yesterday_or_in_two_years_and_what_is_over_is_not_cancelled() {
        assert!(Meeting::must_be_ahead(day(1), day(2)).is_err() && Meeting::must_be_ahead(day(2), day(2)).is_ok());
        assert!(Meeting::must_be_ahead(day(2).plus_days(Meeting::AHEAD + 1), day(2)).is_err());
        let mut meeting = Meeting {
            id: MeetingId::from_u128(1),
            day: day(2),
            from: TimeOfDay::new(16, 0).expect("a time"),
            venue: Venue::At("Pendopo".into()),
            book: "Laskar Pelangi".into(),
            cancelled: false,
        };
        assert_eq!(meeting.cancel(day(3)), Err(Refusal::Conflict(Code::MeetingOver)));
        assert_eq!(meeting.cancel(day(2)), Ok(()));
        assert_eq!(meeting.cancel(day(2)), Err(Refusal::Conflict(Code::MeetingOver)));
    }
}
