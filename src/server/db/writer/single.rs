//! The writer of PostgreSQL: each piece of work is a transaction of its own, run again when another
//! transaction was in the way.

use std::time::Duration;

use sea_orm::{DatabaseConnection, DatabaseTransaction, DbErr, TransactionTrait};

use super::Work;
use super::job::{Job, Step, Task};
use crate::access::Refusal;
use crate::server::db::{Reach, WriteScope, postgres};

/// Enough for a short restart of the database, and less than a person waits.
const TRIES: u32 = 8;

pub(super) async fn run<W: Work>(conn: &DatabaseConnection, mut task: Task<W>) {
    for attempt in 0..TRIES {
        // 0, 10, 20, 40 .. 640 ms, and a little that differs from task to task.
        if attempt > 0 {
            let jitter = u64::from(task.db.entropy().bytes::<1>()[0]) / 16;
            tokio::time::sleep(Duration::from_millis((5 << attempt) + jitter)).await;
        }
        match once(conn, &mut task).await {
            Ok(Ended::Committed) => return Box::new(task).answer(Ok(())),
            Ok(Ended::Refused) => {
                remember(conn, &mut task).await;
                return Box::new(task).answer(Ok(()));
            }
            Ok(Ended::Again) => {}
            Err(error) => match Refusal::from(error) {
                // A commit whose answer was lost may have happened: the next try finds it by its key.
                Refusal::Busy => {}
                other => return Box::new(task).answer(Err(other)),
            },
        }
    }
    Box::new(task).answer(Err(Refusal::Busy));
}

enum Ended {
    Committed,
    Refused,
    Again,
}

async fn once<W: Work>(conn: &DatabaseConnection, task: &mut Task<W>) -> Result<Ended, DbErr> {
    let transaction = begin(conn, task.reach()).await?;
    match task.run(&transaction).await {
        Step::Done => transaction.commit().await.map(|()| Ended::Committed),
        Step::Refused | Step::Failed => {
            let again = matches!(task.outcome(), Err(Refusal::Busy));
            transaction.rollback().await?;
            Ok(if again { Ended::Again } else { Ended::Refused })
        }
    }
}

/// Another request with the same key may have been committed in the meantime; then its answer is ours.
async fn remember<W: Work>(conn: &DatabaseConnection, task: &mut Task<W>) {
    let Ok(transaction) = begin(conn, task.reach()).await else { return };
    let recalled = {
        let scope = WriteScope::new(&task.db, &transaction, task.reach(), task.work.by());
        task.work.recall(&scope).await
    };
    if let Ok(Some(out)) = recalled {
        task.recalled(out);
    }
    // Nothing was written.
    let _ = transaction.rollback().await;
}

/// READ COMMITTED: what guards a write stands in the statement that writes, not in a snapshot.
async fn begin(conn: &DatabaseConnection, reach: Reach) -> Result<DatabaseTransaction, DbErr> {
    let transaction = conn.begin().await?;
    postgres::set_reach(&transaction, &reach.settings()).await?;
    Ok(transaction)
}
