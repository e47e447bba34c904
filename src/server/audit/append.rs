use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait, QuerySelect};
use uuid::Uuid;

use super::entity::{head, line};
use super::{chain, firsts};
use crate::access::{ActName, Actor, Refusal};
use crate::domain::IdemKey;
use crate::server::act::Object;
use crate::server::db::{WriteScope, key};

/// One line of the record, before it has its place in the chain.
#[derive(Clone, Debug)]
pub struct Entry {
    pub act: ActName,
    pub object: Object,
    /// Names of what changed, never values.
    pub fields: &'static [&'static str],
    pub request: IdemKey,
}

/// Adds a line to the chain of the scope's office. Two who write at once wait for each other here,
/// at the end of their transactions, so they wait shortly.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn append(scope: &WriteScope<'_>, actor: &Actor, entry: Entry) -> Result<(), Refusal> {
    let end = end_of_chain(scope).await?;
    let hat = actor.hat().and_then(|hat| hat.membership).map(|(membership, ..)| key(membership));
    let mut line = line::Model {
        office_id: scope.office(),
        seq: end.seq + 1,
        at: scope.now().micros(),
        actor: actor.account().map(key),
        hat,
        role: actor.role().code().to_owned(),
        act: entry.act.code().to_owned(),
        object_kind: entry.object.kind.to_owned(),
        object_id: Uuid::from_u128(entry.object.id),
        fields: entry.fields.join(","),
        request: key(entry.request),
        prev: end.hash,
        hash: Vec::new(),
    };
    line.hash = chain::hash(&line.prev, &line).to_vec();
    let head = head::ActiveModel { seq: Set(line.seq), hash: Set(line.hash.clone()), ..Default::default() };
    scope.insert::<line::Entity>(line.into()).await?;
    scope.update::<head::Entity>().set(head).exec(scope.conn()).await?;
    firsts::note(scope, actor, entry.act).await
}

/// The last line's place and hash. On PostgreSQL the row is locked until the commit; it is made
/// first where there is none, because what does not exist cannot be locked.
async fn end_of_chain(scope: &WriteScope<'_>) -> Result<head::Model, Refusal> {
    if let Some(end) = scope.find::<head::Entity>().lock_exclusive().one(scope.conn()).await? {
        return Ok(end);
    }
    let first = head::Model { office_id: scope.office(), seq: 0, hash: chain::BEGINNING.to_vec() };
    let row = head::Entity::insert(head::ActiveModel::from(first.clone()))
        .on_conflict(OnConflict::column(head::Column::OfficeId).do_nothing().to_owned());
    row.exec_without_returning(scope.conn()).await?;
    Ok(scope.find::<head::Entity>().lock_exclusive().one(scope.conn()).await?.unwrap_or(first))
}
