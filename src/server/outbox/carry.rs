use std::future::Future;
use std::time::Duration;

use sea_orm::sea_query::{ExprTrait, LockBehavior, LockType};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::entity::{ActiveModel, Column, Entity, Model};
use crate::access::Refusal;
use crate::domain::{AccountId, IdemKey};
use crate::server::db::{Db, Reach, Stop, Work, WriteScope};

/// A message on its way. Whoever carries it reads everything else again, in its office's scope.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// The same at every attempt: what the far side is given to recognise a repetition.
    pub id: Uuid,
    pub office: i64,
    pub topic: String,
    /// JSON, as the act wrote it.
    pub payload: String,
    /// Whose wish it came from.
    pub account: Option<AccountId>,
}

/// Carries out the messages of some topics. At least once: it may be asked again for a parcel that
/// it has carried, when the machine stopped in between.
pub trait Carrier: Send + Sync + 'static {
    fn topics(&self) -> &'static [&'static str];

    /// # Errors
    /// Any: the parcel comes again, later and later, and is put aside after twelve attempts.
    fn carry(&self, parcel: &Parcel) -> impl Future<Output = Result<(), Refusal>> + Send;
}

/// What one round has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    pub done: usize,
    pub put_off: usize,
}

/// Longer than any carrier needs; whoever takes longer is thought dead and the parcel goes to another.
const LEASE_SECONDS: i64 = 120;
const MOST_AT_ONCE: u64 = 8;
const MOST_ATTEMPTS: i64 = 12;
/// How often the outbox is looked at without having been rung.
const ROUND: Duration = Duration::from_secs(5);

/// Carries for as long as the server runs: when the bell rings, and every five seconds besides.
pub async fn run(db: Db, carrier: impl Carrier) {
    let mut bell = db.bell();
    loop {
        match carry_due(&db, &carrier).await {
            // There may be more.
            Ok(Carried { done, put_off }) if (done + put_off) as u64 == MOST_AT_ONCE => {}
            Ok(_) => drop(tokio::time::timeout(ROUND, bell.changed()).await),
            Err(_) => tokio::time::sleep(ROUND).await,
        }
    }
}

/// Takes what is due, carries it, and says so.
///
/// # Errors
/// `Busy` or `Internal` of the database, before anything was carried.
pub async fn carry_due(db: &Db, carrier: &impl Carrier) -> Result<Carried, Refusal> {
    let mut carried = Carried::default();
    for row in lease(db, carrier.topics()).await? {
        let (owner, office, id, attempts) = (row.lease_owner, row.office_id, row.id, row.attempts);
        let outcome = carrier.carry(&Parcel::of(row)).await;
        if outcome.is_ok() {
            carried.done += 1
        } else {
            carried.put_off += 1
        }
        let settled = Settle { owner, office, id, attempts, done: outcome.is_ok() };
        if db.write(settled).await.is_err() {
            // The lease runs out and the parcel comes again: at least once.
            tracing::warn!(office.id = office, "a carried parcel could not be marked");
        }
    }
    Ok(carried)
}

/// Takes what is due, for [`LEASE_SECONDS`], under a name that nobody else has.
pub(super) async fn lease(db: &Db, topics: &'static [&'static str]) -> Result<Vec<Model>, Refusal> {
    let owner = Uuid::from_u128(db.entropy().identity::<IdemKey>(db.clock().now()).as_u128());
    db.write(Lease { owner, topics }).await
}

impl Parcel {
    fn of(row: Model) -> Self {
        let account = row.account.map(|account| AccountId::from_u128(account.as_u128()));
        Self { id: row.id, office: row.office_id, topic: row.topic, payload: row.payload, account }
    }
}

struct Lease {
    owner: Uuid,
    topics: &'static [&'static str],
}

impl Work for Lease {
    type Out = Vec<Model>;

    fn reach(&self) -> Reach {
        Reach::Everywhere
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<Vec<Model>, Stop> {
        self.take(scope).await.map_err(Stop::Failed)
    }
}

impl Lease {
    /// Two servers never take the same row: one writer on SQLite, `SKIP LOCKED` on PostgreSQL.
    async fn take(&self, scope: &WriteScope<'_>) -> Result<Vec<Model>, Refusal> {
        let now = scope.now().micros();
        let free = Condition::any().add(Column::LeaseUntil.is_null()).add(Column::LeaseUntil.lte(now));
        let due = scope.find::<Entity>().filter(Column::DoneAt.is_null()).filter(Column::DeadAt.is_null());
        let due = due.filter(Column::AvailableAt.lte(now)).filter(free).filter(Column::Topic.is_in(self.topics.iter().copied()));
        let due = due.order_by_asc(Column::AvailableAt).limit(MOST_AT_ONCE).lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
        let mut rows = due.all(scope.conn()).await?;
        for row in &mut rows {
            row.attempts += 1;
            row.lease_owner = Some(self.owner);
            let until = scope.now().plus_seconds(LEASE_SECONDS).micros();
            let lease = ActiveModel {
                lease_owner: Set(row.lease_owner),
                lease_until: Set(Some(until)),
                attempts: Set(row.attempts),
                ..Default::default()
            };
            let this = Column::OfficeId.eq(row.office_id).and(Column::Id.eq(row.id));
            scope.update::<Entity>().set(lease).filter(this).exec(scope.conn()).await?;
        }
        Ok(rows)
    }
}

struct Settle {
    owner: Option<Uuid>,
    office: i64,
    id: Uuid,
    attempts: i64,
    done: bool,
}

impl Work for Settle {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Everywhere
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        self.settle(scope).await.map_err(Stop::Failed)
    }
}

impl Settle {
    /// Only while the lease is ours: who was thought dead does not undo what its successor did.
    async fn settle(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let now = scope.now();
        let mut row = ActiveModel { lease_owner: Set(None), lease_until: Set(None), ..Default::default() };
        if self.done {
            row.done_at = Set(Some(now.micros()));
        } else if self.attempts >= MOST_ATTEMPTS {
            tracing::error!(office.id = self.office, attempts = self.attempts, "a message was put aside; somebody must look at it");
            row.dead_at = Set(Some(now.micros()));
        } else {
            row.available_at = Set(now.plus_seconds(backoff_seconds(self.attempts)).micros());
        }
        let ours = Column::OfficeId.eq(self.office).and(Column::Id.eq(self.id)).and(Column::LeaseOwner.eq(self.owner));
        scope.update::<Entity>().set(row).filter(ours).exec(scope.conn()).await?;
        Ok(())
    }
}

/// One minute, two, four .. at most six hours.
fn backoff_seconds(attempts: i64) -> i64 {
    let doublings = u32::try_from(attempts.clamp(1, 20) - 1).unwrap_or(0);
    std::cmp::min(60 << doublings, 6 * 3_600)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_from_a_minute_to_six_hours() {
        let waits: Vec<_> = [1, 2, 3, 9, 10, 12].into_iter().map(backoff_seconds).collect();
        assert_eq!(waits, [60, 120, 240, 15_360, 21_600, 21_600]);
    }
}
