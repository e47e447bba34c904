use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{PAGE, broken, day_of};
use crate::access::Refusal;
use crate::domain::{CopyId, TitleId, Version};
use crate::features::library::entity::copy::{ActiveModel, Column, Entity, Model};
use crate::features::library::{Copy, CopyPlace, Gone, Guest};
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

/// The library's own copies with these labels, in their order.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn copies_labelled(scope: &Scope<'_>, labels: &[String]) -> Result<Vec<Copy>, Refusal> {
    let own = scope.find::<Entity>().filter(Column::Owner.is_null()).filter(Column::Code.is_in(labels.iter().map(String::as_str)));
    let mut found: Vec<Copy> = own.all(scope.conn()).await?.into_iter().map(of_row).collect::<Result<_, _>>()?;
    found.sort_by_key(|copy| labels.iter().position(|label| *label == copy.code));
    Ok(found)
}

/// Some copies, by their identities.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn copies(scope: &Scope<'_>, ids: &[CopyId]) -> Result<Vec<Copy>, Refusal> {
    let rows = scope.find::<Entity>().filter(Column::Id.is_in(ids.iter().copied().map(key))).all(scope.conn()).await?;
    rows.into_iter().map(of_row).collect()
}

/// The library's own copies of a title, in the order of their labels.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn copies_of(scope: &Scope<'_>, title: TitleId) -> Result<Vec<Copy>, Refusal> {
    let own = scope.find::<Entity>().filter(Column::Title.eq(key(title))).filter(Column::Owner.is_null());
    let rows = own.all(scope.conn()).await?;
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

/// How many copies are put aside.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn count_aside(scope: &OfficeScope<'_>) -> Result<u32, Refusal> {
    let aside = scope.find::<Entity>().filter(Column::Place.eq("aside"));
    u32::try_from(aside.count(scope.conn()).await?).map_err(|_| broken("copies are beyond counting"))
}

/// Copies of other libraries that are here and go home one day; the longest ones first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn guests(scope: &OfficeScope<'_>) -> Result<Vec<Copy>, Refusal> {
    let here = scope.find::<Entity>().filter(Column::Owner.is_not_null()).filter(Column::Place.is_in(["aside", "lent", "homebound"]));
    here.order_by_asc(Column::ChangedAt).limit(PAGE).all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// A guest that was here before, under the identity of its copy.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn guest_before(scope: &WriteScope<'_>, id: CopyId) -> Result<Option<Copy>, Refusal> {
    scope.find::<Entity>().filter(Column::Id.eq(key(id))).lock_exclusive().one(scope.conn()).await?.map(of_row).transpose()
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
        CopyPlace::Away { .. } => ("away", None, None, None, ""),
        CopyPlace::Homebound => ("homebound", None, None, None, ""),
        CopyPlace::Left => ("left", None, None, None, ""),
        CopyPlace::Gone { why, note } => (why.code(), None, None, None, note.as_str()),
    };
    let on_a_way = match (copy.guest, &copy.place) {
        (Some(guest), _) => Some(guest.interloan),
        (None, CopyPlace::Away { interloan }) => Some(*interloan),
        (None, _) => None,
    };
    ActiveModel {
        shelf: Set(copy.shelf.clone()),
        place: Set(place.to_owned()),
        reservation: Set(reservation.map(key)),
        loan: Set(loan.map(key)),
        until: Set(until.map(|day| day.number().into())),
        note: Set(note.to_owned()),
        interloan: Set(on_a_way.map(key)),
        owner: Set(copy.guest.map(|guest| guest.of.number())),
        ..Default::default()
    }
}

pub(super) fn of_row(row: Model) -> Result<Copy, Refusal> {
    let until = row.until.map(day_of).transpose()?;
    let on_a_way = row.interloan.map(id_of);
    let guest = match (row.owner, on_a_way) {
        (Some(owner), Some(interloan)) => {
            let of = owner.try_into().map_err(|_| broken("a guest comes from no library"))?;
            Some(Guest { of, interloan })
        }
        (None, _) => None,
        (Some(_), None) => return Err(broken("a guest came by no way")),
    };
    let place = match (row.place.as_str(), row.reservation, row.loan, until) {
        ("shelf", None, None, None) => CopyPlace::Shelf,
        ("aside", Some(reservation), None, Some(until)) => CopyPlace::Aside { reservation: id_of(reservation), until },
        ("lent", None, Some(loan), Some(due)) => CopyPlace::Lent { loan: id_of(loan), due },
        ("away", None, None, None) => CopyPlace::Away { interloan: on_a_way.ok_or_else(|| broken("a copy is away on no way"))? },
        ("homebound", None, None, None) => CopyPlace::Homebound,
        ("left", None, None, None) => CopyPlace::Left,
        (why, None, None, None) => {
            let why = Gone::ALL.into_iter().find(|one| one.code() == why).ok_or_else(|| broken("a copy is nowhere"))?;
            CopyPlace::Gone { why, note: row.note }
        }
        _ => return Err(broken("a copy is in two places")),
    };
    let (id, title) = (id_of(row.id), id_of(row.title));
    Ok(Copy { id, version: Some(Version(row.version)), title, code: row.code, shelf: row.shelf, place, guest })
}
