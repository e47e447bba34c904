//! Who is in a training, in the order in which they came; without names.

use serde::{Deserialize, Serialize};

use crate::domain::ParticipantId;

/// As many may wait, besides those who sit.
const MOST_WAITING: usize = 500;

/// The line of a training. Who sits follows from the order and the quota, so that no seat is given twice, none stays
/// empty while somebody waits, and whoever leaves makes room by leaving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    quota: usize,
    /// Those who have not left, first come first.
    there: Vec<(i64, ParticipantId)>,
}

/// Where somebody stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    Seated,
    /// So many wait before them.
    Waiting {
        ahead: u32,
    },
}

impl Line {
    /// `there`: turn and participant of those who have not left.
    pub fn new(quota: u16, mut there: Vec<(i64, ParticipantId)>) -> Self {
        there.sort_unstable();
        Self { quota: usize::from(quota), there }
    }

    /// The same with other seats.
    #[must_use]
    pub fn with_quota(self, quota: u16) -> Self {
        Self { quota: usize::from(quota), ..self }
    }

    /// Who waits now and sits with so many seats.
    pub fn who_moves_up(&self, quota: u16) -> Vec<ParticipantId> {
        let seats = usize::from(quota).min(self.there.len());
        self.there.get(self.quota..seats).unwrap_or_default().iter().map(|(_, who)| *who).collect()
    }

    /// `None` for who has left or never came.
    pub fn place(&self, who: ParticipantId) -> Option<Place> {
        self.there.iter().position(|(_, one)| *one == who).map(|at| self.place_at(at))
    }

    pub fn sits(&self, who: ParticipantId) -> bool {
        self.place(who) == Some(Place::Seated)
    }

    /// Which place the next one gets.
    pub fn next(&self) -> Place {
        self.place_at(self.there.len())
    }

    pub fn seated(&self) -> u32 {
        count(self.there.len().min(self.quota))
    }

    pub fn waiting(&self) -> u32 {
        count(self.there.len().saturating_sub(self.quota))
    }

    /// All who sit or wait.
    pub fn length(&self) -> u32 {
        count(self.there.len())
    }

    pub fn is_full(&self) -> bool {
        self.there.len() >= self.quota + MOST_WAITING
    }

    /// Somebody new comes.
    pub fn join(&mut self, turn: i64, who: ParticipantId) {
        self.there.push((turn, who));
        self.there.sort_unstable();
    }

    /// Somebody leaves: who sits in their place now, if anybody waited for it.
    pub fn leave(&mut self, who: ParticipantId) -> Option<ParticipantId> {
        let at = self.there.iter().position(|(_, one)| *one == who)?;
        let next = self.there.get(self.quota).map(|(_, next)| *next).filter(|_| at < self.quota);
        self.there.remove(at);
        next
    }

    fn place_at(&self, at: usize) -> Place {
        match at.checked_sub(self.quota) {
            None => Place::Seated,
            Some(ahead) => Place::Waiting { ahead: count(ahead) },
        }
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn who(number: u128) -> ParticipantId {
        ParticipantId::from_u128(number)
    }

    fn line(quota: u16, length: u8) -> Line {
        Line::new(quota, (0..length).map(|turn| (i64::from(turn), who(turn.into()))).collect())
    }

    #[test]
    fn who_comes_after_the_last_seat_waits_in_the_order_of_coming() {
        let line = line(2, 4);
        let places = [0, 1, 2, 3, 4].map(|number| line.place(who(number)));
        let waiting = |ahead| Some(Place::Waiting { ahead });
        assert_eq!(places, [Some(Place::Seated), Some(Place::Seated), waiting(0), waiting(1), None]);
        assert_eq!((line.seated(), line.waiting(), line.next()), (2, 2, Place::Waiting { ahead: 2 }));
        assert!(!line.is_full() && Line::new(1, (0..501).map(|turn| (turn, who(0))).collect()).is_full());
    }

    #[test]
    fn a_seat_that_is_given_up_goes_to_the_first_who_waits_and_a_place_in_the_line_to_nobody() {
        let mut line = line(2, 4);
        assert_eq!(line.leave(who(3)), None, "the last of the line");
        assert_eq!(line.leave(who(0)), Some(who(2)));
        assert_eq!(line.leave(who(0)), None, "gone before");
        assert_eq!((line.place(who(2)), line.seated(), line.waiting()), (Some(Place::Seated), 2, 0));
        assert_eq!(line.leave(who(1)), None, "nobody waits");
    }

    #[test]
    fn with_more_seats_the_first_who_wait_move_up() {
        let line = line(2, 4);
        assert_eq!(line.who_moves_up(3), [who(2)]);
        assert_eq!(line.who_moves_up(9), [who(2), who(3)]);
        assert_eq!(line.who_moves_up(2), []);
        assert_eq!(line.who_moves_up(1), []);
    }

    proptest! {
        #[test]
        fn no_seat_is_empty_while_somebody_waits(quota in 1_u16..30, length in 0_u8..60, leaves in proptest::collection::vec(0_u128..60, 0..40)) {
            let mut line = line(quota, length);
            for who_leaves in leaves {
                let sat = line.sits(who(who_leaves));
                let moved = line.leave(who(who_leaves));
                prop_assert!(moved.is_none() || sat);
                prop_assert!(moved.is_none_or(|moved| line.sits(moved)));
                prop_assert!(line.waiting() == 0 || line.seated() == u32::from(quota));
                prop_assert!(line.seated() <= u32::from(quota));
            }
        }
    }
}
