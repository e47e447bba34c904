use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{PAGE, broken, day_of};
use crate::access::{Code, Refusal};
use crate::domain::{Instant, OfficeCode, ReaderId, ReservationId, TitleId, Version};
use crate::features::library::entity::reservation::{ActiveModel, Column, Entity, Model};
use crate::features::library::{Reservation, Turn};
use crate::server::db::{OfficeScope, OwnScope, Scope, WriteScope, id_of, key, unique_is};

const OPEN: [&str; 2] = [Turn::Waiting.code(), "ready"];

/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn reservation(scope: &Scope<'_>, id: ReservationId) -> Result<Reservation, Refusal> {
    of_row(scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?)
}

/// Some reservations, by their identities.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn reservations(scope: &OfficeScope<'_>, ids: &[ReservationId]) -> Result<Vec<Reservation>, Refusal> {
    let rows = scope.find::<Entity>().filter(Column::Id.is_in(ids.iter().copied().map(key))).all(scope.conn()).await?;
    rows.into_iter().map(of_row).collect()
}

/// A reader's own place in the queue for a title, if they have one.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn reservation_of(scope: &Scope<'_>, title: TitleId, reader: ReaderId) -> Result<Option<Reservation>, Refusal> {
    let theirs = scope.find::<Entity>().filter(Column::Title.eq(key(title))).filter(Column::Reader.eq(key(reader)));
    theirs.filter(Column::Turn.is_in(OPEN)).one(scope.conn()).await?.map(of_row).transpose()
}

/// For how many titles a reader waits.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn waits_for(scope: &Scope<'_>, reader: ReaderId) -> Result<u64, Refusal> {
    let open = scope.find::<Entity>().filter(Column::Reader.eq(key(reader))).filter(Column::Turn.is_in(OPEN));
    Ok(open.count(scope.conn()).await?)
}

/// Whose turn it is for a title; as many as there are copies to give.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn next_in_line(scope: &WriteScope<'_>, title: TitleId, copies: u64) -> Result<Vec<Reservation>, Refusal> {
    let line = scope.find::<Entity>().filter(Column::Title.eq(key(title))).filter(Column::Turn.eq(Turn::Waiting.code()));
    let line = line.order_by_asc(Column::MadeAt).order_by_asc(Column::Id).limit(copies);
    line.all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// What waits at the library, of one reader or of all; whoever came first, first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn open_reservations(scope: &OfficeScope<'_>, reader: Option<ReaderId>) -> Result<Vec<Reservation>, Refusal> {
    let open = scope.find::<Entity>().filter(Column::Turn.is_in(OPEN));
    let open = reader.into_iter().fold(open, |open, reader| open.filter(Column::Reader.eq(key(reader))));
    let rows = open.order_by_asc(Column::MadeAt).order_by_asc(Column::Id).limit(PAGE).all(scope.conn()).await?;
    rows.into_iter().map(of_row).collect()
}

/// What somebody waits for, at whichever library.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn own_reservations(scope: &OwnScope<'_>) -> Result<Vec<(OfficeCode, Reservation)>, Refusal> {
    let open = scope.find::<Entity>().filter(Column::Turn.is_in(OPEN)).order_by_asc(Column::MadeAt).limit(PAGE);
    let with_office = |row: Model| {
        let office = row.office_id.try_into().map_err(|_| broken("a reservation is at no library"))?;
        Ok((office, of_row(row)?))
    };
    open.all(scope.conn()).await?.into_iter().map(with_office).collect()
}

/// # Errors
/// `Conflict(ReservedAlready)`: the reader waits for this title.
pub async fn add_reservation(scope: &WriteScope<'_>, reservation: &Reservation) -> Result<(), Refusal> {
    let new = ActiveModel {
        id: Set(key(reservation.id)),
        version: Set(Version::FIRST.0),
        title: Set(key(reservation.title)),
        reader: Set(key(reservation.reader)),
        account: Set(reservation.account.map(key)),
        made_at: Set(reservation.made_at.micros()),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..changing(reservation)
    };
    scope.insert::<Entity>(new).await.map_err(unique_is(Code::ReservedAlready))
}

/// # Errors
/// `Stale` when somebody was faster.
pub async fn save_reservation(scope: &WriteScope<'_>, reservation: &Reservation) -> Result<(), Refusal> {
    let seen = reservation.version.ok_or_else(|| broken("a reservation was never stored"))?;
    scope.cas::<Entity>(reservation.id, seen, changing(reservation)).await.map(drop)
}

fn changing(reservation: &Reservation) -> ActiveModel {
    let (copy, until) = match reservation.turn {
        Turn::Ready { copy, until } => (Some(copy), Some(until)),
        Turn::Waiting | Turn::Served | Turn::Over => (None, None),
    };
    ActiveModel {
        turn: Set(reservation.turn.code().to_owned()),
        copy: Set(copy.map(key)),
        until: Set(until.map(|day| day.number().into())),
        ..Default::default()
    }
}

fn of_row(row: Model) -> Result<Reservation, Refusal> {
    let until = row.until.map(day_of).transpose()?;
    let turn = match (row.turn.as_str(), row.copy, until) {
        ("waiting", None, None) => Turn::Waiting,
        ("ready", Some(copy), Some(until)) => Turn::Ready { copy: id_of(copy), until },
        ("served", None, None) => Turn::Served,
        ("over", None, None) => Turn::Over,
        _ => return Err(broken("a reservation has no turn")),
    };
    Ok(Reservation {
        id: id_of(row.id),
        version: Some(Version(row.version)),
        title: id_of(row.title),
        reader: id_of(row.reader),
        account: row.account.map(id_of),
        made_at: Instant::from_micros(row.made_at),
        turn,
    })
}
