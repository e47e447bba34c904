use serde::{Deserialize, Serialize};

use crate::domain::{Day, TimeOfDay};

/// One meeting of a training, on the clock of the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Session {
    pub day: Day,
    pub from: TimeOfDay,
    pub until: TimeOfDay,
}

/// 1 to [`Sessions::MOST`] meetings in their order, none into another; they are numbered from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Session>", into = "Vec<Session>")]
pub struct Sessions(Vec<Session>);

/// Why some meetings are no course of a training.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionsFault {
    None,
    TooMany,
    /// One ends before it begins.
    Backwards,
    /// Two at the same time.
    Overlap,
}

impl Sessions {
    pub const MOST: usize = 20;

    /// In whatever order they were named.
    ///
    /// # Errors
    /// [`SessionsFault`].
    pub fn new(mut all: Vec<Session>) -> Result<Self, SessionsFault> {
        match all.len() {
            0 => return Err(SessionsFault::None),
            1..=Self::MOST => {}
            _ => return Err(SessionsFault::TooMany),
        }
        if all.iter().any(|one| one.until <= one.from) {
            return Err(SessionsFault::Backwards);
        }
        all.sort();
        if all.windows(2).any(|two| two[0].day == two[1].day && two[1].from < two[0].until) {
            return Err(SessionsFault::Overlap);
        }
        Ok(Self(all))
    }

    pub fn all(&self) -> &[Session] {
        &self.0
    }

    /// By its number, from 1 on.
    pub fn number(&self, number: u8) -> Option<Session> {
        usize::from(number).checked_sub(1).and_then(|at| self.0.get(at)).copied()
    }

    /// With their numbers, from 1 on.
    pub fn numbered(&self) -> impl Iterator<Item = (u8, Session)> + '_ {
        (1..).zip(self.0.iter().copied())
    }

    pub fn first_day(&self) -> Day {
        self.0[0].day
    }

    pub fn last_day(&self) -> Day {
        self.0[self.0.len() - 1].day
    }

    /// Whether the last one has begun, on the clock of the office.
    pub fn last_has_begun(&self, now: (Day, TimeOfDay)) -> bool {
        self.0.last().is_some_and(|last| (last.day, last.from) <= now)
    }

    /// Whether those that have begun by `today` stay as they were.
    pub fn keep_what_began(&self, before: &Self, today: Day) -> bool {
        let begun = |sessions: &Self| sessions.0.iter().copied().filter(|one| one.day <= today).collect::<Vec<_>>();
        begun(self) == begun(before)
    }
}

impl From<Sessions> for Vec<Session> {
    fn from(sessions: Sessions) -> Self {
        sessions.0
    }
}

impl TryFrom<Vec<Session>> for Sessions {
    type Error = &'static str;

    fn try_from(all: Vec<Session>) -> Result<Self, Self::Error> {
        Self::new(all).map_err(|_| "no course of a training")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: u8, from: u8, until: u8) -> Session {
        let hour = |hour| TimeOfDay::new(hour, 0).expect("an hour");
        Session { day: Day::new(2026, 12, day).expect("a day"), from: hour(from), until: hour(until) }
    }

    #[test]
    fn no_two_sessions_are_at_once_and_none_ends_before_it_begins() {
        assert_eq!(Sessions::new(Vec::new()), Err(SessionsFault::None));
        assert_eq!(Sessions::new((1..=21).map(|day| at(day, 8, 9)).collect()), Err(SessionsFault::TooMany));
        assert_eq!(Sessions::new(vec![at(1, 9, 9)]), Err(SessionsFault::Backwards));
        assert_eq!(Sessions::new(vec![at(2, 8, 10), at(1, 8, 9), at(2, 9, 11)]), Err(SessionsFault::Overlap));
        assert_eq!(Sessions::new(vec![at(2, 8, 10), at(2, 8, 10)]), Err(SessionsFault::Overlap), "the same twice");
        let sessions = Sessions::new(vec![at(2, 10, 11), at(1, 8, 9), at(2, 8, 10)]).expect("sessions");
        assert_eq!(sessions.all(), [at(1, 8, 9), at(2, 8, 10), at(2, 10, 11)], "in their order");
        assert_eq!((sessions.number(0), sessions.number(3), sessions.number(4)), (None, Some(at(2, 10, 11)), None));
    }

    #[test]
    fn what_has_begun_stays_and_what_comes_may_move() {
        let sessions = |all: &[Session]| Sessions::new(all.to_vec()).expect("sessions");
        let (before, today) = (sessions(&[at(1, 8, 9), at(3, 8, 9)]), at(2, 8, 9).day);
        assert!(sessions(&[at(1, 8, 9), at(5, 8, 9), at(6, 8, 9)]).keep_what_began(&before, today));
        assert!(!sessions(&[at(3, 8, 9)]).keep_what_began(&before, today), "one that was held is gone");
        assert!(!sessions(&[at(1, 8, 9), at(2, 8, 9)]).keep_what_began(&before, today), "one more in the past");
    }
}
