//! Letters in the database. Every function begins at a scope; rows stay inside.

mod public;
mod register;
mod rows;
mod void;

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::letter::{ActiveModel, Column, Entity, Model};
use super::{Event, FrozenLetter, Letter, Stage, Standing, State, Token};
use crate::access::Refusal;
use crate::domain::{AccountId, ApplicationId, BlobId, Day, Instant, LetterId, PersonName, Version};
use crate::server::act::Number;
use crate::server::db::{Scope, WriteScope, id_of, key};
use crate::server::incident;
use crate::server::seal::Field;

pub use public::{PublicLetter, check, valid};
pub use register::{BookLine, Month, Outcome, PAGE, book, letters_of_month};
pub use void::{VoidNumber, insert_void};

/// A letter that comes into being, with all that its rows say.
#[derive(Clone, Debug)]
pub struct NewLetter {
    pub letter: Letter,
    /// None for a certificate, which nobody applies for.
    pub application: Option<ApplicationId>,
    pub owner: Option<AccountId>,
    pub sequence: Number,
    /// Whom it is about; outside the office only masked.
    pub holder: PersonName,
    /// "HADI SANTOSO, Kepala Desa Tamansari"
    pub signer: String,
    pub token: Token,
    pub frozen: FrozenLetter,
    pub at: Instant,
}

/// A letter that is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredLetter {
    pub letter: Letter,
    pub version: Version,
    pub application: Option<ApplicationId>,
    pub owner: Option<AccountId>,
    /// Code of its service.
    pub service: String,
    pub title: String,
    pub issued_at: Instant,
    pub pdf: Option<PdfFile>,
    /// The form that goes with it.
    pub annex: Option<PdfFile>,
    /// The letter that stands in its place, when it has become known in this act.
    pub next: Option<Successor>,
}

/// What everybody who checks a replaced letter is told of the one that stands in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Successor {
    pub id: LetterId,
    pub number: String,
    pub on: Day,
    pub token: Token,
}

impl StoredLetter {
    /// Whether it may stand in the place of `old`: another letter that holds today, not older, of the
    /// same service and the same owner.
    pub fn may_replace(&self, old: &Self, today: Day) -> bool {
        let of_the_same = self.service == old.service && self.owner.is_some() && self.owner == old.owner;
        of_the_same && self.letter.id != old.letter.id && self.issued_at >= old.issued_at && self.letter.standing(today) == Standing::Valid
    }

    /// # Errors
    /// As [`Letter::replace`].
    pub fn replace(&mut self, next: Successor, by: AccountId, at: Instant) -> Result<Event, Refusal> {
        let event = self.letter.replace(next.id, by, at)?;
        self.next = Some(next);
        Ok(event)
    }
}

/// The finished paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfFile {
    pub blob: BlobId,
    pub sha256: [u8; 32],
    pub size_bytes: u64,
}

/// Writes a letter and what everybody may check of it, in one transaction with its number.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn insert(scope: &WriteScope<'_>, new: &NewLetter) -> Result<(), Refusal> {
    let id = new.letter.id;
    let (snapshot, hash) = new.frozen.bytes();
    let row = ActiveModel {
        id: Set(key(id)),
        version: Set(Version::FIRST.0),
        application: Set(new.application.map(key)),
        owner: Set(new.owner.map(key)),
        register: Set(new.sequence.register.0.clone()),
        year: Set(new.sequence.year.into()),
        sequence: Set(new.sequence.value.into()),
        number: Set(new.letter.number.to_string()),
        service: Set(new.frozen.service.clone()),
        title: Set(new.frozen.data.title.clone()),
        holder: Set(new.holder.as_str().to_owned()),
        signer: Set(new.signer.clone()),
        issued_on: Set(new.letter.issued_on.number().into()),
        issued_at: Set(new.at.micros()),
        valid_until: Set(new.letter.valid_until.map(|day| day.number().into())),
        token_hash: Set(Some(new.token.hash().0.to_vec())),
        state: Set(rows::ISSUED.to_owned()),
        snapshot: Set(Some(scope.sealer(scope.office()).seal(snapshot_of(id), &snapshot, scope.db().entropy()))),
        snapshot_hash: Set(Some(hash.to_vec())),
        changed_by: Set(scope.by().map(key)),
        changed_at: Set(scope.now().micros()),
        ..Default::default()
    };
    scope.insert::<Entity>(row).await?;
    public::publish(scope, new).await
}

/// # Errors
/// `NotFound` out of reach.
pub async fn letter(scope: &Scope<'_>, id: LetterId) -> Result<StoredLetter, Refusal> {
    rows::stored(row_of(scope, id).await?)
}

/// Several within reach, in no order. A crossed-out number is none.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn letters(scope: &Scope<'_>, ids: &[LetterId]) -> Result<Vec<StoredLetter>, Refusal> {
    let these = rows_of(scope, ids).await?;
    these.into_iter().filter(|row| row.state != rows::VOID).map(rows::stored).collect()
}

/// Several that stand, with what was signed, in no order.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn standing(scope: &Scope<'_>, ids: &[LetterId]) -> Result<Vec<(LetterId, FrozenLetter)>, Refusal> {
    let these = rows_of(scope, ids).await?;
    these.into_iter().filter(|row| row.state == rows::ISSUED).map(|row| Ok((id_of(row.id), frozen_in(scope, row)?))).collect()
}

/// The newest letter with a number, as it is typed or without its spaces. A crossed-out number is none.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn numbered(scope: &Scope<'_>, typed: &str) -> Result<Option<LetterId>, Refusal> {
    let bare: String = typed.split_whitespace().collect();
    let same = scope.find::<Entity>().filter(Column::Number.is_in([typed, bare.as_str()])).filter(Column::State.ne(rows::VOID));
    let newest = same.order_by_desc(Column::IssuedAt).limit(1).one(scope.conn()).await?;
    Ok(newest.map(|row| id_of(row.id)))
}

/// A letter as the one that stands in another's place.
///
/// # Errors
/// `NotFound` out of reach.
pub async fn successor(scope: &Scope<'_>, id: LetterId) -> Result<(StoredLetter, Successor), Refusal> {
    let (stored, frozen) = (letter(scope, id).await?, frozen(scope, id).await?);
    let Stage::Issued { token, .. } = frozen.data.stage else { return Err(Refusal::NotFound) };
    let next = Successor { id, number: stored.letter.number.to_string(), on: stored.letter.issued_on, token };
    Ok((stored, next))
}

/// What was signed, to be set on paper.
///
/// # Errors
/// `NotFound` out of reach, or for a number that was crossed out.
pub async fn frozen(scope: &Scope<'_>, id: LetterId) -> Result<FrozenLetter, Refusal> {
    frozen_in(scope, row_of(scope, id).await?)
}

fn frozen_in(scope: &Scope<'_>, row: Model) -> Result<FrozenLetter, Refusal> {
    let sealed = row.snapshot.ok_or(Refusal::NotFound)?;
    let bytes = scope.sealer(row.office_id).open(snapshot_of(id_of(row.id)), &sealed);
    let bytes = bytes.map_err(|_| incident::report("the snapshot of a letter does not open", &"letter"))?;
    FrozenLetter::read(&bytes).ok_or_else(|| incident::report("the snapshot of a letter is no letter", &"letter"))
}

/// Writes what changed of a letter: handed over, revoked, replaced. Its public side changes with it.
///
/// # Errors
/// `Stale` when somebody was faster.
pub async fn save(scope: &WriteScope<'_>, stored: &StoredLetter) -> Result<(), Refusal> {
    let mut row = ActiveModel {
        handed_by: Set(stored.letter.handover.map(|handover| key(handover.by))),
        handed_at: Set(stored.letter.handover.map(|handover| handover.at.micros())),
        state: Set(rows::state_code(&stored.letter.state).to_owned()),
        ..Default::default()
    };
    if let State::Revoked { reason, by, at, replaced_by } = &stored.letter.state {
        row.reason = Set(Some(reason.code().to_owned()));
        row.ended_by = Set(Some(key(*by)));
        row.ended_at = Set(Some(at.micros()));
        row.replaced_by = Set(replaced_by.map(key));
    }
    scope.cas::<Entity>(stored.letter.id, stored.version, row).await?;
    public::revise(scope, stored).await
}

/// The paper is set. Once: the first bytes are the letter's for ever.
///
/// # Errors
/// `Stale` when somebody was faster.
pub async fn attach_pdf(scope: &WriteScope<'_>, stored: &StoredLetter, pdf: &PdfFile) -> Result<(), Refusal> {
    let row = ActiveModel {
        pdf: Set(Some(key(pdf.blob))),
        pdf_sha256: Set(Some(pdf.sha256.to_vec())),
        pdf_bytes: Set(i64::try_from(pdf.size_bytes).ok()),
        ..Default::default()
    };
    scope.cas::<Entity>(stored.letter.id, stored.version, row).await?;
    public::attach_pdf(scope, stored.letter.id, pdf).await
}

/// The same for the form that goes with it, of which the public side says nothing.
///
/// # Errors
/// `Stale` when somebody was faster.
pub async fn attach_annex(scope: &WriteScope<'_>, stored: &StoredLetter, annex: &PdfFile) -> Result<(), Refusal> {
    let row = ActiveModel {
        annex: Set(Some(key(annex.blob))),
        annex_sha256: Set(Some(annex.sha256.to_vec())),
        annex_bytes: Set(i64::try_from(annex.size_bytes).ok()),
        ..Default::default()
    };
    scope.cas::<Entity>(stored.letter.id, stored.version, row).await.map(drop)
}

async fn row_of(scope: &Scope<'_>, id: LetterId) -> Result<Model, Refusal> {
    scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?.ok_or(Refusal::NotFound)
}

async fn rows_of(scope: &Scope<'_>, ids: &[LetterId]) -> Result<Vec<Model>, Refusal> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(scope.find::<Entity>().filter(Column::Id.is_in(ids.iter().copied().map(key))).all(scope.conn()).await?)
}

fn snapshot_of(id: LetterId) -> Field<'static> {
    Field { kind: "letter.snapshot", row: id.as_u128() }
}
