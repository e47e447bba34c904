//! A certificate of a training: a letter of the office, with a number of its book, code and signature, that no
//! application stands behind. It is frozen, set, checked and revoked as letters are.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::data::{LetterData, Office, Paper, Person, Seal, Stage};
use super::{FrozenLetter, Letter, NewLetter, Signer, State, Token};
use crate::access::{Code, Refusal};
use crate::domain::{AccountId, Day, Lang, PersonName, month_name};
use crate::features::offices::{KeptProfile, gazetteer, what_is_missing};
use crate::server::act::Moment;
use crate::server::clock::local;

/// What stands for the code of a service: no service has it, so nobody applies for one.
pub const CERTIFICATE: &str = "sertifikat";

/// Education, in Permendagri 83/2022 as third parties list it (domain 2.3, [S]); no service has it, so its numbers
/// meet those of no other book.
const CLASSIFICATION: &str = "400.3";

/// Which training its holder has been to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// "Foto produk dengan ponsel"
    pub title: String,
    /// "Balai Desa Tamansari"; empty where it was held online alone.
    pub place: String,
    /// Days of the first and the last session, in the office's zone.
    pub from: Day,
    pub until: Day,
    /// Of all sessions together.
    pub minutes: u32,
}

impl Course {
    /// "12–14 November 2026"
    pub fn held(&self, lang: Lang) -> String {
        let (from, until) = (self.from, self.until);
        if from == until {
            return from.in_words(lang);
        }
        if (from.year(), from.month()) == (until.year(), until.month()) {
            return format!("{}–{} {} {}", from.day(), until.day(), month_name(from.month(), lang), from.year());
        }
        let to = match lang {
            Lang::Id => " sampai dengan ",
            Lang::En => " to ",
        };
        [&from.in_words(lang), to, &until.in_words(lang)].concat()
    }

    /// "9 jam 30 menit"
    pub fn length(&self, lang: Lang) -> String {
        let [hours, minutes] = [self.minutes / 60, self.minutes % 60];
        let part = |number: u32, [id, one, more]: [&str; 3]| match (number, lang) {
            (0, _) => None,
            (_, Lang::Id) => Some(format!("{number} {id}")),
            (1, Lang::En) => Some(format!("1 {one}")),
            (_, Lang::En) => Some(format!("{number} {more}")),
        };
        let parts = [part(hours, ["jam", "hour", "hours"]), part(minutes, ["menit", "minute", "minutes"])];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// A certificate that is to be signed.
#[derive(Clone, Debug)]
pub struct Certificate {
    pub holder: PersonName,
    /// Nobody, for a participant without an account.
    pub owner: Option<AccountId>,
    pub course: Course,
    /// Where its code is checked: "smartkampung.example".
    pub host: String,
}

impl Certificate {
    /// As it is entered in the book, with the number that the act has taken from it.
    ///
    /// # Errors
    /// `Conflict(LetterheadIncomplete)` before the office has said who signs, and where it is.
    pub fn enter(self, kept: &KeptProfile, cx: &Moment) -> Result<NewLetter, Refusal> {
        let incomplete = || Refusal::Conflict(Code::LetterheadIncomplete);
        let office = gazetteer().by_code(kept.office).ok_or(Refusal::NotFound)?;
        if !what_is_missing(&kept.profile, office.kind).is_empty() {
            return Err(incomplete());
        }
        let official = kept.profile.head.clone().ok_or_else(incomplete)?;
        let (on, _) = local(cx.now, cx.zone());
        let sequence = cx.number()?.clone();
        let number = kept.profile.number(kept.office, CLASSIFICATION, sequence.value, on).ok_or_else(incomplete)?;
        let token = Token::from_bits(u128::from_be_bytes(cx.random()));
        let data = LetterData {
            office: Office::of(office, &kept.profile),
            paper: Paper { size: kept.profile.paper, face: kept.profile.face },
            title: "Sertifikat Pelatihan".to_owned(),
            stage: Stage::Issued { number: number.clone(), token, host: self.host, seal: Seal::now(cx) },
            on,
            valid_until: None,
            person: Person { name: self.holder.as_str().to_owned(), ..Person::default() },
            answers: BTreeMap::new(),
            signer: Signer { acting: kept.profile.acting, delegation: None, official },
            cosigner: None,
            annex: None,
            course: Some(self.course),
        };
        Ok(NewLetter {
            letter: Letter { id: cx.fresh(), number, issued_on: on, valid_until: None, state: State::Issued, handover: None },
            application: None,
            owner: self.owner,
            sequence,
            holder: self.holder,
            signer: data.signed_by(),
            token,
            frozen: FrozenLetter::of(CERTIFICATE, kept.profile.crest, data).ok_or(Refusal::NotFound)?,
            at: cx.now,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(from: [u16; 3], until: [u16; 3], minutes: u32) -> Course {
        let day = |[year, month, day]: [u16; 3]| Day::new(year, month as u8, day as u8).expect("a day");
        Course { title: "Foto".into(), place: "Balai".into(), from: day(from), until: day(until), minutes }
    }

    #[test]
    fn days_and_hours_are_said_as_people_say_them() {
        for (course, id, en) in [
            (course([2026, 11, 12], [2026, 11, 12], 90), "12 November 2026|1 jam 30 menit", "12 November 2026|1 hour 30 minutes"),
            (course([2026, 11, 12], [2026, 11, 14], 540), "12–14 November 2026|9 jam", "12–14 November 2026|9 hours"),
            (
                course([2026, 12, 30], [2027, 1, 2], 1),
                "30 Desember 2026 sampai dengan 2 Januari 2027|1 menit",
                "30 December 2026 to 2 January 2027|1 minute",
            ),
            (course([2026, 5, 1], [2027, 5, 1], 60), "1 Mei 2026 sampai dengan 1 Mei 2027|1 jam", "1 May 2026 to 1 May 2027|1 hour"),
        ] {
            let said = |lang| [&course.held(lang), "|", &course.length(lang)].concat();
            assert_eq!((said(Lang::Id).as_str(), said(Lang::En).as_str()), (id, en));
        }
    }

    #[test]
    fn its_template_is_that_of_no_service() {
        assert!(super::super::template(CERTIFICATE).is_some());
        let services = crate::features::services::catalogue().all(Lang::Id);
        assert!(services.iter().all(|service| service.code.as_str() != CERTIFICATE && service.classification != CLASSIFICATION));
    }
}
