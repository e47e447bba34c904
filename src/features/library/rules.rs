//! What a library allows. No library takes a fine.

use crate::domain::{Day, Version, Weekday};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// `None`: nobody has changed the usual ones.
    pub version: Option<Version>,
    /// Copies in the hands of one reader at once.
    pub copies: u32,
    pub days: u32,
    /// How often one loan may be made longer.
    pub renewals: u32,
    /// Days for which a reserved copy is put aside.
    pub aside: u32,
    pub open_on: Vec<Weekday>,
    /// Single days on which it is closed besides.
    pub closed: Vec<Day>,
    /// From when to when, in the library's own words.
    pub hours: String,
}

/// What small libraries use everywhere (SLiMS): two books for a week, once more.
impl Default for Rules {
    fn default() -> Self {
        use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
        let open_on = vec![Monday, Tuesday, Wednesday, Thursday, Friday];
        Self { version: None, copies: 2, days: 7, renewals: 1, aside: 3, open_on, closed: Vec::new(), hours: "08.00-15.00 WIB".to_owned() }
    }
}

impl Rules {
    /// The day on which what is lent today comes back.
    pub fn due(&self, today: Day) -> Day {
        self.open_day(today, self.days)
    }

    /// Until when a copy that is put aside today waits.
    pub fn waits_until(&self, today: Day) -> Day {
        self.open_day(today, self.aside)
    }

    pub fn is_open_on(&self, day: Day) -> bool {
        self.open_on.contains(&day.weekday()) && !self.closed.contains(&day)
    }

    /// So many days later, or on the first open day behind that; a library that is closed for a year is not asked
    /// again.
    fn open_day(&self, today: Day, days: u32) -> Day {
        let from = today.plus_days(i32::try_from(days).unwrap_or(0));
        (0..366).map(|more| from.plus_days(more)).find(|day| self.is_open_on(*day)).unwrap_or(from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_due_on_a_day_on_which_the_library_is_closed() {
        let day = |day| Day::new(2026, 12, day).expect("a day");
        let rules = Rules { closed: vec![day(24), day(25)], ..Rules::default() };
        assert_eq!(rules.due(day(1)), day(8), "a Tuesday");
        assert_eq!(rules.due(day(5)), day(14), "a Saturday, so the Monday behind it");
        assert_eq!(rules.due(day(17)), day(28), "Christmas, and the weekend behind it");
        assert_eq!(rules.waits_until(day(2)), day(7), "a Saturday again");
        assert_eq!(Rules { open_on: Vec::new(), ..rules }.due(day(1)), day(8), "never open");
    }
}
