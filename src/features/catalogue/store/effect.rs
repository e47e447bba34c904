//! What was measured of trainings, and what is measured.

use std::collections::HashMap;

use sea_orm::prelude::Uuid;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect};

use super::public::{product_of, shop_of};
use super::rows::broken;
use crate::access::Refusal;
use crate::domain::{AccountId, ListingId, TrainingId};
use crate::features::catalogue::coach::quality;
use crate::features::catalogue::effect::{Measured, Owned};
use crate::features::catalogue::entity::effect::{ActiveModel, Column, Entity, Model};
use crate::features::catalogue::entity::{listing, public_product, public_shop};
use crate::features::catalogue::{Product, Shop};
use crate::features::training::Topic;
use crate::server::db::{OfficeScope, RegencyScope, Scope, WriteScope, id_of, key, unique_is_busy};

/// The public shops of some sellers at the scope's office, and how complete they are now.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn owned_shops(scope: &Scope<'_>, sellers: &[AccountId]) -> Result<Vec<Owned>, Refusal> {
    let theirs = scope.find::<listing::Entity>().filter(listing::Column::Kind.eq(<Shop as super::Stored>::KIND));
    let theirs = theirs.filter(listing::Column::Owner.is_in(sellers.iter().copied().map(key))).select_only();
    let theirs: Vec<(Uuid, Uuid)> =
        theirs.column(listing::Column::Id).column(listing::Column::Owner).into_tuple().all(scope.conn()).await?;
    let ids = || theirs.iter().map(|(shop, _)| *shop);
    let shops = scope.find_wide::<public_shop::Entity>().filter(public_shop::Column::Id.is_in(ids())).all(scope.conn()).await?;
    let products = scope.find_wide::<public_product::Entity>().filter(public_product::Column::ShopId.is_in(ids()));
    let mut sold: HashMap<ListingId, Vec<Product>> = HashMap::new();
    for row in products.all(scope.conn()).await? {
        let product = product_of(row)?;
        sold.entry(product.shop).or_default().push(product.product);
    }
    let owned = |row: public_shop::Model| {
        let seller = theirs.iter().find(|(shop, _)| *shop == row.id).map(|(_, owner)| id_of(*owner));
        let shop = shop_of(row)?;
        let seller = seller.ok_or_else(|| broken("a public shop is nobody's"))?;
        let percent = quality(&shop.shop, sold.get(&shop.id).map(Vec::as_slice).unwrap_or_default());
        Ok(Owned { shop: shop.id, seller, quality: percent })
    };
    shops.into_iter().map(owned).collect()
}

/// What was measured of one training.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn measured_of(scope: &Scope<'_>, training: TrainingId) -> Result<Vec<Measured>, Refusal> {
    let rows = scope.find::<Entity>().filter(Column::Training.eq(key(training))).all(scope.conn()).await?;
    rows.into_iter().map(measured).collect()
}

/// What was measured at an office.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn measured_here(scope: &OfficeScope<'_>) -> Result<Vec<Measured>, Refusal> {
    scope.find::<Entity>().all(scope.conn()).await?.into_iter().map(measured).collect()
}

/// What was measured at the offices of the regency.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn measured_everywhere(scope: &RegencyScope<'_>) -> Result<Vec<Measured>, Refusal> {
    scope.find::<Entity>().all(scope.conn()).await?.into_iter().map(measured).collect()
}

/// # Errors
/// `Busy` when another round was faster.
pub async fn add_measured(scope: &WriteScope<'_>, one: &Measured) -> Result<(), Refusal> {
    let row = ActiveModel {
        training: Set(key(one.training)),
        shop: Set(key(one.shop)),
        topic: Set(one.topic.code().to_owned()),
        before: Set(one.before.into()),
        before_at: Set(scope.now().micros()),
        after: Set(None),
        after_at: Set(None),
        ..Default::default()
    };
    scope.insert::<Entity>(row).await.map_err(unique_is_busy)
}

/// Once: what was measured is not measured anew.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn measure_again(scope: &WriteScope<'_>, training: TrainingId, shop: ListingId, after: u8) -> Result<(), Refusal> {
    let row = ActiveModel { after: Set(Some(after.into())), after_at: Set(Some(scope.now().micros())), ..Default::default() };
    let this = scope.update::<Entity>().set(row).filter(Column::Training.eq(key(training))).filter(Column::Shop.eq(key(shop)));
    Ok(this.filter(Column::After.is_null()).exec(scope.conn()).await.map(drop)?)
}

fn measured(row: Model) -> Result<Measured, Refusal> {
    let percent = |number: i64| u8::try_from(number).map_err(|_| broken("a measure is no percentage"));
    Ok(Measured {
        training: id_of(row.training),
        shop: id_of(row.shop),
        topic: Topic::parse(&row.topic).ok_or_else(|| broken("a measure has no topic"))?,
        before: percent(row.before)?,
        after: row.after.map(percent).transpose()?,
    })
}
