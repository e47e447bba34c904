use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt;
use futures::future::BoxFuture;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr};
use tokio::sync::oneshot;

use super::{Stop, Work};
use crate::access::Refusal;
use crate::server::db::{Db, Reach, WriteScope, postgres};
use crate::server::incident;

/// How long one piece of work may take. Whoever takes longer would hold up all the others.
const BUDGET: Duration = Duration::from_secs(5);

/// Work of any kind, waiting for its turn.
pub(super) trait Job: Send {
    fn office(&self) -> i64;

    /// Runs inside `transaction` and keeps the outcome for later.
    fn run<'a>(&'a mut self, transaction: &'a DatabaseTransaction) -> BoxFuture<'a, Step>;

    /// Tells the outcome, now that it is certain; or that the commit failed.
    fn answer(self: Box<Self>, commit: Result<(), Refusal>);
}

/// What a run means for the transaction it ran in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Done,
    Refused,
    Failed,
}

/// One piece of work, who waits for it, and what came out.
pub(super) struct Task<W: Work> {
    pub(super) work: Arc<W>,
    pub(super) db: Db,
    outcome: Result<W::Out, Refusal>,
    rings: bool,
    publishes: bool,
    reply: Option<oneshot::Sender<Result<W::Out, Refusal>>>,
}

impl<W: Work> Task<W> {
    pub(super) fn new(work: W, db: Db) -> (Self, oneshot::Receiver<Result<W::Out, Refusal>>) {
        let (reply, answer) = oneshot::channel();
        (Self { work: Arc::new(work), db, outcome: Err(Refusal::Busy), rings: false, publishes: false, reply: Some(reply) }, answer)
    }

    pub(super) fn reach(&self) -> Reach {
        self.work.reach()
    }

    pub(super) fn outcome(&self) -> &Result<W::Out, Refusal> {
        &self.outcome
    }

    /// Replaces a refusal by the answer that was given before.
    pub(super) fn recalled(&mut self, out: W::Out) {
        self.outcome = Ok(out);
    }
}

/// The other servers hear with the commit what this one knows by itself.
async fn told(scope: &WriteScope<'_>, transaction: &DatabaseTransaction) -> Result<(), DbErr> {
    match transaction.get_database_backend() {
        DbBackend::Postgres if scope.publishes() => postgres::tell(transaction).await,
        _ => Ok(()),
    }
}

impl<W: Work> Job for Task<W> {
    fn office(&self) -> i64 {
        self.work.reach().office()
    }

    fn run<'a>(&'a mut self, transaction: &'a DatabaseTransaction) -> BoxFuture<'a, Step> {
        Box::pin(async move {
            let scope = WriteScope::new(&self.db, transaction, self.work.reach(), self.work.by());
            // A panic is one failed request, never the end of the writer.
            let run = AssertUnwindSafe(tokio::time::timeout(BUDGET, self.work.run(&scope))).catch_unwind().await;
            self.rings = scope.rings();
            // A run before this one may have been committed, its answer lost.
            self.publishes |= scope.publishes();
            let (outcome, step) = match run {
                Ok(Ok(Ok(out))) => match told(&scope, transaction).await {
                    Ok(()) => (Ok(out), Step::Done),
                    Err(error) => (Err(error.into()), Step::Failed),
                },
                Ok(Ok(Err(Stop::Refused(refusal)))) => (Err(refusal), Step::Refused),
                Ok(Ok(Err(Stop::Failed(refusal)))) => (Err(refusal), Step::Failed),
                Ok(Err(_late)) => (Err(Refusal::Busy), Step::Failed),
                Err(_panic) => (Err(incident::report("a change panicked", &"see the panic above")), Step::Failed),
            };
            self.outcome = outcome;
            step
        })
    }

    fn answer(mut self: Box<Self>, commit: Result<(), Refusal>) {
        let outcome = commit.and(std::mem::replace(&mut self.outcome, Err(Refusal::Busy)));
        if outcome.is_ok() && self.rings {
            self.db.ring();
        }
        // Before the answer, and where nobody knows what the commit has done, too.
        if self.publishes {
            self.db.edition().turn();
        }
        if let Some(reply) = self.reply.take() {
            // Nobody listens when the request was dropped; its retry finds the answer by its key.
            let _ = reply.send(outcome);
        }
    }
}
