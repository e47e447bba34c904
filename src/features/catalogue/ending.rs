//! Permits that end soon: a new one takes weeks, so their owner is told twice.

use super::{PermitKind, Shop};
use crate::domain::Day;

/// A permit that ends within [`EARLY`] days, or has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    pub kind: PermitKind,
    pub until: Day,
    /// Days on which it still holds, today not counted; less than 0 once it has ended.
    pub days: i32,
}

const EARLY: i32 = 60;
const LATE: i32 = 14;

impl Ending {
    /// Of a shop today, the most urgent first.
    pub fn of(shop: &Shop, today: Day) -> Vec<Self> {
        let left = |until: Day| until.number() - today.number();
        let permits = shop.permits.iter().filter_map(|permit| Some((permit.kind, permit.until?)));
        let mut ending: Vec<Self> = permits.map(|(kind, until)| Self { kind, until, days: left(until) }).collect();
        ending.retain(|one| one.days <= EARLY);
        ending.sort_by_key(|one| one.days);
        ending
    }

    /// Whether it is the second time that it is told: there is hardly time left.
    pub const fn is_urgent(self) -> bool {
        self.days <= LATE
    }

    /// How many days before the end the reminder that is due now belongs: what has ended is past reminding.
    pub const fn reminder(self) -> Option<i32> {
        match self {
            _ if self.has_ended() => None,
            _ if self.is_urgent() => Some(LATE),
            _ => Some(EARLY),
        }
    }

    pub const fn has_ended(self) -> bool {
        self.days < 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::catalogue::Permit;
    use crate::features::catalogue::testing::yuni;

    #[test]
    fn a_permit_is_told_of_sixty_days_before_its_end_and_urgently_fourteen_days_before() {
        let end = Day::new(2027, 3, 1).expect("a day");
        let told = |days_before: i32| {
            let permits = vec![
                Permit { kind: PermitKind::Pirt, number: "1".into(), until: Some(end) },
                Permit { kind: PermitKind::Nib, number: "2".into(), until: None },
            ];
            let today = Day::from_number(end.number() - days_before);
            Ending::of(&Shop { permits, ..yuni() }, today).first().map(|one| (one.kind, one.days, one.is_urgent(), one.has_ended()))
        };
        assert_eq!(told(61), None);
        assert_eq!(told(60), Some((PermitKind::Pirt, 60, false, false)));
        assert_eq!(told(15), Some((PermitKind::Pirt, 15, false, false)));
        assert_eq!(told(14), Some((PermitKind::Pirt, 14, true, false)));
        assert_eq!(told(0), Some((PermitKind::Pirt, 0, true, false)), "on its last day it still holds");
        assert_eq!(told(-1), Some((PermitKind::Pirt, -1, true, true)));
        let due = |days: i32| Ending { kind: PermitKind::Pirt, until: end, days }.reminder();
        assert_eq!([60, 15, 14, 0, -1].map(due), [Some(60), Some(60), Some(14), Some(14), None]);
    }
}
