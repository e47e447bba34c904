use serde::{Deserialize, Serialize};

/// Hour and minute on the wall of the office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay {
    minutes: u16,
}

impl TimeOfDay {
    pub const fn new(hour: u8, minute: u8) -> Option<Self> {
        if hour < 24 && minute < 60 { Some(Self { minutes: hour as u16 * 60 + minute as u16 }) } else { None }
    }

    /// Reads `10.32`, `10:32`, `10 32` and `7.05`.
    pub fn parse(typed: &str) -> Option<Self> {
        let mut parts = typed.trim().split(['.', ':', ' ']);
        let (hour, minute) = (parts.next()?, parts.next()?);
        let digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
        let right = parts.next().is_none() && matches!(hour.len(), 1 | 2) && minute.len() == 2 && digits(hour) && digits(minute);
        if right { Self::new(hour.parse().ok()?, minute.parse().ok()?) } else { None }
    }

    pub const fn hour(self) -> u8 {
        (self.minutes / 60) as u8
    }

    pub const fn minute(self) -> u8 {
        (self.minutes % 60) as u8
    }

    /// Since midnight.
    pub const fn minutes(self) -> u16 {
        self.minutes
    }

    /// `10.32`, with the point of Indonesian writing.
    pub fn in_digits(self) -> String {
        let mut text = String::with_capacity(5);
        for part in [self.hour(), self.minute()] {
            if !text.is_empty() {
                text.push('.');
            }
            text.push(char::from(b'0' + part / 10));
            text.push(char::from(b'0' + part % 10));
        }
        text
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.in_digits()
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not a time of day")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_no_clock_shows_is_refused() {
        for wrong in ["", "24.00", "10.60", "10", "10.3", "1032", "pagi", "-1.00", "+1.00", "10.32.00", "😀", "١٠.٣٢"] {
            assert_eq!(TimeOfDay::parse(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_time_reads_back_with_point_and_with_colon(hour in 0_u8..24, minute in 0_u8..60) {
            let time = TimeOfDay::new(hour, minute).expect("a time");
            prop_assert_eq!(TimeOfDay::parse(&time.in_digits()), Some(time));
            prop_assert_eq!(TimeOfDay::parse(&time.in_digits().replace('.', ":")), Some(time));
        }
    }
}
