use super::{Desk, choice, small};
use crate::access::{Refusal, Role};
use crate::domain::{Day, Lang, month_name};
use crate::features::applications::desk::views::{BookMonth, Outcome, RegisterRow, RegisterView};
use crate::features::letters::{self, BOOK_PAGE, BookLine, Month, Standing, VoidReason, letters_of_month};
use crate::features::services::catalogue;
use crate::forms::Choice;

/// `/kantor/register`: the book of a month, in the order of its numbers.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn book(desk: &Desk<'_>, month: &str, seen: &str) -> Result<RegisterView, Refusal> {
    let scope = desk.scope().await?;
    let month = Month::parse(month).unwrap_or(Month::of(desk.now.day));
    let lines = letters::book(&scope, month, place(seen)).await?;
    let letters = letters_of_month(&scope, month).await?;
    let waits = desk.waits(&scope).await?;
    let next = if lines.len() as u64 == BOOK_PAGE { lines.last().map(written) } else { None };
    let (day, time) = desk.now.local(desk.now.at);
    Ok(RegisterView {
        frame: desk.frame(&waits),
        office: desk.office.title(),
        kecamatan: desk.office.kecamatan.to_owned(),
        month: named(month),
        before: named(month.step(-1)),
        after: named(month.step(1)),
        letters: small(letters),
        rows: lines.into_iter().map(row).collect(),
        next,
        printed: [&day.in_words(Lang::Id), ", ", &time.in_digits(), " WIB"].concat(),
        services: services(),
        void_reasons: VoidReason::ALL.map(|reason| choice(reason.code(), void_words(reason))).into(),
        stepped_up: desk.actor.stepped_up(),
        can_cross_out: desk.actor.role() == Role::Head,
        key: desk.key(),
    })
}

fn named(month: Month) -> BookMonth {
    let first = month.first();
    BookMonth { code: month.code(), name: [month_name(first.month(), Lang::Id), " ", &first.year().to_string()].concat() }
}

fn row(line: BookLine) -> RegisterRow {
    RegisterRow {
        sequence: line.sequence,
        on: numbers(line.issued_on),
        number: line.number,
        title: line.title,
        holder: line.holder.to_uppercase(),
        signer: line.signer,
        outcome: match line.outcome {
            letters::Outcome::Stands { handed_over: false } => Outcome::Stands,
            letters::Outcome::Stands { handed_over: true } => Outcome::HandedOver,
            letters::Outcome::Ended { standing: Standing::Replaced, .. } => Outcome::Replaced,
            letters::Outcome::Ended { .. } => Outcome::Revoked,
            letters::Outcome::Void { reason } => Outcome::Void(reason),
        },
    }
}

/// Letters that an office may write: a number is taken for one of them.
fn services() -> Vec<Choice> {
    catalogue().all(Lang::Id).iter().map(|service| choice(service.code.as_str(), &service.name)).collect()
}

const fn void_words(reason: VoidReason) -> &'static str {
    match reason {
        VoidReason::WrittenOutside => "Dipakai surat yang ditulis tangan",
        VoidReason::Spoiled => "Kertasnya rusak",
        VoidReason::Mistake => "Terambil karena keliru",
    }
}

/// `24-11-2026`, as books write days (letters 6).
fn numbers(day: Day) -> String {
    let iso = day.iso();
    [&iso[8..], "-", &iso[5..7], "-", &iso[..4]].concat()
}

fn written(line: &BookLine) -> String {
    [&line.place.0.to_string(), ".", &line.place.1.to_string()].concat()
}

fn place(seen: &str) -> Option<(i64, i64)> {
    let (at, sequence) = seen.split_once('.')?;
    Some((at.parse().ok()?, sequence.parse().ok()?))
}
