use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures::FutureExt;
use sea_orm::DatabaseConnection;
use tokio::sync::{Mutex, Semaphore, mpsc, oneshot};
use tokio::task::JoinHandle;

use super::job::{Job, Task};
use super::{Work, grouped, single};
use crate::access::Refusal;
use crate::server::db::{Db, postgres};

/// More waiting work than this is answered "busy" at once: it would wait longer than anybody does.
const MOST_WAITING: usize = 2_000;

/// EX_SOFTWARE of sysexits.h.
const WRITER_FAILED: i32 = 70;

/// The way to the database for everything that writes.
pub(in crate::server::db) struct Writer {
    waiting: Arc<AtomicUsize>,
    engine: Engine,
}

enum Engine {
    Sqlite { jobs: Mutex<Option<mpsc::UnboundedSender<Queued>>>, task: Mutex<Option<JoinHandle<()>>> },
    Postgres { conn: DatabaseConnection, turns: Semaphore },
}

/// A job and its place among [`MOST_WAITING`], which is free again when the job is answered.
pub(super) struct Queued {
    pub(super) job: Box<dyn Job>,
    _place: Place,
}

struct Place(Arc<AtomicUsize>);

impl Writer {
    pub(in crate::server::db) fn sqlite(path: PathBuf, conn: DatabaseConnection) -> Self {
        let (jobs, inbox) = mpsc::unbounded_channel();
        let task = tokio::spawn(async move {
            // Work that panics is caught where it runs. A panic of the writer itself leaves a server that
            // can only read and says "busy" for ever; better none, and a fresh one from the supervisor.
            if AssertUnwindSafe(grouped::run(path, conn, inbox)).catch_unwind().await.is_err() {
                tracing::error!("the writer panicked; stopping");
                std::process::exit(WRITER_FAILED);
            }
        });
        Self::new(Engine::Sqlite { jobs: Mutex::new(Some(jobs)), task: Mutex::new(Some(task)) })
    }

    pub(in crate::server::db) fn postgres(conn: DatabaseConnection) -> Self {
        Self::new(Engine::Postgres { conn, turns: Semaphore::new(postgres::CONNECTIONS as usize) })
    }

    fn new(engine: Engine) -> Self {
        Self { waiting: Arc::default(), engine }
    }

    /// Lets the work that is waiting finish, and no more in.
    pub(in crate::server::db) async fn close(&self) {
        match &self.engine {
            Engine::Sqlite { jobs, task } => {
                jobs.lock().await.take();
                if let Some(task) = task.lock().await.take() {
                    // A writer that panicked has said so; there is nothing left to wait for.
                    let _ = task.await;
                }
            }
            Engine::Postgres { turns, .. } => {
                let all = turns.acquire_many(postgres::CONNECTIONS).await;
                turns.close();
                drop(all);
            }
        }
    }

    #[cfg(test)]
    pub(in crate::server::db) fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }

    fn place(&self) -> Result<Place, Refusal> {
        let place = Place(self.waiting.clone());
        if self.waiting.fetch_add(1, Ordering::Relaxed) < MOST_WAITING { Ok(place) } else { Err(Refusal::Busy) }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Db {
    /// Runs `work` in a transaction and gives its outcome after the commit.
    ///
    /// # Errors
    /// What the work refuses; `Busy` when too much is waiting or the database is not to be had, then
    /// nothing was written. `Internal` says that nothing was acknowledged.
    pub(crate) async fn write<W: Work>(&self, work: W) -> Result<W::Out, Refusal> {
        let place = self.writer().place()?;
        let (task, answer) = Task::new(work, self.clone());
        match &self.writer().engine {
            Engine::Sqlite { jobs, .. } => {
                let queued = Queued { job: Box::new(task), _place: place };
                let sent = jobs.lock().await.as_ref().is_some_and(|jobs| jobs.send(queued).is_ok());
                if !sent {
                    return Err(Refusal::Busy);
                }
            }
            Engine::Postgres { .. } => {
                let db = self.clone();
                tokio::spawn(async move {
                    db.alone(task).await;
                    drop(place);
                });
            }
        }
        given(answer).await
    }

    async fn alone<W: Work>(&self, task: Task<W>) {
        let Engine::Postgres { conn, turns } = &self.writer().engine else { return };
        match turns.acquire().await {
            Ok(_turn) => single::run(conn, task).await,
            Err(_closed) => Box::new(task).answer(Err(Refusal::Busy)),
        }
    }
}

/// The writer answers every job, unless it is gone.
async fn given<T>(answer: oneshot::Receiver<Result<T, Refusal>>) -> Result<T, Refusal> {
    answer.await.unwrap_or(Err(Refusal::Busy))
}

impl Queued {
    pub(super) fn answer(self, commit: Result<(), Refusal>) {
        self.job.answer(commit);
    }
}
