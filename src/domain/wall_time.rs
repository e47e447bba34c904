use serde::{Deserialize, Serialize};

use super::{Day, Instant, Lang, TimeOfDay, month_name};

/// A moment as the clock on the office's wall shows it: what a screen is given, since pages know
/// neither zone nor clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WallTime {
    pub day: Day,
    pub time: TimeOfDay,
}

impl WallTime {
    /// `utc_offset_minutes`: 420 for WIB. Indonesia's zones know no summer time.
    pub fn at(instant: Instant, utc_offset_minutes: i64) -> Self {
        let minutes = instant.micros().div_euclid(60_000_000) + utc_offset_minutes;
        let (day, minute) = (minutes.div_euclid(24 * 60), minutes.rem_euclid(24 * 60));
        let part = |number: i64| u8::try_from(number).unwrap_or_default();
        let midnight = TimeOfDay::default();
        Self {
            day: Day::from_number(i32::try_from(day).unwrap_or(i32::MAX)),
            time: TimeOfDay::new(part(minute / 60), part(minute % 60)).unwrap_or(midnight),
        }
    }

    /// `Rabu, 25 November, 14.00`: the year is left out, since what is said so is near.
    pub fn in_words(self, lang: Lang) -> String {
        let day = self.day;
        let (weekday, month) = (day.weekday().name(lang), month_name(day.month(), lang));
        [weekday, ", ", &day.day().to_string(), " ", month, ", ", &self.time.in_digits()].concat()
    }

    /// `Rabu, 25 November 2026, 14.00`
    pub fn with_year(self, lang: Lang) -> String {
        [&self.day.with_weekday(lang), ", ", &self.time.in_digits()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn midnight_at_greenwich_is_seven_in_the_morning_at_the_office() {
        // 2026-11-25 00:00:00 UTC
        let midnight = Instant::from_micros(1_795_564_800_000_000);
        assert_eq!(WallTime::at(midnight, 420).in_words(Lang::Id), "Rabu, 25 November, 07.00");
        assert_eq!(WallTime::at(midnight.plus_seconds(-1), 0).with_year(Lang::En), "Tuesday, 24 November 2026, 23.59");
    }
}
