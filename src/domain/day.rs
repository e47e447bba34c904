use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A day of the calendar, without clock and zone, from 1900 to 2199: long enough for every birthday
/// and every deadline, short enough that a slip such as the year 0206 or 20266 is seen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// In the order of the Indonesian week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    pub const ALL: [Self; 7] = [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];
}

impl Day {
    pub const FIRST: Self = Self { year: 1900, month: 1, day: 1 };
    pub const LAST: Self = Self { year: 2199, month: 12, day: 31 };

    /// `None` for a day that never was or is out of range.
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let right = Self::FIRST.year <= year && year <= Self::LAST.year && 1 <= day && day <= days_in(year, month);
        if right { Some(Self { year, month, day }) } else { None }
    }

    /// Reads what people write: `24-11-2026`, `24/11/2026`, `24 November 2026`, `24 nov 2026` and
    /// `2026-11-24`; day, month and year of three inputs too, joined by a space. A year of two digits
    /// is refused, since 26 is a birthday or a deadline.
    pub fn parse(typed: &str) -> Option<Self> {
        let mut parts = typed.split(|letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
        let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
        if year.len() != 4 {
            return None;
        }
        Self::new(
            number(year)?,
            u8::try_from(number(month).or_else(|| super::day_words::month_named(month))?).ok()?,
            u8::try_from(number(day)?).ok()?,
        )
    }

    pub const fn year(self) -> u16 {
        self.year
    }

    pub const fn month(self) -> u8 {
        self.month
    }

    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 January 1970, negative before. The algorithm is Howard Hinnant's
    /// `days_from_civil`: a year that begins in March, in eras of 400 years.
    pub const fn number(self) -> i32 {
        let (year, month, day) = (self.year as i32, self.month as i32, self.day as i32);
        let year = if month <= 2 { year - 1 } else { year };
        let (era, of_era) = (year / 400, year % 400);
        let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day of that number; stops at the ends of the range.
    pub fn from_number(number: i32) -> Self {
        let days = number.clamp(Self::FIRST.number(), Self::LAST.number()) + 719_468;
        let (era, of_era) = (days / 146_097, days % 146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        let small = |part: i32| u8::try_from(part).unwrap_or(1);
        Self { year: u16::try_from(era * 400 + year_of_era + next).unwrap_or(Self::LAST.year), month: small(month), day: small(day) }
    }

    /// So many days later, or earlier when negative; stops at the ends of the range.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self::from_number(self.number().saturating_add(days))
    }

    /// Full years on `today`.
    pub const fn age_on(self, today: Self) -> u16 {
        let before_birthday = today.month() < self.month() || (today.month() == self.month() && today.day() < self.day());
        today.year().saturating_sub(self.year()).saturating_sub(before_birthday as u16)
    }

    pub fn weekday(self) -> Weekday {
        // 1 January 1970 was a Thursday, the fourth of the week.
        let at = (self.number() + 3).rem_euclid(7);
        Weekday::ALL[usize::try_from(at).unwrap_or(0)]
    }

    /// `2026-11-24`: as it is stored, sorted and sent.
    pub fn iso(self) -> String {
        let digits =
            |number: u32, width: u32| (0..width).rev().map(move |place| char::from(b'0' + (number / 10_u32.pow(place) % 10) as u8));
        let mut text = String::with_capacity(10);
        text.extend(digits(self.year.into(), 4));
        text.push('-');
        text.extend(digits(self.month.into(), 2));
        text.push('-');
        text.extend(digits(self.day.into(), 2));
        text
    }
}

fn number(text: &str) -> Option<u16> {
    if text.bytes().all(|digit| digit.is_ascii_digit()) { text.parse().ok() } else { None }
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(400) || (year.is_multiple_of(4) && !year.is_multiple_of(100)) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.iso())
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str>>::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not a day"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::any_day;
    use proptest::prelude::*;

    #[test]
    fn days_that_never_were_and_years_out_of_range_are_refused() {
        for wrong in [
            "",
            "31-04-2026",
            "29-02-1900",
            "29 Februari 2026",
            "0-1-2026",
            "32-1-2026",
            "1-13-2026",
            "1-0-2026",
            "24-11-26",
            "24-11-1899",
            "24-11-2200",
            "24-11-20266",
            "24-11",
            "1-2-3-4",
            "kemarin",
            "24 novembre 2026x",
            "😀-1-2026",
            "٢٤-١١-٢٠٢٦",
            "-1-1-2026-",
            "99999-1-1",
        ] {
            let expected = if wrong == "-1-1-2026-" { Day::new(2026, 1, 1) } else { None };
            assert_eq!(Day::parse(wrong), expected, "{wrong}");
        }
    }

    #[test]
    fn the_usual_writings_are_the_same_day() {
        for typed in
            ["24-11-2026", "24/11/2026", "24.11.2026", " 24 November 2026 ", "24 nov 2026", "24 NOP 2026", "2026-11-24", "24 11 2026"]
        {
            assert_eq!(Day::parse(typed), Day::new(2026, 11, 24), "{typed}");
        }
    }

    #[test]
    fn known_days_have_their_known_numbers_and_weekdays() {
        let day = |year, month, day| Day::new(year, month, day).expect("a day");
        assert_eq!((day(1970, 1, 1).number(), day(1970, 1, 1).weekday()), (0, Weekday::Thursday));
        assert_eq!((day(2000, 3, 1).number(), day(1900, 1, 1).weekday()), (11_017, Weekday::Monday));
        assert_eq!((day(2026, 11, 24).weekday(), day(2026, 11, 24).plus_days(40)), (Weekday::Tuesday, day(2027, 1, 3)));
        assert_eq!((Day::LAST.plus_days(1), Day::FIRST.plus_days(i32::MIN)), (Day::LAST, Day::FIRST));
    }

    #[test]
    fn every_day_of_three_centuries_follows_the_one_before() {
        for number in Day::FIRST.number()..Day::LAST.number() {
            let (today, tomorrow) = (Day::from_number(number), Day::from_number(number + 1));
            assert!(today < tomorrow && today.number() == number, "{today:?}");
            assert_eq!(Day::new(today.year, today.month, today.day), Some(today));
        }
    }

    proptest! {
        #[test]
        fn a_day_reads_back_as_it_is_written(day in any_day()) {
            prop_assert_eq!(Day::parse(&day.iso()), Some(day));
            prop_assert_eq!(serde_json::from_str::<Day>(&serde_json::to_string(&day).expect("text")).expect("a day"), day);
        }

        #[test]
        fn whatever_is_typed_as_a_day_is_answered(typed in any::<String>()) {
            let _ = Day::parse(&typed);
        }
    }
}
