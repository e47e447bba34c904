use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{PAGE, broken, day_of};
use crate::access::Refusal;
use crate::domain::{CopyId, TitleId, Version};
use crate::features::library::entity::copy::{ActiveModel, Column, Entity, Model};
use crate::features::library::{Copy, CopyPlace, Gone};
use crate::server::db::{OfficeScope, Scope, WriteScope, id_of, key, unique_is_busy};

/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn copy(scope: &Scope<'_>, id: CopyId) -> Result<Copy, Refusal> {
    of_row(scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?.ok_or(Refusal::NotFound)?)
}

/// The same from inside of an act: nobody else changes it until the transaction ends.
///
/// # Errors
/// As [`copy`].
pub async fn copy_held(scope: &WriteScope<'_>, id: CopyId) -> Result<Copy, Refusal> {
    of_row(scope.find::<Entity>().filter(Column::Id.eq(key(id))).lock_exclusive().one(scope.conn()).await?.ok_or(Refusal::NotFound)?)
}

/// The copy with this label.
///
/// # Errors
/// As [`copy`].
pub async fn copy_labelled(scope: &Scope<'_>, label: &str) -> Result<Copy, Refusal> {
    of_row(scope.find::<Entity>().filter(Column::Code.eq(label)).one(scope.conn()).await?.ok_or(Refusal::NotFound)?)
}

/// Some copies, by their identities.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn copies(scope: &Scope<'_>, ids: &[CopyId]) -> Result<Vec<Copy>, Refusal> {
    let rows = scope.find::<Entity>().filter(Column::Id.is_in(ids.iter().copied().map(key))).all(scope.conn()).await?;
    rows.into_iter().map(of_row).collect()
}

/// Copies of a title, in the order of their labels.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn copies_of(scope: &Scope<'_>, title: TitleId) -> Result<Vec<Copy>, Refusal> {
    let rows = scope.find::<Entity>().filter(Column::Title.eq(key(title))).all(scope.conn()).await?;
    let mut theirs: Vec<Copy> = rows.into_iter().map(of_row).collect::<Result<_, _>>()?;
    // The 9th before the 10th.
    theirs.sort_by(|one, other| (one.code.len(), &one.code).cmp(&(other.code.len(), &other.code)));
    Ok(theirs)
}

/// Copies that are put aside, those that wait the longest first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn copies_aside(scope: &OfficeScope<'_>) -> Result<Vec<Copy>, Refusal> {
    let aside = scope.find::<Entity>().filter(Column::Place.eq("aside")).order_by_asc(Column::Until).order_by_asc(Column::Id);
    aside.limit(PAGE).all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// A copy of a title that stands on the shelf, held until the transaction ends.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn free_copy(scope: &WriteScope<'_>, title: TitleId) -> Result<Option<Copy>, Refusal> {
    let free = scope.find::<Entity>().filter(Column::Title.eq(key(title))).filter(Column::Place.eq("shelf"));
    free.order_by_asc(Column::Id).limit(1).lock_exclusive().one(scope.conn()).await?.map(of_row).transpose()
}

/// # Errors
/// `Stale` when somebody was faster.
pub async fn save_copy(scope: &WriteScope<'_>, copy: &Copy) -> Result<(), Refusal> {
    let seen = copy.version.ok_or_else(|| broken("a copy was never stored"))?;
    scope.cas::<Entity>(copy.id, seen, to_row(copy)).await.map(drop)
}

/// # Errors
/// `Busy` when a label was taken in between: the act runs again.
pub async fn add_copies(scope: &WriteScope<'_>, copies: &[Copy]) -> Result<(), Refusal> {
    for copy in copies {
        let new = ActiveModel {
            id: Set(key(copy.id)),
            version: Set(Version::FIRST.0),
            title: Set(key(copy.title)),
            code: Set(copy.code.clone()),
            added_at: Set(scope.now().micros()),
            changed_by: Set(scope.by().map(key)),
            changed_at: Set(scope.now().micros()),
            ..to_row(copy)
        };
        scope.insert::<Entity>(new).await.map_err(unique_is_busy)?;
    }
    Ok(())
}

fn to_row(copy: &Copy) -> ActiveModel {
    let (place, reservation, loan, until, note) = match &copy.place {
        CopyPlace::Shelf => ("shelf", None, None, None, ""),
        CopyPlace::Aside { reservation, until } => ("aside", Some(*reservation), None, Some(*until), ""),
        CopyPlace::Lent { loan, due } => ("lent", None, Some(*loan), Some(*due), ""),
        CopyPlace::Gone { why, note } => (why.code(), None, None, None, note.as_str()),
    };
    ActiveModel {
        shelf: Set(copy.shelf.clone()),
        place: Set(place.to_owned()),
        reservation: Set(reservation.map(key)),
        loan: Set(loan.map(key)),
        until: Set(until.map(|day| day.number().into())),
        note: Set(note.to_owned()),
        ..Default::default()
    }
}

pub(super) fn of_row(row: Model) -> Result<Copy, Refusal> {
    let until = row.until.map(day_of).transpose()?;
    let place = match (row.place.as_str(), row.reservation, row.loan, until) {
        ("shelf", None, None, None) => CopyPlace::Shelf,
        ("aside", Some(reservation), None, Some(until)) => CopyPlace::Aside { reservation: id_of(reservation), until },
        ("lent", None, Some(loan), Some(due)) => CopyPlace::Lent { loan: id_of(loan), due },
        (why, None, None, None) => {
            let why = Gone::ALL.into_iter().find(|one| one.code() == why).ok_or_else(|| broken("a copy is nowhere"))?;
            CopyPlace::Gone { why, note: row.note }
        }
        _ => return Err(broken("a copy is in two places")),
    };
    Ok(Copy { id: id_of(row.id), version: Some(Version(row.version)), title: id_of(row.title), code: row.code, shelf: row.shelf, place })
}
