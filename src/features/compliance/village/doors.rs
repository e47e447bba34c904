//! What stands behind the server functions: who asks, what a form means, where it leads.

use super::sending::{must_be_from_here, page_of_item};
use super::views::AnswerTyped;
use crate::access::{Code, Refusal};
use crate::domain::{BlobId, CampaignId, IdemKey, Version};
use crate::features::accounts;
use crate::features::compliance::acts::{KeepAnswer, ObjectToVerdict, RemoveEvidence, ReuseEvidence, SubmitAssessment};
use crate::features::compliance::{Instrument, Score, store};
use crate::forms::{ProblemCode, Problems, read};
use crate::server::act::perform;
use crate::server::session;
use crate::ui::Next;

/// An office may say that much of an item, and a head of a verdict.
const NOTE: u32 = 1_000;
const REASON: u32 = 500;
const LINK: usize = 300;

/// Which answer an act is about, as it was seen.
pub struct At {
    pub id: CampaignId,
    pub item: String,
    pub seen: Version,
    pub key: IdemKey,
}

pub async fn keep(at: At, typed: &AnswerTyped) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    must_be_from_here(&actor, "", &typed.kantor)?;
    let (claim, note, link) = check(typed).map_err(Refusal::Invalid)?;
    let At { id, item, seen, key } = at;
    let act = KeepAnswer { campaign: id, item: item.clone(), seen, claim, note, note_is_public: typed.umum == "ya", link };
    db.perform(actor, key, act).await.map_err(in_a_review)?;
    if typed.lakukan != "lanjut" {
        return Ok(Next::afresh([&page_of_item(&item), "?hasil=disimpan"].concat()));
    }
    let instrument = Instrument::known(&store::campaign_known(&db, id).await?.instrument)?;
    let next = instrument.asked().skip_while(|asked| asked.code != item).nth(1);
    let page = next.map_or_else(|| "/kantor/kepatuhan".to_owned(), |next| page_of_item(&next.code));
    Ok(Next::afresh([&page, "?hasil=disimpan"].concat()))
}

fn check(typed: &AnswerTyped) -> Result<(Score, String, String), Problems> {
    let mut problems = Problems::default();
    let claim = Score::parse(&typed.nilai);
    if claim.is_none() {
        problems.add("nilai", ProblemCode::MissingChoice);
    }
    let note = read::lines(&typed.catatan, NOTE).map_err(|code| problems.add("catatan", code)).ok();
    let link = link(typed.tautan.trim()).map_err(|code| problems.add("tautan", code)).ok();
    match (claim, note, link) {
        (Some(claim), Some(note), Some(link)) => Ok((claim, note, link)),
        _ => Err(problems),
    }
}

/// `https://`, a host, and nothing that could leave an attribute or a line; empty for none.
fn link(typed: &str) -> Result<String, ProblemCode> {
    if typed.is_empty() {
        return Ok(String::new());
    }
    let host = host_of(typed).ok_or(ProblemCode::NotALink)?;
    let plain = typed.len() <= LINK && typed.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'<>\\`{}|^".contains(&byte));
    let named = host.contains('.') && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
    if plain && named { Ok(typed.to_owned()) } else { Err(ProblemCode::NotALink) }
}

/// Where a link leads: what a reader looks at before they follow it.
pub fn host_of(link: &str) -> Option<&str> {
    link.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next())
}

pub async fn remove_photo(id: CampaignId, item: String, photo: BlobId, key: IdemKey) -> Result<Next, Refusal> {
    let page = page_of_item(&item);
    perform(session::actor(), key, RemoveEvidence { campaign: id, item, photo }).await.map_err(in_a_review)?;
    Ok(Next::afresh([&page, "?hasil=dihapus"].concat()))
}

pub async fn reuse(id: CampaignId, item: String, unchanged: bool, key: IdemKey) -> Result<Next, Refusal> {
    let page = page_of_item(&item);
    perform(session::actor(), key, ReuseEvidence { campaign: id, item, unchanged }).await.map_err(in_a_review)?;
    Ok(Next::afresh([&page, "?hasil=dipakai_lagi"].concat()))
}

pub async fn submit(id: CampaignId, key: IdemKey) -> Result<Next, Refusal> {
    perform(session::actor(), key, SubmitAssessment { campaign: id }).await.map_err(in_a_review)?;
    Ok(Next::afresh("/kantor/kepatuhan?hasil=diajukan"))
}

pub async fn object(at: At, reason: &str) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let reason = read::lines(reason, REASON).and_then(|reason| if reason.is_empty() { Err(ProblemCode::Missing) } else { Ok(reason) });
    let reason = reason.map_err(|code| Refusal::Invalid(Problems::one("keberatan", code)))?;
    let reviewers = accounts::reviewers(&db).await?.into_iter().map(|(account, _)| account).collect();
    let At { id, item, seen, key } = at;
    let page = [&page_of_item(&item), "?hasil=keberatan"].concat();
    db.perform(actor, key, ObjectToVerdict { campaign: id, item, seen, reason, reviewers }).await?;
    Ok(Next::afresh(page))
}

/// Two codes say of an application what reads wrong of a review.
pub(super) fn in_a_review(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Conflict(Code::NotEditable | Code::NothingReturned) => Refusal::Conflict(Code::CampaignClosed),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_https_and_nothing_else() {
        for right in ["", "https://tamansari.desa.id/wifi?x=1", "https://youtu.be/x-1"] {
            assert_eq!(link(right).as_deref(), Ok(right));
        }
        let long = ["https://a.id/", &"x".repeat(300)].concat();
        for wrong in ["http://a.id", "javascript:alert(1)", "https://", "https://localhost", "https://a.id/\" onclick=x", "a.id", &long] {
            assert_eq!(link(wrong), Err(ProblemCode::NotALink), "{wrong}");
        }
        assert_eq!(host_of("https://tamansari.desa.id/wifi?x=1"), Some("tamansari.desa.id"));
        assert_eq!(link("https://desa.id@jahat.example/"), Err(ProblemCode::NotALink), "another host than it seems");
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let typed = AnswerTyped { nilai: "3".into(), catatan: "a ".repeat(600), tautan: "a.id".into(), ..AnswerTyped::default() };
        let problems = check(&typed).unwrap_err();
        let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["nilai", "catatan", "tautan"]);
    }
}
