//! A photo is about to come: to which answer, whether it may, and what was typed beside it.

use super::desk::{Round, office_of, round};
use super::doors::in_a_review;
use crate::access::{ActName, Actor, Code, Refusal};
use crate::domain::{CampaignId, Day, OfficeCode, Pin};
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::{Answer, Evidence, EvidenceFile, FileKind, Item, Place, When, doubts};
use crate::features::offices::profile;
use crate::forms::{DATE_PARTS, ProblemCode, Problems, read};
use crate::server::clock::day_at;
use crate::server::db::{Db, OfficeScope};

/// What the form of a photo calls the times that an item may tell apart.
pub(super) const TIMES: [(&str, When); 2] = [("siang", When::Day), ("malam", When::Night)];

const REASON: u32 = 300;
const TITLE: u32 = 80;

/// Where a photo goes.
pub struct Receiving {
    pub office: OfficeCode,
    pub campaign: CampaignId,
    /// Where the office stands, once it has said so.
    pub pin: Option<Pin>,
    /// From when until when it can have been taken.
    period: (Day, Day),
    /// The item tells photos by day from those by night.
    tells_day_from_night: bool,
}

/// What is said of a photo.
#[derive(Debug, PartialEq, Eq)]
pub struct TypedPhoto {
    pub when: When,
    pub taken: Option<Day>,
    /// What the phone has read from the photo before it made it small; the photo itself is asked first.
    pub camera: Option<Day>,
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
    let today = day_at(db.clock().now(), db.zone());
    if open_answer(&round, item, today)?.evidence.len() >= Evidence::MOST {
        return Err(Refusal::Conflict(Code::TooManyPhotos));
    }
    let pin = profile(&*OfficeScope::open(db, actor).await?).await?.profile.pin;
    let tells_day_from_night = round.instrument.item(item).is_some_and(Item::tells_day_from_night);
    Ok(Receiving { office, campaign: round.campaign.id, pin, period: (round.campaign.opens, today), tells_day_from_night })
}

/// The same for a file, which nobody asks where and when: the office, and the campaign.
///
/// # Errors
/// As [`may_send`].
pub async fn may_send_file(db: &Db, actor: &Actor, item: &str) -> Result<(OfficeCode, CampaignId), Refusal> {
    let office = office_of(actor).map_err(|_| Refusal::NotFound)?;
    policy::decide(actor, ActName::AddEvidence, Facts::default()).permit()?;
    let round = round(db, actor, office).await?.ok_or(Refusal::NotFound)?;
    if open_answer(&round, item, day_at(db.clock().now(), db.zone()))?.files.len() >= EvidenceFile::MOST {
        return Err(Refusal::Conflict(Code::TooManyPhotos));
    }
    Ok((office, round.campaign.id))
}

fn open_answer<'a>(round: &'a Round, item: &str, today: Day) -> Result<&'a Answer, Refusal> {
    let answer = round.assessment.answer(item)?;
    round.campaign.must_take_answers(today, round.assessment.was_submitted())?;
    if answer.is_open() { Ok(answer) } else { Err(in_a_review(Refusal::Conflict(Code::NotEditable))) }
}

/// What a file is, in the words of the office; and that a picture, which becomes public, shows nobody against their will.
///
/// # Errors
/// All that is wrong, in the order of the form; `kind`: of the file itself, if it has come.
pub fn read_title(kind: Option<FileKind>, typed: &str, agreed: bool) -> Result<String, Refusal> {
    let mut problems = Problems::default();
    if kind.is_none() {
        problems.add("berkas", ProblemCode::MissingFile);
    }
    let title = read::line(typed, TITLE).and_then(|title| if title.is_empty() { Err(ProblemCode::Missing) } else { Ok(title) });
    let title = title.map_err(|code| problems.add("isi_berkas", code)).ok();
    if kind.is_some_and(FileKind::is_public) && !agreed {
        problems.add("setuju_gambar", ProblemCode::NotTicked);
    }
    title.filter(|_| problems.is_empty()).ok_or(Refusal::Invalid(problems))
}

/// A form that waited on a phone says from which desk it comes: under another account, or for another office of
/// the same account, it is not taken. One that says nothing was sent by the page itself.
///
/// # Errors
/// `Conflict(AnotherAccount)`.
pub fn must_be_from_here(actor: &Actor, account: &str, office: &str) -> Result<(), Refusal> {
    let here = actor.mark().map(|mark| mark.to_string()).unwrap_or_default();
    let desk = office_of(actor).map(|office| office.to_string()).unwrap_or_default();
    if (account.is_empty() || account == here) && (office.is_empty() || office == desk) {
        Ok(())
    } else {
        Err(Refusal::Conflict(Code::AnotherAccount))
    }
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
    let told = TIMES.iter().find(|(code, _)| *code == text("saat")).map(|(_, when)| *when);
    let when = if to.tells_day_from_night { told.ok_or(ProblemCode::MissingChoice) } else { Ok(When::Any) };
    let when = when.map_err(|code| problems.add("saat", code)).ok();
    let parts = DATE_PARTS.map(|part| text(&["tanggal", part].concat()).trim());
    let blank = parts.iter().all(|part| part.is_empty());
    let taken = if blank { Ok(None) } else { Day::parse(&parts.join(" ")).map(Some).ok_or(ProblemCode::NotADay) };
    let taken = taken.map_err(|code| problems.add("tanggal", code)).ok();
    let place = text("tempat").trim();
    let place = if place.is_empty() { Ok(None) } else { Place::parse(place).map(Some).ok_or(ProblemCode::NotAPin) };
    let place = place.map_err(|code| problems.add("tempat", code)).ok();
    let reason = read::lines(text("alasan"), REASON).map_err(|code| problems.add("alasan", code)).ok();
    if text("setuju") != "ya" {
        problems.add("setuju", ProblemCode::NotTicked);
    }
    let (Some(when), Some(taken), Some(place), Some(reason)) = (when, taken, place, reason) else { return Err(Refusal::Invalid(problems)) };
    if !problems.is_empty() {
        return Err(Refusal::Invalid(problems));
    }
    let typed = TypedPhoto { when, taken, camera: Day::parse(text("kamera")), place, reason };
    // Of a photo without a day its camera may know better.
    if taken.is_some() {
        typed.must_be_explained(to, None)?;
    }
    Ok(typed)
}

impl TypedPhoto {
    /// `camera`: when the photo itself says that it was taken.
    ///
    /// # Errors
    /// `Invalid` at the reason, when the photo is doubtful and nobody says why.
    pub fn must_be_explained(&self, to: &Receiving, camera: Option<Day>) -> Result<(), Refusal> {
        let taken = self.taken.or(camera).or(self.camera);
        if self.reason.is_empty() && !doubts(taken, self.place, to.period, to.pin).is_empty() {
            return Err(Refusal::Invalid(Problems::one("alasan", ProblemCode::Missing)));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Hat, Role, Unit};
    use crate::domain::{AccountId, MembershipId};

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn to() -> Receiving {
        Receiving {
            office: 3_510_242_008.try_into().expect("a code"),
            campaign: CampaignId::from_u128(1),
            pin: None,
            period: (day("2026-11-24"), day("2026-11-30")),
            tells_day_from_night: false,
        }
    }

    fn read(typed: &[(&str, &'static str)]) -> Result<TypedPhoto, Vec<(String, ProblemCode)>> {
        let ticked = |name: &str| if name == "setuju" { "ya" } else { "" };
        let text = |name: &str| typed.iter().find(|(field, _)| *field == name).map_or_else(|| ticked(name), |(_, text)| *text);
        read_photo(&to(), !text("foto").is_empty(), text).map_err(|refusal| match refusal {
            Refusal::Invalid(problems) => problems.iter().map(|problem| (problem.field.clone(), problem.code)).collect(),
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn a_photo_from_another_time_or_of_no_time_says_why() {
        let dated = |day, reason| {
            read(&[("foto", "x"), ("tanggal.hari", day), ("tanggal.bulan", "11"), ("tanggal.tahun", "2026"), ("alasan", reason)])
        };
        let in_time = TypedPhoto { when: When::Any, taken: Some(day("2026-11-25")), camera: None, place: None, reason: String::new() };
        assert_eq!(dated("25", ""), Ok(in_time));
        assert_eq!(read(&[("foto", "x"), ("setuju", "")]), Err(vec![("setuju".to_owned(), ProblemCode::NotTicked)]));
        assert_eq!(dated("23", ""), Err(vec![("alasan".to_owned(), ProblemCode::Missing)]));
        assert_eq!(dated("23", "HP rusak.").map(|typed| typed.reason), Ok("HP rusak.".to_owned()));
    }

    #[test]
    fn where_day_and_night_are_told_apart_the_form_says_which() {
        let to = Receiving { tells_day_from_night: true, ..to() };
        let with = |saat: &'static str| {
            let text = |name: &str| match name {
                "saat" => saat,
                "setuju" => "ya",
                _ => "",
            };
            read_photo(&to, true, text).map(|typed| typed.when)
        };
        let which = Err(Refusal::Invalid(Problems::one("saat", ProblemCode::MissingChoice)));
        assert_eq!((with(""), with("sore")), (which.clone(), which));
        assert_eq!((with("siang"), with("malam")), (Ok(When::Day), Ok(When::Night)));
        assert_eq!(read(&[("foto", "x"), ("saat", "malam")]).map(|typed| typed.when), Ok(When::Any), "nobody asked");
    }

    #[test]
    fn a_photo_without_a_day_is_asked_itself_and_then_its_phone_and_its_office_last() {
        let unsaid = read(&[("foto", "x")]).expect("its camera may know");
        let told = read(&[("foto", "x"), ("kamera", "2026-11-25")]).expect("its phone knows");
        let why = Err(Refusal::Invalid(Problems::one("alasan", ProblemCode::Missing)));
        assert_eq!(unsaid.must_be_explained(&to(), None), why);
        assert_eq!(unsaid.must_be_explained(&to(), Some(day("2026-11-25"))), Ok(()));
        assert_eq!(unsaid.must_be_explained(&to(), Some(day("2019-01-01"))), why, "a clock that is wrong by years");
        assert_eq!(told.must_be_explained(&to(), None), Ok(()));
        assert_eq!(told.must_be_explained(&to(), Some(day("2019-01-01"))), why, "the photo itself is asked first");
    }

    #[test]
    fn a_file_says_what_it_is() {
        let (pdf, picture) = (Some(FileKind::Pdf), Some(FileKind::Picture));
        assert_eq!(read_title(pdf, " SK tim Wi-Fi ", false), Ok("SK tim Wi-Fi".to_owned()), "nobody reads a PDF but who reviews");
        assert_eq!(read_title(picture, "Daftar", true), Ok("Daftar".to_owned()));
        let wrong = |kind, typed: &str| match read_title(kind, typed, false) {
            Err(Refusal::Invalid(problems)) => problems.iter().map(|problem| (problem.field.clone(), problem.code)).collect(),
            _ => Vec::new(),
        };
        let missing = ProblemCode::Missing;
        assert_eq!(wrong(picture, "Daftar"), [("setuju_gambar".to_owned(), ProblemCode::NotTicked)]);
        assert_eq!(wrong(None, " "), [("berkas".to_owned(), ProblemCode::MissingFile), ("isi_berkas".to_owned(), missing)]);
        assert_eq!(wrong(pdf, &"kata ".repeat(20)), [("isi_berkas".to_owned(), ProblemCode::TooLong { max: TITLE })]);
    }

    #[test]
    fn what_waited_for_somebody_else_or_for_another_office_is_not_taken() {
        let unit = Unit::Office(3_510_242_008.try_into().expect("a code"));
        let hat = Hat { account: AccountId::from_u128(7), membership: Some((MembershipId::from_u128(9), Role::Operator, unit)) };
        let rini = Actor::new(hat, false);
        let here = |account, office| must_be_from_here(&rini, account, office).is_ok();
        assert!(here("", "") && here("7", "35.10.24.2008"));
        assert!(!here("8", "35.10.24.2008") && !here("7", "35.10.16.1002") && !here("", "35.10.16.1002"));
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let wrong = read(&[("tanggal.hari", "32"), ("tempat", "di kantor"), ("alasan", "😀"), ("setuju", "mungkin")]).unwrap_err();
        let fields: Vec<_> = wrong.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["foto", "tanggal", "tempat", "alasan", "setuju"]);
    }
}
