use super::OfficeHours;
use crate::domain::Instant;

/// Until when the office has said it will be done. It runs on the office's hours and stands still
/// while the resident has something to mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    Running {
        due: Instant,
    },
    /// So many working minutes were left; none when it was late already.
    Paused {
        due: Instant,
        left_minutes: u32,
    },
}

impl Promise {
    pub fn from(now: Instant, minutes: u32, hours: &OfficeHours) -> Self {
        Self::Running { due: hours.after(now, minutes) }
    }

    /// When it is, or would have been, due.
    pub const fn due(self) -> Instant {
        match self {
            Self::Running { due } | Self::Paused { due, .. } => due,
        }
    }

    pub const fn is_paused(self) -> bool {
        matches!(self, Self::Paused { .. })
    }

    #[must_use]
    pub fn paused(self, now: Instant, hours: &OfficeHours) -> Self {
        match self {
            Self::Running { due } => Self::Paused { due, left_minutes: hours.between(now, due) },
            paused @ Self::Paused { .. } => paused,
        }
    }

    /// Goes on with what was left. What was late stays late: returning a case mends no broken promise.
    #[must_use]
    pub fn resumed(self, now: Instant, hours: &OfficeHours) -> Self {
        match self {
            Self::Paused { due, left_minutes: 0 } => Self::Running { due },
            Self::Paused { left_minutes, .. } => Self::Running { due: hours.after(now, left_minutes) },
            running @ Self::Running { .. } => running,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tuesday 24 November 2026, 09.00 in Banyuwangi.
    const MORNING: Instant = Instant::from_micros(1_795_485_600_000_000);

    #[test]
    fn while_the_resident_mends_the_promise_stands_still() {
        let hours = OfficeHours::default();
        let promise = Promise::from(MORNING, 120, &hours);
        let paused = promise.paused(MORNING.plus_seconds(3_600), &hours);
        assert!(matches!(paused, Promise::Paused { left_minutes: 60, .. }));
        // Mended on the next day at 10.00: the hour that was left is over at 11.00.
        let resumed = paused.resumed(MORNING.plus_seconds(25 * 3_600), &hours);
        assert_eq!(resumed, Promise::Running { due: MORNING.plus_seconds(26 * 3_600) });
    }

    #[test]
    fn a_late_case_stays_late_when_it_is_returned() {
        let hours = OfficeHours::default();
        let promise = Promise::from(MORNING, 30, &hours);
        let late = promise.paused(MORNING.plus_seconds(7_200), &hours).resumed(MORNING.plus_seconds(90_000), &hours);
        assert_eq!(late.due(), promise.due());
    }
}
