use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How often what visitors see has changed since this server began, at least. What was kept of an older edition is not
/// shown any more. Servers that share a PostgreSQL database tell each other.
#[derive(Clone, Debug, Default)]
pub struct Edition(Arc<AtomicU64>);

impl Edition {
    pub fn number(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }

    /// Another one, after the commit.
    pub(super) fn turn(&self) {
        self.0.fetch_add(1, Ordering::Release);
    }
}
