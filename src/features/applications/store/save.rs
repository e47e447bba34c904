use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter};

use super::rows;
use crate::access::{Code, Refusal};
use crate::domain::{BlobId, Reference, Version};
use crate::features::applications::entity::{application, attachment, event, reference};
use crate::features::applications::{Application, EventKind};
use crate::server::blobs;
use crate::server::db::{WriteScope, key, unique_is, unique_is_busy};

/// More happenings than one act makes: they share the number of the version.
const EVENTS_A_VERSION: i64 = 10;

/// Writes a case with what happened to it, its photos, and what its reference shows in public.
///
/// # Errors
/// `Stale` when somebody was faster; `Conflict(DraftExists)` for a second draft; `Busy` when the
/// reference was drawn before (then it is drawn again).
pub async fn save(scope: &WriteScope<'_>, case: &Application) -> Result<(), Refusal> {
    let row = rows::row_of(scope, case)?;
    let version = match case.version {
        Some(seen) => scope.cas::<application::Entity>(case.id, seen, row).await?,
        None => insert(scope, case, row).await?,
    };
    for (event, place) in case.news.iter().zip(0..) {
        let row = rows::row_of_event(scope, case, event, version.0 * EVENTS_A_VERSION + place)?;
        scope.insert::<event::Entity>(row).await?;
    }
    if case.photos_changed {
        save_photos(scope, case).await?;
    }
    if case.news.is_empty() { Ok(()) } else { publish(scope, case).await }
}

async fn insert(scope: &WriteScope<'_>, case: &Application, row: application::ActiveModel) -> Result<Version, Refusal> {
    let new = application::ActiveModel {
        id: Set(key(case.id)),
        version: Set(Version::FIRST.0),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..row
    };
    scope.insert::<application::Entity>(new).await.map_err(unique_is(Code::DraftExists))?;
    Ok(Version::FIRST)
}

/// A handful of rows, written anew: no photo can be left over or stand in two places. The files of
/// those that went lose their names, and are swept.
async fn save_photos(scope: &WriteScope<'_>, case: &Application) -> Result<(), Refusal> {
    let of_case = attachment::Column::ApplicationId.eq(key(case.id));
    for old in scope.find::<attachment::Entity>().filter(of_case.clone()).all(scope.conn()).await? {
        for file in [old.id, old.thumbnail].map(|file| BlobId::from_u128(file.as_u128())) {
            if !case.attachments.iter().any(|kept| kept.id == file || kept.thumbnail == file) {
                blobs::forget(scope, file).await?;
            }
        }
    }
    scope.retire::<attachment::Entity>().filter(of_case).exec(scope.conn()).await?;
    for (photo, place) in case.attachments.iter().zip(0..) {
        scope.insert::<attachment::Entity>(rows::row_of_attachment(case, photo, place)).await?;
    }
    Ok(())
}

/// What anybody may see who holds the reference: written with the case, so that it is never behind.
async fn publish(scope: &WriteScope<'_>, case: &Application) -> Result<(), Refusal> {
    let (Some(number), Some(submitted_at)) = (case.reference, case.submitted_at) else { return Ok(()) };
    let row = reference::ActiveModel {
        state: Set(case.state.code().to_owned()),
        since: Set(case.since.micros()),
        promised_at: Set(case.promise.map_or(submitted_at, |promise| promise.due()).micros()),
        ..Default::default()
    };
    let first = case.news.iter().any(|event| event.kind == EventKind::Submitted);
    if !first {
        let known = scope.update_wide::<reference::Entity>().set(row).filter(reference::Column::Reference.eq(Reference::bare(number)));
        return Ok(known.exec(scope.conn()).await.map(drop)?);
    }
    let row = reference::ActiveModel {
        reference: Set(number.bare()),
        office: Set(scope.office()),
        application_id: Set(key(case.id)),
        submitted_at: Set(submitted_at.micros()),
        ..row
    };
    scope.insert_wide::<reference::Entity>(row).await.map_err(unique_is_busy)
}
