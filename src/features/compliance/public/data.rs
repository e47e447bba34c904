//! Results as open data: the same rows as the table, one for each office that was judged.

use serde::Serialize;

use super::as_of::AsOf;
use crate::access::Refusal;
use crate::domain::Lang;
use crate::features::compliance::store::{self, Standing};
use crate::features::offices::gazetteer;
use crate::server::db::Db;
use crate::server::incident;

/// One office in the last public campaign.
#[derive(Serialize)]
struct Line {
    /// Kemendagri, ten digits.
    office: String,
    name: String,
    kecamatan: String,
    campaign: String,
    instrument: String,
    /// `maju`, `berkembang`, `kurang`
    class: &'static str,
    /// Hundredths of a per cent of all points.
    value_hundredths: u32,
    points: u32,
    passed: bool,
    revision: u32,
    /// 0, 1 or 2 for each item, in the order of the instrument.
    items: String,
}

/// `day`: "2026-03-01" for what everybody read then; empty for now.
async fn lines(db: &Db, day: &str) -> Result<Vec<Line>, Refusal> {
    // A program reads no sentence: another day than it asked for would be taken for that day.
    let as_of = AsOf::asked(db, day, Lang::Id);
    if as_of.is_now() && !day.trim().is_empty() {
        return Err(Refusal::NotFound);
    }
    let Some(campaign) = as_of.campaign(db).await? else { return Ok(Vec::new()) };
    let seats = as_of.seats(db, campaign.id).await?;
    let line = |seat: store::Standing| {
        let office = gazetteer().by_code(seat.office)?;
        Some(Line {
            office: seat.office.number().to_string(),
            name: office.title(),
            kecamatan: office.kecamatan.to_owned(),
            campaign: campaign.name.clone(),
            instrument: campaign.instrument.clone(),
            class: seat.class.code(),
            value_hundredths: seat.value,
            points: seat.points,
            passed: seat.passed,
            revision: seat.revision,
            items: seat.verdicts,
        })
    };
    Ok(seats.into_iter().filter(Standing::is_judged).filter_map(line).collect())
}

/// # Errors
/// `NotFound` for a day that is none or has not come; `Busy` or `Internal` of the database.
pub async fn json(db: &Db, day: &str) -> Result<String, Refusal> {
    serde_json::to_string(&lines(db, day).await?).map_err(|error| incident::report("results are not JSON", &error))
}

/// RFC 4180, with a line of names.
///
/// # Errors
/// As [`json`].
pub async fn csv(db: &Db, day: &str) -> Result<String, Refusal> {
    let mut text = "office,name,kecamatan,campaign,instrument,class,value_hundredths,points,passed,revision,items\r\n".to_owned();
    for line in lines(db, day).await? {
        let Line { office, name, kecamatan, campaign, instrument, class, value_hundredths, points, passed, revision, items } = line;
        let numbers = [value_hundredths.to_string(), points.to_string(), passed.to_string(), revision.to_string()].join(",");
        let words = [office, quoted(&name), quoted(&kecamatan), quoted(&campaign), quoted(&instrument), class.to_owned()].join(",");
        // A quoted row of digits stays one in a spreadsheet that would read 2110 as a number without its first zeros.
        text += &[&words, ",", &numbers, ",", &quoted(&items), "\r\n"].concat();
    }
    Ok(text)
}

/// A name that begins like a formula would be read as one.
fn quoted(cell: &str) -> String {
    let apart = if cell.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    ["\"", apart, &cell.replace('"', "\"\""), "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_no_formula_and_ends_where_it_ends() {
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted("Semester \"2\", 2026"), "\"Semester \"\"2\"\", 2026\"");
    }
}
