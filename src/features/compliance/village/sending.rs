//! A photo is about to come: to which answer, whether it may, and what was typed beside it.

use super::desk::{office_of, round};
use super::doors::in_a_review;
use crate::access::{ActName, Actor, Code, Refusal};
use crate::domain::{CampaignId, Day, OfficeCode, Pin};
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::{Evidence, Place, doubts};
use crate::features::offices::profile;
use crate::forms::{DATE_PARTS, ProblemCode, Problems, read};
use crate::server::clock::day_at;
use crate::server::db::{Db, OfficeScope};

const REASON: u32 = 300;

/// Where a photo goes.
pub struct Receiving {
    pub office: OfficeCode,
    pub campaign: CampaignId,
    /// Where the office stands, once it has said so.
    pub pin: Option<Pin>,
    /// From when until when it can have been taken.
    period: (Day, Day),
}

/// What is said of a photo.
#[derive(Debug, PartialEq, Eq)]
pub struct TypedPhoto {
    pub taken: Option<Day>,
    pub place: Option<Place>,
    pub reason: String,
}

pub fn page_of_item(item: &str) -> String {
    ["/kantor/kepatuhan/", item].concat()
}

/// Session, scope and right, before a byte of the photo is read.
///
/// # Errors
/// `NotFound` for who acts for no office, where no campaign is, and for an item that is not asked; `Forbidden`
/// for who may only look; `Conflict` once nothing may be changed, or there are photos enough.
pub async fn may_send(db: &Db, actor: &Actor, item: &str) -> Result<Receiving, Refusal> {
    let office = office_of(actor).map_err(|_| Refusal::NotFound)?;
    policy::decide(actor, ActName::AddEvidence, Facts::default()).permit()?;
    let round = round(db, actor, office).await?.ok_or(Refusal::NotFound)?;
    let (answer, today) = (round.assessment.answer(item)?, day_at(db.clock().now(), db.zone()));
    round.campaign.must_take_answers(today, round.assessment.was_submitted())?;
    if !answer.is_open() {
        return Err(in_a_review(Refusal::Conflict(Code::NotEditable)));
    }
    if answer.evidence.len() >= Evidence::MOST {
        return Err(Refusal::Conflict(Code::TooManyPhotos));
    }
    let pin = profile(&*OfficeScope::open(db, actor).await?).await?.profile.pin;
    Ok(Receiving { office, campaign: round.campaign.id, pin, period: (round.campaign.opens, today) })
}

/// What was typed beside a photo. One that is doubtful says why it is so.
///
/// # Errors
/// All that is wrong, in the order of the form; `there`: whether the photo itself has come.
pub fn read_photo<'a>(to: &Receiving, there: bool, text: impl Fn(&str) -> &'a str) -> Result<TypedPhoto, Refusal> {
    let mut problems = Problems::default();
    if !there {
        problems.add("foto", ProblemCode::MissingFile);
    }
    let parts = DATE_PARTS.map(|part| text(&["tanggal", part].concat()).trim());
    let blank = parts.iter().all(|part| part.is_empty());
    let taken = if blank { Ok(None) } else { Day::parse(&parts.join(" ")).map(Some).ok_or(ProblemCode::NotADay) };
    let taken = taken.map_err(|code| problems.add("tanggal", code)).ok();
    let place = text("tempat").trim();
    let place = if place.is_empty() { Ok(None) } else { Place::parse(place).map(Some).ok_or(ProblemCode::NotAPin) };
    let place = place.map_err(|code| problems.add("tempat", code)).ok();
    let reason = read::lines(text("alasan"), REASON).map_err(|code| problems.add("alasan", code)).ok();
    let (Some(taken), Some(place), Some(reason)) = (taken, place, reason) else { return Err(Refusal::Invalid(problems)) };
    if reason.is_empty() && !doubts(taken, place, to.period, to.pin).is_empty() {
        problems.add("alasan", ProblemCode::Missing);
    }
    if problems.is_empty() { Ok(TypedPhoto { taken, place, reason }) } else { Err(Refusal::Invalid(problems)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn read(typed: &[(&str, &'static str)]) -> Result<TypedPhoto, Vec<(String, ProblemCode)>> {
        let to = Receiving {
            office: 3_510_242_008.try_into().expect("a code"),
            campaign: CampaignId::from_u128(1),
            pin: None,
            period: (day("2026-11-24"), day("2026-11-30")),
        };
        let text = |name: &str| typed.iter().find(|(field, _)| *field == name).map_or("", |(_, text)| *text);
        read_photo(&to, !text("foto").is_empty(), text).map_err(|refusal| match refusal {
            Refusal::Invalid(problems) => problems.iter().map(|problem| (problem.field.clone(), problem.code)).collect(),
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn a_photo_from_another_time_or_of_no_time_says_why() {
        let dated = |day, reason| {
            read(&[("foto", "x"), ("tanggal.hari", day), ("tanggal.bulan", "11"), ("tanggal.tahun", "2026"), ("alasan", reason)])
        };
        assert_eq!(dated("25", ""), Ok(TypedPhoto { taken: Some(day("2026-11-25")), place: None, reason: String::new() }));
        let unsaid = Err(vec![("alasan".to_owned(), ProblemCode::Missing)]);
        assert_eq!(dated("23", ""), unsaid);
        assert_eq!(read(&[("foto", "x")]), unsaid);
        assert_eq!(dated("23", "HP rusak.").map(|typed| typed.reason), Ok("HP rusak.".to_owned()));
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let wrong = read(&[("tanggal.hari", "32"), ("tempat", "di kantor"), ("alasan", "😀")]).unwrap_err();
        let fields: Vec<_> = wrong.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["foto", "tanggal", "tempat", "alasan"]);
    }
}
