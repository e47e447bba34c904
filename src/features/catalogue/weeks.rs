//! Eight weeks up to today, for who wants to see whether something grows.

use crate::domain::Day;

pub const WEEKS: usize = 8;

/// Seven days, and what was counted in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    pub first: Day,
    pub seen: u64,
    pub orders: u64,
}

/// The first day of the first of them.
pub fn begin(today: Day) -> Day {
    Day::from_number(today.number() + 1 - 7 * WEEKS as i32)
}

/// Counts of single days, put together; the last week ends today. Days outside are left out.
pub fn weeks(today: Day, seen: &[(Day, u64)], orders: &[(Day, u64)]) -> [Week; WEEKS] {
    let begin = begin(today).number();
    let mut weeks = std::array::from_fn(|week| Week { first: Day::from_number(begin + 7 * week as i32), seen: 0, orders: 0 });
    let place = |day: Day| usize::try_from((day.number() - begin).div_euclid(7)).ok().filter(|week| *week < WEEKS);
    for (week, count) in seen.iter().filter_map(|(day, count)| Some((place(*day)?, count))) {
        weeks[week].seen += count;
    }
    for (week, count) in orders.iter().filter_map(|(day, count)| Some((place(*day)?, count))) {
        weeks[week].orders += count;
    }
    weeks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_week_ends_today_and_nothing_older_or_later_is_counted() {
        let today = Day::new(2026, 11, 29).expect("a day");
        let ago = |days: i32| Day::from_number(today.number() - days);
        let counted = weeks(today, &[(ago(0), 1), (ago(6), 2), (ago(7), 4), (ago(55), 8), (ago(56), 16), (ago(-1), 32)], &[(ago(0), 3)]);
        assert_eq!(counted.map(|week| week.seen), [8, 0, 0, 0, 0, 0, 4, 3]);
        assert_eq!(counted.map(|week| week.orders), [0, 0, 0, 0, 0, 0, 0, 3]);
        assert_eq!((counted[7].first, counted[0].first, begin(today)), (ago(6), ago(55), ago(55)));
    }
}
