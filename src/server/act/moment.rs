use jiff::tz::TimeZone;

use super::Number;
use crate::access::{Actor, Refusal};
use crate::domain::{AccountId, Identity, Instant};
use crate::server::clock::Entropy;
use crate::server::incident;

/// When and by whom an act is applied, and what it may draw: given from outside, so that `apply` is
/// pure and a test owns time and chance.
#[derive(Clone, Debug)]
pub struct Moment {
    pub actor: Actor,
    pub now: Instant,
    pub(super) office: i64,
    pub(super) number: Option<Number>,
    pub(super) zone: TimeZone,
    pub(super) entropy: Entropy,
    practice: bool,
}

impl Moment {
    pub fn new(actor: Actor, office: i64, now: Instant, zone: TimeZone, entropy: Entropy) -> Self {
        Self { actor, now, office, number: None, zone, entropy, practice: false }
    }

    /// The same moment at the practice office, or not there.
    #[must_use]
    pub(super) fn practising(self, practice: bool) -> Self {
        Self { practice, ..self }
    }

    /// Whether everybody but who acts is invented.
    pub fn is_practice(&self) -> bool {
        self.practice
    }

    /// The same moment with the next number of a register.
    #[must_use]
    pub fn with_number(mut self, number: Number) -> Self {
        self.number = Some(number);
        self
    }

    /// Who acts.
    ///
    /// # Errors
    /// `SignIn` when nobody known acts.
    pub fn by(&self) -> Result<AccountId, Refusal> {
        self.actor.account().ok_or(Refusal::SignIn)
    }

    /// Number of the office at which this happens.
    pub fn office(&self) -> i64 {
        self.office
    }

    /// The zone of the office, for dates on paper.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The day it is at the office.
    pub fn today(&self) -> jiff::civil::Date {
        day(self.now, &self.zone)
    }

    /// The number that the act asked for with `register`.
    ///
    /// # Errors
    /// `Internal` when it asked for none: a mistake of the act.
    pub fn number(&self) -> Result<&Number, Refusal> {
        self.number.as_ref().ok_or_else(|| incident::report("an act took a number without a register", &"Act::register"))
    }

    /// A new identity, in the order of time.
    pub fn fresh<I: Identity>(&self) -> I {
        self.entropy.identity(self.now)
    }

    /// Random bytes, for secrets.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        self.entropy.bytes()
    }
}

/// The day of an instant in a zone. Instants outside of the years that jiff knows (-9999 to 9999)
/// fall on the day of its epoch; the clock gives none.
pub(super) fn day(now: Instant, zone: &TimeZone) -> jiff::civil::Date {
    zone.to_datetime(jiff::Timestamp::from_microsecond(now.micros()).unwrap_or_default()).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_year_comes_to_the_office_seven_hours_before_it_comes_to_greenwich() {
        let wib = TimeZone::fixed(jiff::tz::offset(7));
        // 2026-12-31 17:00:00 UTC
        let midnight = Instant::from_micros(1_798_736_400_000_000);
        assert_eq!(day(midnight, &wib).to_string(), "2027-01-01");
        assert_eq!(day(midnight.plus_seconds(-1), &wib).to_string(), "2026-12-31");
    }
}
