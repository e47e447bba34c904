//! Shops and products in the database. Every function begins at a scope; rows stay inside.

mod clicks;
mod effect;
mod figures;
mod index;
mod links;
mod list;
mod looks;
mod photos;
mod public;
mod reminders;
mod rows;
mod search;
mod skills;
mod table;
mod text;
mod vocabulary;

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::entity::listing::{ActiveModel, Column, Entity};
use super::{InShop, Listing, Standing, State};
use crate::access::Refusal;
use crate::domain::{Instant, ListingId, OfficeCode, Version};
use crate::server::blobs;
use crate::server::db::{Scope, WriteScope, id_of, key, unique_is_busy};

pub use clicks::{clicks, count_clicks};
pub use effect::{add_measured, measure_again, measured_everywhere, measured_here, measured_of, owned_shops};
pub use figures::{OfficeFigures, figures, products_here};
pub use index::renew_some;
pub use links::{add_link, give_shop, link, link_in_hand, open_link, shop_in_hand, take_link};
pub use list::{ListPlace, Listed, counts, list};
pub use looks::{count_looks, leads, looks};
pub use photos::{photo_within, public_photo};
pub use public::{PublicProduct, PublicShop, products_of, public_product, public_shop, shops_of, slugs};
pub use reminders::{Reminder, tell_of_endings, told_here, told_of};
pub use rows::Stored;
use rows::{broken, kind_of};
pub use search::{Place, Shelf, Sort, market};
pub use skills::{ShownSkill, chosen_skills, forget_skills, hide_skill, show_skill, shown_skills};
pub use table::{Stand, Stock, TablePlace, hold_shops, open_products, save_unseen, some_products, stock};
pub use text::Wanted;
pub use vocabulary::{Understood, understand};

/// No list is longer than this.
pub const PAGE: u64 = 50;

/// A shop or a product within reach.
///
/// # Errors
/// `NotFound` out of reach, and for a listing of the other kind.
pub async fn listing<C: Stored>(scope: &Scope<'_>, id: ListingId) -> Result<Listing<C>, Refusal> {
    let row = of_kind::<C>(scope).filter(Column::Id.eq(key(id))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    C::read(scope, row).await
}

/// The same, held as it is until the transaction ends: whoever changes it in between waits.
///
/// # Errors
/// As [`listing`].
pub async fn listing_held<C: Stored>(scope: &WriteScope<'_>, id: ListingId) -> Result<Listing<C>, Refusal> {
    let row = of_kind::<C>(scope).filter(Column::Id.eq(key(id))).lock_shared().one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    C::read(scope, row).await
}

/// The same with its office, for who may reach more than one.
///
/// # Errors
/// As [`listing`].
pub async fn listing_at<C: Stored>(scope: &Scope<'_>, id: ListingId) -> Result<(OfficeCode, Listing<C>), Refusal> {
    let row = of_kind::<C>(scope).filter(Column::Id.eq(key(id))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    let office = row.office_id.try_into().map_err(|_| broken("a listing is of no office"))?;
    Ok((office, C::read(scope, row).await?))
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

/// Shops within reach with their offices, oldest first; at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn shops_within(scope: &Scope<'_>) -> Result<Vec<(OfficeCode, Listing<super::Shop>)>, Refusal> {
    let found = of_kind::<super::Shop>(scope).order_by_asc(Column::CreatedAt).order_by_asc(Column::Id).limit(PAGE);
    let mut shops = Vec::new();
    for row in found.all(scope.conn()).await? {
        let office = row.office_id.try_into().map_err(|_| broken("a listing is of no office"))?;
        shops.push((office, super::Shop::read(scope, row).await?));
    }
    Ok(shops)
}

/// Products of a shop within reach from a place on, oldest first; at most [`PAGE`], and where the next page begins.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn products(
    scope: &Scope<'_>,
    shop: ListingId,
    seen: Option<ListPlace>,
) -> Result<(Vec<Listing<super::Product>>, Option<ListPlace>), Refusal> {
    let mut page = scope.find::<Entity>().filter(Column::ShopId.eq(key(shop))).cursor_by((Column::CreatedAt, Column::Id));
    if let Some((at, id)) = seen {
        page.after((at, key(id)));
    }
    let mut rows = page.first(PAGE + 1).all(scope.conn()).await?;
    let more = rows.len() as u64 > PAGE;
    rows.truncate(PAGE as usize);
    let next = rows.last().filter(|_| more).map(|row| (row.created_at, id_of(row.id)));
    if rows.is_empty() {
        return Ok((Vec::new(), None));
    }
    let public = rows::is_public(scope, shop).await?;
    let products = rows.into_iter().map(|row| rows::product_in(scope, row, InShop { shop, public })).collect::<Result<_, _>>()?;
    Ok((products, next))
}

/// All that a shop within reach has ever sold.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn product_ids(scope: &Scope<'_>, shop: ListingId) -> Result<Vec<ListingId>, Refusal> {
    let all = scope.find::<Entity>().filter(Column::ShopId.eq(key(shop))).select_only().column(Column::Id);
    let ids: Vec<sea_orm::prelude::Uuid> = all.into_tuple().all(scope.conn()).await?;
    Ok(ids.into_iter().map(id_of).collect())
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
        Some(seen) => {
            let gone = C::gone(scope, listing).await?;
            scope.cas::<Entity>(listing.id, seen, row).await?;
            // Nothing names these any more, so they are swept.
            for file in gone {
                blobs::forget(scope, file).await?;
            }
        }
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
