//! Published versions in memory. One never changes, so what was read once is right for ever; a process serves one
//! database, and that of the practice office, whose people publish none. Every queue, dashboard and public page asks here, many times a request.

use std::collections::BTreeMap;
use std::sync::{OnceLock, PoisonError, RwLock};

use super::edition::Carries;
use crate::features::compliance::Instrument;

/// A published version, and how it goes on from the one before.
#[derive(Debug, PartialEq, Eq)]
pub struct Known {
    pub instrument: Instrument,
    /// `None` for the version with which the system comes.
    pub base: Option<String>,
    pub carries: Carries,
}

type Shelf = RwLock<BTreeMap<String, &'static Known>>;

fn shelf() -> &'static Shelf {
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    SHELF.get_or_init(RwLock::default)
}

/// A version that was published, if it was read before.
pub fn known(code: &str) -> Option<&'static Known> {
    static SEEDED: OnceLock<Known> = OnceLock::new();
    let seeded = SEEDED.get_or_init(|| Known { instrument: Instrument::seeded().clone(), base: None, carries: Carries::new() });
    if seeded.instrument.code == code {
        return Some(seeded);
    }
    shelf().read().unwrap_or_else(PoisonError::into_inner).get(code).copied()
}

/// Keeps a version for as long as the process lives: there are a few in ten years.
pub fn remember(version: Known) -> &'static Known {
    let mut shelf = shelf().write().unwrap_or_else(PoisonError::into_inner);
    shelf.entry(version.instrument.code.clone()).or_insert_with(|| Box::leak(Box::new(version)))
}
