use std::marker::PhantomData;

use crate::access::{Actor, Refusal};
use crate::domain::{ListingId, OfficeCode, PersonName, Version};
use crate::features::catalogue::acts::{AddProduct, Approve, Edit, OpenShop, SeeOwner};
use crate::features::catalogue::store::{self, PublicProduct, Shelf, Stored};
use crate::features::catalogue::testing::{sale_pisang, yuni};
use crate::features::catalogue::{Listing, Product, Shop, Sketch, Wish};
use crate::server::db::{OfficeScope, PublicScope};
use crate::server::testing::{Person, World};

pub fn open_shop(office: OfficeCode) -> OpenShop {
    OpenShop { office, owner: PersonName::parse("Yuni Astuti").expect("a name"), wish: Wish::Keep(yuni()) }
}

pub fn add(office: OfficeCode, shop: ListingId) -> AddProduct {
    AddProduct { office, shop, wish: kept(&sale_pisang()) }
}

/// A draft in which nothing is missing.
pub fn kept(product: &Product) -> Wish<Product> {
    Wish::Keep(Sketch::of(product))
}

pub fn propose<C: Stored>(office: OfficeCode, id: ListingId, seen: i64, content: C) -> Edit<C> {
    Edit { office, id, seen: Version(seen), wish: Wish::Propose(content) }
}

pub fn approve<C: Stored>(id: ListingId, seen: i64) -> Approve<C> {
    Approve { id, seen: Version(seen), permits_seen: false, of: PhantomData }
}

/// Rini opens a public shop with a public product; Lina approves. Both stand at their third version or later.
pub async fn public_product(world: &World) -> (ListingId, ListingId) {
    let (rini, lina, here) = (world.officer("Rini"), world.officer("Lina"), world.tamansari());
    let shop = rini.does(open_shop(here)).await.unwrap();
    rini.does(SeeOwner { id: shop, seen: Version(1) }).await.unwrap();
    rini.does(propose(here, shop, 2, yuni())).await.unwrap();
    lina.does(approve::<Shop>(shop, 3)).await.unwrap();
    let product = rini.does(add(here, shop)).await.unwrap();
    rini.does(propose(here, product, 1, sale_pisang())).await.unwrap();
    lina.does(approve::<Product>(product, 2)).await.unwrap();
    (shop, product)
}

pub async fn listing<C: Stored>(world: &World, actor: &Actor, id: ListingId) -> Result<Listing<C>, Refusal> {
    let scope = OfficeScope::open(&world.db, actor).await?;
    store::listing(&scope, id).await
}

/// What a visitor finds.
pub async fn market(world: &World) -> Vec<PublicProduct> {
    let scope = PublicScope::open(&world.db).await.unwrap();
    store::market(&scope, &Shelf::default(), None).await.unwrap().0
}

pub fn verifier(world: &World, name: &str) -> Person {
    world.staff(name, crate::access::Role::Verifier, crate::access::Unit::Office(world.tamansari()))
}
