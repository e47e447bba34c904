//! What stands behind the server functions of campaigns: what a form means, and where it leads.

use super::read::{ALL, PICKED, PILOT, field_of, page_of};
use crate::access::{ActName, Refusal};
use crate::domain::{AccountId, CampaignId, Day, IdemKey, OfficeCode};
use crate::features::accounts;
use crate::features::compliance::acts::{LockCampaign, OpenCampaign, PublishCampaign, ReassignOffice};
use crate::features::compliance::policy::Facts;
use crate::features::compliance::review::Desk;
use crate::features::compliance::store;
use crate::features::offices::{gazetteer, pilot_offices};
use crate::forms::{Answers, Checks, DATE_PARTS, Posted, ProblemCode, read};
use crate::server::act::perform;
use crate::server::session;
use crate::ui::Next;

/// Letters of a campaign's name.
const NAME: u32 = 60;

/// Days within which a campaign ends.
const YEAR: i32 = 365;

pub async fn open(key: IdemKey, posted: Posted) -> Result<Next, Refusal> {
    let desk = Desk::asked()?;
    desk.decide(ActName::OpenCampaign, Facts::default()).permit()?;
    let answers = posted.answers().map_err(Refusal::Invalid)?;
    let offices = offices(&desk, &answers).await?;
    let mut checks = Checks::default();
    let name = checks.filled("nama", read::line(answers.typed("nama"), NAME));
    let closes = checks.field("batas", last_day(&answers, desk.today()));
    let instrument = checks.field("instrumen", instrument(&desk, answers.typed("instrumen")).await?);
    let offices = checks.field("cakupan", offices);
    let words = name.zip(closes).zip(instrument).zip(offices);
    let all = |(((name, closes), instrument), offices)| (name, closes, instrument, offices);
    let (name, closes, instrument, offices) = checks.done(words, all).map_err(Refusal::Invalid)?;
    let reviewers = accounts::reviewers(desk.db()).await?.into_iter().map(|(account, _)| account).collect();
    let id = perform(session::actor(), key, OpenCampaign { name, closes, offices, instrument, reviewers }).await?;
    Ok(done(id, "dibuka"))
}

fn last_day(answers: &Answers, today: Day) -> Result<Day, ProblemCode> {
    let parts = DATE_PARTS.map(|part| answers.typed(&["batas", part].concat()).trim());
    if parts.iter().all(|part| part.is_empty()) {
        return Err(ProblemCode::Missing);
    }
    read::day(&parts.join(" "), today.plus_days(1), today.plus_days(YEAR))
}

/// The version of the questions: the newest that is published, where none is named.
async fn instrument(desk: &Desk, typed: &str) -> Result<Result<String, ProblemCode>, Refusal> {
    let mut published = store::editions(desk.db()).await?.into_iter().filter(|edition| !edition.is_draft());
    let chosen = published.find(|edition| typed.is_empty() || edition.instrument.code == typed);
    Ok(chosen.map(|edition| edition.instrument.code).ok_or(ProblemCode::NotAChoice))
}

/// The offices that were chosen, in the order of their codes.
async fn offices(desk: &Desk, answers: &Answers) -> Result<Result<Vec<OfficeCode>, ProblemCode>, Refusal> {
    let all = gazetteer().all().iter();
    let mut offices: Vec<OfficeCode> = match answers.typed("cakupan") {
        PILOT => pilot_offices(desk.db()).await?.into_iter().collect(),
        ALL => all.map(|office| office.code).collect(),
        PICKED => all.filter(|office| answers.typed(&field_of(office)) == "ya").map(|office| office.code).collect(),
        _ => Vec::new(),
    };
    offices.sort();
    Ok(if offices.is_empty() { Err(ProblemCode::MissingChoice) } else { Ok(offices) })
}

pub async fn lock(id: CampaignId, key: IdemKey) -> Result<Next, Refusal> {
    perform(session::actor(), key, LockCampaign { id }).await?;
    Ok(done(id, "terkunci"))
}

pub async fn publish(id: CampaignId, key: IdemKey) -> Result<Next, Refusal> {
    perform(session::actor(), key, PublishCampaign { id }).await?;
    Ok(done(id, "terbit"))
}

pub async fn give(id: CampaignId, slug: &str, reviewer: &str, key: IdemKey) -> Result<Next, Refusal> {
    let desk = Desk::asked()?;
    desk.decide(ActName::ReassignOffice, Facts::default()).permit()?;
    let at_present = accounts::reviewers(desk.db()).await?;
    let reviewing = |account: &AccountId| at_present.iter().any(|(known, _)| known == account);
    let mut checks = Checks::default();
    let office = checks.field("kantor", gazetteer().by_slug(slug).map(|office| office.code).ok_or(ProblemCode::MissingChoice));
    let to = reviewer.parse().ok().filter(reviewing);
    let to = checks.field("pemeriksa", to.ok_or(ProblemCode::MissingChoice));
    let (office, to) = checks.done(office.zip(to), std::convert::identity).map_err(Refusal::Invalid)?;
    let reviewers = at_present.into_iter().map(|(account, _)| account).collect();
    perform(session::actor(), key, ReassignOffice { campaign: id, office, to, reviewers }).await?;
    Ok(done(id, "diganti"))
}

/// The page is shown anew after each act.
fn done(id: CampaignId, result: &str) -> Next {
    Next::afresh([&page_of(id), "?hasil=", result].concat())
}
