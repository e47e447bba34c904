//! Failures of ours: logged once, under a number that may be read over the telephone.

use std::fmt::Display;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::access::{Incident, Refusal};
use crate::server::clock::Entropy;

/// Logs a failure where it is handled, and gives the refusal that carries its number.
/// `what` and `error` must hold no person's data; errors of both databases name columns, not values.
pub fn report(what: &'static str, error: &dyn Display) -> Refusal {
    let incident = next();
    tracing::error!(incident = %incident, error = %error, "{what}");
    Refusal::Internal(incident)
}

/// Counts up from a random start, so that two runs of the server rarely give the same number.
fn next() -> Incident {
    static NEXT: OnceLock<AtomicU32> = OnceLock::new();
    let next = NEXT.get_or_init(|| AtomicU32::new(u32::from_be_bytes(Entropy::system().bytes())));
    Incident(next.fetch_add(1, Ordering::Relaxed))
}
