use std::sync::atomic::{AtomicU64, Ordering};

use sea_orm::Statement;

/// What was sent to the database: how many statements, and in tests which.
#[derive(Default)]
pub(super) struct Heard {
    count: AtomicU64,
    #[cfg(test)]
    kept: std::sync::Mutex<Option<Vec<Statement>>>,
}

impl Heard {
    pub(super) fn note(&self, statement: &Statement) {
        self.count.fetch_add(1, Ordering::Relaxed);
        #[cfg(test)]
        if let Some(kept) = &mut *self.kept.lock().expect("nobody panicked") {
            kept.push(statement.clone());
        }
        #[cfg(not(test))]
        let _ = statement;
    }

    pub(super) fn count(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }

    /// Keeps all that comes from now on; gives what was kept before.
    #[cfg(test)]
    pub(super) fn keep(&self) -> Vec<Statement> {
        self.kept.lock().expect("nobody panicked").replace(Vec::new()).unwrap_or_default()
    }
}
