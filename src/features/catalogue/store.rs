//! Shops and products in the database. Every function begins at a scope; rows stay inside.

mod public;
mod rows;

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::entity::listing::{ActiveModel, Column, Entity, Model};
use super::{Content, Listing, Standing, State};
use crate::access::Refusal;
use crate::domain::{Instant, ListingId, Version};
use crate::server::db::{OfficeScope, Scope, WriteScope, id_of, key, unique_is_busy};

pub use public::{Place, PublicProduct, PublicShop, Shelf, market, public_product, public_shop, shops_of};
pub use rows::Stored;
use rows::kind_of;

/// No list is longer than this.
pub const PAGE: u64 = 50;

/// Listings of one kind and state, those that have waited longest first; at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn list<C: Stored>(scope: &OfficeScope<'_>, state: State, seen: Option<(i64, ListingId)>) -> Result<Vec<Listing<C>>, Refusal> {
    let mut page = of_kind::<C>(scope).filter(Column::State.eq(state.code())).cursor_by((Column::ChangedAt, Column::Id));
    if let Some((at, id)) = seen {
        page.after((at, key(id)));
    }
    let rows = page.first(PAGE).all(scope.conn()).await?;
    read_all(scope, rows).await
}

/// How many there are in each state, in the order of [`State::ALL`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn counts<C: Stored>(scope: &OfficeScope<'_>) -> Result<[u64; 6], Refusal> {
    let counted = of_kind::<C>(scope).select_only().column(Column::State).column_as(Column::Id.count(), "number").group_by(Column::State);
    let counted: Vec<(String, i64)> = counted.into_tuple().all(scope.conn()).await?;
    Ok(State::ALL.map(|state| {
        let number = counted.iter().find(|(code, _)| code == state.code()).map_or(0, |(_, number)| *number);
        u64::try_from(number).unwrap_or(0)
    }))
}

/// A shop or a product within reach.
///
/// # Errors
/// `NotFound` out of reach, and for a listing of the other kind.
pub async fn listing<C: Stored>(scope: &Scope<'_>, id: ListingId) -> Result<Listing<C>, Refusal> {
    let row = of_kind::<C>(scope).filter(Column::Id.eq(key(id))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    C::read(scope, row).await
}

/// The same, if it is still as it was seen.
///
/// # Errors
/// `NotFound` out of reach; `Stale` with who was faster.
pub async fn listing_as_seen<C: Stored>(scope: &Scope<'_>, id: ListingId, seen: Version) -> Result<Listing<C>, Refusal> {
    let row = of_kind::<C>(scope).filter(Column::Id.eq(key(id))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    if row.version != seen.0 {
        return Err(Refusal::Stale { by: row.changed_by.map(id_of), at: Instant::from_micros(row.changed_at) });
    }
    C::read(scope, row).await
}

/// Products of a shop within reach, oldest first; at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn products(scope: &Scope<'_>, shop: ListingId) -> Result<Vec<Listing<super::Product>>, Refusal> {
    let found = scope.find::<Entity>().filter(Column::ShopId.eq(key(shop))).order_by_asc(Column::CreatedAt).order_by_asc(Column::Id);
    read_all(scope, found.limit(PAGE).all(scope.conn()).await?).await
}

/// How many within reach are not closed: all shops of the one who asks, or products of a shop.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn open_ones<C: Stored>(scope: &Scope<'_>, shop: Option<ListingId>) -> Result<u64, Refusal> {
    let open = of_kind::<C>(scope).filter(Column::State.ne(State::Archived.code()));
    let open = shop.into_iter().fold(open, |open, shop| open.filter(Column::ShopId.eq(key(shop))));
    Ok(open.count(scope.conn()).await?)
}

/// Keeps the listing, and shows of it what visitors may see, in the same transaction.
///
/// # Errors
/// `Stale` when somebody was faster; `Busy` when its address is taken: another is drawn then.
pub async fn save<C: Stored>(scope: &WriteScope<'_>, listing: &Listing<C>) -> Result<(), Refusal> {
    let row = listing.row(scope)?;
    match listing.version {
        Some(seen) => scope.cas::<Entity>(listing.id, seen, row).await.map(drop)?,
        None => insert(scope, listing, row).await?,
    }
    if !matches!(listing.standing, Standing::New(_)) {
        scope.publish();
    }
    C::publish(scope, listing).await
}

async fn insert<C: Stored>(scope: &WriteScope<'_>, listing: &Listing<C>, row: ActiveModel) -> Result<(), Refusal> {
    let new = ActiveModel {
        id: Set(key(listing.id)),
        version: Set(Version::FIRST.0),
        kind: Set(kind_of::<C>().to_owned()),
        slug: Set(listing.slug.clone()),
        owner: Set(listing.owner.map(key)),
        created_at: Set(listing.created_at.micros()),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..row
    };
    scope.insert::<Entity>(new).await.map_err(unique_is_busy)
}

fn of_kind<C: Stored>(scope: &Scope<'_>) -> Select<Entity> {
    scope.find::<Entity>().filter(Column::Kind.eq(kind_of::<C>()))
}

async fn read_all<C: Content + Stored>(scope: &Scope<'_>, rows: Vec<Model>) -> Result<Vec<Listing<C>>, Refusal> {
    let mut listings = Vec::with_capacity(rows.len());
    for row in rows {
        listings.push(C::read(scope, row).await?);
    }
    Ok(listings)
}
