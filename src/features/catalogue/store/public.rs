//! What visitors see: rows of the whole regency, written with the listing and read by anybody.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::index;
use super::rows::{broken, shop_stays_public};
use crate::access::Refusal;
use crate::domain::{ListingId, OfficeCode};
use crate::features::catalogue::entity::{public_product as products, public_shop as shops};
use crate::features::catalogue::{Content, Listing, Product, Shop, Standing};
use crate::server::db::{PublicScope, WriteScope, id_of, key};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicShop {
    pub id: ListingId,
    pub office: OfficeCode,
    pub slug: String,
    pub shop: Shop,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicProduct {
    pub id: ListingId,
    pub office: OfficeCode,
    pub shop: ListingId,
    pub slug: String,
    pub product: Product,
    /// When it was public first, in microseconds.
    pub since: i64,
}

/// # Errors
/// `NotFound` when nothing public has this address.
pub async fn public_product(scope: &PublicScope<'_>, slug: &str) -> Result<PublicProduct, Refusal> {
    let row = scope.find::<products::Entity>().filter(products::Column::Slug.eq(slug)).one(scope.conn()).await?;
    product_of(row.ok_or(Refusal::NotFound)?)
}

/// # Errors
/// `NotFound` when nothing public has this address.
pub async fn public_shop(scope: &PublicScope<'_>, slug: &str) -> Result<PublicShop, Refusal> {
    let row = scope.find::<shops::Entity>().filter(shops::Column::Slug.eq(slug)).one(scope.conn()).await?;
    shop_of(row.ok_or(Refusal::NotFound)?)
}

/// What a shop sells, the newest first; all of it, for no shop has more (`AddProduct`).
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn products_of(scope: &PublicScope<'_>, shop: ListingId) -> Result<Vec<PublicProduct>, Refusal> {
    const MOST: u64 = 200;
    let own = scope.find::<products::Entity>().filter(products::Column::ShopId.eq(key(shop)));
    let own = own.order_by_desc(products::Column::Since).order_by_desc(products::Column::Id).limit(MOST);
    own.all(scope.conn()).await?.into_iter().map(product_of).collect()
}

/// Addresses of all products and all shops that visitors see, the newest first; what one sitemap may hold
/// (50,000) is shared with as many books as there are words for them, and some hundred pages.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn slugs(scope: &PublicScope<'_>) -> Result<(Vec<String>, Vec<String>), Refusal> {
    const PRODUCTS: u64 = 25_000;
    const SHOPS: u64 = 6_000;
    let products = scope.find::<products::Entity>().order_by_desc(products::Column::Since).limit(PRODUCTS);
    let products = products.select_only().column(products::Column::Slug).into_tuple().all(scope.conn()).await?;
    let shops = scope.find::<shops::Entity>().order_by_desc(shops::Column::Since).limit(SHOPS);
    let shops = shops.select_only().column(shops::Column::Slug).into_tuple().all(scope.conn()).await?;
    Ok((products, shops))
}

/// The shops of some products, each once.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn shops_of(scope: &PublicScope<'_>, products: &[PublicProduct]) -> Result<Vec<PublicShop>, Refusal> {
    let ids = products.iter().map(|product| key(product.shop));
    let rows = scope.find::<shops::Entity>().filter(shops::Column::Id.is_in(ids)).all(scope.conn()).await?;
    rows.into_iter().map(shop_of).collect()
}

pub async fn publish_shop(scope: &WriteScope<'_>, listing: &Listing<Shop>) -> Result<(), Refusal> {
    scope.retire_wide::<shops::Entity>().filter(shops::Column::Id.eq(key(listing.id))).exec(scope.conn()).await?;
    let shown = listing.standing.public();
    if let (Some(shop), Some(since)) = (shown, since(listing)) {
        let row = shops::ActiveModel {
            id: Set(key(listing.id)),
            office: Set(scope.office()),
            slug: Set(listing.slug.clone()),
            name: Set(shop.name.clone()),
            content: Set(written(shop)?),
            since: Set(since),
        };
        scope.insert_wide::<shops::Entity>(row).await?;
    }
    // A hidden shop takes its products along; when it is shown again, they are there again.
    let with = products::ActiveModel { shop_shown: Set(shown.is_some()), ..Default::default() };
    let own = products::Column::ShopId.eq(key(listing.id));
    scope.update_wide::<products::Entity>().set(with).filter(own).exec(scope.conn()).await?;
    index::renew_shop(scope, listing.id).await
}

pub async fn publish_product(scope: &WriteScope<'_>, listing: &Listing<Product>) -> Result<(), Refusal> {
    scope.retire_wide::<products::Entity>().filter(products::Column::Id.eq(key(listing.id))).exec(scope.conn()).await?;
    if let (Some(product), Some(since)) = (listing.standing.public(), since(listing)) {
        show_product(scope, listing, product, since).await?;
    }
    index::renew_product(scope, listing.id).await
}

async fn show_product(scope: &WriteScope<'_>, listing: &Listing<Product>, product: &Product, since: i64) -> Result<(), Refusal> {
    let row = products::ActiveModel {
        id: Set(key(listing.id)),
        office: Set(scope.office()),
        shop_id: Set(key(listing.part.shop)),
        shop_shown: Set(shop_stays_public(scope, listing.part.shop).await?),
        slug: Set(listing.slug.clone()),
        name: Set(product.name.clone()),
        category: Set(product.category.code().to_owned()),
        price: Set(product.price.amount().amount()),
        content: Set(written(product)?),
        since: Set(since),
    };
    Ok(scope.insert_wide::<products::Entity>(row).await?)
}

fn since<C: Content>(listing: &Listing<C>) -> Option<i64> {
    match &listing.standing {
        Standing::Approved { since, .. } => Some(since.micros()),
        _ => None,
    }
}

fn written(content: &impl serde::Serialize) -> Result<String, Refusal> {
    serde_json::to_string(content).map_err(|_| broken("what is public is not JSON"))
}

pub fn product_of(row: products::Model) -> Result<PublicProduct, Refusal> {
    Ok(PublicProduct {
        id: id_of(row.id),
        office: office(row.office)?,
        shop: id_of(row.shop_id),
        slug: row.slug,
        product: serde_json::from_str(&row.content).map_err(|_| broken("a public product is none"))?,
        since: row.since,
    })
}

pub fn shop_of(row: shops::Model) -> Result<PublicShop, Refusal> {
    Ok(PublicShop {
        id: id_of(row.id),
        office: office(row.office)?,
        slug: row.slug,
        shop: serde_json::from_str(&row.content).map_err(|_| broken("a public shop is none"))?,
    })
}

fn office(number: i64) -> Result<OfficeCode, Refusal> {
    number.try_into().map_err(|_| broken("what is public is of no office"))
}
