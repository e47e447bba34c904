//! From rows to listings and back. Both kinds share a table: they share their states, and lists.

use std::collections::BTreeSet;
use std::future::Future;

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::public;
use crate::access::Refusal;
use crate::domain::{BlobId, Instant, ListingId, PersonName, Version};
use crate::features::catalogue::entity::listing::{ActiveModel, Column, Entity, Model};
use crate::features::catalogue::{Content, InShop, Listing, Owner, Product, Seen, Shop, Standing, State};
use crate::server::db::{Scope, WriteScope, id_of, key};
use crate::server::incident;
use crate::server::seal::Field;

/// A content that the table knows.
pub trait Stored: Content {
    const KIND: &'static str;

    /// What a row says. Reads what else the listing is about.
    fn read(scope: &Scope<'_>, row: Model) -> impl Future<Output = Result<Listing<Self>, Refusal>> + Send;

    /// What the row says of the part that belongs to no version.
    ///
    /// # Errors
    /// `Internal` when it cannot be written.
    fn part(scope: &WriteScope<'_>, listing: &Listing<Self>) -> ActiveModel;

    /// Files that the listing named as it is stored, and names no more.
    fn gone(_: &WriteScope<'_>, _: &Listing<Self>) -> impl Future<Output = Result<Vec<BlobId>, Refusal>> + Send {
        async { Ok(Vec::new()) }
    }

    /// Closes what is in it along with it.
    fn close_inside(_: &WriteScope<'_>, _: &Listing<Self>) -> impl Future<Output = Result<(), Refusal>> + Send {
        async { Ok(()) }
    }

    /// Makes what visitors see equal to what is public of the listing.
    fn publish(scope: &WriteScope<'_>, listing: &Listing<Self>) -> impl Future<Output = Result<(), Refusal>> + Send;
}

pub const fn kind_of<C: Stored>() -> &'static str {
    C::KIND
}

impl Stored for Shop {
    const KIND: &'static str = "shop";

    async fn read(scope: &Scope<'_>, row: Model) -> Result<Listing<Self>, Refusal> {
        let sealed = row.owner_name.as_deref().ok_or_else(|| broken("a shop has no owner"))?;
        let name = scope.sealer(row.office_id).open(name_of(id_of(row.id)), sealed).map_err(|_| broken("an owner does not open"))?;
        let name = String::from_utf8(name.to_vec()).ok().and_then(|name| PersonName::parse(&name).ok());
        let seen = row.owner_seen_by.zip(row.owner_seen_at).map(|(by, at)| Seen { by: id_of(by), at: Instant::from_micros(at) });
        let owner = Owner { name: name.ok_or_else(|| broken("an owner has no name"))?, seen };
        of_row(scope, row, owner)
    }

    fn part(scope: &WriteScope<'_>, listing: &Listing<Self>) -> ActiveModel {
        let (owner, sealer) = (&listing.part, scope.sealer(scope.office()));
        ActiveModel {
            owner_name: Set(Some(sealer.seal(name_of(listing.id), owner.name.as_str().as_bytes(), scope.db().entropy()))),
            owner_seen_by: Set(owner.seen.map(|seen| key(seen.by))),
            owner_seen_at: Set(owner.seen.map(|seen| seen.at.micros())),
            ..Default::default()
        }
    }

    async fn close_inside(scope: &WriteScope<'_>, listing: &Listing<Self>) -> Result<(), Refusal> {
        let place = InShop { shop: listing.id, public: false };
        let open = scope.find::<Entity>().filter(Column::ShopId.eq(key(listing.id))).filter(Column::State.ne(State::Archived.code()));
        for row in open.order_by_asc(Column::Id).lock_exclusive().all(scope.conn()).await? {
            let mut product = product_in(scope, row, place)?;
            product.archive()?;
            super::save(scope, &product).await?;
        }
        Ok(())
    }

    async fn publish(scope: &WriteScope<'_>, listing: &Listing<Self>) -> Result<(), Refusal> {
        public::publish_shop(scope, listing).await
    }
}

impl Stored for Product {
    const KIND: &'static str = "product";

    async fn read(scope: &Scope<'_>, row: Model) -> Result<Listing<Self>, Refusal> {
        let shop = row.shop_id.ok_or_else(|| broken("a product is in no shop"))?;
        let place = InShop { shop: id_of(shop), public: is_public(scope, id_of(shop)).await? };
        product_in(scope, row, place)
    }

    fn part(_: &WriteScope<'_>, listing: &Listing<Self>) -> ActiveModel {
        ActiveModel { shop_id: Set(Some(key(listing.part.shop))), ..Default::default() }
    }

    async fn gone(scope: &WriteScope<'_>, listing: &Listing<Self>) -> Result<Vec<BlobId>, Refusal> {
        let row = scope.find::<Entity>().filter(Column::Id.eq(key(listing.id))).one(scope.conn()).await?;
        let Some(row) = row else { return Ok(Vec::new()) };
        let files = |standing: &Standing<Self>| -> BTreeSet<BlobId> { standing.photos().map(|photo| photo.id).collect() };
        Ok(files(&standing(scope, &row)?).difference(&files(&listing.standing)).copied().collect())
    }

    async fn publish(scope: &WriteScope<'_>, listing: &Listing<Self>) -> Result<(), Refusal> {
        public::publish_product(scope, listing).await
    }
}

/// A product whose shop is known.
pub(super) fn product_in(scope: &Scope<'_>, row: Model, place: InShop) -> Result<Listing<Product>, Refusal> {
    of_row(scope, row, place)
}

/// Whether a shop is public.
pub(super) async fn is_public(scope: &Scope<'_>, shop: ListingId) -> Result<bool, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(shop))).one(scope.conn()).await?;
    let row = row.ok_or_else(|| broken("a product's shop is not there"))?;
    Ok(standing::<Shop>(scope, &row)?.public().is_some())
}

/// How a shop or a product was called last, and of a draft whether nothing is missing in it.
pub(super) fn brief_in(scope: &Scope<'_>, row: &Model) -> Result<(String, Option<bool>), Refusal> {
    if row.kind == Shop::KIND { Ok(brief(&standing::<Shop>(scope, row)?)) } else { Ok(brief(&standing::<Product>(scope, row)?)) }
}

fn brief<C: Content>(standing: &Standing<C>) -> (String, Option<bool>) {
    (standing.name().to_owned(), standing.drafted().map(|draft| C::finished(draft).is_ok()))
}

/// Whether a shop is public, held so until the transaction ends: whoever hides it in between waits, and
/// then finds the product too. (PostgreSQL reads what was committed, and SQLite has one writer anyhow.)
pub(super) async fn shop_stays_public(scope: &WriteScope<'_>, shop: ListingId) -> Result<bool, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(shop))).lock_shared().one(scope.conn()).await?;
    let row = row.ok_or_else(|| broken("a product's shop is not there"))?;
    Ok(standing::<Shop>(scope, &row)?.public().is_some())
}

impl<C: Stored> Listing<C> {
    /// What changes of a listing; the rest is written once.
    pub(super) fn row(&self, scope: &WriteScope<'_>) -> Result<ActiveModel, Refusal> {
        let body = serde_json::to_vec(&self.standing).map_err(|_| broken("a listing is not JSON"))?;
        Ok(ActiveModel {
            state: Set(self.standing.state().code().to_owned()),
            body: Set(scope.sealer(scope.office()).seal(body_of(self.id), &body, scope.db().entropy())),
            ..C::part(scope, self)
        })
    }
}

fn of_row<C: Stored>(scope: &Scope<'_>, row: Model, part: C::Part) -> Result<Listing<C>, Refusal> {
    let standing = standing(scope, &row)?;
    Ok(Listing {
        id: id_of(row.id),
        version: Some(Version(row.version)),
        slug: row.slug,
        owner: row.owner.map(id_of),
        created_at: Instant::from_micros(row.created_at),
        standing,
        part,
    })
}

pub(super) fn standing<C: Stored>(scope: &Scope<'_>, row: &Model) -> Result<Standing<C>, Refusal> {
    let body = scope.sealer(row.office_id).open(body_of(id_of(row.id)), &row.body).map_err(|_| broken("a listing does not open"))?;
    let standing: Standing<C> = serde_json::from_slice(&body).map_err(|_| broken("a listing is none"))?;
    let said = State::ALL.into_iter().find(|state| state.code() == row.state);
    if said == Some(standing.state()) { Ok(standing) } else { Err(broken("a listing is in another state than its row")) }
}

fn body_of(id: ListingId) -> Field<'static> {
    Field { kind: "listing.body", row: id.as_u128() }
}

fn name_of(id: ListingId) -> Field<'static> {
    Field { kind: "listing.owner", row: id.as_u128() }
}

pub fn broken(what: &'static str) -> Refusal {
    incident::report(what, &"catalogue")
}
