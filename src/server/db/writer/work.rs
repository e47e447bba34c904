use std::future::Future;

use crate::access::Refusal;
use crate::domain::AccountId;
use crate::server::db::{Reach, WriteScope};

/// Something to be done inside one transaction. It may run several times, so it changes nothing but
/// the database, and waits for nothing but the database.
pub(crate) trait Work: Send + Sync + 'static {
    type Out: Send + 'static;

    fn reach(&self) -> Reach;

    /// Nobody, unless somebody asked for it.
    fn by(&self) -> Option<AccountId> {
        None
    }

    fn run(&self, scope: &WriteScope<'_>) -> impl Future<Output = Result<Self::Out, Stop>> + Send;

    /// The answer, when this very wish has been granted before. PostgreSQL asks after a refusal: the
    /// first of two equal wishes may have been committed while the second was looking.
    fn recall(&self, _scope: &WriteScope<'_>) -> impl Future<Output = Result<Option<Self::Out>, Refusal>> + Send {
        async { Ok(None) }
    }
}

/// Why work ended without being done.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Before the first write: the transaction is as if the work had not run, and may go on.
    Refused(Refusal),
    /// After the first write, or the database failed: the transaction is lost.
    Failed(Refusal),
}

impl Stop {
    /// For what is refused before the first write. A failure of the database is no refusal: SQLite
    /// may have ended the transaction by itself.
    pub(crate) fn before_writing(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Busy | Refusal::Internal(_) => Self::Failed(refusal),
            other => Self::Refused(other),
        }
    }
}
