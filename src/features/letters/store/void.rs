use sea_orm::ActiveValue::Set;

use super::rows;
use crate::access::Refusal;
use crate::domain::{Day, Instant, LetterId, LetterNumber, Version};
use crate::features::letters::VoidReason;
use crate::features::letters::entity::letter::{ActiveModel, Entity};
use crate::server::act::Number;
use crate::server::db::{WriteScope, key};

/// A number that names no letter of ours and is never given again: it stands in the book, crossed out,
/// with its reason. So the book has no gap that somebody would have to explain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoidNumber {
    pub id: LetterId,
    pub sequence: Number,
    pub number: LetterNumber,
    pub reason: VoidReason,
    pub on: Day,
    pub at: Instant,
}

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn insert_void(scope: &WriteScope<'_>, void: &VoidNumber) -> Result<(), Refusal> {
    let row = ActiveModel {
        id: Set(key(void.id)),
        version: Set(Version::FIRST.0),
        register: Set(void.sequence.register.0.clone()),
        year: Set(void.sequence.year.into()),
        sequence: Set(void.sequence.value.into()),
        number: Set(void.number.to_string()),
        service: Set(String::new()),
        title: Set(String::new()),
        holder: Set(String::new()),
        signer: Set(String::new()),
        issued_on: Set(void.on.number().into()),
        issued_at: Set(void.at.micros()),
        state: Set(rows::VOID.to_owned()),
        reason: Set(Some(void.reason.code().to_owned())),
        ended_by: Set(scope.by().map(key)),
        ended_at: Set(Some(void.at.micros())),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..Default::default()
    };
    Ok(scope.insert::<Entity>(row).await?)
}
