//! Working minutes of an office: pure arithmetic on microseconds, without clock and without zone data.

use crate::domain::{Day, Instant, WallTime, Weekday};

/// When an office works. Indonesia's zones know no summer time, so a fixed offset is exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeHours {
    /// Minutes since midnight.
    pub opens: i64,
    pub closes: i64,
    pub open_on: &'static [Weekday],
    /// Entered by the office; none is seeded.
    pub holidays: Vec<Day>,
    pub utc_offset_minutes: i64,
}

use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};

/// Monday to Friday 08.00-15.00 WIB. Proposed by us; setting "jam_layanan" (product 9, "promise").
const USUAL_OPENS: i64 = 8 * 60;
const USUAL_CLOSES: i64 = 15 * 60;
const USUAL_DAYS: &[Weekday] = &[Monday, Tuesday, Wednesday, Thursday, Friday];
/// WIB, UTC+7.
const WIB_MINUTES: i64 = 7 * 60;

const MINUTE: i64 = 60_000_000;
const DAY: i64 = 24 * 60;
/// An office that is closed for longer than this has no hours at all.
const LONGEST_CLOSURE_DAYS: i64 = 400;

impl Default for OfficeHours {
    fn default() -> Self {
        Self { opens: USUAL_OPENS, closes: USUAL_CLOSES, open_on: USUAL_DAYS, holidays: Vec::new(), utc_offset_minutes: WIB_MINUTES }
    }
}

impl OfficeHours {
    /// The moment at which the office has worked so many minutes from `from` on. A begun minute is not
    /// counted: a promise is never earlier than said. An office without any hours keeps its promise
    /// after as many minutes of the clock.
    pub fn after(&self, from: Instant, minutes: u32) -> Instant {
        let (mut at, mut left) = (self.local_minute_after(from), i64::from(minutes));
        let mut closed_days = 0;
        while closed_days < LONGEST_CLOSURE_DAYS {
            let (day, minute) = (at.div_euclid(DAY), at.rem_euclid(DAY));
            let begin = minute.max(self.opens);
            let today = if self.works_on(day) { (self.closes - begin).max(0) } else { 0 };
            if today > 0 && left <= today {
                return self.instant(day * DAY + begin + left);
            }
            left -= today;
            closed_days = if today > 0 { 0 } else { closed_days + 1 };
            at = (day + 1) * DAY;
        }
        from.plus_seconds(i64::from(minutes) * 60)
    }

    /// How many whole minutes the office works between two moments; 0 when `to` is not later.
    pub fn between(&self, from: Instant, to: Instant) -> u32 {
        let (from, to) = (self.local_minute_after(from), self.local_minute_before(to));
        let mut minutes = 0;
        // Never longer than a few years of days: a promise is days ahead.
        for day in from.div_euclid(DAY)..=to.div_euclid(DAY) {
            if from < to && self.works_on(day) {
                let (begin, end) = (day * DAY + self.opens, day * DAY + self.closes);
                minutes += (to.min(end) - from.max(begin)).max(0);
            }
        }
        u32::try_from(minutes).unwrap_or(u32::MAX)
    }

    /// The moment as the clock on the office's wall shows it.
    pub fn wall_time(&self, at: Instant) -> WallTime {
        WallTime::at(at, self.utc_offset_minutes)
    }

    fn works_on(&self, day: i64) -> bool {
        let day = Day::from_number(i32::try_from(day).unwrap_or(i32::MAX));
        self.open_on.contains(&day.weekday()) && !self.holidays.contains(&day)
    }

    fn local_minute_after(&self, at: Instant) -> i64 {
        self.local_minute_before(Instant::from_micros(at.micros().saturating_add(MINUTE - 1)))
    }

    fn local_minute_before(&self, at: Instant) -> i64 {
        at.micros().div_euclid(MINUTE) + self.utc_offset_minutes
    }

    fn instant(&self, local_minute: i64) -> Instant {
        Instant::from_micros((local_minute - self.utc_offset_minutes) * MINUTE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A minute of November 2026 in Banyuwangi; the 24th is a Tuesday.
    fn november(day: u8, hour: i64, minute: i64) -> Instant {
        let day = i64::from(Day::new(2026, 11, day).expect("a day").number());
        Instant::from_micros(((day * DAY) + hour * 60 + minute - WIB_MINUTES) * MINUTE)
    }

    #[test]
    fn known_promises_fall_on_their_known_minutes() {
        let hours = OfficeHours::default();
        for (from, minutes, due) in [
            (november(24, 9, 0), 60, november(24, 10, 0)),
            (november(24, 8, 0), 420, november(24, 15, 0)),
            (november(24, 9, 0), 420, november(25, 9, 0)),
            (november(24, 15, 0), 1, november(25, 8, 1)),
            (november(24, 3, 0), 15, november(24, 8, 15)),
            (november(24, 23, 59), 15, november(25, 8, 15)),
            (november(27, 14, 30), 60, november(30, 8, 30)),
            (november(28, 12, 0), 420, november(30, 15, 0)),
            (november(24, 9, 0), 0, november(24, 9, 0)),
            (november(28, 9, 0), 0, november(30, 8, 0)),
        ] {
            assert_eq!(hours.after(from, minutes), due, "{minutes} from {from:?}");
        }
    }

    #[test]
    fn a_begun_minute_does_not_shorten_the_promise() {
        assert_eq!(OfficeHours::default().after(november(24, 9, 0).plus_seconds(1), 60), november(24, 10, 1));
    }

    #[test]
    fn a_holiday_moves_the_promise_to_the_next_working_day() {
        let holidays = vec![Day::new(2026, 11, 25).expect("a day"), Day::new(2026, 11, 26).expect("a day")];
        let hours = OfficeHours { holidays, ..OfficeHours::default() };
        assert_eq!(hours.after(november(24, 14, 0), 120), november(27, 9, 0));
    }

    #[test]
    fn an_office_without_hours_promises_by_the_clock() {
        let hours = OfficeHours { open_on: &[], ..OfficeHours::default() };
        assert_eq!(hours.after(november(24, 9, 0), 60), november(24, 10, 0));
        let shut = OfficeHours { closes: USUAL_OPENS, ..OfficeHours::default() };
        assert_eq!(shut.after(november(24, 9, 0), 60), november(24, 10, 0));
    }

    proptest! {
        #[test]
        fn minutes_given_are_minutes_counted(at in 0_i64..40_000, minutes in 0_u32..10_000) {
            let (hours, from) = (OfficeHours::default(), november(1, 0, at));
            let due = hours.after(from, minutes);
            prop_assert_eq!(hours.between(from, due), minutes);
            prop_assert!(due >= from && hours.after(from, minutes + 1) > due);
        }
    }
}
