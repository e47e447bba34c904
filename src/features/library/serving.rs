//! Who gets a copy that is free again.

use super::{Copy, Reservation, Rules};
use crate::access::Refusal;
use crate::domain::Day;

/// Puts a copy that stands on the shelf aside for whoever is next, if anybody is: how many more or fewer wait.
///
/// # Errors
/// As [`Copy::put_aside`].
pub fn serve(copy: &mut Copy, next: Option<&mut Reservation>, rules: &Rules, today: Day) -> Result<i64, Refusal> {
    let Some(next) = next else { return Ok(0) };
    let until = rules.waits_until(today);
    copy.put_aside(next.id, until)?;
    next.be_ready(copy.id, until);
    Ok(-1)
}
