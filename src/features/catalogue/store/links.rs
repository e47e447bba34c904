//! Ways to shops that offices give to sellers.

use sea_orm::sea_query::ExprTrait;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

use super::rows::broken;
use crate::access::Refusal;
use crate::domain::{AccountId, BlobId, Instant, ListingId, Phone};
use crate::features::catalogue::Product;
use crate::features::catalogue::entity::listing;
use crate::features::catalogue::entity::seller_link::{ActiveModel, Column, Entity, Model};
use crate::features::catalogue::seller_link::{OpenLink, SellerLink};
use crate::server::blobs;
use crate::server::db::{Db, Scope, WideScope, WriteScope, id_of, key, unique_is_busy};
use crate::server::seal::{Field, Sealer};
use crate::server::session::{Token, TokenHash};

/// What a link is about, for whoever holds it.
///
/// # Errors
/// `NotFound` for a link that nobody made; `Busy` or `Internal` of the database.
pub async fn link_in_hand(db: &Db, hash: TokenHash) -> Result<SellerLink, Refusal> {
    let scope = WideScope::open(db).await?;
    let row = scope.find::<Entity>().filter(Column::Hash.eq(hash.bytes())).one(scope.conn()).await?;
    of_row(hash, row.ok_or(Refusal::NotFound)?)
}

/// The same inside of an act, of this office alone.
///
/// # Errors
/// As [`link_in_hand`].
pub async fn link(scope: &WriteScope<'_>, hash: TokenHash) -> Result<SellerLink, Refusal> {
    let here = scope.find_wide::<Entity>().filter(Column::Hash.eq(hash.bytes())).filter(Column::Office.eq(scope.office()));
    of_row(hash, here.one(scope.conn()).await?.ok_or(Refusal::NotFound)?)
}

fn of_row(hash: TokenHash, row: Model) -> Result<SellerLink, Refusal> {
    Ok(SellerLink {
        hash,
        office: row.office.try_into().map_err(|_| broken("a link is of no office"))?,
        shop: id_of(row.shop),
        phone: row.phone_index.try_into().map_err(|_| broken("a link is for no phone"))?,
        until: Instant::from_micros(row.expires_at),
        taken: row.taken_by.is_some(),
    })
}

/// The link to a shop of this office that nobody has taken yet.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn open_link(scope: &Scope<'_>, shop: ListingId) -> Result<Option<OpenLink>, Refusal> {
    let open = scope.find_wide::<Entity>().filter(Column::Office.eq(scope.office())).filter(Column::Shop.eq(key(shop)));
    let Some(row) = open.filter(Column::TakenBy.is_null()).one(scope.conn()).await? else { return Ok(None) };
    opened(&scope.sealer(row.office), &row).map(Some)
}

/// What the shop of a link was called when it was made. Told to whom it opens for ([`SellerLink::opens_for`]) and to nobody
/// else; empty once it was taken.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn shop_in_hand(db: &Db, link: &SellerLink) -> Result<String, Refusal> {
    let scope = WideScope::open(db).await?;
    let open = scope.find::<Entity>().filter(Column::Hash.eq(link.hash.bytes())).filter(Column::TakenBy.is_null());
    let Some(row) = open.one(scope.conn()).await? else { return Ok(String::new()) };
    Ok(opened(&db.keys().office(row.office), &row)?.shop)
}

fn opened(sealer: &Sealer, row: &Model) -> Result<OpenLink, Refusal> {
    let sealed = row.secret.as_ref().ok_or_else(|| broken("an open link has no secret"))?;
    let secret = sealer.open(secret_of(id_of(row.shop)), sealed).map_err(|_| broken("a link does not open"))?;
    let mut said = std::str::from_utf8(&secret).unwrap_or_default().splitn(3, ' ');
    let token = said.next().and_then(Token::parse);
    let phone = said.next().and_then(|phone| Phone::parse(phone).ok());
    let (token, phone) = token.zip(phone).ok_or_else(|| broken("a link says nothing"))?;
    let shop = said.next().unwrap_or_default().to_owned();
    Ok(OpenLink { token, phone, shop, until: Instant::from_micros(row.expires_at) })
}

/// Makes the link, in place of one that nobody has taken.
///
/// # Errors
/// `Busy` when somebody else makes one now: the act runs again.
pub async fn add_link(scope: &WriteScope<'_>, link: &SellerLink, open: &OpenLink) -> Result<(), Refusal> {
    let before = scope.retire_wide::<Entity>().filter(Column::Office.eq(scope.office())).filter(Column::Shop.eq(key(link.shop)));
    before.filter(Column::TakenBy.is_null()).exec(scope.conn()).await?;
    let secret = [&open.token.in_writing(), " ", open.phone.expose(), " ", &open.shop].concat();
    let row = ActiveModel {
        hash: Set(link.hash.bytes()),
        office: Set(scope.office()),
        shop: Set(key(link.shop)),
        phone_index: Set(link.phone.to_vec()),
        secret: Set(Some(scope.sealer(scope.office()).seal(secret_of(link.shop), secret.as_bytes(), scope.db().entropy()))),
        made_by: Set(key(scope.by().ok_or(Refusal::SignIn)?)),
        made_at: Set(scope.now().micros()),
        expires_at: Set(link.until.micros()),
        taken_by: Set(None),
        taken_at: Set(None),
    };
    scope.insert_wide::<Entity>(row).await.map_err(unique_is_busy)
}

/// Notes who has taken it. What it said is gone.
///
/// # Errors
/// `Busy` when it was taken in between: the act runs again, and then refuses it.
pub async fn take_link(scope: &WriteScope<'_>, hash: TokenHash, by: AccountId) -> Result<(), Refusal> {
    let taken =
        ActiveModel { secret: Set(None), taken_by: Set(Some(key(by))), taken_at: Set(Some(scope.now().micros())), ..Default::default() };
    let open = scope.update_wide::<Entity>().set(taken).filter(Column::Hash.eq(hash.bytes())).filter(Column::TakenBy.is_null());
    if open.exec(scope.conn()).await?.rows_affected == 1 { Ok(()) } else { Err(Refusal::Busy) }
}

/// Makes a shop with its products and their photos somebody's own. No version changes by it: whoever edits
/// one now never says whose it is.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn give_shop(scope: &WriteScope<'_>, shop: ListingId, to: AccountId) -> Result<(), Refusal> {
    let of_shop = listing::Column::ShopId.eq(key(shop));
    let rows = scope.find::<listing::Entity>().filter(of_shop.clone()).all(scope.conn()).await?;
    let mut photos: Vec<BlobId> = Vec::new();
    for row in &rows {
        let standing = super::rows::standing::<Product>(scope, row)?;
        photos.extend(standing.photos().map(|photo| photo.id));
    }
    let owned = listing::ActiveModel { owner: Set(Some(key(to))), ..Default::default() };
    scope.update::<listing::Entity>().set(owned).filter(of_shop.or(listing::Column::Id.eq(key(shop)))).exec(scope.conn()).await?;
    blobs::give(scope, photos, to).await
}

fn secret_of(shop: ListingId) -> Field<'static> {
    Field { kind: "seller_link.secret", row: shop.as_u128() }
}
