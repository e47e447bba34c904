//! What waits at an office, by promise.

use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QuerySelect};

use super::{PAGE, rows};
use crate::access::Refusal;
use crate::domain::{AccountId, ApplicationId, Instant, Lang, Reference};
use crate::features::applications::entity::application::{Column, Entity};
use crate::features::applications::{Application, Channel, State};
use crate::features::services::catalogue;
use crate::server::db::{OfficeScope, Scope, key};

/// Which cases a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// Everything that somebody still has to do something for.
    Open,
    /// What this officer can do next: new, in their own hands, or dropped by a colleague.
    Next,
    New,
    /// In the hands of whoever looks.
    Mine,
    /// The resident has something to mend.
    Resident,
    ToSign,
    Late,
    /// The letter is there; its papers have not gone on to Dukcapil yet.
    ToForward,
    /// The letter is there, and its holder has not fetched it.
    Ready,
}

/// How many cases each list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waits {
    pub new: u64,
    pub in_review: u64,
    pub mine: u64,
    pub resident: u64,
    pub to_sign: u64,
    pub late: u64,
    pub to_forward: u64,
    pub ready: u64,
}

/// Where a page of a list begins: promise and case of the last line before.
pub type Place = (i64, ApplicationId);

const OPEN: [State; 4] = [State::Submitted, State::InReview, State::NeedsFix, State::AwaitingSignature];
/// The clock of these runs.
const RUNNING: [State; 3] = [State::Submitted, State::InReview, State::AwaitingSignature];
const READY: [State; 2] = [State::Issued, State::Forwarded];

/// Cases of a list, oldest promise first, from after `seen`; at most [`PAGE`], without their photos.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn queue(
    scope: &OfficeScope<'_>,
    which: Waiting,
    me: AccountId,
    now: Instant,
    seen: Option<Place>,
) -> Result<Vec<Application>, Refusal> {
    let mut page = scope.find::<Entity>().filter(condition(which, me, now)).cursor_by((Column::PromisedAt, Column::Id));
    if let Some((promised_at, id)) = seen {
        page.after((promised_at, key(id)));
    }
    let found = page.first(PAGE).all(scope.conn()).await?;
    found.into_iter().map(|row| rows::case(scope, row, Vec::new())).collect()
}

/// The case with a reference, whatever its state.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn by_reference(scope: &OfficeScope<'_>, reference: Reference) -> Result<Vec<Application>, Refusal> {
    let found = scope.find::<Entity>().filter(Column::Reference.eq(reference.bare())).all(scope.conn()).await?;
    found.into_iter().map(|row| rows::case(scope, row, Vec::new())).collect()
}

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn waits(scope: &OfficeScope<'_>, me: AccountId, now: Instant) -> Result<Waits, Refusal> {
    let by_state = scope.find::<Entity>().filter(Column::State.is_in(OPEN.into_iter().chain(READY).map(State::code)));
    let by_state = by_state.select_only().column(Column::State).column_as(Column::Id.count(), "count").group_by(Column::State);
    let counts: Vec<(String, i64)> = by_state.into_tuple().all(scope.conn()).await?;
    let of = |state: State| {
        let found = counts.iter().find(|(code, _)| code == state.code());
        found.and_then(|(_, count)| u64::try_from(*count).ok()).unwrap_or_default()
    };
    let count = async |which| scope.find::<Entity>().filter(condition(which, me, now)).count(scope.conn()).await;
    Ok(Waits {
        new: of(State::Submitted),
        in_review: of(State::InReview),
        resident: of(State::NeedsFix),
        to_sign: of(State::AwaitingSignature),
        ready: of(State::Issued) + of(State::Forwarded),
        mine: count(Waiting::Mine).await?,
        late: count(Waiting::Late).await?,
        to_forward: count(Waiting::ToForward).await?,
    })
}

/// Cases that residents sent themselves and whose letter was issued since then.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn signed_online(scope: &Scope<'_>, since: Instant) -> Result<u32, Refusal> {
    let signed = [State::Issued, State::Forwarded, State::Completed].map(State::code);
    let online = scope.find::<Entity>().filter(Column::State.is_in(signed)).filter(Column::Channel.eq(Channel::Phone.code()));
    let count = online.filter(Column::Since.gte(since.micros())).count(scope.conn()).await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

impl Waits {
    /// Everything that somebody still has to do something for.
    pub fn open(&self) -> u64 {
        self.new + self.in_review + self.resident + self.to_sign
    }
}

fn condition(which: Waiting, me: AccountId, now: Instant) -> Condition {
    let one = |state: State| Condition::all().add(Column::State.eq(state.code()));
    match which {
        Waiting::Open => Condition::all().add(Column::State.is_in(OPEN.map(State::code))),
        Waiting::Next => {
            let free =
                Condition::any().add(Column::LeaseBy.is_null()).add(Column::LeaseBy.eq(key(me))).add(Column::LeaseUntil.lte(now.micros()));
            Condition::any().add(one(State::Submitted)).add(one(State::InReview).add(free))
        }
        Waiting::New => one(State::Submitted),
        Waiting::Mine => one(State::InReview).add(Column::LeaseBy.eq(key(me))),
        Waiting::Resident => one(State::NeedsFix),
        Waiting::ToSign => one(State::AwaitingSignature),
        Waiting::Late => {
            let running = Condition::any().add(Column::State.is_in(RUNNING.map(State::code))).add(condition(Waiting::ToForward, me, now));
            Condition::all().add(running).add(Column::PromisedAt.lt(now.micros()))
        }
        Waiting::ToForward => {
            let going = catalogue().all(Lang::Id).iter().filter(|service| service.goes_on_to_dukcapil);
            one(State::Issued).add(Column::Service.is_in(going.map(|service| service.code.to_string())))
        }
        Waiting::Ready => Condition::all().add(Column::State.is_in(READY.map(State::code))),
    }
}
