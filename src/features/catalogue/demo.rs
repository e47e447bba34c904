//! The market of a demonstration: invented shops, opened, proposed and approved as anybody's are. Nobody has
//! these numbers.

use std::marker::PhantomData;

use serde::Deserialize;

use super::acts::{AddProduct, Approve, OpenShop, SeeOwner};
use super::store::{self, Shelf, Stored};
use super::{Product, ProductForm, Shop, ShopForm, Wish};
use crate::access::{Actor, Refusal};
use crate::domain::{ListingId, OfficeCode, PersonName, Version};
use crate::features::accounts::demo;
use crate::server::act::Act;
use crate::server::clock::day_at;
use crate::server::db::{Db, PublicScope};
use crate::server::incident;

const STANDS: &str = include_str!("data/demo.json");

/// A shop as it is typed, with what it sells.
#[derive(Deserialize)]
struct Stand {
    office: OfficeCode,
    /// Who writes it, and who sees the owner and approves: two of the invented people.
    writer: String,
    approver: String,
    owner: String,
    shop: ShopForm,
    products: Vec<ProductForm>,
}

/// Opens the shops where nothing is for sale yet.
///
/// # Errors
/// As `perform`.
pub async fn invent_market(db: &Db) -> Result<(), Refusal> {
    let (sold, _) = store::market(&PublicScope::open(db).await?, &Shelf::default(), None).await?;
    if !sold.is_empty() {
        return Ok(());
    }
    let stands: Vec<Stand> = serde_json::from_str(STANDS).map_err(|error| incident::report("an invented market is none", &error))?;
    for stand in stands {
        open(db, stand).await?;
    }
    Ok(())
}

async fn open(db: &Db, stand: Stand) -> Result<(), Refusal> {
    let by =
        Two { db, writer: demo::actor(db, &stand.writer).await?, approver: demo::actor(db, &stand.approver).await?, office: stand.office };
    let owner = PersonName::parse(&stand.owner).map_err(|_| incident::report("an invented owner has no name", &"demo"))?;
    let shop = stand.shop.check(day_at(db.clock().now(), db.zone())).map_err(Refusal::Invalid)?;
    let id = by.does(&by.writer, OpenShop { office: by.office, owner, shop, wish: Wish::Propose }).await?;
    by.does(&by.approver, SeeOwner { id, seen: Version(1) }).await?;
    by.approves::<Shop>(id, 2).await?;
    for form in stand.products {
        let product = form.check().map_err(Refusal::Invalid)?;
        let added = by.does(&by.writer, AddProduct { office: by.office, shop: id, product, wish: Wish::Propose }).await?;
        by.approves::<Product>(added, 1).await?;
    }
    Ok(())
}

/// Whoever approves is another person.
struct Two<'a> {
    db: &'a Db,
    writer: Actor,
    approver: Actor,
    office: OfficeCode,
}

impl Two<'_> {
    async fn approves<C: Stored>(&self, id: ListingId, seen: i64) -> Result<(), Refusal> {
        let approve = Approve::<C> { id, seen: Version(seen), permits_seen: false, of: PhantomData };
        self.does(&self.approver, approve).await
    }

    async fn does<A: Act>(&self, actor: &Actor, act: A) -> Result<A::Done, Refusal> {
        self.db.perform(actor.clone(), self.db.fresh_key(), act).await
    }
}
