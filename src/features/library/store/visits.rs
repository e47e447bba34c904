use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ExprTrait, QueryFilter, QuerySelect};

use super::count_of;
use crate::access::Refusal;
use crate::domain::Day;
use crate::features::library::entity::visit::{ActiveModel, Column, Entity};
use crate::server::db::{OfficeScope, WriteScope, unique_is_busy};

/// # Errors
/// `Busy` when the first of the day came twice at once: the act runs again.
pub async fn count_visitors(scope: &WriteScope<'_>, day: Day, more: u32) -> Result<(), Refusal> {
    let today = scope.update::<Entity>().filter(Column::Day.eq(i64::from(day.number())));
    let counted = today.col_expr(Column::Visitors, Expr::col(Column::Visitors).add(i64::from(more))).exec(scope.conn()).await?;
    if counted.rows_affected == 1 {
        return Ok(());
    }
    let row = ActiveModel { day: Set(day.number().into()), visitors: Set(more.into()), ..Default::default() };
    scope.insert::<Entity>(row).await.map_err(unique_is_busy)
}

/// How many came on days from one to another, both counted.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn visitors(scope: &OfficeScope<'_>, from: Day, to: Day) -> Result<u32, Refusal> {
    let days = scope.find::<Entity>().filter(Column::Day.between(i64::from(from.number()), i64::from(to.number())));
    let counts: Vec<i64> = days.select_only().column(Column::Visitors).into_tuple().all(scope.conn()).await?;
    count_of(counts.into_iter().sum())
}
