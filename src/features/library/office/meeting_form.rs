//! From a typed meeting to one, or to what is wrong with it. Pure.

use super::views::MeetingForm;
use crate::domain::{Day, TimeOfDay};
use crate::features::library::Meeting;
use crate::features::training::{Link, Venue};
use crate::forms::{Checks, ProblemCode, Problems, read};

const BOOK: u32 = 200;
const PLACE: u32 = 200;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    pub day: Day,
    pub from: TimeOfDay,
    pub venue: Venue,
    pub book: String,
}

impl MeetingForm {
    /// # Errors
    /// All that is wrong.
    pub fn check(&self, today: Day) -> Result<Planned, Problems> {
        let mut checks = Checks::default();
        let book = checks.filled("bacaan", read::line(&self.bacaan, BOOK));
        let day = checks.field("tanggal", read_filled(&self.tanggal, |typed| read::day(typed, today, today.plus_days(Meeting::AHEAD))));
        let from = checks.field("pukul", read_filled(&self.pukul, read::time));
        let place = checks.field("tempat", read::line(&self.tempat, PLACE));
        let link = match self.tautan.trim() {
            "" => Some(None),
            typed => checks.field("tautan", Link::parse(typed).map(Some)),
        };
        let venue = place.zip(link).and_then(|(place, link)| checks.field("tempat", venue(place, link)));
        let all = book.zip(day).zip(from).zip(venue);
        checks.done(all, |(((book, day), from), venue)| Planned { day, from, venue, book })
    }
}

fn read_filled<T>(typed: &str, read: impl FnOnce(&str) -> Result<T, ProblemCode>) -> Result<T, ProblemCode> {
    if typed.trim().is_empty() { Err(ProblemCode::Missing) } else { read(typed) }
}

fn venue(place: String, link: Option<Link>) -> Result<Venue, ProblemCode> {
    match (place.is_empty(), link) {
        (true, None) => Err(ProblemCode::Missing),
        (true, Some(link)) => Ok(Venue::Online(link)),
        (false, None) => Ok(Venue::At(place)),
        (false, Some(link)) => Ok(Venue::Both { place, link }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::new(2026, 12, 1).expect("a day")
    }

    fn typed(day: &str, place: &str, link: &str) -> MeetingForm {
        MeetingForm {
            bacaan: "Laskar Pelangi".into(),
            tanggal: day.into(),
            pukul: "16.00".into(),
            tempat: place.into(),
            tautan: link.into(),
        }
    }

    #[test]
    fn everything_that_is_wrong_with_a_meeting_is_said_at_once() {
        let fields = |problems: Problems| problems.iter().map(|problem| problem.field.clone()).collect::<Vec<_>>();
        assert_eq!(fields(MeetingForm::default().check(today()).unwrap_err()), ["bacaan", "tanggal", "pukul", "tempat"]);
        let wrong = MeetingForm { pukul: "sore".into(), ..typed("30-11-2026", "", "zoom.us/1") };
        assert_eq!(fields(wrong.check(today()).unwrap_err()), ["tanggal", "pukul", "tautan"]);
    }

    #[test]
    fn a_club_meets_at_a_place_online_or_both() {
        let venue = |place, link| typed("5-12-2026", place, link).check(today()).expect("a meeting").venue;
        let link = || Link::parse("https://meet.example.id/1").expect("a link");
        assert_eq!(venue("Pendopo", ""), Venue::At("Pendopo".into()));
        assert_eq!(venue("", "https://meet.example.id/1"), Venue::Online(link()));
        assert_eq!(venue("Pendopo", "https://meet.example.id/1"), Venue::Both { place: "Pendopo".into(), link: link() });
    }
}
