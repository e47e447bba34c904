//! How often products were looked at, day by day, and by which words they were found. Nobody is named.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::clicks::by_day;
use crate::access::Refusal;
use crate::domain::{Day, ListingId};
use crate::features::catalogue::entity::{lead, look, public_product, word};
use crate::features::catalogue::looks::Look;
use crate::server::db::{Db, Reach, Scope, Stop, Work, WriteScope, id_of, key};
use crate::server::spelling::words;

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

/// Words by which products were found, how often on which day. Words of fewer than [`SEVERAL`] looks since
/// `first` are one person's: they are told to nobody.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn leads(scope: &Scope<'_>, products: &[ListingId], first: Day) -> Result<Vec<(String, Vec<(Day, u64)>)>, Refusal> {
    let found = scope.find_wide::<lead::Entity>().filter(lead::Column::Product.is_in(products.iter().map(|id| key(*id))));
    let found = found.filter(lead::Column::Day.gte(i64::from(first.number()))).order_by_asc(lead::Column::Day).select_only();
    let found = found.column(lead::Column::Words).column(lead::Column::Day).column(lead::Column::Times);
    let mut words: BTreeMap<String, Vec<(i64, i64)>> = BTreeMap::new();
    for (word, day, times) in found.into_tuple::<(String, i64, i64)>().all(scope.conn()).await? {
        words.entry(word).or_default().push((day, times));
    }
    let words = words.into_iter().map(|(word, days)| (word, by_day(days)));
    Ok(words.filter(|(_, days)| days.iter().map(|(_, times)| times).sum::<u64>() >= SEVERAL).collect())
}

const SEVERAL: u64 = 3;

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
        let known = self.known(scope).await?;
        for (look, times) in &self.counted {
            if let Some(product) = products.get(&look.slug) {
                add_look(scope, *product, look.day, *times).await?;
                if !look.words.is_empty() && words(&look.words).all(|word| known.contains(&word.token)) {
                    add_lead(scope, *product, look, *times).await?;
                }
            }
        }
        Ok(())
    }

    /// Words of an address can be anybody's; those of the market are nobody's message to a seller.
    async fn known(&self, scope: &WriteScope<'_>) -> Result<BTreeSet<String>, Refusal> {
        let typed: Vec<String> = self.counted.keys().flat_map(|look| words(&look.words)).map(|word| word.token).collect();
        let mut known = BTreeSet::new();
        for some in typed.chunks(500) {
            let here = scope.find_wide::<word::Entity>().filter(word::Column::Word.is_in(some)).select_only().column(word::Column::Word);
            known.extend(here.distinct().into_tuple::<String>().all(scope.conn()).await?);
        }
        Ok(known)
    }
}

async fn add_look(scope: &WriteScope<'_>, product: ListingId, day: Day, times: u64) -> Result<(), Refusal> {
    let (id, day, times) = (key(product), i64::from(day.number()), i64::try_from(times).unwrap_or(i64::MAX));
    let row = look::ActiveModel { product: Set(id), day: Set(day), times: Set(0) };
    scope.insert_wide_once::<look::Entity>(vec![row]).await?;
    let here = scope.update_wide::<look::Entity>().filter(look::Column::Product.eq(id)).filter(look::Column::Day.eq(day));
    here.col_expr(look::Column::Times, Expr::col(look::Column::Times).add(times)).exec(scope.conn()).await?;
    Ok(())
}

async fn add_lead(scope: &WriteScope<'_>, product: ListingId, seen: &Look, times: u64) -> Result<(), Refusal> {
    let (id, day, times) = (key(product), i64::from(seen.day.number()), i64::try_from(times).unwrap_or(i64::MAX));
    let row = lead::ActiveModel { product: Set(id), day: Set(day), words: Set(seen.words.clone()), times: Set(0) };
    scope.insert_wide_once::<lead::Entity>(vec![row]).await?;
    let here = scope.update_wide::<lead::Entity>().filter(lead::Column::Product.eq(id)).filter(lead::Column::Day.eq(day));
    let here = here.filter(lead::Column::Words.eq(&seen.words));
    here.col_expr(lead::Column::Times, Expr::col(lead::Column::Times).add(times)).exec(scope.conn()).await?;
    Ok(())
}
