//! When a library is open, in words.

use super::Rules;
use crate::domain::{Day, Lang, Weekday};
use crate::text::LibraryWords;

/// Days on which it is closed besides: nobody plans further ahead.
const AHEAD: i32 = 30;

/// "Buka Senin sampai Jumat, 08.00-15.00 WIB."
pub fn open_on(rules: &Rules, words: &LibraryWords, lang: Lang) -> String {
    let days = runs(&rules.open_on).into_iter().map(|run| match run[..] {
        [] => String::new(),
        [one] => one.name(lang).to_owned(),
        [one, two] => [one.name(lang), ", ", two.name(lang)].concat(),
        [first, .., last] => [first.name(lang), words.up_to, last.name(lang)].concat(),
    });
    let days = days.collect::<Vec<_>>().join(", ");
    if days.is_empty() {
        return words.never_open.to_owned();
    }
    let hours = if rules.hours.is_empty() { String::new() } else { [", ", &rules.hours].concat() };
    [words.open, &days, &hours, "."].concat()
}

/// "Tutup 25 Desember 2026."; nothing where it is open as always.
pub fn closed_on(rules: &Rules, today: Day, words: &LibraryWords, lang: Lang) -> Option<String> {
    let soon = |day: &&Day| (today..=today.plus_days(AHEAD)).contains(*day) && rules.open_on.contains(&day.weekday());
    let mut days: Vec<Day> = rules.closed.iter().filter(soon).copied().collect();
    days.sort();
    let days: Vec<String> = days.into_iter().map(|day| day.in_words(lang)).collect();
    (!days.is_empty()).then(|| [words.closed, &days.join(", "), "."].concat())
}

/// Days that follow each other.
fn runs(open_on: &[Weekday]) -> Vec<Vec<Weekday>> {
    let mut runs: Vec<Vec<Weekday>> = Vec::new();
    for (at, day) in Weekday::ALL.into_iter().enumerate().filter(|(_, day)| open_on.contains(day)) {
        let yesterday = at.checked_sub(1).map(|before| Weekday::ALL[before]);
        match runs.last_mut() {
            Some(run) if run.last().copied() == yesterday => run.push(day),
            _ => runs.push(vec![day]),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_follow_each_other_are_said_in_one() {
        use Weekday::{Friday, Monday, Saturday, Sunday, Tuesday, Wednesday};
        let said =
            |open_on: &[Weekday]| open_on_words(&Rules { open_on: open_on.to_vec(), hours: "08.00-15.00 WIB".into(), ..Rules::default() });
        assert_eq!(open_on_words(&Rules::default()), "Buka Senin sampai Jumat, 08.00-15.00 WIB.");
        assert_eq!(said(&[Saturday, Monday, Tuesday, Wednesday]), "Buka Senin sampai Rabu, Sabtu, 08.00-15.00 WIB.");
        assert_eq!(said(&[Sunday, Saturday, Friday, Monday]), "Buka Senin, Jumat sampai Minggu, 08.00-15.00 WIB.");
        assert_eq!(said(&[Saturday, Sunday]), "Buka Sabtu, Minggu, 08.00-15.00 WIB.");
        assert_eq!(said(&[]), "Jam buka belum diisi. Tanyakan ke kantor.");
    }

    fn open_on_words(rules: &Rules) -> String {
        open_on(rules, Lang::Id.words().library(), Lang::Id)
    }

    #[test]
    fn only_days_that_would_be_open_and_come_soon_are_said_to_be_closed() {
        let day = |day| Day::new(2026, 12, day).expect("a day");
        let rules = Rules { closed: vec![day(25), day(24), day(26), day(1)], ..Rules::default() };
        let said = |today| closed_on(&rules, today, Lang::Id.words().library(), Lang::Id);
        assert_eq!(said(day(2)).as_deref(), Some("Tutup 24 Desember 2026, 25 Desember 2026."), "the 26th is a Saturday");
        assert_eq!(said(day(26)), None);
    }
}
