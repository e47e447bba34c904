//! What stands behind the server functions of versions: what a form means, and where it leads.

use super::fields::NAME;
use super::typed;
use super::words::{page_in, page_of};
use crate::access::{ActName, Refusal};
use crate::domain::{IdemKey, Version};
use crate::features::compliance::acts::{
    AddInstrumentItem, BeginInstrument, DropInstrumentItem, KeepInstrumentItem, KeepInstrumentSettings, PlaceInstrumentItem,
    PublishInstrument,
};
use crate::features::compliance::policy::Facts;
use crate::features::compliance::review::Desk;
use crate::features::compliance::store;
use crate::forms::{Checks, Posted, ProblemCode, Problems, read};
use crate::server::act::perform;
use crate::server::session;
use crate::ui::Next;

/// Years ahead for which a version is written.
const AHEAD: u16 = 10;

/// Which version a form is about, as it was seen.
pub struct At {
    pub code: String,
    pub seen: Version,
    pub key: IdemKey,
}

/// Who edits, before what they have typed is looked at.
fn editing() -> Result<Desk, Refusal> {
    let desk = Desk::asked()?;
    desk.decide(ActName::EditInstrument, Facts::default()).permit()?;
    Ok(desk)
}

pub async fn begin(key: IdemKey, posted: Posted) -> Result<Next, Refusal> {
    let desk = editing()?;
    let answers = posted.answers().map_err(Refusal::Invalid)?;
    let mut checks = Checks::default();
    let this = desk.today().year();
    let year = checks.field("tahun", read::year(answers.typed("tahun"), this, this.saturating_add(AHEAD)));
    let number = checks.field("angka", read::number(answers.typed("angka"), 1, BeginInstrument::MOST.into()));
    let known = store::editions(desk.db()).await?;
    let chosen = known.iter().find(|edition| !edition.is_draft() && edition.instrument.code == answers.typed("asal"));
    let base = checks.field("asal", chosen.map(|edition| edition.instrument.code.clone()).ok_or(ProblemCode::MissingChoice));
    let small = |number: i64| u32::try_from(number).unwrap_or_default();
    let make = |((year, number), base)| BeginInstrument { year: small(year), number: small(number), base };
    let act = checks.done(year.zip(number).zip(base), make).map_err(Refusal::Invalid)?;
    let code = act.code();
    perform(session::actor(), key, act).await?;
    Ok(done(page_of(&code), "dibuat"))
}

pub async fn keep_settings(at: At, posted: Posted) -> Result<Next, Refusal> {
    editing()?;
    let settings = typed::settings(&posted.answers().map_err(Refusal::Invalid)?).map_err(Refusal::Invalid)?;
    let (code, seen) = (at.code.clone(), at.seen);
    perform(session::actor(), at.key, KeepInstrumentSettings { code, seen, settings }).await?;
    Ok(done(page_of(&at.code), "disimpan"))
}

pub async fn add_item(at: At, name: &str) -> Result<Next, Refusal> {
    editing()?;
    let mut checks = Checks::default();
    let name = checks.filled("butir_baru", read::line(name, NAME));
    let act = checks.done(name, |name| AddInstrumentItem { code: at.code.clone(), seen: at.seen, name }).map_err(Refusal::Invalid)?;
    let item = perform(session::actor(), at.key, act).await?;
    Ok(done(page_in(&at.code, &item), "ditambah"))
}

pub async fn keep_item(at: At, item: String, posted: Posted) -> Result<Next, Refusal> {
    let desk = editing()?;
    let edition = store::edition_known(desk.db(), &at.code).await?;
    let answers = posted.answers().map_err(Refusal::Invalid)?;
    let (kept, from) = typed::item(&answers, edition.item(&item)?).map_err(Refusal::Invalid)?;
    let (code, seen) = (at.code.clone(), at.seen);
    perform(session::actor(), at.key, KeepInstrumentItem { code, seen, item: kept, from }).await?;
    Ok(done(page_in(&at.code, &item), "disimpan"))
}

pub async fn place_item(at: At, item: String, place: &str) -> Result<Next, Refusal> {
    editing()?;
    let missing = || Refusal::Invalid(Problems::one("urutan", ProblemCode::MissingChoice));
    let place: usize = place.parse().map_err(|_| missing())?;
    let to = place.checked_sub(1).ok_or_else(missing)?;
    let act = PlaceInstrumentItem { code: at.code.clone(), seen: at.seen, item: item.clone(), to };
    perform(session::actor(), at.key, act).await?;
    Ok(done(page_in(&at.code, &item), "dipindah"))
}

pub async fn drop_item(at: At, item: String) -> Result<Next, Refusal> {
    editing()?;
    let code = at.code.clone();
    perform(session::actor(), at.key, DropInstrumentItem { code, seen: at.seen, item }).await?;
    Ok(done(page_of(&at.code), "dihapus"))
}

pub async fn publish(at: At) -> Result<Next, Refusal> {
    let code = at.code.clone();
    perform(session::actor(), at.key, PublishInstrument { code, seen: at.seen }).await?;
    Ok(done(page_of(&at.code), "terbit"))
}

/// The page is shown anew after each act.
fn done(page: String, result: &str) -> Next {
    Next::afresh([&page, "?hasil=", result].concat())
}
