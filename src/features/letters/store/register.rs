//! The book of an office, read month by month as it is printed.

use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, Select};

use super::rows::{VOID, day};
use crate::access::Refusal;
use crate::domain::{Day, LetterId};
use crate::features::letters::entity::letter::{Column, Entity, Model};
use crate::features::letters::{Reason, Standing, VoidReason};
use crate::server::db::{OfficeScope, Scope, id_of};

/// No list is longer than this.
pub const PAGE: u64 = 50;

/// One line of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookLine {
    pub id: LetterId,
    pub sequence: i64,
    pub issued_on: Day,
    pub number: String,
    pub title: String,
    /// In clear: the book stays in the office. Empty for a number that was crossed out.
    pub holder: String,
    pub signer: String,
    pub outcome: Outcome,
    /// Place in the order of the book: what the next page begins after.
    pub place: (i64, i64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Stands { handed_over: bool },
    Ended { reason: Option<Reason>, standing: Standing },
    Void { reason: Option<VoidReason> },
}

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    first: Day,
}

impl Month {
    pub fn of(day: Day) -> Self {
        Self { first: Day::new(day.year(), day.month(), 1).unwrap_or(day) }
    }

    /// `2026-11`
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        Day::new(year.parse().ok()?, month.parse().ok()?, 1).map(|first| Self { first })
    }

    pub const fn first(self) -> Day {
        self.first
    }

    /// Of the month after, or before.
    #[must_use]
    pub fn step(self, months: i32) -> Self {
        let at = i32::from(self.first.year()) * 12 + i32::from(self.first.month()) - 1 + months;
        let (year, month) = (u16::try_from(at.div_euclid(12)).unwrap_or_default(), u8::try_from(at.rem_euclid(12) + 1).unwrap_or(1));
        Day::new(year, month, 1).map_or(self, |first| Self { first })
    }

    pub fn code(self) -> String {
        self.first.iso()[..7].to_owned()
    }
}

/// The book of a month in the order of its numbers, from after `seen`; at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn book(scope: &OfficeScope<'_>, month: Month, seen: Option<(i64, i64)>) -> Result<Vec<BookLine>, Refusal> {
    let mut page = of_month(scope, month).cursor_by((Column::IssuedAt, Column::Sequence));
    if let Some(seen) = seen {
        page.after(seen);
    }
    Ok(page.first(PAGE).all(scope.conn()).await?.into_iter().map(line).collect())
}

/// How many lines the book of a month has.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn letters_of_month(scope: &OfficeScope<'_>, month: Month) -> Result<u64, Refusal> {
    Ok(of_month(scope, month).count(scope.conn()).await?)
}

fn of_month(scope: &Scope<'_>, month: Month) -> Select<Entity> {
    let (first, next) = (month.first().number(), month.step(1).first().number());
    scope.find::<Entity>().filter(Column::IssuedOn.gte(i64::from(first))).filter(Column::IssuedOn.lt(i64::from(next)))
}

fn line(row: Model) -> BookLine {
    let reason = row.reason.as_deref();
    let outcome = match row.state.as_str() {
        VOID => Outcome::Void { reason: reason.and_then(VoidReason::from_code) },
        super::rows::ISSUED => Outcome::Stands { handed_over: row.handed_at.is_some() },
        super::rows::REPLACED => Outcome::Ended { reason: reason.and_then(Reason::from_code), standing: Standing::Replaced },
        _ => Outcome::Ended { reason: reason.and_then(Reason::from_code), standing: Standing::Revoked },
    };
    BookLine {
        id: id_of(row.id),
        sequence: row.sequence,
        issued_on: day(row.issued_on),
        number: row.number,
        title: row.title,
        holder: row.holder,
        signer: row.signer,
        outcome,
        place: (row.issued_at, row.sequence),
    }
}
