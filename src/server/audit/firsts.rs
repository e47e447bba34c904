//! What people of an office did for the first time, of what the course of its staff teaches: beside the record, because
//! nobody looks through a million lines of it for eight of each.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::entity::first::{ActiveModel, Column, Entity, Model};
use crate::access::{ActName, Actor, Refusal, Unit};
use crate::domain::{AccountId, Instant, OfficeCode};
use crate::server::db::{Db, OfficeScope, Reach, RegencyScope, Stop, Work, WriteScope, id_of, key};

/// Who did what for the first time at an office, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct First {
    pub office: OfficeCode,
    pub account: AccountId,
    pub act: ActName,
    pub at: Instant,
}

/// Notes the first time, in the transaction of the act; every later time changes nothing. Only for who acts under a hat of
/// an office: a resident's own product, or a draft of their own, is no work of its staff.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub(super) async fn note(scope: &WriteScope<'_>, actor: &Actor, act: ActName) -> Result<(), Refusal> {
    let (Some(Unit::Office(office)), Some(account)) = (actor.unit(), actor.account()) else { return Ok(()) };
    if !act.is_taught() {
        return Ok(());
    }
    insert(scope, First { office, account, act, at: scope.now() }).await
}

async fn insert(scope: &WriteScope<'_>, first: First) -> Result<(), Refusal> {
    let row = ActiveModel {
        office_id: Set(first.office.number()),
        account: Set(key(first.account)),
        act: Set(first.act.code().to_owned()),
        at: Set(first.at.micros()),
    };
    let once = OnConflict::columns([Column::OfficeId, Column::Account, Column::Act]).do_nothing().to_owned();
    Entity::insert(row).on_conflict(once).exec_without_returning(scope.conn()).await?;
    Ok(())
}

/// Notes what somebody first did in the other of the two: their own office, and the one in which they practise. Nobody's
/// work is recorded by it; what was done stands in the record of where it was done.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn carry_first(db: &Db, first: First) -> Result<(), Refusal> {
    db.write(Carried(first)).await
}

struct Carried(First);

impl Work for Carried {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(self.0.office.number())
    }

    fn by(&self) -> Option<AccountId> {
        Some(self.0.account)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        insert(scope, self.0).await.map_err(Stop::Failed)
    }
}

/// Of the people of an office.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn firsts_here(scope: &OfficeScope<'_>) -> Result<Vec<First>, Refusal> {
    let rows = scope.find::<Entity>().all(scope.conn()).await?;
    Ok(rows.into_iter().filter_map(of_row).collect())
}

/// Of the people of all offices: a few lines for each of them.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn firsts_within(scope: &RegencyScope<'_>) -> Result<Vec<First>, Refusal> {
    let rows = scope.find::<Entity>().all(scope.conn()).await?;
    Ok(rows.into_iter().filter_map(of_row).collect())
}

/// Nothing for an act that is taught no more.
fn of_row(row: Model) -> Option<First> {
    let act = ActName::ALL.iter().copied().find(|act| act.code() == row.act)?;
    Some(First { office: row.office_id.try_into().ok()?, account: id_of(row.account), act, at: Instant::from_micros(row.at) })
}
