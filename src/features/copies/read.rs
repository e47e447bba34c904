//! From notices to what the page of a camat is given.

use super::store::{self, PAGE, Place};
use super::views::{CopiesView, CopyRow, MonthLink};
use super::{CopyNotice, MovedTo};
use crate::access::{Actor, Refusal, Unit};
use crate::domain::{Day, Lang, month_name};
use crate::features::letters::Month;
use crate::features::offices::gazetteer;
use crate::server::clock::day_at;
use crate::server::db::{Db, KecamatanScope};
use crate::ui::Frame;

/// `/kecamatan`: a month from a place on; without a month the one in which we are.
///
/// # Errors
/// `Forbidden` for who is no camat; `Busy` or `Internal` of the database.
pub async fn month(db: &Db, actor: &Actor, frame: Frame, month: &str, seen: &str) -> Result<CopiesView, Refusal> {
    let scope = KecamatanScope::open(db, actor).await?;
    let today = day_at(db.clock().now(), db.zone());
    let (this, seen) = (Month::of(today), place(seen));
    let month = Month::parse(month).unwrap_or(this);
    let first = match seen {
        Some(seen) => store::count_before(&scope, month, seen).await? + 1,
        None => 1,
    };
    let found = store::of_month(&scope, month, seen).await?;
    let (now, last) = (store::count(&scope, this).await?, store::count(&scope, this.step(-1)).await?);
    let count = store::count(&scope, month).await?;
    let next = if found.len() as u64 == PAGE { found.last().map(written) } else { None };
    Ok(CopiesView {
        frame,
        kecamatan: kecamatan_of(actor),
        month: link(month, count),
        before: link(month.step(-1), 0),
        after: link(month.step(1), 0),
        now: link(this, now),
        last: link(this.step(-1), last),
        rows: (first..).zip(&found).map(|(number, notice)| row(number, notice)).collect(),
        next,
        today: today.in_words(Lang::Id),
    })
}

fn kecamatan_of(actor: &Actor) -> String {
    let number = actor.unit().map_or(0, Unit::number);
    gazetteer().kecamatan(number).map(|kecamatan| kecamatan.name.to_owned()).unwrap_or_default()
}

fn link(month: Month, count: u64) -> MonthLink {
    let first = month.first();
    let name = [month_name(first.month(), Lang::Id), " ", &first.year().to_string()].concat();
    MonthLink { code: month.code(), name, count: small(count) }
}

fn row(number: u64, notice: &CopyNotice) -> CopyRow {
    let content = &notice.content;
    CopyRow {
        number: small(number),
        on: content.issued_on.in_words(Lang::Id),
        holder: content.holder.clone(),
        people: content.people,
        class: class_name(content.class).to_owned(),
        origin: gazetteer().full_title(content.origin),
        destination: match &content.to {
            MovedTo::Office(office) => gazetteer().full_title(*office),
            MovedTo::Elsewhere(place) => place.clone(),
        },
        revoked: notice.revoked_at.is_some(),
    }
}

/// Short names of the classes of form F-1.03, field 6.
const fn class_name(class: u8) -> &'static str {
    match class {
        1 => "Dalam satu desa atau kelurahan",
        2 => "Antardesa atau kelurahan",
        3 => "Antarkecamatan",
        4 => "Antarkabupaten atau kota",
        _ => "Antarprovinsi",
    }
}

/// `20781.018f…`: where a page ends, as it stands in the address.
fn written(notice: &CopyNotice) -> String {
    [&notice.content.issued_on.number().to_string(), ".", &notice.id.to_string()].concat()
}

fn place(seen: &str) -> Option<Place> {
    let (day, id) = seen.split_once('.')?;
    Some((Day::from_number(day.parse().ok()?), id.parse().ok()?))
}

fn small(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
