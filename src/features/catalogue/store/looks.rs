//! How often products were looked at, day by day, and by which words they were found. Nobody is named.

use std::collections::HashMap;

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ExprTrait, QueryFilter, QuerySelect};

use super::clicks::by_day;
use crate::access::Refusal;
use crate::domain::{Day, ListingId};
use crate::features::catalogue::entity::{lead, look, public_product};
use crate::features::catalogue::looks::Look;
use crate::server::db::{Db, Reach, Scope, Stop, Work, WriteScope, id_of, key};

/// Adds what was counted, in one transaction. What is not public any more is left out.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn count_looks(db: &Db, counted: HashMap<Look, u64>) -> Result<(), Refusal> {
    db.write(Count { regency: db.regency(), counted }).await
}

/// Days on which products were looked at, and how often.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn looks(scope: &Scope<'_>, products: &[ListingId], first: Day) -> Result<Vec<(Day, u64)>, Refusal> {
    let days = scope.find_wide::<look::Entity>().filter(look::Column::Product.is_in(products.iter().map(|id| key(*id))));
    let days = days.filter(look::Column::Day.gte(i64::from(first.number()))).select_only().column(look::Column::Day);
    Ok(by_day(days.column(look::Column::Times).into_tuple().all(scope.conn()).await?))
}

/// Words by which products were found, the most frequent first. Words of fewer than [`SEVERAL`] looks are
/// one person's: they are told to nobody.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn leads(scope: &Scope<'_>, products: &[ListingId], first: Day) -> Result<Vec<(String, u64)>, Refusal> {
    let found = scope.find_wide::<lead::Entity>().filter(lead::Column::Product.is_in(products.iter().map(|id| key(*id))));
    let found = found.filter(lead::Column::Day.gte(i64::from(first.number()))).select_only().column(lead::Column::Words);
    let found: Vec<(String, i64)> = found.column(lead::Column::Times).into_tuple().all(scope.conn()).await?;
    let mut words: HashMap<String, u64> = HashMap::new();
    for (word, times) in found {
        *words.entry(word).or_default() += times.unsigned_abs();
    }
    let mut words: Vec<_> = words.into_iter().filter(|(_, times)| *times >= SEVERAL).collect();
    words.sort_by(|(one, more), (other, less)| less.cmp(more).then_with(|| one.cmp(other)));
    words.truncate(MOST);
    Ok(words)
}

const SEVERAL: u64 = 3;
const MOST: usize = 5;

struct Count {
    regency: i64,
    counted: HashMap<Look, u64>,
}

impl Work for Count {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(self.regency)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        self.add(scope).await.map_err(Stop::Failed)
    }
}

impl Count {
    async fn add(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let slugs: Vec<&str> = self.counted.keys().map(|look| look.slug.as_str()).collect();
        let mut products: HashMap<String, ListingId> = HashMap::new();
        for some in slugs.chunks(500) {
            let known = scope.find_wide::<public_product::Entity>().filter(public_product::Column::Slug.is_in(some.iter().copied()));
            let known = known.select_only().column(public_product::Column::Slug).column(public_product::Column::Id);
            let known: Vec<(String, sea_orm::prelude::Uuid)> = known.into_tuple().all(scope.conn()).await?;
            products.extend(known.into_iter().map(|(slug, id)| (slug, id_of(id))));
        }
        for (look, times) in &self.counted {
            if let Some(product) = products.get(&look.slug) {
                add_look(scope, *product, look, *times).await?;
            }
        }
        Ok(())
    }
}

async fn add_look(scope: &WriteScope<'_>, product: ListingId, seen: &Look, times: u64) -> Result<(), Refusal> {
    let (id, day, times) = (key(product), i64::from(seen.day.number()), i64::try_from(times).unwrap_or(i64::MAX));
    let row = look::ActiveModel { product: Set(id), day: Set(day), times: Set(0) };
    scope.insert_wide_once::<look::Entity>(vec![row]).await?;
    let here = scope.update_wide::<look::Entity>().filter(look::Column::Product.eq(id)).filter(look::Column::Day.eq(day));
    here.col_expr(look::Column::Times, Expr::col(look::Column::Times).add(times)).exec(scope.conn()).await?;
    if seen.words.is_empty() {
        return Ok(());
    }
    let row = lead::ActiveModel { product: Set(id), day: Set(day), words: Set(seen.words.clone()), times: Set(0) };
    scope.insert_wide_once::<lead::Entity>(vec![row]).await?;
    let here = scope.update_wide::<lead::Entity>().filter(lead::Column::Product.eq(id)).filter(lead::Column::Day.eq(day));
    let here = here.filter(lead::Column::Words.eq(&seen.words));
    here.col_expr(lead::Column::Times, Expr::col(lead::Column::Times).add(times)).exec(scope.conn()).await?;
    Ok(())
}
