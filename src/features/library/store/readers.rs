use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{PAGE, broken};
use crate::access::Refusal;
use crate::domain::{AccountId, OfficeCode, PersonName, ReaderId, Version};
use crate::features::library::entity::reader::{ActiveModel, Column, Entity, Model};
use crate::features::library::{Reader, Who};
use crate::server::db::{OfficeScope, OwnScope, Scope, WriteScope, id_of, key, unique_is_busy};
use crate::server::seal::Field;

/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn reader(scope: &Scope<'_>, id: ReaderId) -> Result<Reader, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?;
    of_row(scope, row.ok_or(Refusal::NotFound)?)
}

/// The same from inside of an act that counts what they have: nobody lends to them meanwhile.
///
/// # Errors
/// As [`reader`].
pub async fn reader_held(scope: &WriteScope<'_>, id: ReaderId) -> Result<Reader, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(id))).lock_exclusive().one(scope.conn()).await?;
    of_row(scope, row.ok_or(Refusal::NotFound)?)
}

/// The reader with this card.
///
/// # Errors
/// As [`reader`].
pub async fn reader_with_card(scope: &OfficeScope<'_>, card: &str) -> Result<Reader, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Card.eq(card)).one(scope.conn()).await?;
    of_row(scope, row.ok_or(Refusal::NotFound)?)
}

/// The readers with these cards, in their order.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn readers_with_cards(scope: &OfficeScope<'_>, cards: &[String]) -> Result<Vec<Reader>, Refusal> {
    let theirs = scope.find::<Entity>().filter(Column::Card.is_in(cards.iter().map(String::as_str))).filter(Column::Active.eq(true));
    let rows = theirs.all(scope.conn()).await?;
    let mut found: Vec<Reader> = rows.into_iter().map(|row| of_row(scope, row)).collect::<Result<_, _>>()?;
    found.sort_by_key(|reader| cards.iter().position(|card| *card == reader.card));
    Ok(found)
}

/// Who somebody is at the scope's library, if they are known there.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn reader_of_account(scope: &Scope<'_>, account: AccountId) -> Result<Option<Reader>, Refusal> {
    let own = scope.find::<Entity>().filter(Column::Account.eq(key(account))).filter(Column::Guardian.is_null());
    own.one(scope.conn()).await?.map(|row| of_row(scope, row)).transpose()
}

/// Some readers by their identities, or a page of all: by their cards, from after one on.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn readers(scope: &OfficeScope<'_>, which: Which<'_>) -> Result<Vec<Reader>, Refusal> {
    let all = scope.find::<Entity>();
    let rows = match which {
        Which::These(ids) => all.filter(Column::Id.is_in(ids.iter().copied().map(key))).all(scope.conn()).await?,
        Which::After(last) => {
            let behind = last.into_iter().fold(all, |all, last| all.filter(Column::Id.gt(key(last))));
            behind.order_by_asc(Column::Id).limit(PAGE).all(scope.conn()).await?
        }
    };
    rows.into_iter().map(|row| of_row(scope, row)).collect()
}

/// Which readers of a library.
#[derive(Clone, Copy, Debug)]
pub enum Which<'a> {
    These(&'a [ReaderId]),
    /// In the order in which they came.
    After(Option<ReaderId>),
}

/// Children who borrow through a reader.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn children_of(scope: &OfficeScope<'_>, guardian: ReaderId) -> Result<Vec<Reader>, Refusal> {
    let theirs = scope.find::<Entity>().filter(Column::Guardian.eq(key(guardian))).order_by_asc(Column::Id).limit(PAGE);
    theirs.all(scope.conn()).await?.into_iter().map(|row| of_row(scope, row)).collect()
}

/// Whom somebody sees at home, at whichever library: themselves, and children who borrow through them.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn own_readers(scope: &OwnScope<'_>) -> Result<Vec<(OfficeCode, Reader)>, Refusal> {
    let own = scope.find::<Entity>().order_by_asc(Column::Id).limit(PAGE);
    let with_office = |row: Model| {
        let office = row.office_id.try_into().map_err(|_| broken("a reader is of no library"))?;
        Ok((office, of_row(scope, row)?))
    };
    own.all(scope.conn()).await?.into_iter().map(with_office).collect()
}

/// # Errors
/// `Busy` when the account got a card here at the same time: the act runs again, and finds it.
pub async fn add_reader(scope: &WriteScope<'_>, reader: &Reader) -> Result<(), Refusal> {
    let new = ActiveModel {
        id: Set(key(reader.id)),
        version: Set(Version::FIRST.0),
        card: Set(reader.card.clone()),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..to_row(scope, reader)
    };
    scope.insert::<Entity>(new).await.map_err(unique_is_busy)
}

/// # Errors
/// `Stale` when somebody was faster.
pub async fn save_reader(scope: &WriteScope<'_>, reader: &Reader) -> Result<(), Refusal> {
    let seen = reader.version.ok_or_else(|| broken("a reader was never stored"))?;
    scope.cas::<Entity>(reader.id, seen, to_row(scope, reader)).await.map(drop)
}

fn to_row(scope: &WriteScope<'_>, reader: &Reader) -> ActiveModel {
    let seal = |field, text: &str| scope.sealer(scope.office()).seal(field, text.as_bytes(), scope.db().entropy());
    ActiveModel {
        name: Set(seal(name_of(reader.id), reader.name.as_str())),
        about: Set((!reader.about.is_empty()).then(|| seal(about(reader.id), &reader.about))),
        guardian: Set(reader.guardian().map(key)),
        account: Set(reader.account.map(key)),
        active: Set(reader.active),
        ..Default::default()
    }
}

fn of_row(scope: &Scope<'_>, row: Model) -> Result<Reader, Refusal> {
    let id = id_of(row.id);
    let opened = scope.sealer(row.office_id).open(name_of(id), &row.name).map_err(|_| broken("a reader does not open"))?;
    let told = match &row.about {
        Some(sealed) => {
            let opened = scope.sealer(row.office_id).open(about(id), sealed).map_err(|_| broken("a reader does not open"))?;
            String::from_utf8(opened.to_vec()).map_err(|_| broken("what is told of a reader is no text"))?
        }
        None => String::new(),
    };
    let name = String::from_utf8(opened.to_vec()).ok().and_then(|name| PersonName::parse(&name).ok());
    Ok(Reader {
        id,
        version: Some(Version(row.version)),
        card: row.card,
        name: name.ok_or_else(|| broken("a reader has no name"))?,
        who: row.guardian.map_or(Who::Adult, |guardian| Who::ChildOf(id_of(guardian))),
        account: row.account.map(id_of),
        active: row.active,
        about: told,
    })
}

fn name_of(id: ReaderId) -> Field<'static> {
    Field { kind: "library_reader.name", row: id.as_u128() }
}

fn about(id: ReaderId) -> Field<'static> {
    Field { kind: "library_reader.about", row: id.as_u128() }
}
