//! Loans between libraries. What both know is one row, which each reaches by its own side of it alone; for whom it is
//! stands at the receiver.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{PAGE, broken};
use crate::access::{Code, Refusal};
use crate::domain::{AccountId, Instant, InterloanId, OfficeCode, ReaderId, TitleId, Version};
use crate::features::library::entity::interloans::interloan::{ActiveModel, Column, Entity, Model};
use crate::features::library::entity::interloans::request;
use crate::features::library::{Interloan, Stage, Traveller};
use crate::server::db::{OfficeScope, OwnScope, Scope, WriteScope, id_of, key, unique_is};

/// Stages in which something is still to be done.
const OPEN: [&str; 4] = ["asked", "sent", "there", "homeward"];
/// How it may end otherwise than well.
const TOLD: [&str; 2] = ["declined", "lost"];
/// In which the reader waits.
const AWAITED: [&str; 2] = ["asked", "sent"];

/// Which part a library has in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Lender,
    Receiver,
}

impl Side {
    const fn column(self) -> Column {
        match self {
            Self::Lender => Column::Lender,
            Self::Receiver => Column::Receiver,
        }
    }
}

/// For whom a copy is asked for at another library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    pub id: InterloanId,
    pub reader: ReaderId,
    pub account: Option<AccountId>,
    pub made_at: Instant,
}

/// A loan in which the scope's library has this part.
///
/// # Errors
/// `NotFound` for one of others, or in which it has the other part; `Busy` or `Internal` of the database.
pub async fn interloan_of(scope: &Scope<'_>, id: InterloanId, side: Side) -> Result<Interloan, Refusal> {
    let mine = scope.find_wide::<Entity>().filter(Column::Id.eq(key(id))).filter(side.column().eq(scope.office()));
    of_row(mine.one(scope.conn()).await?.ok_or(Refusal::NotFound)?)
}

/// The same with whichever part.
///
/// # Errors
/// As [`interloan_of`].
pub async fn interloan(scope: &Scope<'_>, id: InterloanId) -> Result<Interloan, Refusal> {
    let sides = Condition::any().add(Column::Lender.eq(scope.office())).add(Column::Receiver.eq(scope.office()));
    let mine = scope.find_wide::<Entity>().filter(Column::Id.eq(key(id))).filter(sides);
    of_row(mine.one(scope.conn()).await?.ok_or(Refusal::NotFound)?)
}

/// What is still to be done with the part of the scope's library, the longest ago first; and what ended since
/// `told_since` otherwise than well.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn interloans(scope: &OfficeScope<'_>, side: Side, told_since: Instant) -> Result<Vec<Interloan>, Refusal> {
    let told = Condition::all().add(Column::Stage.is_in(TOLD)).add(Column::MovedAt.gte(told_since.micros()));
    let shown = Condition::any().add(Column::Stage.is_in(OPEN)).add(told);
    let mine = scope.find_wide::<Entity>().filter(side.column().eq(scope.office())).filter(shown);
    let mine = mine.order_by_asc(Column::AskedAt).order_by_asc(Column::Id).limit(PAGE);
    mine.all(scope.conn()).await?.into_iter().map(of_row).collect()
}

/// The one with which the copy under a label was sent to the scope's library, until it is said to have come.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn coming(scope: &OfficeScope<'_>, code: &str) -> Result<Option<Interloan>, Refusal> {
    let sent = scope.find_wide::<Entity>().filter(Column::Receiver.eq(scope.office())).filter(Column::Stage.eq("sent"));
    sent.filter(Column::Code.eq(code)).one(scope.conn()).await?.map(of_row).transpose()
}

/// For how many copies of other libraries a reader waits, and whether for one of this title.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn awaited_by(scope: &Scope<'_>, reader: ReaderId, title: TitleId) -> Result<(u64, bool), Refusal> {
    let mut theirs = Query::select();
    theirs.column(request::Column::Id).from(request::Entity).and_where(request::Column::OfficeId.eq(scope.office()));
    theirs.and_where(request::Column::Reader.eq(key(reader)));
    let awaited = scope.find_wide::<Entity>().filter(Column::Receiver.eq(scope.office())).filter(Column::Stage.is_in(AWAITED));
    let awaited = awaited.filter(Column::Id.in_subquery(theirs));
    let titles: Vec<uuid::Uuid> = awaited.select_only().column(Column::Title).into_tuple().all(scope.conn()).await?;
    Ok((titles.len() as u64, titles.contains(&key(title))))
}

/// How many wait for an answer of the scope's library.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn asks(scope: &OfficeScope<'_>) -> Result<u32, Refusal> {
    let asked = scope.find_wide::<Entity>().filter(Column::Lender.eq(scope.office())).filter(Column::Stage.eq("asked"));
    u32::try_from(asked.count(scope.conn()).await?).map_err(|_| broken("loans between libraries are beyond counting"))
}

/// For whom it is; at the receiver.
///
/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn request(scope: &Scope<'_>, id: InterloanId) -> Result<Request, Refusal> {
    let row = scope.find::<request::Entity>().filter(request::Column::Id.eq(key(id))).one(scope.conn()).await?;
    Ok(request_of(&row.ok_or(Refusal::NotFound)?))
}

/// Some of them.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn requests(scope: &OfficeScope<'_>, ids: &[InterloanId]) -> Result<Vec<Request>, Refusal> {
    let some = scope.find::<request::Entity>().filter(request::Column::Id.is_in(ids.iter().copied().map(key)));
    Ok(some.all(scope.conn()).await?.iter().map(request_of).collect())
}

/// What somebody has asked for, at whichever library, and how far it is; the newest first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn own_requests(own: &OwnScope<'_>) -> Result<Vec<(Request, Interloan)>, Refusal> {
    let mine = own.find::<request::Entity>().order_by_desc(request::Column::MadeAt).limit(PAGE).all(own.conn()).await?;
    if mine.is_empty() {
        return Ok(Vec::new());
    }
    let rows = own.find_wide::<Entity>().filter(Column::Id.is_in(mine.iter().map(|row| row.id))).all(own.conn()).await?;
    let loans: Vec<Interloan> = rows.into_iter().map(of_row).collect::<Result<_, _>>()?;
    let with_loan = |row: &request::Model| {
        let request = request_of(row);
        loans.iter().find(|loan| loan.id == request.id).map(|loan| (request, loan.clone()))
    };
    Ok(mine.iter().filter_map(with_loan).collect())
}

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn add_request(scope: &WriteScope<'_>, interloan: &Interloan, request: &Request) -> Result<(), Refusal> {
    let row = ActiveModel {
        id: Set(key(interloan.id)),
        version: Set(Version::FIRST.0),
        lender: Set(interloan.lender.number()),
        receiver: Set(interloan.receiver.number()),
        title: Set(key(interloan.title)),
        asked_at: Set(interloan.asked_at.micros()),
        ..changing(interloan)
    };
    scope.insert_wide::<Entity>(row).await?;
    let for_whom = request::ActiveModel {
        id: Set(key(request.id)),
        reader: Set(key(request.reader)),
        account: Set(request.account.map(key)),
        made_at: Set(request.made_at.micros()),
        ..Default::default()
    };
    Ok(scope.insert::<request::Entity>(for_whom).await?)
}

/// # Errors
/// `Stale` when the other library, or a colleague, was faster; `Conflict(CopyElsewhere)` when the copy is on another
/// way, whatever the act believes.
pub async fn save_interloan(scope: &WriteScope<'_>, interloan: &Interloan) -> Result<(), Refusal> {
    let seen = interloan.version.ok_or_else(|| broken("a loan between libraries was never stored"))?;
    let row = ActiveModel { version: Set(seen.next().0), ..changing(interloan) };
    let this = scope.update_wide::<Entity>().filter(Column::Id.eq(key(interloan.id))).filter(Column::Version.eq(seen.0));
    let saved = this.set(row).exec(scope.conn()).await.map_err(unique_is(Code::CopyElsewhere))?;
    if saved.rows_affected == 1 { Ok(()) } else { Err(Refusal::Stale { by: None, at: scope.now() }) }
}

fn changing(interloan: &Interloan) -> ActiveModel {
    let reason = match &interloan.stage {
        Stage::Declined(reason) => Some(reason.clone()),
        _ => None,
    };
    let traveller = interloan.stage.traveller();
    ActiveModel {
        stage: Set(interloan.stage.code().to_owned()),
        copy: Set(traveller.map(|traveller| key(traveller.copy))),
        code: Set(traveller.map(|traveller| traveller.code.clone())),
        reason: Set(reason),
        moved_at: Set(interloan.moved_at.micros()),
        ..Default::default()
    }
}

fn request_of(row: &request::Model) -> Request {
    Request { id: id_of(row.id), reader: id_of(row.reader), account: row.account.map(id_of), made_at: Instant::from_micros(row.made_at) }
}

fn of_row(row: Model) -> Result<Interloan, Refusal> {
    let office = |code: i64| OfficeCode::try_from(code).map_err(|_| broken("a loan between libraries is at no library"));
    let traveller = row.copy.zip(row.code).map(|(copy, code)| Traveller { copy: id_of(copy), code });
    let stage = match (row.stage.as_str(), traveller, row.reason) {
        ("asked", None, None) => Stage::Asked,
        ("declined", None, Some(reason)) => Stage::Declined(reason),
        ("cancelled", None, None) => Stage::Cancelled,
        ("sent", Some(traveller), None) => Stage::Sent(traveller),
        ("there", Some(traveller), None) => Stage::There(traveller),
        ("homeward", Some(traveller), None) => Stage::Homeward(traveller),
        ("home", Some(traveller), None) => Stage::Home(traveller),
        ("lost", Some(traveller), None) => Stage::Lost(traveller),
        _ => return Err(broken("a loan between libraries is at no stage")),
    };
    Ok(Interloan {
        id: id_of(row.id),
        version: Some(Version(row.version)),
        lender: office(row.lender)?,
        receiver: office(row.receiver)?,
        title: id_of(row.title),
        stage,
        asked_at: Instant::from_micros(row.asked_at),
        moved_at: Instant::from_micros(row.moved_at),
    })
}
