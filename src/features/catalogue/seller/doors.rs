//! What stands behind the server functions: whose shop it is, what a form means, where it leads.

use std::marker::PhantomData;

use crate::access::{Actor, Refusal, Role};
use crate::domain::{IdemKey, ListingId, OfficeCode, ParticipantId, Version};
use crate::features::catalogue::acts::{AddProduct, Archive, Edit, HideSkill, OpenShop, ShowSkill};
use crate::features::catalogue::office::{aim_of, as_proposal, both, kept};
use crate::features::catalogue::store::{self, Stored};
use crate::features::catalogue::{Aim, Product, ProductForm, Shop, ShopForm};
use crate::features::offices::gazetteer;
use crate::forms::{ProblemCode, Problems, read};
use crate::server::clock::day_at;
use crate::server::db::{Db, OwnScope};
use crate::server::session;
use crate::ui::Next;

/// Who acts for themselves. Under a hat of staff nothing is one's own: they could approve it.
///
/// # Errors
/// `Forbidden` for who acts for somebody else.
pub fn seller() -> Result<(Db, Actor), Refusal> {
    let (db, actor) = session::asking()?;
    if actor.role() == Role::Resident { Ok((db, actor)) } else { Err(Refusal::Forbidden) }
}

pub async fn open_shop(form: &ShopForm, office: &str, owner: &str, pressed: Option<&str>, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = seller()?;
    let office = office_named(office).map_err(|code| Problems::one("kantor", code));
    let owner = read::name(owner).map_err(|code| Problems::one("pemilik", code));
    let aim = aim_of(pressed);
    let wish = form.wish(aim, day_at(db.clock().now(), db.zone()));
    let ((office, owner), wish) = both(both(office, owner), wish).map_err(Refusal::Invalid)?;
    let id = db.perform(actor, key, OpenShop { office, owner, wish }).await?;
    Ok(done::<Shop>(id, kept(aim)))
}

pub async fn edit_shop(form: &ShopForm, id: ListingId, seen: Version, pressed: Option<&str>, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = seller()?;
    let aim = aim_of(pressed);
    let wish = form.wish(aim, day_at(db.clock().now(), db.zone())).map_err(Refusal::Invalid)?;
    let office = office_of::<Shop>(&db, &actor, id).await?;
    db.perform(actor, key, Edit { office, id, seen, wish }).await?;
    Ok(done::<Shop>(id, kept(aim)))
}

pub async fn add_product(form: &ProductForm, shop: ListingId, pressed: Option<&str>, key: IdemKey) -> Result<Next, Refusal> {
    let ((db, actor), aim) = (seller()?, aim_of(pressed));
    let wish = form.wish(aim).map_err(Refusal::Invalid)?;
    let office = office_of::<Shop>(&db, &actor, shop).await?;
    let id = db.perform(actor, key, AddProduct { office, shop, wish }).await?;
    Ok(done::<Product>(id, kept(aim)))
}

pub async fn edit_product(form: &ProductForm, id: ListingId, seen: Version, pressed: Option<&str>, key: IdemKey) -> Result<Next, Refusal> {
    let ((db, actor), aim) = (seller()?, aim_of(pressed));
    let wish = form.wish(aim).map_err(Refusal::Invalid)?;
    let office = office_of::<Product>(&db, &actor, id).await?;
    db.perform(actor, key, Edit { office, id, seen, wish }).await?;
    Ok(done::<Product>(id, kept(aim)))
}

pub async fn propose(kind: &str, id: ListingId, seen: Version, key: IdemKey) -> Result<Next, Refusal> {
    match kind {
        Shop::KIND => propose_one::<Shop>(id, seen, key).await,
        Product::KIND => propose_one::<Product>(id, seen, key).await,
        _ => Err(Refusal::NotFound),
    }
}

async fn propose_one<C: Stored>(id: ListingId, seen: Version, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = seller()?;
    let office = office_of::<C>(&db, &actor, id).await?;
    let edit = as_proposal::<C>(&*OwnScope::open(&db, &actor).await?, office, id, seen).await?;
    db.perform(actor, key, edit).await?;
    Ok(done::<C>(id, kept(Aim::Propose)))
}

pub async fn close(kind: &str, id: ListingId, seen: Version, key: IdemKey) -> Result<Next, Refusal> {
    match kind {
        Shop::KIND => close_one::<Shop>(id, seen, key).await,
        Product::KIND => close_one::<Product>(id, seen, key).await,
        _ => Err(Refusal::NotFound),
    }
}

async fn close_one<C: Stored>(id: ListingId, seen: Version, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = seller()?;
    let office = office_of::<C>(&db, &actor, id).await?;
    db.perform(actor, key, Archive::<C> { office, id, seen, of: PhantomData }).await?;
    Ok(done::<C>(id, "ditutup"))
}

pub async fn show_skill(shop: ListingId, participant: ParticipantId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = seller()?;
    let office = office_of::<Shop>(&db, &actor, shop).await?;
    db.perform(actor, key, ShowSkill { office, shop, participant }).await?;
    Ok(done::<Shop>(shop, "tampil"))
}

pub async fn hide_skill(shop: ListingId, participant: ParticipantId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = seller()?;
    let office = office_of::<Shop>(&db, &actor, shop).await?;
    db.perform(actor, key, HideSkill { office, shop, participant }).await?;
    Ok(done::<Shop>(shop, "tidak-tampil"))
}

/// At which office a shop or a product of one's own is.
async fn office_of<C: Stored>(db: &Db, actor: &Actor, id: ListingId) -> Result<OfficeCode, Refusal> {
    Ok(store::listing_at::<C>(&*OwnScope::open(db, actor).await?, id).await?.0)
}

fn office_named(typed: &str) -> Result<OfficeCode, ProblemCode> {
    if typed.is_empty() {
        return Err(ProblemCode::MissingChoice);
    }
    let code = typed.parse::<i64>().ok().and_then(|number| OfficeCode::try_from(number).ok());
    code.filter(|code| gazetteer().by_code(*code).is_some()).ok_or(ProblemCode::NotAChoice)
}

/// The seller's page of a listing.
pub fn page_of<C: Stored>(id: ListingId) -> String {
    let room = if C::KIND == Shop::KIND { "/akun/toko/" } else { "/akun/toko/produk/" };
    [room, &id.to_string()].concat()
}

fn done<C: Stored>(id: ListingId, what: &str) -> Next {
    Next::afresh([&page_of::<C>(id), "?hasil=", what].concat())
}
