use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{PAGE, broken, count_of, day_of};
use crate::access::{Code, Refusal};
use crate::domain::{Day, Instant, LoanId, OfficeCode, ReaderId, TitleId, Version};
use crate::features::library::Loan;
use crate::features::library::entity::loan::{ActiveModel, Column, Entity, Model};
use crate::server::db::{OfficeScope, OwnScope, Scope, WriteScope, id_of, key, unique_is};

/// A loan and the library that lent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lent {
    pub office: OfficeCode,
    pub loan: Loan,
}

/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn loan(scope: &Scope<'_>, id: LoanId) -> Result<Loan, Refusal> {
    of_row(scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?)
}

/// How many copies a reader has in their hands.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn open_loans_of(scope: &Scope<'_>, reader: ReaderId) -> Result<u64, Refusal> {
    let open = scope.find::<Entity>().filter(Column::Reader.eq(key(reader))).filter(Column::ReturnedAt.is_null());
    Ok(open.count(scope.conn()).await?)
}

/// Whether a reader has a copy of the title in their hands.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn title_with_reader(scope: &Scope<'_>, title: TitleId, reader: ReaderId) -> Result<bool, Refusal> {
    let theirs = scope.find::<Entity>().filter(Column::Reader.eq(key(reader))).filter(Column::Title.eq(key(title)));
    Ok(theirs.filter(Column::ReturnedAt.is_null()).count(scope.conn()).await? > 0)
}

/// What a reader has, and had before; the newest first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn loans_of(scope: &OfficeScope<'_>, reader: ReaderId) -> Result<Vec<Loan>, Refusal> {
    let theirs = scope.find::<Entity>().filter(Column::Reader.eq(key(reader))).order_by_desc(Column::LentAt).order_by_desc(Column::Id);
    theirs.limit(PAGE).all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// What is not back on the day on which it was due, the longest ago first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn late_ones(scope: &OfficeScope<'_>, today: Day) -> Result<Vec<Loan>, Refusal> {
    let late = scope.find::<Entity>().filter(Column::ReturnedAt.is_null()).filter(Column::Due.lt(i64::from(today.number())));
    late.order_by_asc(Column::Due).order_by_asc(Column::Id).limit(PAGE).all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// Loans that somebody sees at home, at whichever library: what they still have first, then the newest.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn own_loans(scope: &OwnScope<'_>) -> Result<Vec<Lent>, Refusal> {
    let own = scope.find::<Entity>().order_by_desc(Column::LentAt).order_by_desc(Column::Id).limit(PAGE);
    let lent = |row: Model| {
        let office = row.office_id.try_into().map_err(|_| broken("a loan is of no library"))?;
        Ok(Lent { office, loan: of_row(row)? })
    };
    let mut all: Vec<Lent> = own.all(scope.conn()).await?.into_iter().map(lent).collect::<Result<_, Refusal>>()?;
    all.sort_by_key(|lent| lent.loan.returned_at.is_some());
    Ok(all)
}

/// How many were lent since then.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn loans_since(scope: &Scope<'_>, since: Instant) -> Result<u32, Refusal> {
    let lent = scope.find::<Entity>().filter(Column::LentAt.gte(since.micros())).count(scope.conn()).await?;
    u32::try_from(lent).map_err(|_| broken("loans are beyond counting"))
}

/// # Errors
/// `Conflict(CopyLent)` when the copy is in somebody's hands, whatever the act believes.
pub async fn add_loan(scope: &WriteScope<'_>, loan: &Loan) -> Result<(), Refusal> {
    let new = ActiveModel {
        id: Set(key(loan.id)),
        version: Set(Version::FIRST.0),
        copy: Set(key(loan.copy)),
        title: Set(key(loan.title)),
        reader: Set(key(loan.reader)),
        account: Set(loan.account.map(key)),
        lent_at: Set(loan.lent_at.micros()),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..changing(loan)
    };
    scope.insert::<Entity>(new).await.map_err(unique_is(Code::CopyLent))
}

/// # Errors
/// `Stale` when somebody was faster.
pub async fn save_loan(scope: &WriteScope<'_>, loan: &Loan) -> Result<(), Refusal> {
    let seen = loan.version.ok_or_else(|| broken("a loan was never stored"))?;
    scope.cas::<Entity>(loan.id, seen, changing(loan)).await.map(drop)
}

fn changing(loan: &Loan) -> ActiveModel {
    ActiveModel {
        due: Set(loan.due.number().into()),
        renewed: Set(loan.renewed.into()),
        returned_at: Set(loan.returned_at.map(Instant::micros)),
        ..Default::default()
    }
}

fn of_row(row: Model) -> Result<Loan, Refusal> {
    Ok(Loan {
        id: id_of(row.id),
        version: Some(Version(row.version)),
        copy: id_of(row.copy),
        title: id_of(row.title),
        reader: id_of(row.reader),
        account: row.account.map(id_of),
        lent_at: Instant::from_micros(row.lent_at),
        due: day_of(row.due)?,
        renewed: count_of(row.renewed)?,
        returned_at: row.returned_at.map(Instant::from_micros),
    })
}
