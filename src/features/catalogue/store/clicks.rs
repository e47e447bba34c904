//! How often somebody went from a product to WhatsApp, day by day. Nobody is named.

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::public::PublicProduct;
use crate::access::Refusal;
use crate::domain::{Day, ListingId, OfficeCode};
use crate::features::catalogue::entity::click::{ActiveModel, Column, Entity};
use crate::server::db::{Db, Reach, Scope, Stop, Work, WriteScope, key};

/// One more for each of some products of one office.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn count_clicks(db: &Db, products: &[&PublicProduct], today: Day) -> Result<(), Refusal> {
    let Some(office) = products.first().map(|product| product.office) else { return Ok(()) };
    db.write(Clicks { office, products: products.iter().map(|product| product.id).collect(), day: today }).await
}

/// Days with clicks from `first` on of some products within reach.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn clicks(scope: &Scope<'_>, products: &[ListingId], first: Day) -> Result<Vec<(Day, u64)>, Refusal> {
    let days = scope.find_wide::<Entity>().filter(Column::Product.is_in(products.iter().copied().map(key)));
    let days = days.filter(Column::Day.gte(i64::from(first.number()))).order_by_asc(Column::Day).select_only();
    Ok(by_day(days.column(Column::Day).column(Column::Clicks).into_tuple().all(scope.conn()).await?))
}

/// Rows of a day and a number.
pub(super) fn by_day(days: Vec<(i64, i64)>) -> Vec<(Day, u64)> {
    days.into_iter().filter_map(|(day, times)| Some((Day::from_number(day.try_into().ok()?), times.unsigned_abs()))).collect()
}

struct Clicks {
    office: OfficeCode,
    products: Vec<ListingId>,
    day: Day,
}

impl Work for Clicks {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(self.office.number())
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        let (ids, day) = (self.products.iter().copied().map(key), i64::from(self.day.number()));
        let rows = ids.clone().map(|product| ActiveModel { product: Set(product), day: Set(day), clicks: Set(0) });
        scope.insert_wide_once::<Entity>(rows.collect()).await.map_err(|error| Stop::Failed(error.into()))?;
        let today = scope.update_wide::<Entity>().filter(Column::Product.is_in(ids)).filter(Column::Day.eq(day));
        let counted = today.col_expr(Column::Clicks, Expr::col(Column::Clicks).add(1)).exec(scope.conn()).await;
        counted.map(drop).map_err(|error| Stop::Failed(error.into()))
    }
}
