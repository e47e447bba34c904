//! What stands behind the server functions: who asks, what a form means, where it leads. The page that asked
//! is shown anew after each act, so its answer is a full load.

use std::marker::PhantomData;

use super::office_of;
use crate::access::Refusal;
use crate::domain::{IdemKey, ListingId, OfficeCode, Version};
use crate::features::catalogue::acts::{AddProduct, Approve, Archive, Edit, GiveBack, Hide, OpenShop, SeeOwner, Show};
use crate::features::catalogue::store::{self, Stored};
use crate::features::catalogue::{Aim, Product, ProductForm, Shop, ShopForm, Wish};
use crate::forms::{ProblemCode, Problems, read};
use crate::server::act::{Act, perform};
use crate::server::clock::day_at;
use crate::server::db::{OfficeScope, Scope};
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

pub async fn open_shop(form: &ShopForm, owner: &str, pressed: Option<&str>, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let owner = read::name(owner).map_err(|code| Problems::one("pemilik", code));
    let aim = aim_of(pressed);
    let wish = form.wish(aim, day_at(db.clock().now(), db.zone()));
    let (owner, wish) = both(owner, wish).map_err(Refusal::Invalid)?;
    let office = office_of(&actor)?;
    let id = db.perform(actor, key, OpenShop { office, owner, wish }).await?;
    Ok(done::<Shop>(id, kept(aim)))
}

pub async fn edit_shop(form: &ShopForm, id: ListingId, seen: Version, pressed: Option<&str>, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let aim = aim_of(pressed);
    let wish = form.wish(aim, day_at(db.clock().now(), db.zone())).map_err(Refusal::Invalid)?;
    let office = office_of(&actor)?;
    db.perform(actor, key, Edit { office, id, seen, wish }).await?;
    Ok(done::<Shop>(id, kept(aim)))
}

pub async fn add_product(form: &ProductForm, shop: ListingId, pressed: Option<&str>, key: IdemKey) -> Result<Next, Refusal> {
    let (actor, aim) = (session::actor(), aim_of(pressed));
    let wish = form.wish(aim).map_err(Refusal::Invalid)?;
    let office = office_of(&actor)?;
    let id = perform(actor, key, AddProduct { office, shop, wish }).await?;
    Ok(done::<Product>(id, kept(aim)))
}

pub async fn edit_product(form: &ProductForm, id: ListingId, seen: Version, pressed: Option<&str>, key: IdemKey) -> Result<Next, Refusal> {
    let (actor, aim) = (session::actor(), aim_of(pressed));
    let wish = form.wish(aim).map_err(Refusal::Invalid)?;
    let office = office_of(&actor)?;
    perform(actor, key, Edit { office, id, seen, wish }).await?;
    Ok(done::<Product>(id, kept(aim)))
}

/// Sends what was drafted last, as it was seen.
pub async fn propose(at: At) -> Result<Next, Refusal> {
    match at.kind.as_str() {
        Shop::KIND => propose_one::<Shop>(at).await,
        Product::KIND => propose_one::<Product>(at).await,
        _ => Err(Refusal::NotFound),
    }
}

async fn propose_one<C: Stored>(at: At) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    let edit = as_proposal::<C>(&*OfficeScope::open(&db, &actor).await?, office, at.id, at.seen).await?;
    db.perform(actor, at.key, edit).await?;
    Ok(done::<C>(at.id, kept(Aim::Propose)))
}

/// The proposal of what was said last. Whoever changes it in between has made another version of it than the
/// one that was seen.
///
/// # Errors
/// `NotFound` out of reach; `Invalid` while something is missing.
pub async fn as_proposal<C: Stored>(scope: &Scope<'_>, office: OfficeCode, id: ListingId, seen: Version) -> Result<Edit<C>, Refusal> {
    let listing = store::listing::<C>(scope, id).await?;
    let content = C::finished(&listing.standing.latest()).map_err(Refusal::Invalid)?;
    Ok(Edit { office, id, seen, wish: Wish::Propose(content) })
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

pub fn aim_of(pressed: Option<&str>) -> Aim {
    if pressed == Some("ajukan") { Aim::Propose } else { Aim::Keep }
}

pub const fn kept(aim: Aim) -> &'static str {
    match aim {
        Aim::Keep => "disimpan",
        Aim::Propose => "diajukan",
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
