//! A moment as people say it, in the zone of the office.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::{Day, Instant, Lang, TimeOfDay};

/// "24 November 2026, 09.00"
pub fn in_words(at: Instant, zone: &TimeZone, lang: Lang) -> String {
    let there = zone.to_datetime(Timestamp::from_microsecond(at.micros()).unwrap_or_default());
    let part = |number: i8| u8::try_from(number).unwrap_or(0);
    let day = Day::new(u16::try_from(there.year()).unwrap_or(0), part(there.month()), part(there.day()));
    let time = TimeOfDay::new(part(there.hour()), part(there.minute()));
    match (day, time) {
        (Some(day), Some(time)) => [&day.in_words(lang), ", ", &time.in_digits()].concat(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_morning_of_the_office_is_the_night_of_greenwich() {
        let at = Instant::from_micros(1_795_485_600_000_000);
        assert_eq!(in_words(at, &TimeZone::fixed(jiff::tz::offset(7)), Lang::Id), "24 November 2026, 09.00");
    }
}
