//! What came back from Dukcapil: the newest row of a case counts.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

use crate::access::Refusal;
use crate::domain::{ApplicationId, BlobId, Day, Instant};
use crate::features::applications::entity::skpwni::{ActiveModel, Column, Entity, Model};
use crate::features::applications::{Application, Skpwni};
use crate::server::db::{Scope, WriteScope, key};
use crate::server::incident;
use crate::server::seal::Field;

/// The SKPWNI of a case within reach, as it was last recorded.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn skpwni(scope: &Scope<'_>, case: ApplicationId) -> Result<Option<Skpwni>, Refusal> {
    let rows = scope.find::<Entity>().filter(Column::ApplicationId.eq(key(case)));
    let row = rows.order_by_desc(Column::At).order_by_desc(Column::BlobId).one(scope.conn()).await?;
    row.map(|row| opened(scope, &row)).transpose()
}

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn insert_skpwni(scope: &WriteScope<'_>, case: &Application, skpwni: &Skpwni) -> Result<(), Refusal> {
    let sealer = scope.sealer(scope.office());
    let row = ActiveModel {
        blob_id: Set(key(skpwni.file)),
        application_id: Set(key(case.id)),
        owner: Set(key(case.owner)),
        number: Set(sealer.seal(number_of(skpwni.file), skpwni.number.as_bytes(), scope.db().entropy())),
        dated: Set(skpwni.dated.number().into()),
        at: Set(skpwni.at.micros()),
        ..Default::default()
    };
    Ok(scope.insert::<Entity>(row).await?)
}

fn opened(scope: &Scope<'_>, row: &Model) -> Result<Skpwni, Refusal> {
    let file = BlobId::from_u128(row.blob_id.as_u128());
    let number = scope.sealer(row.office_id).open(number_of(file), &row.number).ok();
    let number = number.and_then(|number| std::str::from_utf8(&number).ok().map(str::to_owned));
    Ok(Skpwni {
        number: number.ok_or_else(|| broken("the number of a SKPWNI does not open"))?,
        dated: Day::from_number(i32::try_from(row.dated).map_err(|_| broken("a SKPWNI has no day"))?),
        file,
        at: Instant::from_micros(row.at),
    })
}

fn number_of(file: BlobId) -> Field<'static> {
    Field { kind: "application_skpwni.number", row: file.as_u128() }
}

/// What is stored contradicts itself: never the sender's mistake.
fn broken(what: &'static str) -> Refusal {
    incident::report(what, &"application_skpwni")
}
