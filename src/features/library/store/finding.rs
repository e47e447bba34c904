//! What readers find: which titles of the regency, in which order, page by page.

use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

use super::holdings::{Holding, of_row as holding_of};
use super::text::{Fts5, TextIndex, Tsvector};
use super::titles::{Known, of_row};
use crate::access::Refusal;
use crate::domain::{OfficeCode, TitleId};
use crate::features::library::entity::{holding, title};
use crate::features::library::{Age, Class};
use crate::server::db::{PublicScope, id_of, key};
use crate::server::spelling::words;

/// No page of the catalogue is longer than this.
pub const SCREEN: u64 = 20;

/// Nobody needs more words to say what they look for.
const MOST_WORDS: usize = 8;

/// Which titles are looked at. What is not named does not matter.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// As typed.
    pub words: String,
    /// Of one library; empty for all.
    pub offices: Vec<OfficeCode>,
    pub age: Option<Age>,
    pub class: Option<Class>,
    /// A copy stands on the shelf.
    pub free: bool,
}

/// Where a page ends: what its last title was sorted by, and which it is.
pub type Place = (i64, TitleId);

/// A title, and the libraries that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub known: Known,
    pub holdings: Vec<Holding>,
}

/// A page from after `seen`, the best first, or the newest where no words are asked for; and where the next page
/// goes on if there is more.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn find(scope: &PublicScope<'_>, wanted: &Wanted, seen: Option<Place>) -> Result<(Vec<Found>, Option<Place>), Refusal> {
    let tokens: Vec<String> = words(&wanted.words).map(|word| word.token).take(MOST_WORDS).collect();
    let mut places = match tokens.is_empty() {
        // Nothing that was typed is a word.
        true if !wanted.words.trim().is_empty() => Vec::new(),
        true => page(scope, scope.find::<title::Entity>(), wanted, title::Column::Since.into_expr(), seen).await?,
        false if scope.is_postgres() => page_of::<Tsvector>(scope, &tokens, wanted, seen).await?,
        false => page_of::<Fts5>(scope, &tokens, wanted, seen).await?,
    };
    let more = places.len() as u64 > SCREEN;
    places.truncate(SCREEN as usize);
    let next = places.last().copied().filter(|_| more);
    Ok((titles_at(scope, &places).await?, next))
}

/// Titles that stand in some library, the newest first; at most a third of what one sitemap may hold (50,000).
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn newest(scope: &PublicScope<'_>) -> Result<Vec<TitleId>, Refusal> {
    const THIRD: u64 = 16_000;
    let all = within(scope.find::<title::Entity>(), &Wanted::default()).order_by_desc(title::Column::Since).limit(THIRD);
    let ids: Vec<Uuid> = all.select_only().column(title::Column::Id).into_tuple().all(scope.conn()).await?;
    Ok(ids.into_iter().map(id_of).collect())
}

async fn page_of<I: TextIndex>(
    scope: &PublicScope<'_>,
    tokens: &[String],
    wanted: &Wanted,
    seen: Option<Place>,
) -> Result<Vec<Place>, Refusal> {
    let mut found = scope.find::<I::Rows>().filter(I::matches(tokens));
    // Words first: SQLite keeps to the order of a cross join.
    QuerySelect::query(&mut found).cross_join(title::Entity);
    let found = found.filter(I::NUMBER.into_expr().eq(title::Column::Number.into_expr()));
    page(scope, found, wanted, I::rank(tokens), seen).await
}

async fn page<E: EntityTrait>(
    scope: &PublicScope<'_>,
    found: Select<E>,
    wanted: &Wanted,
    by: Expr,
    seen: Option<Place>,
) -> Result<Vec<Place>, Refusal> {
    let id = title::Column::Id.into_expr();
    let mut found = within(found, wanted).select_only().expr_as(by.clone(), "place").column(title::Column::Id);
    if let Some((place, last)) = seen {
        let here = Expr::tuple([by.clone(), id.clone()]);
        found = found.filter(here.lt(Expr::tuple([Expr::val(place), Expr::val(key(last))])));
    }
    let found = found.order_by(by, Order::Desc).order_by(id, Order::Desc).limit(SCREEN + 1);
    let found: Vec<(i64, Uuid)> = found.into_tuple().all(scope.conn()).await?;
    Ok(found.into_iter().map(|(place, id)| (place, id_of(id))).collect())
}

fn within<E: EntityTrait>(found: Select<E>, wanted: &Wanted) -> Select<E> {
    let mut held = Query::select();
    held.expr(Expr::val(1)).from(holding::Entity).and_where(holding::Column::Title.into_expr().eq(title::Column::Id.into_expr()));
    held.and_where(holding::Column::Copies.gt(0));
    if wanted.free {
        held.and_where(holding::Column::Free.gt(0));
    }
    if !wanted.offices.is_empty() {
        held.and_where(holding::Column::Office.is_in(wanted.offices.iter().map(|office| office.number())));
    }
    let found = found.filter(Expr::exists(held));
    let found = wanted.age.into_iter().fold(found, |found, age| found.filter(title::Column::Age.eq(age.code())));
    wanted.class.into_iter().fold(found, |found, class| found.filter(title::Column::Class.eq(class.code())))
}

/// In the order of their places.
async fn titles_at(scope: &PublicScope<'_>, places: &[Place]) -> Result<Vec<Found>, Refusal> {
    let ids: Vec<Uuid> = places.iter().map(|(_, id)| key(*id)).collect();
    let rows = scope.find::<title::Entity>().filter(title::Column::Id.is_in(ids.clone())).all(scope.conn()).await?;
    let held = scope.find::<holding::Entity>().filter(holding::Column::Title.is_in(ids)).order_by_asc(holding::Column::Office);
    let held: Vec<Holding> = held.all(scope.conn()).await?.into_iter().map(holding_of).collect::<Result<_, _>>()?;
    let with_holdings = |known: Known| {
        let holdings = held.iter().filter(|holding| holding.title == known.id).copied().collect();
        Found { known, holdings }
    };
    let mut found: Vec<Found> = rows.into_iter().map(|row| of_row(row).map(with_holdings)).collect::<Result<_, _>>()?;
    found.sort_by_key(|found| places.iter().position(|(_, id)| *id == found.known.id));
    Ok(found)
}
