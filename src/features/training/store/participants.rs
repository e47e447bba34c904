use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::body::Body;
use super::{PAGE, broken, line};
use crate::access::{Code, Refusal};
use crate::domain::{AccountId, Instant, OfficeCode, ParticipantId, PersonName, Phone, TrainingId, Version};
use crate::features::accounts::{phone_index, phone_mark_of};
use crate::features::training::entity::participant::{ActiveModel, Column, Entity, Model};
use crate::features::training::{Enrolment, Person, Training};
use crate::server::db::{OfficeScope, OwnScope, Scope, WriteScope, id_of, key, unique_is};

/// Under which the same person is known again, whoever writes them down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark([u8; 16]);

/// Of who has no account: their phone, or their name where they have none.
pub fn mark_of_guest(scope: &Scope<'_>, name: &PersonName, phone: Option<&Phone>) -> Mark {
    match phone {
        Some(phone) => Mark(phone_index(scope.db(), phone)),
        None => {
            let letters = name.as_str().chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase);
            Mark(scope.blind_index().of("training.name", &letters.collect::<String>()))
        }
    }
}

/// The phone with which a resident signs in.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn mark_of_resident(scope: &Scope<'_>, account: AccountId) -> Result<Option<Mark>, Refusal> {
    match phone_mark_of(scope.db(), account).await {
        Ok(mark) => Ok(Some(Mark(mark))),
        Err(Refusal::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn enrolment(scope: &Scope<'_>, id: ParticipantId) -> Result<Enrolment, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?;
    of_row(scope, row.ok_or(Refusal::NotFound)?)
}

/// Some of those in a training, by their identities.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn enrolments(scope: &Scope<'_>, of: TrainingId, ids: &[ParticipantId]) -> Result<Vec<Enrolment>, Refusal> {
    let these = scope.find::<Entity>().filter(Column::Training.eq(key(of))).filter(Column::Id.is_in(ids.iter().copied().map(key)));
    these.all(scope.conn()).await?.into_iter().map(|row| of_row(scope, row)).collect()
}

/// All who are in a training, first come first. No more than sit and wait ever are.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn enrolments_of(scope: &OfficeScope<'_>, of: TrainingId) -> Result<Vec<Enrolment>, Refusal> {
    let there = scope.find::<Entity>().filter(Column::Training.eq(key(of))).filter(Column::LeftAt.is_null());
    there.order_by_asc(Column::Turn).all(scope.conn()).await?.into_iter().map(|row| of_row(scope, row)).collect()
}

/// Who sits in a training with an account, and whether they were at one of its sessions.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn accounts_seated(scope: &Scope<'_>, of: &Training) -> Result<Vec<(AccountId, bool)>, Refusal> {
    let line = line(scope, of).await?;
    let there = scope.find::<Entity>().filter(Column::Training.eq(key(of.id))).filter(Column::LeftAt.is_null());
    let there = there.filter(Column::Account.is_not_null()).select_only();
    let there: Vec<(uuid::Uuid, uuid::Uuid, i64)> =
        there.column(Column::Id).column(Column::Account).column(Column::Present).into_tuple().all(scope.conn()).await?;
    let sits = there.into_iter().filter(|(id, ..)| line.sits(id_of(*id)));
    Ok(sits.map(|(_, account, present)| (id_of(account), present > 0)).collect())
}

/// Somebody's own place in a training, if they have one now.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn own_enrolment(scope: &Scope<'_>, of: TrainingId, account: AccountId) -> Result<Option<Enrolment>, Refusal> {
    let own = scope.find::<Entity>().filter(Column::Training.eq(key(of))).filter(Column::Account.eq(key(account)));
    own.filter(Column::LeftAt.is_null()).one(scope.conn()).await?.map(|row| of_row(scope, row)).transpose()
}

/// Where somebody is enrolled, at whichever office; the newest first, at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn own_enrolments(scope: &OwnScope<'_>) -> Result<Vec<(OfficeCode, Enrolment)>, Refusal> {
    let own = scope.find::<Entity>().filter(Column::LeftAt.is_null());
    let newest = own.order_by_desc(Column::EnrolledAt).order_by_desc(Column::Id).limit(PAGE);
    newest.all(scope.conn()).await?.into_iter().map(|row| with_office(scope, row)).collect()
}

/// One of somebody's own places, given up or not, and at which office it is.
///
/// # Errors
/// `NotFound` for who is not its owner; `Busy` or `Internal` of the database.
pub async fn own_place(scope: &OwnScope<'_>, id: ParticipantId) -> Result<(OfficeCode, Enrolment), Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?;
    with_office(scope, row.ok_or(Refusal::NotFound)?)
}

/// The place that somebody has in a training now, if they have one, and at which office it is.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn own_place_in(scope: &OwnScope<'_>, of: TrainingId) -> Result<Option<(OfficeCode, Enrolment)>, Refusal> {
    let own = scope.find::<Entity>().filter(Column::Training.eq(key(of))).filter(Column::LeftAt.is_null());
    own.one(scope.conn()).await?.map(|row| with_office(scope, row)).transpose()
}

/// Whether the scope sees somebody with this mark in the training.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn is_known(scope: &Scope<'_>, of: TrainingId, mark: Mark) -> Result<bool, Refusal> {
    let theirs = scope.find::<Entity>().filter(Column::Training.eq(key(of))).filter(Column::Mark.eq(mark.0.to_vec()));
    Ok(theirs.filter(Column::LeftAt.is_null()).count(scope.conn()).await? > 0)
}

/// How many have been at a training that they enrolled in since then.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn trained_since(scope: &Scope<'_>, since: Instant) -> Result<u32, Refusal> {
    let there = scope.find::<Entity>().filter(Column::EnrolledAt.gte(since.micros())).filter(Column::Present.gt(0));
    u32::try_from(there.count(scope.conn()).await?).map_err(|_| broken("participants are beyond counting"))
}

/// # Errors
/// `Conflict(EnrolledAlready)`: they are in this training, whatever the act believes.
pub async fn add_enrolment(scope: &WriteScope<'_>, enrolment: &Enrolment, mark: Option<Mark>) -> Result<(), Refusal> {
    let new = ActiveModel {
        id: Set(key(enrolment.id)),
        version: Set(Version::FIRST.0),
        training: Set(key(enrolment.training)),
        turn: Set(enrolment.turn),
        account: Set(enrolment.who.account().map(key)),
        mark: Set(mark.map(|mark| mark.0.to_vec())),
        enrolled_at: Set(enrolment.enrolled_at.micros()),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..changing(scope, enrolment)?
    };
    scope.insert::<Entity>(new).await.map_err(unique_is(Code::EnrolledAlready))
}

/// # Errors
/// `Stale` when somebody was faster.
pub async fn save_enrolment(scope: &WriteScope<'_>, enrolment: &Enrolment) -> Result<(), Refusal> {
    let seen = enrolment.version.ok_or_else(|| broken("a participant was never stored"))?;
    scope.cas::<Entity>(enrolment.id, seen, changing(scope, enrolment)?).await.map(drop)
}

fn changing(scope: &WriteScope<'_>, enrolment: &Enrolment) -> Result<ActiveModel, Refusal> {
    Ok(ActiveModel {
        body: Set(Body::of(enrolment).sealed(enrolment.id, scope)?),
        present: Set(i64::try_from(enrolment.presence.len()).map_err(|_| broken("sessions are beyond counting"))?),
        left_at: Set(enrolment.left_at.map(Instant::micros)),
        certificate: Set(enrolment.certificate.map(key)),
        ..Default::default()
    })
}

fn with_office(scope: &Scope<'_>, row: Model) -> Result<(OfficeCode, Enrolment), Refusal> {
    let office = row.office_id.try_into().map_err(|_| broken("a participant is at no office"))?;
    Ok((office, of_row(scope, row)?))
}

fn of_row(scope: &Scope<'_>, row: Model) -> Result<Enrolment, Refusal> {
    let id = id_of(row.id);
    let body = Body::opened(&row.body, id, row.office_id, scope)?;
    let who = match row.account {
        Some(account) => Person::Resident(id_of(account)),
        None => body.guest()?,
    };
    Ok(Enrolment {
        id,
        version: Some(Version(row.version)),
        training: id_of(row.training),
        turn: row.turn,
        name: body.name,
        who,
        enrolled_at: Instant::from_micros(row.enrolled_at),
        left_at: row.left_at.map(Instant::from_micros),
        presence: body.presence,
        before: body.before,
        after: body.after,
        feedback: body.feedback,
        certificate: row.certificate.map(id_of),
    })
}
