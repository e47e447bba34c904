//! Figures of the market by village, from what is public.

use std::collections::HashMap;

use sea_orm::prelude::Uuid;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QuerySelect};

use super::public::{PublicShop, shop_of};
use crate::access::Refusal;
use crate::domain::{Day, Instant, OfficeCode};
use crate::features::catalogue::Ending;
use crate::features::catalogue::entity::{click, public_product, public_shop};
use crate::server::clock::day_at;
use crate::server::db::{Db, PublicScope, Scope, WideScope};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficeFigures {
    pub office: OfficeCode,
    pub shops: u32,
    pub products: u32,
    pub new: u32,
    pub orders: u32,
    pub ending: u32,
}

/// Of every village with a public shop. `lately`: the days up to today in which something is new.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn figures(db: &Db, today: Day, lately: i32) -> Result<Vec<OfficeFigures>, Refusal> {
    let first = today.plus_days(1 - lately);
    let scope = PublicScope::open(db).await?;
    let mut figures: HashMap<i64, OfficeFigures> = HashMap::new();
    for row in scope.find::<public_shop::Entity>().all(scope.conn()).await? {
        let PublicShop { office, shop, .. } = shop_of(row)?;
        let none = OfficeFigures { office, shops: 0, products: 0, new: 0, orders: 0, ending: 0 };
        let of_office = figures.entry(office.number()).or_insert(none);
        of_office.shops += 1;
        of_office.ending += number(Ending::of(&shop, today).len());
    }
    let products = scope.find::<public_product::Entity>().select_only().column(public_product::Column::Id);
    let products = products.column(public_product::Column::Office).column(public_product::Column::Since);
    let products: Vec<(Uuid, i64, i64)> = products.into_tuple().all(scope.conn()).await?;
    drop(scope);
    let wide = WideScope::open(db).await?;
    let orders = wide.find::<click::Entity>().filter(click::Column::Day.gte(i64::from(first.number()))).select_only();
    let orders: Vec<(Uuid, i64)> =
        orders.column(click::Column::Product).column(click::Column::Clicks).into_tuple().all(wide.conn()).await?;
    let mut of_product: HashMap<Uuid, u32> = HashMap::new();
    for (product, clicks) in orders {
        *of_product.entry(product).or_default() += u32::try_from(clicks).unwrap_or(u32::MAX);
    }
    for (id, office, public_since) in products {
        if let Some(of_office) = figures.get_mut(&office) {
            of_office.products += 1;
            of_office.new += u32::from(day_at(Instant::from_micros(public_since), db.zone()) >= first);
            of_office.orders += of_product.get(&id).copied().unwrap_or_default();
        }
    }
    Ok(figures.into_values().collect())
}

/// How many products of the office whose scope it is visitors see.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn products_here(scope: &Scope<'_>) -> Result<u32, Refusal> {
    let shown = scope.find_wide::<public_product::Entity>().filter(public_product::Column::ShopShown.eq(true));
    let shown = shown.filter(public_product::Column::Office.eq(scope.office())).count(scope.conn()).await?;
    Ok(u32::try_from(shown).unwrap_or(u32::MAX))
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
