//! What a visitor finds: which products, in which order, page by page.

use sea_orm::sea_query::{Expr, ExprTrait, Func, Order};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

use super::PublicProduct;
use super::public::product_of;
use super::text::{Fts5, TextIndex, Tsvector, Wanted};
use crate::access::Refusal;
use crate::domain::{Day, ListingId, OfficeCode};
use crate::features::catalogue::entity::{entry, public_product as products};
use crate::features::catalogue::{Category, Spot};
use crate::server::db::{PublicScope, id_of, key};

/// No page of the market is longer than this.
pub const SCREEN: u64 = 20;

/// Which products of the market are looked at, and in which order. What is not named does not matter.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    pub offices: Vec<OfficeCode>,
    pub shop: Option<ListingId>,
    pub category: Option<Category>,
    /// Whole rupiah: from, and less than.
    pub prices: Option<(i64, Option<i64>)>,
    /// With a permit that holds on that day.
    pub halal: Option<Day>,
    pub pirt: Option<Day>,
    /// In season in that month, 1 to 12.
    pub season: Option<u8>,
    /// There is some now.
    pub there: bool,
    pub wanted: Option<Wanted>,
    pub sort: Sort,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Of what is wanted, the best first; else the newest.
    #[default]
    Best,
    Newest,
    Cheapest,
    Dearest,
    /// To there.
    Nearest(Spot),
}

/// Where a page ends: what its last product was sorted by, and which it is.
pub type Place = (i64, ListingId);

/// A page of a shelf from after `seen`: at most [`SCREEN`] products, and where the next page goes on if there
/// is more.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn market(scope: &PublicScope<'_>, shelf: &Shelf, seen: Option<Place>) -> Result<(Vec<PublicProduct>, Option<Place>), Refusal> {
    let mut places = match &shelf.wanted {
        None => page(scope, scope.find::<entry::Entity>(), shelf, key_of(shelf), seen).await?,
        Some(wanted) if scope.is_postgres() => page_of::<Tsvector>(scope, wanted, shelf, seen).await?,
        Some(wanted) => page_of::<Fts5>(scope, wanted, shelf, seen).await?,
    };
    let more = places.len() as u64 > SCREEN;
    places.truncate(SCREEN as usize);
    let next = places.last().copied().filter(|_| more);
    Ok((products_at(scope, &places).await?, next))
}

async fn page_of<I: TextIndex>(
    scope: &PublicScope<'_>,
    wanted: &Wanted,
    shelf: &Shelf,
    seen: Option<Place>,
) -> Result<Vec<Place>, Refusal> {
    let by = if shelf.sort == Sort::Best { I::rank(wanted) } else { key_of(shelf) };
    // Whoever is ordered by something else must be what was asked for.
    let wanted = Wanted { by_name: shelf.sort != Sort::Best, ..wanted.clone() };
    let mut found = scope.find::<I::Rows>().filter(I::matches(&wanted));
    // Words first: SQLite would ask each product of a kind for its words. It keeps to the order of a cross join.
    QuerySelect::query(&mut found).cross_join(entry::Entity);
    page(scope, found.filter(I::NUMBER.into_expr().eq(entry::Column::Number.into_expr())), shelf, by, seen).await
}

async fn page<E: EntityTrait>(
    scope: &PublicScope<'_>,
    found: Select<E>,
    shelf: &Shelf,
    by: Expr,
    seen: Option<Place>,
) -> Result<Vec<Place>, Refusal> {
    let product = entry::Column::Product.into_expr();
    let (order, after): (Order, fn(Expr, Expr) -> Expr) =
        if matches!(shelf.sort, Sort::Cheapest | Sort::Nearest(_)) { (Order::Asc, Expr::gt) } else { (Order::Desc, Expr::lt) };
    let mut found = within(found, shelf).select_only().expr_as(by.clone(), "place").column(entry::Column::Product);
    if let Some((place, id)) = seen {
        let here = Expr::tuple([by.clone(), product.clone()]);
        found = found.filter(after(here, Expr::tuple([Expr::val(place), Expr::val(key(id))])));
    }
    let found = found.order_by(by, order.clone()).order_by(product, order).limit(SCREEN + 1);
    let found: Vec<(i64, Uuid)> = found.into_tuple().all(scope.conn()).await?;
    Ok(found.into_iter().map(|(place, id)| (place, id_of(id))).collect())
}

fn within<E: EntityTrait>(found: Select<E>, shelf: &Shelf) -> Select<E> {
    use entry::Column::{Category, HalalUntil, Office, PirtUntil, Price, Season, ShopId, There};
    let offices = (!shelf.offices.is_empty()).then(|| Office.is_in(shelf.offices.iter().map(|office| office.number())));
    let (from, below) = shelf.prices.map_or((None, None), |(from, below)| (Some(from), below));
    let conditions = [
        offices,
        shelf.shop.map(|shop| ShopId.eq(key(shop))),
        shelf.category.map(|category| Category.eq(category.code())),
        from.map(|from| Price.gte(from)),
        below.map(|below| Price.lt(below)),
        shelf.halal.map(|day| HalalUntil.gte(i64::from(day.number()))),
        shelf.pirt.map(|day| PirtUntil.gte(i64::from(day.number()))),
        shelf.season.map(|month| Season.into_expr().bit_and(1_i64 << (month - 1)).ne(0_i64)),
        shelf.there.then(|| There.eq(true)),
    ];
    conditions.into_iter().flatten().fold(found, |found, condition| found.filter(condition))
}

fn key_of(shelf: &Shelf) -> Expr {
    match shelf.sort {
        Sort::Cheapest | Sort::Dearest => entry::Column::Price.into_expr(),
        Sort::Best | Sort::Newest => entry::Column::Since.into_expr(),
        Sort::Nearest(here) => way_from(here),
    }
}

/// The square of the way, as [`Spot::squared`] counts it. What is nowhere yet comes last, the newest first.
fn way_from(here: Spot) -> Expr {
    /// More than any square, and than any moment.
    const NOWHERE: i64 = 4_000_000_000_000_000_000;
    let up = || entry::Column::Latitude.into_expr().sub(here.latitude).mul(Spot::UP);
    let along = || entry::Column::Longitude.into_expr().sub(here.longitude).mul(Spot::ALONG);
    let squared = up().mul(up()).add(along().mul(along()));
    Func::coalesce([squared, Expr::val(NOWHERE).sub(entry::Column::Since.into_expr())]).into()
}

/// In the order of their places.
async fn products_at(scope: &PublicScope<'_>, places: &[Place]) -> Result<Vec<PublicProduct>, Refusal> {
    let ids = places.iter().map(|(_, id)| key(*id));
    let rows = scope.find::<products::Entity>().filter(products::Column::Id.is_in(ids)).all(scope.conn()).await?;
    let mut found: Vec<PublicProduct> = rows.into_iter().map(product_of).collect::<Result<_, _>>()?;
    found.sort_by_key(|product| places.iter().position(|(_, id)| *id == product.id));
    Ok(found)
}
