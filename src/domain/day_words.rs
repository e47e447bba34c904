use super::{Day, Lang, Weekday};

const MONTHS: [[&str; 12]; 2] = [
    ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"],
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
];
const WEEKDAYS: [[&str; 7]; 2] = [
    ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

impl Day {
    /// `24 November 2026`, no leading zero (letters 6).
    pub fn in_words(self, lang: Lang) -> String {
        let mut text = self.day().to_string();
        text.push(' ');
        text.push_str(month_name(self.month(), lang));
        text.push(' ');
        text.push_str(&self.year().to_string());
        text
    }

    /// `Selasa, 24 November 2026`
    pub fn with_weekday(self, lang: Lang) -> String {
        [self.weekday().name(lang), ", ", &self.in_words(lang)].concat()
    }
}

impl Weekday {
    pub const fn name(self, lang: Lang) -> &'static str {
        WEEKDAYS[lang as usize][self as usize]
    }
}

/// The name of month 1 to 12; nothing for any other number.
pub fn month_name(month: u8, lang: Lang) -> &'static str {
    MONTHS[lang as usize].get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// The month that begins with these letters (three at least) in either language, or "nopember",
/// which is how older papers spell it.
pub(super) fn month_named(letters: &str) -> Option<u16> {
    let begins = |name: &str| letters.len() >= 3 && name.get(..letters.len()).is_some_and(|start| start.eq_ignore_ascii_case(letters));
    if begins("Nopember") {
        return Some(11);
    }
    MONTHS.iter().find_map(|names| names.iter().position(|name| begins(name))).and_then(|at| u16::try_from(at + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::any_day;
    use proptest::prelude::*;

    #[test]
    fn a_day_is_written_as_a_letter_writes_it() {
        let day = Day::new(2026, 11, 24).expect("a day");
        assert_eq!(day.in_words(Lang::Id), "24 November 2026");
        assert_eq!(day.with_weekday(Lang::Id), "Selasa, 24 November 2026");
        assert_eq!(Day::new(1990, 6, 5).expect("a day").with_weekday(Lang::En), "Tuesday, 5 June 1990");
    }

    #[test]
    fn month_zero_and_thirteen_have_no_name() {
        assert_eq!((month_name(0, Lang::Id), month_name(13, Lang::En)), ("", ""));
    }

    proptest! {
        #[test]
        fn a_day_in_words_reads_back(day in any_day(), english: bool) {
            prop_assert_eq!(Day::parse(&day.in_words(if english { Lang::En } else { Lang::Id })), Some(day));
        }
    }
}
