//! Numbers without gaps: a row per office, register and year, bumped in the transaction that uses
//! the number. Never a sequence: a sequence leaves a gap for every transaction that fails.

use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, QueryFilter, QuerySelect};

use crate::access::{Code, Refusal};
use crate::server::db::{ResidentsReach, Scope, TenantEntity, WriteScope, unique_is};

/// A book of an office that numbers what is entered in it: "agenda", "keterangan".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register(pub String);

/// The next number of a register in a year of the office's zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    pub register: Register,
    pub year: i16,
    pub value: u32,
}

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "counter")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub register: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub year: i64,
        /// The last number that was given; 0 before the first.
        pub last: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{Column, Entity};

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::All;
}

/// The year of the scope's moment, in the zone of its offices.
pub fn this_year(scope: &WriteScope<'_>) -> i16 {
    super::moment::day(scope.now(), scope.db().zone()).year()
}

/// The last number of a register in a year; `None` before its first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn last(scope: &Scope<'_>, register: &Register, year: i16) -> Result<Option<u32>, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Register.eq(&register.0)).filter(Column::Year.eq(i64::from(year)));
    let last: Option<i64> = row.select_only().column(Column::Last).into_tuple().one(scope.conn()).await?;
    Ok(last.and_then(|last| u32::try_from(last).ok()))
}

/// Whether any book of the year has begun.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn any(scope: &Scope<'_>, year: i16) -> Result<bool, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Year.eq(i64::from(year)));
    let one: Option<i64> = row.select_only().column(Column::Last).into_tuple().one(scope.conn()).await?;
    Ok(one.is_some())
}

/// Lets a register begin after the last number of a paper book.
///
/// # Errors
/// `Conflict(RegisterBegun)` when it has begun already.
pub async fn begin(scope: &WriteScope<'_>, last: &Number) -> Result<(), Refusal> {
    let row = entity::ActiveModel {
        register: Set(last.register.0.clone()),
        year: Set(i64::from(last.year)),
        last: Set(i64::from(last.value)),
        ..Default::default()
    };
    scope.insert::<Entity>(row).await.map_err(unique_is(Code::RegisterBegun))
}

/// The number that would be next. On PostgreSQL the row is locked until the transaction ends, so
/// that two who want the next number wait for each other; the first number of a year has no row to
/// lock yet, and [`take`] finds out.
pub(super) async fn peek(scope: &WriteScope<'_>, register: Register, year: i16) -> Result<Number, DbErr> {
    let row = scope.find::<Entity>().filter(Column::Register.eq(&register.0)).filter(Column::Year.eq(i64::from(year)));
    let last: Option<i64> = row.select_only().column(Column::Last).lock_exclusive().into_tuple().one(scope.conn()).await?;
    let value = u32::try_from(last.unwrap_or(0) + 1).map_err(|_| DbErr::Custom("a register is full".into()))?;
    Ok(Number { register, year, value })
}

/// Takes the number that was read.
///
/// # Errors
/// `Busy` when another took it in between: the whole act runs again.
pub(super) async fn take(scope: &WriteScope<'_>, number: &Number) -> Result<(), Refusal> {
    let next = Expr::col((Entity, Column::Last)).add(1);
    let key = [Column::OfficeId, Column::Register, Column::Year];
    let upsert = Query::insert()
        .into_table(Entity)
        .columns([Column::OfficeId, Column::Register, Column::Year, Column::Last])
        .values_panic([scope.office().into(), number.register.0.as_str().into(), i64::from(number.year).into(), 1_i64.into()])
        .on_conflict(OnConflict::columns(key).value(Column::Last, next).to_owned())
        .returning_col(Column::Last)
        .to_owned();
    let row = scope.conn().query_one(&upsert).await?;
    let taken: Option<i64> = row.map(|row| row.try_get_by_index(0)).transpose()?;
    if taken == Some(i64::from(number.value)) { Ok(()) } else { Err(Refusal::Busy) }
}
