//! Cases in the database. Every function begins at a scope; rows stay inside, records and views go out.

mod cards;
mod grants;
mod queue;
mod rows;
mod save;
mod skpwni;
mod to_sign;
mod tracker;
mod transfer;

use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::{application, attachment, event};
use super::{Application, Event, State};
use crate::access::Refusal;
use crate::domain::{AccountId, ApplicationId, BlobId, Instant, LetterId, OfficeCode, Reference, Version};
use crate::features::services::ServiceCode;
use crate::server::db::{OwnScope, Scope, key};

pub use cards::{SameCard, of_same_card};
pub use grants::{agree, agreements, forget_agreements, has_agreed, reveal, revealed};
pub use queue::{Place, Waiting, Waits, by_reference, queue, signed_online, waits};
pub use save::save;
pub use skpwni::{insert_skpwni, skpwni};
pub use to_sign::{agreed_to, next_to_read, place_to_sign};
pub use tracker::{Tracked, tracked};
pub use transfer::{accepted_move, insert_mark, settle_mark, transfer_mark};

/// No list is longer than this.
pub const PAGE: u64 = 50;

/// A case within reach, with its photos.
///
/// # Errors
/// `NotFound` out of reach.
pub async fn case(scope: &Scope<'_>, id: ApplicationId) -> Result<Application, Refusal> {
    let row = scope.find::<application::Entity>().filter(application::Column::Id.eq(key(id))).one(scope.conn()).await?;
    with_photos(scope, row.ok_or(Refusal::NotFound)?).await
}

/// The same, if it is still as it was seen.
///
/// # Errors
/// `NotFound` out of reach; `Stale` with who was faster.
pub async fn case_as_seen(scope: &Scope<'_>, id: ApplicationId, seen: Version) -> Result<Application, Refusal> {
    let row = scope.find::<application::Entity>().filter(application::Column::Id.eq(key(id))).one(scope.conn()).await?;
    let row = row.ok_or(Refusal::NotFound)?;
    if row.version != seen.0 {
        let by = row.changed_by.map(|by| AccountId::from_u128(by.as_u128()));
        return Err(Refusal::Stale { by, at: Instant::from_micros(row.changed_at) });
    }
    with_photos(scope, row).await
}

/// The letter of the case with a reference, if it has one.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn letter_of(scope: &Scope<'_>, reference: Reference) -> Result<Option<LetterId>, Refusal> {
    let row = scope.find::<application::Entity>().filter(application::Column::Reference.eq(reference.bare())).one(scope.conn()).await?;
    Ok(row.and_then(|row| row.letter_id).map(|letter| LetterId::from_u128(letter.as_u128())))
}

/// Everything that happened to a case, oldest first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn timeline(scope: &Scope<'_>, case: &Application) -> Result<Vec<Event>, Refusal> {
    let events = scope.find::<event::Entity>().filter(event::Column::ApplicationId.eq(key(case.id)));
    let events = events.order_by_asc(event::Column::Seq).all(scope.conn()).await?;
    events.into_iter().map(|row| rows::event(scope, row)).collect()
}

/// One's own cases at every office, newest first, without their photos; at most [`PAGE`]. What was
/// thrown away is not shown again.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn own_cases(scope: &OwnScope<'_>) -> Result<Vec<Application>, Refusal> {
    let own = scope.find::<application::Entity>().filter(application::Column::State.ne(State::Closed.code()));
    let own = own.order_by_desc(application::Column::Id).limit(PAGE).all(scope.conn()).await?;
    own.into_iter().map(|row| rows::case(scope, row, Vec::new())).collect()
}

/// One's own open draft of a service.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn own_draft(scope: &OwnScope<'_>, service: &ServiceCode) -> Result<Application, Refusal> {
    let own = scope.find::<application::Entity>().filter(application::Column::State.eq(State::Draft.code()));
    let row = own.filter(application::Column::Service.eq(service.as_str())).one(scope.conn()).await?;
    with_photos(scope, row.ok_or(Refusal::NotFound)?).await
}

/// The office at which one's own case is: an act of a resident has to name it.
///
/// # Errors
/// `NotFound` out of reach.
pub async fn office_of(scope: &OwnScope<'_>, id: ApplicationId) -> Result<OfficeCode, Refusal> {
    let case = scope.find::<application::Entity>().filter(application::Column::Id.eq(key(id)));
    let office = case.select_only().column(application::Column::OfficeId).into_tuple::<i64>().one(scope.conn()).await?;
    office.and_then(|office| office.try_into().ok()).ok_or(Refusal::NotFound)
}

/// How many open cases an account has within reach.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn open_cases_of(scope: &Scope<'_>, owner: AccountId) -> Result<u64, Refusal> {
    let open = State::ALL.into_iter().filter(|state| state.is_open()).map(State::code);
    let cases = scope.find::<application::Entity>().filter(application::Column::Owner.eq(key(owner)));
    Ok(cases.filter(application::Column::State.is_in(open)).count(scope.conn()).await?)
}

/// The newest cases of an account within reach that were not thrown away, without their photos.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn newest_of(scope: &Scope<'_>, owner: AccountId, most: u64) -> Result<Vec<Application>, Refusal> {
    let cases = scope.find::<application::Entity>().filter(application::Column::Owner.eq(key(owner)));
    let cases = cases.filter(application::Column::State.ne(State::Closed.code()));
    let newest = cases.order_by_desc(application::Column::Id).limit(most).all(scope.conn()).await?;
    newest.into_iter().map(|row| rows::case(scope, row, Vec::new())).collect()
}

/// Drafts that were not touched since `drafts`, and returned cases that stand since `returned`, oldest
/// first; at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn left_lying(scope: &Scope<'_>, drafts: Instant, returned: Instant) -> Result<Vec<ApplicationId>, Refusal> {
    use application::Column;
    let state = |state: State| Condition::all().add(Column::State.eq(state.code()));
    let draft = state(State::Draft).add(Column::ChangedAt.lt(drafts.micros()));
    let left = state(State::NeedsFix).add(Column::Since.lt(returned.micros()));
    let lying = scope.find::<application::Entity>().filter(Condition::any().add(draft).add(left)).order_by_asc(Column::Id).limit(PAGE);
    let ids: Vec<uuid::Uuid> = lying.select_only().column(Column::Id).into_tuple().all(scope.conn()).await?;
    Ok(ids.into_iter().map(|id| ApplicationId::from_u128(id.as_u128())).collect())
}

/// The case to which a stored photo (or its small version) belongs.
///
/// # Errors
/// `NotFound` out of reach.
pub async fn case_of_photo(scope: &Scope<'_>, photo: BlobId) -> Result<Application, Refusal> {
    let either = Condition::any().add(attachment::Column::Id.eq(key(photo))).add(attachment::Column::Thumbnail.eq(key(photo)));
    let row = scope.find::<attachment::Entity>().filter(either).one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    case(scope, ApplicationId::from_u128(row.application_id.as_u128())).await
}

async fn with_photos(scope: &Scope<'_>, row: application::Model) -> Result<Application, Refusal> {
    let photos = scope.find::<attachment::Entity>().filter(attachment::Column::ApplicationId.eq(row.id));
    let photos = photos.filter(attachment::Column::OfficeId.eq(row.office_id)).order_by_asc(attachment::Column::Place);
    let photos = photos.all(scope.conn()).await?;
    rows::case(scope, row, photos)
}
