//! What the search knows of the market: written in the transaction that changes what visitors see.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QuerySelect, QueryTrait};
use uuid::Uuid;

use super::public::{product_of, shop_of};
use super::text::{Fts5, TextIndex, Texts, Tsvector};
use super::{PublicProduct, PublicShop};
use crate::access::Refusal;
use crate::domain::{Day, ListingId};
use crate::features::catalogue::entity::{entry, public_product as products, public_shop as shops, word};
use crate::features::catalogue::{PermitKind, Shop, Spot, Supply};
use crate::features::offices::gazetteer;
use crate::server::db::{WriteScope, key};
use crate::server::spelling::{Word, shortened, words};

/// One more whenever `spelling` or what is written here changes: entries of older rules are written anew.
const RULES: i64 = 2;

/// Words shorter than this are found as they are, or not at all: nearly every other one is a letter apart.
pub const LEAST_WORD: usize = 4;

/// No more than the search ever asks of one product.
const MOST_AT_ONCE: u64 = 100;

/// Makes the search know a product as it is public now, or forget it.
pub async fn renew_product(scope: &WriteScope<'_>, product: ListingId) -> Result<(), Refusal> {
    let (there, known) = (products::Column::Id.eq(key(product)), entry::Column::Product.eq(key(product)));
    renew(scope, Condition::all().add(there), Condition::all().add(known)).await
}

/// The same of all products of a shop: its name, its permits and its being shown are theirs.
pub async fn renew_shop(scope: &WriteScope<'_>, shop: ListingId) -> Result<(), Refusal> {
    let (there, known) = (products::Column::ShopId.eq(key(shop)), entry::Column::ShopId.eq(key(shop)));
    renew(scope, Condition::all().add(there), Condition::all().add(known)).await
}

/// Products that visitors see and that the search does not know by these rules; some of them.
pub async fn renew_some(scope: &WriteScope<'_>) -> Result<usize, Refusal> {
    let known = scope.find_wide::<entry::Entity>().select_only().column(entry::Column::Product).filter(entry::Column::Rules.eq(RULES));
    let unknown = scope.find_wide::<products::Entity>().filter(products::Column::ShopShown.eq(true));
    let unknown = unknown.filter(products::Column::Id.not_in_subquery(known.into_query())).limit(MOST_AT_ONCE);
    let ids: Vec<Uuid> = unknown.select_only().column(products::Column::Id).into_tuple().all(scope.conn()).await?;
    if !ids.is_empty() {
        let (there, known) = (products::Column::Id.is_in(ids.clone()), entry::Column::Product.is_in(ids.clone()));
        renew(scope, Condition::all().add(there), Condition::all().add(known)).await?;
    }
    Ok(ids.len())
}

async fn renew(scope: &WriteScope<'_>, there: Condition, known: Condition) -> Result<(), Refusal> {
    if scope.db().is_postgres() { renew_in::<Tsvector>(scope, there, known).await } else { renew_in::<Fts5>(scope, there, known).await }
}

async fn renew_in<I: TextIndex>(scope: &WriteScope<'_>, there: Condition, known: Condition) -> Result<(), Refusal> {
    let entries = scope.find_wide::<entry::Entity>().filter(known).select_only().column(entry::Column::Number);
    let numbers: Vec<i64> = entries.into_tuple().all(scope.conn()).await?;
    if !numbers.is_empty() {
        scope.retire_wide::<I::Rows>().filter(I::NUMBER.is_in(numbers.clone())).exec(scope.conn()).await?;
        scope.retire_wide::<entry::Entity>().filter(entry::Column::Number.is_in(numbers)).exec(scope.conn()).await?;
    }
    let shown = scope.find_wide::<products::Entity>().filter(products::Column::ShopShown.eq(true)).filter(there);
    let shown: Vec<PublicProduct> = shown.all(scope.conn()).await?.into_iter().map(product_of).collect::<Result<_, _>>()?;
    let ids: BTreeSet<Uuid> = shown.iter().map(|product| key(product.shop)).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let sellers = scope.find_wide::<shops::Entity>().filter(shops::Column::Id.is_in(ids)).all(scope.conn()).await?;
    let sellers: Vec<PublicShop> = sellers.into_iter().map(shop_of).collect::<Result<_, _>>()?;
    for product in &shown {
        if let Some(shop) = sellers.iter().find(|shop| shop.id == product.shop) {
            write::<I>(scope, product, shop).await?;
        }
    }
    Ok(())
}

async fn write<I: TextIndex>(scope: &WriteScope<'_>, found: &PublicProduct, shop: &PublicShop) -> Result<(), Refusal> {
    let (product, number) = (&found.product, number(found.id));
    let until = |kind| product.permits.contains(&kind).then(|| holds_until(&shop.shop, kind)).flatten();
    let spot = Spot::of_shop(&shop.shop, found.office);
    let entry = entry::ActiveModel {
        number: Set(number),
        product: Set(key(found.id)),
        shop_id: Set(key(found.shop)),
        office: Set(found.office.number()),
        category: Set(product.category.code().to_owned()),
        price: Set(product.price.amount().amount()),
        since: Set(found.since),
        halal_until: Set(until(PermitKind::Halal)),
        pirt_until: Set(until(PermitKind::Pirt)),
        season: Set(product.season.bits().into()),
        there: Set(matches!(product.supply, Supply::InStock(count) if count != Some(0))),
        latitude: Set(spot.map(|spot| spot.latitude)),
        longitude: Set(spot.map(|spot| spot.longitude)),
        rules: Set(RULES),
    };
    scope.insert_wide::<entry::Entity>(entry).await?;
    let place = gazetteer().by_code(found.office).map(|office| [office.name, " ", office.kecamatan].concat()).unwrap_or_default();
    let variants = product.variants.iter().flat_map(|variants| &variants.values).map(String::as_str);
    let story: Vec<&str> = variants.chain([product.story.as_str(), &product.ingredients]).collect();
    let [name, shop, place, story] = [product.name.clone(), shop.shop.name.clone(), place, story.join(" ")];
    scope.insert_wide::<I::Rows>(I::row(number, &Texts::of(&name, &shop, &place, &story))).await?;
    learn(scope, [&name, &shop, &place, &story].into_iter().flat_map(|text| words(text))).await
}

/// Words that were not known yet.
async fn learn(scope: &WriteScope<'_>, said: impl Iterator<Item = Word>) -> Result<(), Refusal> {
    let mut said: BTreeMap<String, String> = said.map(|word| (word.token, word.written)).collect();
    let known = scope.find_wide::<word::Entity>().filter(word::Column::Piece.is_in(said.keys()));
    let known = known.filter(word::Column::Piece.into_expr().eq(word::Column::Word.into_expr()));
    let known: Vec<String> = known.select_only().column(word::Column::Word).into_tuple().all(scope.conn()).await?;
    said.retain(|word, _| !known.contains(word));
    let rows = said.iter().flat_map(|(word, written)| {
        let pieces = BTreeSet::from_iter(shortened(word).filter(|_| word.len() >= LEAST_WORD).chain([word.clone()]));
        pieces.into_iter().map(|piece| word::ActiveModel { piece: Set(piece), word: Set(word.clone()), written: Set(written.clone()) })
    });
    let rows: Vec<_> = rows.collect();
    // SQLite binds at most 32,766 values.
    for some in rows.chunks(5_000) {
        scope.insert_wide_once::<word::Entity>(some.to_vec()).await?;
    }
    Ok(())
}

/// The words of a product stand under a number. Of an identity the last 62 bits are chance.
fn number(id: ListingId) -> i64 {
    (id.as_u128() as i64) & (i64::MAX >> 1)
}

fn holds_until(shop: &Shop, kind: PermitKind) -> Option<i64> {
    let permit = shop.permits.iter().find(|permit| permit.kind == kind)?;
    Some(permit.until.unwrap_or(Day::LAST).number().into())
}
