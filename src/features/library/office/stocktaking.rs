//! What stands behind the forms of a stock-taking: a label that was read, rows that were ticked.

use super::desk::office_of;
use super::form;
use super::words::{STOCKTAKE, stocktake_page};
use crate::access::Refusal;
use crate::domain::{CopyId, IdemKey, StocktakeId};
use crate::features::library::acts::{BeginStocktake, CountCopies, EndStocktake, LONGEST_LABEL, LoseCopy, NoteStray};
use crate::features::library::label::{self, On};
use crate::features::library::{Gone, store};
use crate::forms::{Posted, ProblemCode, Problems, read};
use crate::server::db::OfficeScope;
use crate::server::session;
use crate::ui::{Next, encode_pair};

/// Before the copy in the name of a tick.
pub const TICK: &str = "ada_";

pub async fn begin(key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    db.perform(actor, key, BeginStocktake { office }).await?;
    Ok(Next::afresh(STOCKTAKE))
}

/// A label that was scanned or typed. What is none of this library is kept as it was read.
pub async fn count(stocktake: StocktakeId, typed: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    let wrong = |code| Refusal::Invalid(Problems::one("label", code));
    let typed = read::line(typed, LONGEST_LABEL as u32).map_err(wrong)?;
    if typed.is_empty() {
        return Err(wrong(ProblemCode::Missing));
    }
    let label = label::read(&typed, office, On::Copy).unwrap_or(typed);
    let scope = OfficeScope::open(&db, &actor).await?;
    let copy = store::copy_labelled(&scope, &label).await;
    drop(scope);
    let said = match copy {
        Ok(copy) if copy.guest.is_none() => match db.perform(actor, key, CountCopies { stocktake, copies: vec![copy.id] }).await? {
            0 => "sudah",
            _ => "dihitung",
        },
        // A guest belongs to another library's count.
        Ok(_) | Err(Refusal::NotFound) => {
            db.perform(actor, key, NoteStray { stocktake, label: label.clone() }).await?;
            "asing"
        }
        Err(other) => return Err(other),
    };
    let mut query = String::new();
    encode_pair(&mut query, "hasil", said);
    encode_pair(&mut query, "kode", &label);
    Ok(Next::afresh([STOCKTAKE, "?", &query].concat()))
}

/// Rows of the shelf list that somebody has ticked.
pub async fn count_ticked(stocktake: StocktakeId, posted: Posted, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let answers = posted.answers().map_err(Refusal::Invalid)?;
    let ticked = answers.iter().filter(|(_, tick)| *tick == "ya").filter_map(|(name, _)| name.strip_prefix(TICK));
    let copies: Vec<CopyId> = ticked.map(|id| id.parse().map_err(|_| Refusal::NotFound)).collect::<Result<_, _>>()?;
    let number = db.perform(actor, key, CountCopies { stocktake, copies }).await?;
    Ok(Next::afresh([STOCKTAKE, "?daftar=ya&hasil=", &number.to_string()].concat()))
}

pub async fn end(stocktake: StocktakeId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    db.perform(actor, key, EndStocktake { stocktake }).await?;
    Ok(Next::afresh([&stocktake_page(stocktake), "?hasil=selesai"].concat()))
}

/// A copy that was nowhere is lost, and why one thinks so. `copy`: as chosen from those that were not seen.
pub async fn lose(stocktake: StocktakeId, copy: &str, note: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let copy = copy.parse::<CopyId>().map_err(|_| Problems::one("buku", ProblemCode::MissingChoice));
    let (copy, (why, note)) = super::doors::both(copy, form::loss(Gone::Lost.code(), note)).map_err(Refusal::Invalid)?;
    db.perform(actor, key, LoseCopy { copy, why, note, from_shelf: true }).await?;
    Ok(Next::afresh([&stocktake_page(stocktake), "?hasil=dicoret"].concat()))
}
