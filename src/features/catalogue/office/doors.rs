//! What stands behind the server functions: who asks, what a form means, where it leads. The page that asked
//! is shown anew after each act, so its answer is a full load.

use std::marker::PhantomData;

use crate::access::{Actor, Refusal, Unit};
use crate::domain::{IdemKey, ListingId, OfficeCode, Version};
use crate::features::catalogue::acts::{AddProduct, Approve, Archive, Edit, GiveBack, Hide, OpenShop, SeeOwner, Show};
use crate::features::catalogue::store::Stored;
use crate::features::catalogue::{Product, ProductForm, Shop, ShopForm, Wish};
use crate::forms::{ProblemCode, Problems, read};
use crate::server::act::{Act, perform};
use crate::server::clock::day_at;
use crate::server::session;
use crate::ui::Next;

/// A sentence that the seller reads.
const REASON: u32 = 500;

/// Which listing an act is about, as it was seen.
pub struct At {
    /// `shop` or `product`.
    pub kind: String,
    pub id: ListingId,
    pub seen: Version,
    pub key: IdemKey,
}

/// A foreign listing, a missing one and no listing at all look the same.
pub fn listing_id(id: &str) -> Result<ListingId, Refusal> {
    id.parse().map_err(|_| Refusal::NotFound)
}

/// The office for which somebody acts.
pub fn office_of(actor: &Actor) -> Result<OfficeCode, Refusal> {
    match actor.unit() {
        Some(Unit::Office(office)) => Ok(office),
        _ => Err(Refusal::Forbidden),
    }
}

pub async fn open_shop(form: &ShopForm, owner: &str, wish: Option<&str>, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let owner = read::name(owner).map_err(|code| Problems::one("pemilik", code));
    let shop = form.check(day_at(db.clock().now(), db.zone()));
    let (owner, shop) = both(owner, shop).map_err(Refusal::Invalid)?;
    let (office, wish) = (office_of(&actor)?, wish_of(wish));
    let id = db.perform(actor, key, OpenShop { office, owner, shop, wish }).await?;
    Ok(done::<Shop>(id, kept(wish)))
}

pub async fn edit_shop(form: &ShopForm, id: ListingId, seen: Version, wish: Option<&str>, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let content = form.check(day_at(db.clock().now(), db.zone())).map_err(Refusal::Invalid)?;
    let (office, wish) = (office_of(&actor)?, wish_of(wish));
    db.perform(actor, key, Edit { office, id, seen, content, wish }).await?;
    Ok(done::<Shop>(id, kept(wish)))
}

pub async fn add_product(form: &ProductForm, shop: ListingId, wish: Option<&str>, key: IdemKey) -> Result<Next, Refusal> {
    let (actor, product) = (session::actor(), form.check().map_err(Refusal::Invalid)?);
    let (office, wish) = (office_of(&actor)?, wish_of(wish));
    let id = perform(actor, key, AddProduct { office, shop, product, wish }).await?;
    Ok(done::<Product>(id, kept(wish)))
}

pub async fn edit_product(form: &ProductForm, id: ListingId, seen: Version, wish: Option<&str>, key: IdemKey) -> Result<Next, Refusal> {
    let (actor, content) = (session::actor(), form.check().map_err(Refusal::Invalid)?);
    let (office, wish) = (office_of(&actor)?, wish_of(wish));
    perform(actor, key, Edit { office, id, seen, content, wish }).await?;
    Ok(done::<Product>(id, kept(wish)))
}

pub async fn see_owner(id: ListingId, seen: Version, key: IdemKey) -> Result<Next, Refusal> {
    perform(session::actor(), key, SeeOwner { id, seen }).await?;
    Ok(done::<Shop>(id, "ditemui"))
}

pub async fn approve(at: At, permits_seen: bool) -> Result<Next, Refusal> {
    let (id, seen) = (at.id, at.seen);
    let shop = Approve::<Shop> { id, seen, permits_seen, of: PhantomData };
    let product = Approve::<Product> { id, seen, permits_seen, of: PhantomData };
    on(at, shop, product, "disetujui").await
}

pub async fn give_back(at: At, reason: &str) -> Result<Next, Refusal> {
    let (id, seen, reason) = (at.id, at.seen, reason_of("perbaikan", reason)?);
    let shop = GiveBack::<Shop> { id, seen, reason: reason.clone(), of: PhantomData };
    let product = GiveBack::<Product> { id, seen, reason, of: PhantomData };
    on(at, shop, product, "dikembalikan").await
}

pub async fn hide(at: At, reason: &str) -> Result<Next, Refusal> {
    let (id, seen, reason) = (at.id, at.seen, reason_of("alasan", reason)?);
    let shop = Hide::<Shop> { id, seen, reason: reason.clone(), of: PhantomData };
    let product = Hide::<Product> { id, seen, reason, of: PhantomData };
    on(at, shop, product, "disembunyikan").await
}

pub async fn show(at: At) -> Result<Next, Refusal> {
    let (id, seen) = (at.id, at.seen);
    on(at, Show::<Shop> { id, seen, of: PhantomData }, Show::<Product> { id, seen, of: PhantomData }, "ditampilkan").await
}

pub async fn archive(at: At) -> Result<Next, Refusal> {
    let (id, seen, office) = (at.id, at.seen, office_of(&session::actor())?);
    let shop = Archive::<Shop> { office, id, seen, of: PhantomData };
    let product = Archive::<Product> { office, id, seen, of: PhantomData };
    on(at, shop, product, "ditutup").await
}

/// The same act, on what the form says it is about. A product is no shop: it is not found then.
async fn on(at: At, shop: impl Act<Done = ()>, product: impl Act<Done = ()>, what: &str) -> Result<Next, Refusal> {
    match at.kind.as_str() {
        Shop::KIND => perform(session::actor(), at.key, shop).await.map(|()| done::<Shop>(at.id, what)),
        Product::KIND => perform(session::actor(), at.key, product).await.map(|()| done::<Product>(at.id, what)),
        _ => Err(Refusal::NotFound),
    }
}

/// The problems of two forms on one page, in its order.
pub fn both<A, B>(first: Result<A, Problems>, second: Result<B, Problems>) -> Result<(A, B), Problems> {
    match (first, second) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (first, second) => {
            let mut all = first.err().unwrap_or_default();
            for problem in second.err().unwrap_or_default().iter() {
                all.add(problem.field.clone(), problem.code);
            }
            Err(all)
        }
    }
}

pub fn wish_of(pressed: Option<&str>) -> Wish {
    if pressed == Some("ajukan") { Wish::Propose } else { Wish::Keep }
}

pub const fn kept(wish: Wish) -> &'static str {
    match wish {
        Wish::Keep => "disimpan",
        Wish::Propose => "diajukan",
    }
}

fn reason_of(field: &str, typed: &str) -> Result<String, Refusal> {
    let reason = read::lines(typed, REASON).and_then(|reason| if reason.is_empty() { Err(ProblemCode::Missing) } else { Ok(reason) });
    reason.map_err(|code| Refusal::Invalid(Problems::one(field, code)))
}

/// The desk's page of a listing.
pub fn page_of<C: Stored>(id: ListingId) -> String {
    let room = if C::KIND == Shop::KIND { "/kantor/produk/toko/" } else { "/kantor/produk/" };
    [room, &id.to_string()].concat()
}

fn done<C: Stored>(id: ListingId, what: &str) -> Next {
    Next::afresh([&page_of::<C>(id), "?hasil=", what].concat())
}
