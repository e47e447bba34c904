use std::ops::Deref;
use std::sync::atomic::{AtomicBool, Ordering};

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, DbErr, DeleteMany, QueryFilter, QuerySelect, UpdateMany, Value};

use super::tenant::{ResidentsReach, TenantEntity, VersionedEntity, WideEntity};
use super::{Db, Reach, Scope, key};
use crate::access::Refusal;
use crate::domain::{AccountId, Identity, Instant, Version};

/// A scope that can also write. It exists only inside the writer, that is inside `perform` or in a
/// room of the server that owns its table.
pub struct WriteScope<'a> {
    scope: Scope<'a>,
    by: Option<AccountId>,
    now: Instant,
    rings: AtomicBool,
    publishes: AtomicBool,
}

impl<'a> WriteScope<'a> {
    pub(super) fn new(db: &'a Db, transaction: &'a DatabaseTransaction, reach: Reach, by: Option<AccountId>) -> Self {
        let scope = Scope { conn: transaction.into(), reach, db };
        Self { scope, by, now: db.clock().now(), rings: AtomicBool::new(false), publishes: AtomicBool::new(false) }
    }

    /// Who writes; `None` for nobody known.
    pub fn by(&self) -> Option<AccountId> {
        self.by
    }

    /// When: one moment for the whole transaction.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// Adds a row. Whatever office the row names, it gets this scope's; where residents have rows of
    /// their own, a resident's row gets their account.
    ///
    /// # Errors
    /// The database's own, so that the store can say what a hit of a unique index means.
    pub async fn insert<E: TenantEntity>(&self, mut row: E::ActiveModel) -> Result<(), DbErr>
    where
        E::ActiveModel: Send,
    {
        row.set(E::OFFICE, self.office().into());
        if let (Reach::OwnAt(_, account), ResidentsReach::Own(owner)) = (self.reach, E::RESIDENTS) {
            row.set(owner, key(account).into());
        }
        E::insert(row).exec_without_returning(self.conn()).await.map(drop)
    }

    /// Changes the record `id` if it still has the version that was seen, and says who changed it
    /// and when. Set what changes (`row.reset_all()` sets all); office, id, version and the two marks
    /// are filled in here.
    ///
    /// # Errors
    /// `Stale` with who was faster; `NotFound` when it is not in reach.
    pub async fn cas<E: VersionedEntity>(&self, id: impl Identity, seen: Version, mut row: E::ActiveModel) -> Result<Version, Refusal> {
        row.set(E::OFFICE, self.office().into());
        row.set(E::ID, key(id).into());
        row.set(E::VERSION, seen.next().0.into());
        row.set(E::CHANGED_BY, Value::Uuid(self.by.map(key)));
        row.set(E::CHANGED_AT, self.now.micros().into());
        let update = self.update::<E>().set(row).filter(E::ID.eq(key(id))).filter(E::VERSION.eq(seen.0));
        match update.exec(self.conn()).await?.rows_affected {
            1 => Ok(seen.next()),
            _ => Err(self.faster::<E>(id).await?),
        }
    }

    /// Changes rows within reach by a condition that stands in the statement.
    pub fn update<E: TenantEntity>(&self) -> UpdateMany<E> {
        E::update_many().filter(self.within::<E>())
    }

    /// Takes rows within reach away for good (a discarded draft): the only deletion there is.
    pub fn retire<E: TenantEntity>(&self) -> DeleteMany<E> {
        E::delete_many().filter(self.within::<E>())
    }

    /// Adds a row to a table of the whole regency.
    ///
    /// # Errors
    /// The database's own.
    pub async fn insert_wide<E: WideEntity>(&self, row: E::ActiveModel) -> Result<(), DbErr>
    where
        E::ActiveModel: Send,
    {
        E::insert(row).exec_without_returning(self.conn()).await.map(drop)
    }

    /// Adds rows to a table of the whole regency, those that are not there yet.
    ///
    /// # Errors
    /// The database's own.
    pub async fn insert_wide_once<E: WideEntity>(&self, rows: Vec<E::ActiveModel>) -> Result<(), DbErr>
    where
        E::ActiveModel: Send,
    {
        let once = OnConflict::new().do_nothing().to_owned();
        E::insert_many(rows).on_conflict(once).exec_without_returning(self.conn()).await.map(drop)
    }

    /// Changes rows of a table of the whole regency by a condition that stands in the statement.
    pub fn update_wide<E: WideEntity>(&self) -> UpdateMany<E> {
        E::update_many()
    }

    /// Takes rows of a table of the whole regency away for good (an ended session).
    pub fn retire_wide<E: WideEntity>(&self) -> DeleteMany<E> {
        E::delete_many()
    }

    /// Wakes the outbox's reader after the commit.
    pub(in crate::server) fn ring(&self) {
        self.rings.store(true, Ordering::Relaxed);
    }

    pub(super) fn rings(&self) -> bool {
        self.rings.load(Ordering::Relaxed)
    }

    /// What visitors see is another after the commit: no page that was kept of it is shown again.
    pub fn publish(&self) {
        self.publishes.store(true, Ordering::Relaxed);
    }

    pub(super) fn publishes(&self) -> bool {
        self.publishes.load(Ordering::Relaxed)
    }

    async fn faster<E: VersionedEntity>(&self, id: impl Identity) -> Result<Refusal, DbErr> {
        let marks = self.find::<E>().filter(E::ID.eq(key(id))).select_only().column(E::CHANGED_BY).column(E::CHANGED_AT);
        let marks: Option<(Option<uuid::Uuid>, i64)> = marks.into_tuple().one(self.conn()).await?;
        Ok(match marks {
            None => Refusal::NotFound,
            Some((by, at)) => Refusal::Stale { by: by.map(|by| AccountId::from_u128(by.as_u128())), at: Instant::from_micros(at) },
        })
    }
}

impl<'a> Deref for WriteScope<'a> {
    type Target = Scope<'a>;
    fn deref(&self) -> &Scope<'a> {
        &self.scope
    }
}
