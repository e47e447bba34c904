//! Time and chance, given from outside. The only readers of the system's clock and of its random
//! numbers: everybody else is handed a [`Clock`] and an [`Entropy`], so that a test owns both.

use std::fmt;
use std::sync::Arc;

use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::domain::{Day, Identity, Instant, TimeOfDay};

/// Tells the time.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Instant + Send + Sync>);

impl Clock {
    /// The clock of the machine.
    #[allow(clippy::disallowed_methods, reason = "the one reader of the machine's clock")]
    pub fn system() -> Self {
        Self::from_fn(|| Instant::from_micros(jiff::Timestamp::now().as_microsecond()))
    }

    pub fn from_fn(tell: impl Fn() -> Instant + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }

    pub fn now(&self) -> Instant {
        (self.0)()
    }
}

/// The day and the time of day that it is in a zone at a moment. The ends of our calendar stand in for
/// moments outside of it; the clock gives none.
pub fn local(at: Instant, zone: &TimeZone) -> (Day, TimeOfDay) {
    let there = zone.to_datetime(jiff::Timestamp::from_microsecond(at.micros()).unwrap_or_default());
    let small = |part: i8| u8::try_from(part).unwrap_or_default();
    let year = u16::try_from(there.year()).unwrap_or_default();
    let day = Day::new(year, small(there.month()), small(there.day()));
    let time = TimeOfDay::new(small(there.hour()), small(there.minute()));
    (day.unwrap_or(Day::FIRST), time.unwrap_or(MIDNIGHT))
}

const MIDNIGHT: TimeOfDay = match TimeOfDay::new(0, 0) {
    Some(midnight) => midnight,
    None => panic!("a day begins at midnight"),
};

/// The day that it is in a zone at a moment.
pub fn day_at(at: Instant, zone: &TimeZone) -> Day {
    local(at, zone).0
}

/// The moment at which the clocks of a zone show this. An hour that they skip ends when it would have begun.
pub fn moment(day: Day, time: TimeOfDay, zone: &TimeZone) -> Instant {
    let small = |part: u8| i8::try_from(part).unwrap_or_default();
    let date = jiff::civil::date(i16::try_from(day.year()).unwrap_or_default(), small(day.month()), small(day.day()));
    let there = zone.to_timestamp(date.at(small(time.hour()), small(time.minute()), 0, 0)).unwrap_or_default();
    Instant::from_micros(there.as_microsecond())
}

/// A moment as feeds write it: "Sun, 29 Nov 2026 09:37:00 +0700" (RFC 2822).
pub fn in_a_letter(at: Instant, zone: &TimeZone) -> String {
    let there = jiff::Timestamp::from_microsecond(at.micros()).unwrap_or_default().to_zoned_datetime(zone.clone());
    jiff::fmt::rfc2822::to_string(&there).unwrap_or_default()
}

/// Gives random bytes.
#[derive(Clone)]
pub struct Entropy(Arc<Fill>);

type Fill = dyn Fn(&mut [u8]) + Send + Sync;

impl Entropy {
    /// The kernel's generator. It fails only where there is none; then a panic ends the request that
    /// wanted a secret, which is better than a secret that can be guessed.
    #[allow(clippy::disallowed_methods, reason = "the one reader of the kernel's random numbers")]
    pub fn system() -> Self {
        Self::from_fn(|bytes| getrandom::fill(bytes).expect("the kernel gives random numbers"))
    }

    pub fn from_fn(fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Self(Arc::new(fill))
    }

    pub fn fill(&self, bytes: &mut [u8]) {
        (self.0)(bytes);
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// A new identity in the order of time (UUID version 7): neighbours in time are neighbours in
    /// the index. It is no secret: whoever has one knows roughly when the next was made.
    pub fn identity<I: Identity>(&self, now: Instant) -> I {
        let millis = u64::try_from(now.micros() / 1_000).unwrap_or(0);
        let id: Uuid = uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid();
        I::from_bits(id.as_u128())
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

impl fmt::Debug for Entropy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Entropy")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ApplicationId;

    #[test]
    fn an_identity_made_later_sorts_later() {
        let (chance, noon) = (Entropy::system(), Instant::from_micros(1_764_000_000_000_000));
        let first: ApplicationId = chance.identity(noon);
        let second: ApplicationId = chance.identity(noon.plus_seconds(1));
        assert!(first < second);
        assert_eq!(Uuid::from_u128(first.as_u128()).get_version_num(), 7);
    }

    #[test]
    fn two_draws_of_the_kernel_differ() {
        assert_ne!(Entropy::system().bytes::<16>(), Entropy::system().bytes::<16>());
    }
}
