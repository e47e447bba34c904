//! The public side of a letter: written with it, read by the hash of its token and by nothing else.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter};

use super::rows::{self, day};
use super::{NewLetter, PdfFile, StoredLetter, Successor};
use crate::access::Refusal;
use crate::domain::{Day, LetterId, OfficeCode};
use crate::features::letters::entity::public::{ActiveModel, Column, Entity, Model};
use crate::features::letters::views::NextLetter;
use crate::features::letters::{Course, Reason, Standing, State, TokenHash};
use crate::server::clock::day_at;
use crate::server::db::{PublicScope, WriteScope, key};
use crate::server::incident;
use crate::server::seal::{Field, Keys};

/// What a letter's code shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicLetter {
    pub office: OfficeCode,
    pub title: String,
    pub number: String,
    /// `S*** A*****`
    pub holder: String,
    pub signer: String,
    pub issued_on: Day,
    pub valid_until: Option<Day>,
    pub standing: Standing,
    pub reason: Option<Reason>,
    pub ended_on: Option<Day>,
    pub next: Option<NextLetter>,
    /// Of the PDF; none until it is set.
    pub pdf_sha256: Option<Vec<u8>>,
    /// The training of a certificate.
    pub course: Option<Course>,
}

/// The letter with this code, as it stands on a day. With `keys` the code of the letter in its place is opened.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn check(scope: &PublicScope<'_>, keys: &Keys, token: TokenHash, on: Day) -> Result<PublicLetter, Refusal> {
    let row = scope.find::<Entity>().filter(Column::TokenHash.eq(token.0.to_vec())).one(scope.conn()).await?;
    let row = row.ok_or(Refusal::NotFound)?;
    let next = next(keys, &row)?;
    Ok(PublicLetter {
        office: row.office.try_into().map_err(|_| Refusal::NotFound)?,
        standing: standing(&row, on),
        course: course(&row),
        title: row.title,
        number: row.number,
        holder: row.holder,
        signer: row.signer,
        issued_on: day(row.issued_on),
        valid_until: row.valid_until.map(day),
        reason: row.reason.as_deref().and_then(Reason::from_code),
        ended_on: row.ended_on.map(day),
        next,
        pdf_sha256: row.pdf_sha256,
    })
}

/// Which of some codes are those of letters that are valid on a day.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn valid(scope: &PublicScope<'_>, tokens: &[TokenHash], on: Day) -> Result<Vec<TokenHash>, Refusal> {
    let these = scope.find::<Entity>().filter(Column::TokenHash.is_in(tokens.iter().map(|token| token.0.to_vec())));
    let rows = these.all(scope.conn()).await?;
    let valid = rows.into_iter().filter(|row| standing(row, on) == Standing::Valid);
    Ok(valid.filter_map(|row| Some(TokenHash(row.token_hash.try_into().ok()?))).collect())
}

/// Older rows name the letter without its code.
fn next(keys: &Keys, row: &Model) -> Result<Option<NextLetter>, Refusal> {
    let Some((number, on)) = row.next_number.clone().zip(row.next_on.map(day)) else { return Ok(None) };
    let open = |sealed: &Vec<u8>| {
        let code = keys.office(row.office).open(next_token_of(row.letter), sealed).ok();
        code.and_then(|code| String::from_utf8(code.to_vec()).ok())
            .ok_or_else(|| incident::report("the code of a next letter does not open", &"letter"))
    };
    Ok(Some(NextLetter { number, on, code: row.next_token.as_ref().map(open).transpose()? }))
}

fn course(row: &Model) -> Option<Course> {
    Some(Course {
        title: row.course.clone()?,
        place: row.course_place.clone()?,
        from: row.course_from.map(day)?,
        until: row.course_until.map(day)?,
        minutes: row.course_minutes.and_then(|minutes| minutes.try_into().ok())?,
    })
}

fn next_token_of(letter: uuid::Uuid) -> Field<'static> {
    Field { kind: "letter_public.next_token", row: letter.as_u128() }
}

fn standing(row: &Model, on: Day) -> Standing {
    match row.state.as_str() {
        rows::ISSUED if row.valid_until.is_some_and(|last| day(last) < on) => Standing::Expired,
        rows::ISSUED => Standing::Valid,
        rows::REPLACED => Standing::Replaced,
        // Whatever a later release may write here: never "valid".
        _ => Standing::Revoked,
    }
}

pub(super) async fn publish(scope: &WriteScope<'_>, new: &NewLetter) -> Result<(), Refusal> {
    let course = new.frozen.data.course.as_ref();
    let row = ActiveModel {
        token_hash: Set(new.token.hash().0.to_vec()),
        office: Set(scope.office()),
        letter: Set(key(new.letter.id)),
        title: Set(new.frozen.data.title.clone()),
        number: Set(new.letter.number.to_string()),
        holder: Set(new.holder.masked()),
        signer: Set(new.signer.clone()),
        issued_on: Set(new.letter.issued_on.number().into()),
        valid_until: Set(new.letter.valid_until.map(|day| day.number().into())),
        state: Set(rows::ISSUED.to_owned()),
        course: Set(course.map(|course| course.title.clone())),
        course_place: Set(course.map(|course| course.place.clone())),
        course_from: Set(course.map(|course| course.from.number().into())),
        course_until: Set(course.map(|course| course.until.number().into())),
        course_minutes: Set(course.map(|course| course.minutes.into())),
        ..Default::default()
    };
    Ok(scope.insert_wide::<Entity>(row).await?)
}

pub(super) async fn revise(scope: &WriteScope<'_>, stored: &StoredLetter) -> Result<(), Refusal> {
    let State::Revoked { reason, at, .. } = &stored.letter.state else { return Ok(()) };
    let mut row = ActiveModel {
        state: Set(rows::state_code(&stored.letter.state).to_owned()),
        reason: Set(Some(reason.code().to_owned())),
        ended_on: Set(Some(day_at(*at, scope.db().zone()).number().into())),
        ..Default::default()
    };
    if let Some(Successor { number, on, token, .. }) = &stored.next {
        let field = next_token_of(key(stored.letter.id));
        row.next_number = Set(Some(number.clone()));
        row.next_on = Set(Some(on.number().into()));
        row.next_token = Set(Some(scope.sealer(scope.office()).seal(field, token.to_string().as_bytes(), scope.db().entropy())));
    }
    change(scope, stored.letter.id, row).await
}

pub(super) async fn attach_pdf(scope: &WriteScope<'_>, id: LetterId, pdf: &PdfFile) -> Result<(), Refusal> {
    change(scope, id, ActiveModel { pdf_sha256: Set(Some(pdf.sha256.to_vec())), ..Default::default() }).await
}

/// The office stands in the statement: a wide table has no row security that would.
async fn change(scope: &WriteScope<'_>, id: LetterId, row: ActiveModel) -> Result<(), Refusal> {
    let this = scope.update_wide::<Entity>().set(row).filter(Column::Office.eq(scope.office())).filter(Column::Letter.eq(key(id)));
    Ok(this.exec(scope.conn()).await.map(drop)?)
}
