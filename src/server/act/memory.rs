//! What was answered to which key. The same key again is the same wish (a double click, a retry after
//! a lost answer, a form replayed when the phone is online again) and gets the first answer.
//!
//! Kept for 30 days. Answers are sealed: they may hold what only their asker may know.

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Serialize, de::DeserializeOwned};

use super::Wording;
use crate::access::{ActName, Code, Refusal};
use crate::domain::{AccountId, IdemKey};
use crate::server::db::{Db, Reach, ResidentsReach, Stop, TenantEntity, Work, WriteScope, every_office, key as stored, unique_is_busy};
use crate::server::incident;
use crate::server::seal::{Field, Keys};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "idempotency")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        /// Nil for nobody known.
        #[sea_orm(primary_key, auto_increment = false)]
        pub account: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: Uuid,
        pub act: String,
        /// Sealed: what the form said, then the answer as JSON.
        pub answer: Vec<u8>,
        pub created_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{ActiveModel, Column, Entity};

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Own(Column::Account);
}

/// A wish, as whoever repeats it repeats it.
pub(super) struct Wish {
    pub key: IdemKey,
    pub wording: Wording,
    pub act: ActName,
}

/// The first answer to this wish, if there was one.
///
/// # Errors
/// `Conflict(KeyReused)` when the key belongs to another act, or came with other words: whoever alters a
/// form after its answer was lost is not told that this, too, was kept.
pub(super) async fn recall<D: DeserializeOwned>(scope: &WriteScope<'_>, wish: &Wish) -> Result<Option<D>, Refusal> {
    let rows = scope.find::<Entity>().filter(Column::Account.eq(stored(asker(scope)))).filter(Column::Key.eq(stored(wish.key)));
    let Some(row) = rows.one(scope.conn()).await? else { return Ok(None) };
    if row.act != wish.act.code() {
        return Err(Refusal::Conflict(Code::KeyReused));
    }
    let kept = scope.sealer(scope.office()).open(place(wish.key), &row.answer);
    let kept = kept.map_err(|_| incident::report("a kept answer does not open", &wish.act.code()))?;
    let (wording, answer) = kept.split_at_checked(Wording::LENGTH).unwrap_or_default();
    if wording != wish.wording.bytes() {
        return Err(Refusal::Conflict(Code::KeyReused));
    }
    serde_json::from_slice(answer).map(Some).map_err(|error| incident::report("a kept answer is not of its act", &error))
}

/// Keeps the answer, in the transaction of the act.
///
/// # Errors
/// `Busy` when the same key was kept in between: the act runs again, and then finds it.
pub(super) async fn keep<D: Serialize>(scope: &WriteScope<'_>, wish: &Wish, done: &D) -> Result<(), Refusal> {
    let mut kept = wish.wording.bytes().to_vec();
    serde_json::to_writer(&mut kept, done).map_err(|error| incident::report("an answer is not JSON", &error))?;
    let row = ActiveModel {
        account: Set(stored(asker(scope))),
        key: Set(stored(wish.key)),
        act: Set(wish.act.code().to_owned()),
        answer: Set(scope.sealer(scope.office()).seal(place(wish.key), &kept, scope.db().entropy())),
        created_at: Set(scope.now().micros()),
        ..Default::default()
    };
    scope.insert::<Entity>(row).await.map_err(unique_is_busy)
}

fn asker(scope: &WriteScope<'_>) -> AccountId {
    scope.by().unwrap_or(AccountId::from_u128(0))
}

fn place(key: IdemKey) -> Field<'static> {
    Field { kind: "idempotency.answer", row: key.as_u128() }
}

/// Seconds for which an answer is kept: a phone that was offline that long has given up.
const KEPT: i64 = 30 * 86_400;

/// Forgets answers of an office (or the regency) that are older than that: how many.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn forget_answers(db: &Db, office: i64) -> Result<u64, Refusal> {
    db.write(Forget(office)).await
}

struct Forget(i64);

impl Work for Forget {
    type Out = u64;

    fn reach(&self) -> Reach {
        Reach::Office(self.0)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<u64, Stop> {
        let old = scope.retire::<Entity>().filter(Column::CreatedAt.lt(scope.now().plus_seconds(-KEPT).micros()));
        let forgotten = old.exec(scope.conn()).await.map_err(|error| Stop::Failed(error.into()))?;
        Ok(forgotten.rows_affected)
    }
}

/// Opens kept answers of all offices, to see that the key is the right one and the texts are whole:
/// how many, or `None` when one does not open.
///
/// # Errors
/// The database's own.
pub(in crate::server) async fn open_kept_answers(conn: &impl ConnectionTrait, keys: &Keys, most: u64) -> Result<Option<usize>, DbErr> {
    let rows = Entity::find().filter(every_office()).order_by_asc(Column::Key).limit(most).all(conn).await?;
    let opens = |row: &entity::Model| {
        let key = IdemKey::from_u128(row.key.as_u128());
        keys.office(row.office_id).open(place(key), &row.answer).is_ok()
    };
    Ok(rows.iter().all(opens).then_some(rows.len()))
}
