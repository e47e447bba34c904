//! Failed passwords. After ten in an hour the next try has to wait, longer each time, a quarter of an
//! hour at most: never for ever, because anybody can fail in another's name.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait, QuerySelect};

use super::budget::entity::{ActiveModel, Column, Entity, Model};
use super::budget::seconds;
use crate::access::Refusal;
use crate::server::db::{Db, Reach, Stop, Work, WriteScope};

const KIND: &str = "failures";
const FREE: i64 = 10;
const FORGOTTEN_AFTER: i64 = 3_600_000_000;
const FIRST_DELAY: i64 = 30_000_000;
const LONGEST_DELAY: i64 = 15 * 60 * 1_000_000;

/// Counts a try before its outcome is known, so that a thousand at once are a thousand tries. `key` is
/// a blind index of what was typed, whether there is such an account or not.
///
/// # Errors
/// `TooMany` while the next try has to wait.
pub async fn try_once(db: &Db, key: [u8; 16]) -> Result<(), Refusal> {
    db.write(Try { key: key.to_vec(), regency: db.regency() }).await
}

/// The password was right: earlier failures are forgotten.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn forgive(db: &Db, key: [u8; 16]) -> Result<(), Refusal> {
    db.write(Forgive { key: key.to_vec(), regency: db.regency() }).await
}

struct Try {
    key: Vec<u8>,
    regency: i64,
}

impl Work for Try {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(self.regency)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        let now = scope.now().micros();
        let row = self.locked(scope).await.map_err(Stop::Failed)?;
        let (allowed, failures) = row.map_or((0, 0), |row| (row.tat, row.failures));
        if now < allowed {
            return Err(Stop::before_writing(Refusal::TooMany { retry_after: seconds(allowed - now) }));
        }
        let failures = if now - allowed > FORGOTTEN_AFTER { 1 } else { failures + 1 };
        let row = ActiveModel {
            kind: Set(KIND.to_owned()),
            key: Set(self.key.clone()),
            tat: Set(now + delay(failures)),
            failures: Set(failures),
        };
        let or_change = OnConflict::columns([Column::Kind, Column::Key]).update_columns([Column::Tat, Column::Failures]).to_owned();
        let written = Entity::insert(row).on_conflict(or_change).exec_without_returning(scope.conn()).await;
        written.map(drop).map_err(|error| Stop::Failed(error.into()))
    }
}

impl Try {
    /// The row, locked. It is made first where there is none: what does not exist cannot be locked, and
    /// on PostgreSQL the first tries of many at once would count as one.
    async fn locked(&self, scope: &WriteScope<'_>) -> Result<Option<Model>, Refusal> {
        let row = || scope.find_wide::<Entity>().filter(Column::Kind.eq(KIND)).filter(Column::Key.eq(self.key.clone())).lock_exclusive();
        if let Some(row) = row().one(scope.conn()).await? {
            return Ok(Some(row));
        }
        let none = ActiveModel { kind: Set(KIND.to_owned()), key: Set(self.key.clone()), tat: Set(0), failures: Set(0) };
        let or_leave = OnConflict::columns([Column::Kind, Column::Key]).do_nothing().to_owned();
        match Entity::insert(none).on_conflict(or_leave).exec_without_returning(scope.conn()).await {
            Ok(_) | Err(DbErr::RecordNotInserted) => Ok(row().one(scope.conn()).await?),
            Err(error) => Err(error.into()),
        }
    }
}

struct Forgive {
    key: Vec<u8>,
    regency: i64,
}

impl Work for Forgive {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(self.regency)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        let delete = scope.retire_wide::<Entity>().filter(Column::Kind.eq(KIND)).filter(Column::Key.eq(self.key.clone()));
        delete.exec(scope.conn()).await.map(drop).map_err(|error| Stop::Failed(error.into()))
    }
}

/// Microseconds to wait after so many failures.
fn delay(failures: i64) -> i64 {
    match failures - FREE {
        over if over < 0 => 0,
        over => FIRST_DELAY.saturating_mul(1 << over.min(10)).min(LONGEST_DELAY),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_ten_are_free_and_then_the_wait_grows_to_a_quarter_of_an_hour() {
        assert_eq!((1..10).map(delay).max(), Some(0));
        assert_eq!((10..14).map(|failures| delay(failures) / 1_000_000).collect::<Vec<_>>(), [30, 60, 120, 240]);
        assert_eq!(delay(1_000_000), LONGEST_DELAY);
    }
}
