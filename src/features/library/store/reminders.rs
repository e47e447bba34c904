//! That the end of a loan was told.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

use super::{broken, day_of};
use crate::access::Refusal;
use crate::domain::{Day, Instant, LoanId, OfficeCode};
use crate::features::library::entity::loan;
use crate::features::library::entity::reminders::{ActiveModel, Column, Entity, Model};
use crate::server::db::{Db, Reach, Scope, Stop, Work, WriteScope, id_of, key, unique_is_busy};

/// When the end of a loan was told, for the day on which it was due then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    pub loan: LoanId,
    pub due: Day,
    /// The day was over.
    pub late: bool,
    pub told_at: Instant,
}

/// Tells of loans of a library that end by tomorrow, or have ended, and of which this was not told yet. Whoever keeps a
/// book for longer is told again of the new day. Gives how many were told of.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn tell_of_loans(db: &Db, office: OfficeCode, today: Day) -> Result<usize, Refusal> {
    db.write(Tell { office, today }).await
}

struct Tell {
    office: OfficeCode,
    today: Day,
}

impl Work for Tell {
    type Out = usize;

    fn reach(&self) -> Reach {
        Reach::Office(self.office.number())
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<usize, Stop> {
        self.tell(scope).await.map_err(Stop::Failed)
    }
}

impl Tell {
    /// Another server may tell of some of them at the same time: it runs again then, and finds them told.
    async fn tell(&self, scope: &WriteScope<'_>) -> Result<usize, Refusal> {
        let ending = scope.find::<loan::Entity>().filter(loan::Column::ReturnedAt.is_null()).filter(loan::Column::Account.is_not_null());
        let ending = ending.filter(loan::Column::Due.lte(i64::from(self.today.plus_days(1).number()))).all(scope.conn()).await?;
        if ending.is_empty() {
            return Ok(0);
        }
        let told = scope.find::<Entity>().filter(Column::Loan.is_in(ending.iter().map(|loan| loan.id))).all(scope.conn()).await?;
        let mut number = 0;
        for loan in ending {
            let kind = if loan.due < self.today.number().into() { "late" } else { "soon" };
            let Some(account) = loan.account else { continue };
            if told.iter().any(|row| (row.loan, row.due, row.kind.as_str()) == (loan.id, loan.due, kind)) {
                continue;
            }
            let row = ActiveModel {
                loan: Set(loan.id),
                due: Set(loan.due),
                kind: Set(kind.to_owned()),
                account: Set(account),
                told_at: Set(scope.now().micros()),
                ..Default::default()
            };
            scope.insert::<Entity>(row).await.map_err(unique_is_busy)?;
            number += 1;
        }
        Ok(number)
    }
}

/// What was told of some loans within reach, the last first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn told_of(scope: &Scope<'_>, loans: &[LoanId]) -> Result<Vec<Reminder>, Refusal> {
    let told = scope.find::<Entity>().filter(Column::Loan.is_in(loans.iter().copied().map(key)));
    told.order_by_desc(Column::ToldAt).all(scope.conn()).await?.into_iter().map(of_row).collect()
}

fn of_row(row: Model) -> Result<Reminder, Refusal> {
    let late = match row.kind.as_str() {
        "late" => true,
        "soon" => false,
        _ => return Err(broken("a reminder is of no kind")),
    };
    Ok(Reminder { loan: id_of(row.loan), due: day_of(row.due)?, late, told_at: Instant::from_micros(row.told_at) })
}
