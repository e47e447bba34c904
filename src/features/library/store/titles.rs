use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use super::text::{Fts5, TextIndex, Tsvector};
use super::{PAGE, broken};
use crate::access::{Code, Refusal};
use crate::domain::{Isbn, OfficeCode, TitleId, Version};
use crate::features::library::entity::{copy, title};
use crate::features::library::{Age, Class, Language, Title};
use crate::server::db::{Db, OfficeScope, PublicScope, Scope, WideScope, WriteScope, id_of, key, unique_is};
use title::{ActiveModel, Column, Entity, Model};

/// A title that is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub id: TitleId,
    pub version: Version,
    pub title: Title,
    /// The library that entered it, and corrects it.
    pub entered_by: OfficeCode,
}

/// # Errors
/// `NotFound`; `Busy` or `Internal` of the database.
pub async fn title(scope: &Scope<'_>, id: TitleId) -> Result<Known, Refusal> {
    of_row(scope.find_wide::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?)
}

/// The same from inside of an act that counts what the title has: nobody else adds to it meanwhile.
///
/// # Errors
/// As [`title`].
pub async fn title_held(scope: &WriteScope<'_>, id: TitleId) -> Result<Known, Refusal> {
    of_row(scope.find_wide::<Entity>().filter(Column::Id.eq(key(id))).lock_exclusive().one(scope.conn()).await?.ok_or(Refusal::NotFound)?)
}

/// The same for everybody.
///
/// # Errors
/// As [`title`].
pub async fn public_title(scope: &PublicScope<'_>, id: TitleId) -> Result<Known, Refusal> {
    of_row(scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?)
}

/// What any library of the regency has entered under this number.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn title_with_isbn(db: &Db, isbn: Isbn) -> Result<Option<Known>, Refusal> {
    let scope = WideScope::open(db).await?;
    scope.find::<Entity>().filter(Column::Isbn.eq(isbn.number())).one(scope.conn()).await?.map(of_row).transpose()
}

/// Some titles, by their identities.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn titles_in(db: &Db, ids: &[TitleId]) -> Result<Vec<Known>, Refusal> {
    let scope = WideScope::open(db).await?;
    let rows = scope.find::<Entity>().filter(Column::Id.is_in(ids.iter().copied().map(key))).all(scope.conn()).await?;
    rows.into_iter().map(of_row).collect()
}

/// Titles of which a library has copies, or had: by name, from after one on; at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn titles_of(scope: &OfficeScope<'_>, seen: Option<(String, TitleId)>) -> Result<Vec<Known>, Refusal> {
    let mut mine = sea_orm::sea_query::Query::select();
    mine.column(copy::Column::Title).from(copy::Entity).and_where(copy::Column::OfficeId.eq(scope.office()));
    mine.and_where(copy::Column::Owner.is_null());
    let mut page = scope.find_wide::<Entity>().filter(Column::Id.in_subquery(mine)).cursor_by((Column::Name, Column::Id));
    if let Some((name, id)) = seen {
        page.after((name, key(id)));
    }
    page.first(PAGE).all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// # Errors
/// `Conflict(TitleKnown)`: another title has this ISBN.
pub async fn add_title(scope: &WriteScope<'_>, id: TitleId, title: &Title) -> Result<(), Refusal> {
    let new = ActiveModel {
        id: Set(key(id)),
        number: Set(number(id)),
        entered_by: Set(scope.office()),
        version: Set(Version::FIRST.0),
        since: Set(scope.now().micros()),
        ..to_row(title)
    };
    scope.insert_wide::<Entity>(new).await.map_err(unique_is(Code::TitleKnown))?;
    index(scope, id, title).await
}

/// # Errors
/// `Stale` when somebody was faster; `Conflict(TitleKnown)` as [`add_title`].
pub async fn save_title(scope: &WriteScope<'_>, known: &Known) -> Result<(), Refusal> {
    let row = ActiveModel { version: Set(known.version.next().0), ..to_row(&known.title) };
    let mine = scope.update_wide::<Entity>().filter(Column::Id.eq(key(known.id))).filter(Column::Version.eq(known.version.0));
    let saved = mine.set(row).exec(scope.conn()).await.map_err(unique_is(Code::TitleKnown))?;
    if saved.rows_affected != 1 {
        return Err(Refusal::Stale { by: None, at: scope.now() });
    }
    scope.publish();
    index(scope, known.id, &known.title).await
}

async fn index(scope: &WriteScope<'_>, id: TitleId, title: &Title) -> Result<(), Refusal> {
    if scope.db().is_postgres() { index_in::<Tsvector>(scope, id, title).await } else { index_in::<Fts5>(scope, id, title).await }
}

async fn index_in<I: TextIndex>(scope: &WriteScope<'_>, id: TitleId, title: &Title) -> Result<(), Refusal> {
    scope.retire_wide::<I::Rows>().filter(I::NUMBER.eq(number(id))).exec(scope.conn()).await?;
    Ok(scope.insert_wide::<I::Rows>(I::row(number(id), title)).await?)
}

/// The words of a title stand under a number. Of an identity the last 62 bits are chance.
fn number(id: TitleId) -> i64 {
    (id.as_u128() as i64) & (i64::MAX >> 1)
}

fn to_row(title: &Title) -> ActiveModel {
    ActiveModel {
        isbn: Set(title.isbn.map(Isbn::number)),
        name: Set(title.name.clone()),
        authors: Set(title.authors.clone()),
        publisher: Set(title.publisher.clone()),
        year: Set(title.year.map(i64::from)),
        language: Set(title.language.code().to_owned()),
        age: Set(title.age.code().to_owned()),
        class: Set(title.class.code().to_owned()),
        summary: Set(title.summary.clone()),
        ..Default::default()
    }
}

pub(super) fn of_row(row: Model) -> Result<Known, Refusal> {
    let missing = || broken("a title says what no title says");
    let title = Title {
        name: row.name,
        authors: row.authors,
        publisher: row.publisher,
        year: row.year.map(|year| u16::try_from(year).map_err(|_| missing())).transpose()?,
        isbn: row.isbn.map(|isbn| Isbn::try_from(isbn).map_err(|_| missing())).transpose()?,
        language: Language::parse(&row.language).ok_or_else(missing)?,
        age: Age::parse(&row.age).ok_or_else(missing)?,
        class: Class::parse(&row.class).ok_or_else(missing)?,
        summary: row.summary,
    };
    let entered_by = row.entered_by.try_into().map_err(|_| missing())?;
    Ok(Known { id: id_of(row.id), version: Version(row.version), title, entered_by })
}
