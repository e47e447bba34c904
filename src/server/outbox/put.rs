use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::entity::{ActiveModel, Column, Entity};
use crate::access::Refusal;
use crate::server::act::Message;
use crate::server::db::{WriteScope, key};

/// Writes messages in the transaction of the act. An equal one that is already there stays as it is.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub(in crate::server) async fn put(scope: &WriteScope<'_>, messages: &[Message]) -> Result<(), Refusal> {
    for message in messages {
        let row = ActiveModel {
            office_id: Set(scope.office()),
            id: Set(uuid::Uuid::from_u128(scope.db().entropy().identity::<crate::domain::IdemKey>(scope.now()).as_u128())),
            topic: Set(message.topic.to_owned()),
            dedupe: Set(message.dedupe.clone()),
            payload: Set(message.payload.clone()),
            account: Set(scope.by().map(key)),
            available_at: Set(scope.now().micros()),
            attempts: Set(0),
            ..Default::default()
        };
        let once = OnConflict::columns([Column::OfficeId, Column::Dedupe]).do_nothing().to_owned();
        Entity::insert(row).on_conflict(once).exec_without_returning(scope.conn()).await?;
        scope.ring();
    }
    Ok(())
}
