//! What stands behind the server functions of a reviewer: what a form means, and where it leads.

use super::desk::Desk;
use super::read;
use super::words::{item_page, queue_page};
use crate::access::Refusal;
use crate::domain::{CampaignId, IdemKey, OfficeCode, Version};
use crate::features::compliance::acts::{DeclareHome, Finding, JudgeItem, ReviseVerdict, UndoVerdict, VisitItem};
use crate::features::compliance::{Score, Verdict, store};
use crate::features::offices::gazetteer;
use crate::forms::{Posted, ProblemCode, Problems, read as typed};
use crate::server::act::perform;
use crate::server::session;
use crate::ui::Next;

/// A sentence that the village reads.
const REASON: u32 = 500;

/// Which item of which office a form is about, as it was seen.
pub struct At {
    pub slug: String,
    pub campaign: CampaignId,
    pub item: String,
    pub seen: Version,
    pub key: IdemKey,
}

impl At {
    fn finding(&self, reason: String) -> Result<Finding, Refusal> {
        Ok(Finding { office: office(&self.slug)?, campaign: self.campaign, item: self.item.clone(), seen: self.seen, reason })
    }

    fn page(&self, result: &str) -> Next {
        done(item_page(&self.slug, &self.item, self.campaign), result)
    }
}

/// # Errors
/// `NotFound` for an address that no office has.
pub fn office(slug: &str) -> Result<OfficeCode, Refusal> {
    gazetteer().by_slug(slug).map(|office| office.code).ok_or(Refusal::NotFound)
}

pub async fn declare_home(code: &str, key: IdemKey) -> Result<Next, Refusal> {
    let desk = Desk::asked()?;
    desk.reviewer()?;
    let missing = || Refusal::Invalid(Problems::one("desa", ProblemCode::MissingChoice));
    let home: OfficeCode = code.parse().map_err(|_| missing())?;
    gazetteer().by_code(home).ok_or_else(missing)?;
    perform(session::actor(), key, DeclareHome { home }).await?;
    Ok(Next::afresh("/bpm/telaah?hasil=tinggal"))
}

pub async fn judge(at: At, verdict: &str, reason: &str) -> Result<Next, Refusal> {
    let desk = Desk::asked()?;
    let verdict = match verdict {
        "perlu_bukti" => Some(Verdict::Return),
        digit => Score::parse(digit).map(Verdict::Accept),
    };
    let explained = verdict != Some(Verdict::Accept(Score::Met));
    let (verdict, reason) = decided(("putusan", verdict), ("alasan", reason), explained)?;
    perform(session::actor(), at.key, JudgeItem { of: at.finding(reason)?, verdict }).await?;
    next_waiting(&desk, &at).await
}

/// The office's next item that waits for the same reviewer; the queue, where there is none.
async fn next_waiting(desk: &Desk, at: &At) -> Result<Next, Refusal> {
    let (office, me) = (office(&at.slug)?, desk.reviewer()?);
    let seat = store::seat_known(desk.db(), at.campaign, office).await?;
    let scope = desk.scope().await?;
    let assessment = store::assessment_of(&scope, at.campaign, office).await?.ok_or(Refusal::NotFound)?;
    Ok(match read::next_item(&assessment, &seat, me, &at.item) {
        Some(item) => done(item_page(&at.slug, item, at.campaign), "putusan"),
        None => done(queue_page(at.campaign), "selesai"),
    })
}

pub async fn undo(at: At) -> Result<Next, Refusal> {
    perform(session::actor(), at.key, UndoVerdict { of: at.finding(String::new())? }).await?;
    Ok(at.page("batal"))
}

pub async fn visit(at: At, posted: Posted) -> Result<Next, Refusal> {
    let answers = posted.answers().map_err(Refusal::Invalid)?;
    let (value, reason) = visit_fields(&at.item);
    let score = Score::parse(answers.typed(&value));
    let explained = score != Some(Score::Met);
    let (score, words) = decided((&value, score), (&reason, answers.typed(&reason)), explained)?;
    perform(session::actor(), at.key, VisitItem { of: at.finding(words)?, value: score }).await?;
    Ok(done(item_page(&at.slug, "kunjungan", at.campaign), "kunjungan"))
}

/// The fields of one item among several: its value, and what was seen.
pub fn visit_fields(item: &str) -> (String, String) {
    (["nilai_", item].concat(), ["catatan_", item].concat())
}

pub async fn revise(at: At, value: &str, reason: &str) -> Result<Next, Refusal> {
    let (value, reason) = decided(("putusan", Score::parse(value)), ("alasan", reason), true)?;
    perform(session::actor(), at.key, ReviseVerdict { of: at.finding(reason)?, value }).await?;
    Ok(at.page("revisi"))
}

/// What was chosen, and why: in the order of the screen. `explained`: the reason must be there.
fn decided<T>((field, chosen): (&str, Option<T>), (why, reason): (&str, &str), explained: bool) -> Result<(T, String), Refusal> {
    let mut problems = Problems::default();
    if chosen.is_none() {
        problems.add(field, ProblemCode::MissingChoice);
    }
    let reason = match typed::lines(reason, REASON) {
        // Whoever has chosen nothing yet is not asked why.
        Ok(reason) if reason.is_empty() && explained && chosen.is_some() => Err(ProblemCode::Missing),
        read => read,
    };
    let reason = reason.map_err(|code| problems.add(why, code)).ok();
    match chosen.zip(reason) {
        Some(decided) if problems.is_empty() => Ok(decided),
        _ => Err(Refusal::Invalid(problems)),
    }
}

/// The page is shown anew after each act.
fn done(page: String, result: &str) -> Next {
    Next::afresh([&page, "&hasil=", result].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(chosen: Option<Verdict>, reason: &str) -> Vec<(String, ProblemCode)> {
        let explained = chosen != Some(Verdict::Accept(Score::Met));
        match decided(("putusan", chosen), ("alasan", reason), explained) {
            Err(Refusal::Invalid(problems)) => problems.iter().map(|problem| (problem.field.clone(), problem.code)).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn every_verdict_but_the_best_says_why() {
        let why = vec![("alasan".to_owned(), ProblemCode::Missing)];
        assert_eq!(problems(Some(Verdict::Accept(Score::Met)), " "), []);
        for verdict in [Verdict::Accept(Score::Partly), Verdict::Accept(Score::Missing), Verdict::Return] {
            assert_eq!(problems(Some(verdict), " "), why, "{verdict:?}");
            assert_eq!(problems(Some(verdict), "Sabun belum ada."), [], "{verdict:?}");
        }
        assert_eq!(problems(None, ""), [("putusan".to_owned(), ProblemCode::MissingChoice)]);
        let long = ["ab "; 200].concat();
        assert_eq!(problems(Some(Verdict::Accept(Score::Met)), &long), [("alasan".to_owned(), ProblemCode::TooLong { max: REASON })]);
    }
}
