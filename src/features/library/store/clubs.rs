//! Meetings of a library's reading club, and who reads along.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{PAGE, broken, count_of, day_of};
use crate::access::{Code, Refusal};
use crate::domain::{Day, MeetingId, OfficeCode, ReaderId, TimeOfDay};
use crate::features::library::entity::clubs::{meeting, member};
use crate::features::library::{Meeting, Member, Reader};
use crate::server::db::{OfficeScope, OwnScope, Scope, WriteScope, id_of, key, unique_is, unique_is_busy};
use crate::server::seal::Field;

/// Meetings from a day on, the next one first, cancelled ones too; at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn meetings(scope: &Scope<'_>, from: Day) -> Result<Vec<Meeting>, Refusal> {
    let coming = scope.find::<meeting::Entity>().filter(meeting::Column::Day.gte(i64::from(from.number())));
    let coming = coming.order_by_asc(meeting::Column::Day).order_by_asc(meeting::Column::Begins).order_by_asc(meeting::Column::Id);
    coming.limit(PAGE).all(scope.conn()).await?.into_iter().map(meeting_of).collect()
}

/// Whether the library has a club: it has planned a meeting, held or not.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn has_club(scope: &Scope<'_>) -> Result<bool, Refusal> {
    Ok(scope.find::<meeting::Entity>().limit(1).one(scope.conn()).await?.is_some())
}

/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn meeting(scope: &Scope<'_>, id: MeetingId) -> Result<Meeting, Refusal> {
    let row = scope.find::<meeting::Entity>().filter(meeting::Column::Id.eq(key(id))).one(scope.conn()).await?;
    meeting_of(row.ok_or(Refusal::NotFound)?)
}

/// # Errors
/// `Conflict(MeetingThen)` when the club meets at that time already.
pub async fn add_meeting(scope: &WriteScope<'_>, new: &Meeting) -> Result<(), Refusal> {
    let row = meeting::ActiveModel {
        id: Set(key(new.id)),
        day: Set(new.day.number().into()),
        begins: Set(new.from.minutes().into()),
        venue: Set(serde_json::to_string(&new.venue).map_err(|_| broken("a venue is not JSON"))?),
        book: Set(new.book.clone()),
        cancelled_at: Set(None),
        ..Default::default()
    };
    scope.insert::<meeting::Entity>(row).await.map_err(unique_is(Code::MeetingThen))
}

/// # Errors
/// `Busy` when a colleague cancelled it in between: the act runs again, and says so.
pub async fn cancel_meeting(scope: &WriteScope<'_>, id: MeetingId) -> Result<(), Refusal> {
    let row = meeting::ActiveModel { cancelled_at: Set(Some(scope.now().micros())), ..Default::default() };
    let mine = scope.update::<meeting::Entity>().set(row).filter(meeting::Column::Id.eq(key(id)));
    one_row(mine.filter(meeting::Column::CancelledAt.is_null()).exec(scope.conn()).await?.rows_affected)
}

/// Who reads along, from behind one on, by their cards; at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn members(scope: &OfficeScope<'_>, after: Option<ReaderId>) -> Result<Vec<Member>, Refusal> {
    let all = scope.find::<member::Entity>();
    let behind = after.into_iter().fold(all, |all, last| all.filter(member::Column::Reader.gt(key(last))));
    let rows = behind.order_by_asc(member::Column::Reader).limit(PAGE).all(scope.conn()).await?;
    rows.into_iter().map(|row| member_of(scope, row)).collect()
}

/// How many read along.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn count_members(scope: &OfficeScope<'_>) -> Result<u32, Refusal> {
    let number = scope.find::<member::Entity>().count(scope.conn()).await?;
    count_of(i64::try_from(number).unwrap_or(i64::MAX))
}

/// # Errors
/// `NotFound` for who does not read along, or is out of reach; `Busy` or `Internal` of the database.
pub async fn member(scope: &Scope<'_>, reader: ReaderId) -> Result<Member, Refusal> {
    let row = scope.find::<member::Entity>().filter(member::Column::Reader.eq(key(reader))).one(scope.conn()).await?;
    member_of(scope, row.ok_or(Refusal::NotFound)?)
}

/// Whether somebody reads along already: what they say of it is not opened.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn is_member(scope: &Scope<'_>, reader: ReaderId) -> Result<bool, Refusal> {
    Ok(scope.find::<member::Entity>().filter(member::Column::Reader.eq(key(reader))).one(scope.conn()).await?.is_some())
}

/// In which clubs somebody is, and children who borrow through them.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn own_memberships(scope: &OwnScope<'_>) -> Result<Vec<(OfficeCode, Member)>, Refusal> {
    let mine = scope.find::<member::Entity>().order_by_asc(member::Column::JoinedAt).order_by_asc(member::Column::Reader).limit(PAGE);
    let with_office = |row: member::Model| {
        let office = row.office_id.try_into().map_err(|_| broken("a member is of no library"))?;
        Ok((office, member_of(scope, row)?))
    };
    mine.all(scope.conn()).await?.into_iter().map(with_office).collect()
}

/// # Errors
/// `Busy` when they joined at the same time: the act runs again, and finds them.
pub async fn add_member(scope: &WriteScope<'_>, new: &Member) -> Result<(), Refusal> {
    let row = member::ActiveModel {
        reader: Set(key(new.reader)),
        account: Set(new.account.map(key)),
        joined_at: Set(scope.now().micros()),
        meeting: Set(None),
        reached: Set(None),
        ..Default::default()
    };
    scope.insert::<member::Entity>(row).await.map_err(unique_is_busy)
}

/// Whose membership it is, when the reader's card has become another's affair: a child is of age, or has another guardian.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn follow_reader(scope: &WriteScope<'_>, reader: &Reader) -> Result<(), Refusal> {
    let row = member::ActiveModel { account: Set(reader.account.map(key)), ..Default::default() };
    scope.update::<member::Entity>().set(row).filter(member::Column::Reader.eq(key(reader.id))).exec(scope.conn()).await?;
    Ok(())
}

/// What they said of their reading goes with them.
///
/// # Errors
/// `Busy` when they left in between: the act runs again, and finds nobody.
pub async fn remove_member(scope: &WriteScope<'_>, reader: ReaderId) -> Result<(), Refusal> {
    let gone = scope.retire::<member::Entity>().filter(member::Column::Reader.eq(key(reader)));
    one_row(gone.exec(scope.conn()).await?.rows_affected)
}

/// # Errors
/// `Busy` when they left in between: the act runs again, and finds nobody.
pub async fn save_reading(scope: &WriteScope<'_>, member: &Member) -> Result<(), Refusal> {
    let Some((meeting, reached)) = &member.reached else { return Ok(()) };
    let sealed = scope.sealer(scope.office()).seal(reached_by(member.reader), reached.as_bytes(), scope.db().entropy());
    let row = member::ActiveModel { meeting: Set(Some(key(*meeting))), reached: Set(Some(sealed)), ..Default::default() };
    let mine = scope.update::<member::Entity>().set(row).filter(member::Column::Reader.eq(key(member.reader)));
    one_row(mine.exec(scope.conn()).await?.rows_affected)
}

fn one_row(rows: u64) -> Result<(), Refusal> {
    if rows == 1 { Ok(()) } else { Err(Refusal::Busy) }
}

fn meeting_of(row: meeting::Model) -> Result<Meeting, Refusal> {
    let (hour, minute) = (u8::try_from(row.begins / 60), u8::try_from(row.begins % 60));
    let from = hour.ok().zip(minute.ok()).and_then(|(hour, minute)| TimeOfDay::new(hour, minute));
    Ok(Meeting {
        id: id_of(row.id),
        day: day_of(row.day)?,
        from: from.ok_or_else(|| broken("a meeting begins at no time"))?,
        venue: serde_json::from_str(&row.venue).map_err(|_| broken("a venue is none"))?,
        book: row.book,
        cancelled: row.cancelled_at.is_some(),
    })
}

fn member_of(scope: &Scope<'_>, row: member::Model) -> Result<Member, Refusal> {
    let reader = id_of(row.reader);
    let reached = match (row.meeting, row.reached) {
        (Some(meeting), Some(sealed)) => {
            let opened = scope.sealer(row.office_id).open(reached_by(reader), &sealed);
            let opened = opened.map_err(|_| broken("what was read does not open"))?;
            let text = String::from_utf8(opened.to_vec()).map_err(|_| broken("what was read is no text"))?;
            Some((id_of(meeting), text))
        }
        _ => None,
    };
    Ok(Member { reader, account: row.account.map(id_of), reached })
}

fn reached_by(reader: ReaderId) -> Field<'static> {
    Field { kind: "library_member.reached", row: reader.as_u128() }
}
