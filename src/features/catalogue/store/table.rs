//! Many products of an office at once: its table, page by page or whole, and proposals for several.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::rows::{product_in, standing};
use super::{PAGE, broken, insert, of_kind};
use crate::access::Refusal;
use crate::domain::{AccountId, ListingId, Version};
use crate::features::catalogue::entity::listing::{Column, Entity, Model};
use crate::features::catalogue::{InShop, Listing, Product, Shop, State};
use crate::server::db::{OfficeScope, Scope, WriteScope, id_of, key};

/// A shop as its products have to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    pub id: ListingId,
    pub slug: String,
    /// As it was called last.
    pub name: String,
    pub owner: Option<AccountId>,
    /// Not closed for good.
    pub open: bool,
    pub public: bool,
}

/// All shops of an office and all that they sell, in every state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    /// The oldest first.
    pub shops: Vec<Stand>,
    /// Shop by shop, each from the oldest on.
    pub products: Vec<Listing<Product>>,
}

/// Holds the shops of an office as they are until the transaction ends: whoever is about to take one waits, so
/// that what is added to it gets its seller.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn hold_shops(scope: &WriteScope<'_>) -> Result<(), Refusal> {
    let ids = of_kind::<Shop>(scope).lock_shared().select_only().column(Column::Id);
    ids.into_tuple::<sea_orm::prelude::Uuid>().all(scope.conn()).await?;
    Ok(())
}

/// The whole stock within reach. No limit but that of the shops: each has so many open products at most.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn stock(scope: &Scope<'_>) -> Result<Stock, Refusal> {
    let shops = of_kind::<Shop>(scope).order_by_asc(Column::CreatedAt).order_by_asc(Column::Id).all(scope.conn()).await?;
    let shops: Vec<Stand> = shops.iter().map(|row| stand(scope, row)).collect::<Result<_, _>>()?;
    let found = of_kind::<Product>(scope).order_by_asc(Column::ShopId).order_by_asc(Column::CreatedAt).order_by_asc(Column::Id);
    let products = of_shops(scope, found.all(scope.conn()).await?, &shops)?;
    Ok(Stock { shops, products })
}

/// Where a page of the table ends: shop, moment and product of its last row.
pub type TablePlace = (ListingId, i64, ListingId);

/// Products that are not closed, shop by shop, from a place on; at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn open_products(scope: &OfficeScope<'_>, seen: Option<TablePlace>) -> Result<(Vec<Listing<Product>>, Vec<Stand>), Refusal> {
    let open = of_kind::<Product>(scope).filter(Column::State.ne(State::Archived.code()));
    let mut page = open.cursor_by((Column::ShopId, Column::CreatedAt, Column::Id));
    if let Some((shop, at, id)) = seen {
        page.after((key(shop), at, key(id)));
    }
    let rows = page.first(PAGE).all(scope.conn()).await?;
    let ids = rows.iter().filter_map(|row| row.shop_id);
    let shops = of_kind::<Shop>(scope).filter(Column::Id.is_in(ids)).all(scope.conn()).await?;
    let shops: Vec<Stand> = shops.iter().map(|row| stand(scope, row)).collect::<Result<_, _>>()?;
    Ok((of_shops(scope, rows, &shops)?, shops))
}

/// Some products within reach, with the versions that were seen; in the order of `wanted`, at most [`PAGE`].
///
/// # Errors
/// `NotFound` when one of them is out of reach; `Busy` or `Internal` of the database.
pub async fn some_products(scope: &Scope<'_>, wanted: &[ListingId]) -> Result<Vec<Listing<Product>>, Refusal> {
    let rows = of_kind::<Product>(scope).filter(Column::Id.is_in(wanted.iter().map(|id| key(*id)))).all(scope.conn()).await?;
    let ids = rows.iter().filter_map(|row| row.shop_id);
    let shops = of_kind::<Shop>(scope).filter(Column::Id.is_in(ids)).all(scope.conn()).await?;
    let shops: Vec<Stand> = shops.iter().map(|row| stand(scope, row)).collect::<Result<_, _>>()?;
    let mut found: HashMap<ListingId, Listing<Product>> = of_shops(scope, rows, &shops)?.into_iter().map(|one| (one.id, one)).collect();
    wanted.iter().map(|id| found.remove(id).ok_or(Refusal::NotFound)).collect()
}

/// Keeps versions that nobody has approved. What visitors see stays as it is, photos too, so nothing of it is
/// written again: two thousand products cost two thousand statements.
///
/// # Errors
/// `Stale` when somebody was faster; `Busy` when an address is taken: others are drawn then.
pub async fn save_unseen(scope: &WriteScope<'_>, listings: &[Listing<Product>]) -> Result<(), Refusal> {
    for listing in listings {
        let row = listing.row(scope)?;
        match listing.version {
            Some(seen) => scope.cas::<Entity>(listing.id, seen, row).await.map(|_: Version| ())?,
            None => insert(scope, listing, row).await?,
        }
    }
    Ok(())
}

fn stand(scope: &Scope<'_>, row: &Model) -> Result<Stand, Refusal> {
    let standing = standing::<Shop>(scope, row)?;
    Ok(Stand {
        id: id_of(row.id),
        slug: row.slug.clone(),
        name: standing.name().to_owned(),
        owner: row.owner.map(id_of),
        open: standing.state() != State::Archived,
        public: standing.public().is_some(),
    })
}

fn of_shops(scope: &Scope<'_>, rows: Vec<Model>, shops: &[Stand]) -> Result<Vec<Listing<Product>>, Refusal> {
    let shops: HashMap<ListingId, bool> = shops.iter().map(|shop| (shop.id, shop.public)).collect();
    let product = |row: Model| {
        let shop = row.shop_id.map(id_of::<ListingId>).ok_or_else(|| broken("a product is in no shop"))?;
        let public = *shops.get(&shop).ok_or_else(|| broken("a product's shop is not there"))?;
        product_in(scope, row, InShop { shop, public })
    };
    rows.into_iter().map(product).collect()
}
