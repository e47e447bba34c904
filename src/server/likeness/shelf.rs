//! Marks that many requests ask at once.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Likeness, Mark, Marks};

/// Marks behind a lock, compared beside the threads that answer requests: a search of a whole regency takes some
/// ten milliseconds of one core.
#[derive(Clone, Default)]
pub struct SharedMarks(Arc<Mutex<Known>>);

#[derive(Default)]
struct Known {
    marks: Marks,
    ids: HashSet<u128>,
}

impl SharedMarks {
    /// Adds what is not there yet, then gives the photos that `new` is, best first, at `most` so many.
    ///
    /// # Errors
    /// When the search itself broke down.
    pub async fn alike(&self, more: Vec<(u128, Mark)>, new: Mark, most: usize) -> Result<Vec<(u128, Likeness)>, tokio::task::JoinError> {
        let shared = self.clone();
        tokio::task::spawn_blocking(move || {
            // Nothing in there can be left half done.
            let mut known = shared.0.lock().unwrap_or_else(PoisonError::into_inner);
            for (id, mark) in more {
                if known.ids.insert(id) {
                    known.marks.push(id, &mark);
                }
            }
            known.marks.alike(&new, most)
        })
        .await
    }
}
