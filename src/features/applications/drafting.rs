//! From a case to what its letter says. Every answer of the service's own questions becomes an answer
//! of the letter under the same name, as letters write it; templates take what they need, so a new
//! letter needs nothing here.

mod arriving;
mod moving;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::Application;
use super::acts::{given_on, service};
use crate::access::{Code, Refusal};
use crate::domain::{Day, Lang, OfficeCode, OfficeKind};
use crate::features::letters::{self, Answer, Cosigner, F103, FrozenLetter, LetterData, PROVINCE, Person, REGENCY, Signer, Stage};
use crate::features::offices::{KeptProfile, Office, gazetteer, provinces, regencies, what_is_missing};
use crate::features::services::Service;
use crate::forms::{Answers, FieldKind, Given, Parsed, Part, Region, Schema, Value, asked, check};

/// The letter of a case before it is signed: as it is frozen, or as it would be today.
///
/// # Errors
/// As [`draft`].
pub fn letter(case: &Application, kept: &KeptProfile, today: Day) -> Result<LetterData, Refusal> {
    match frozen(case) {
        Some(frozen) => Ok(frozen.data),
        None => draft(case, service(&case.service)?, kept, &given_on(today, case.office)?),
    }
}

/// The letter as it would be today, without number and signature.
///
/// # Errors
/// `Invalid` when the answers are not what the form asks now; `Conflict(LetterheadIncomplete)`.
pub fn draft(case: &Application, service: &Service, kept: &KeptProfile, given: &Given) -> Result<LetterData, Refusal> {
    drafted(&case.whole_answers(), service, kept, given)
}

/// The letter that these answers give.
///
/// # Errors
/// As [`draft`].
pub fn drafted(answers: &Answers, service: &Service, kept: &KeptProfile, given: &Given) -> Result<LetterData, Refusal> {
    let office = gazetteer().by_code(kept.office).ok_or(Refusal::NotFound)?;
    let incomplete = || Refusal::Conflict(Code::LetterheadIncomplete);
    if !what_is_missing(&kept.profile, office.kind).is_empty() {
        return Err(incomplete());
    }
    let parsed = check(&service.form, answers, Part::Whole, given).map_err(Refusal::Invalid)?;
    let said = Said { form: &service.form, parsed: &parsed, office };
    let official = kept.profile.head.clone().ok_or_else(incomplete)?;
    let person = said.person();
    let annex = said.move_of();
    let cosigner = service.signed_by_holder.then(|| Cosigner::Holder { name: person.name.clone() });
    Ok(LetterData {
        office: letters::Office::of(office, &kept.profile),
        paper: letters::Paper { size: kept.profile.paper, face: kept.profile.face },
        title: service.name.clone(),
        stage: Stage::Draft,
        on: given.today,
        valid_until: service.valid_days.map(|days| given.today.plus_days(i32::try_from(days).unwrap_or(i32::MAX))),
        person,
        answers: said.answers(annex.as_ref()),
        signer: Signer { acting: kept.profile.acting, delegation: None, official },
        cosigner,
        annex,
        course: None,
    })
}

/// What is signed. `None` when the service has no letter.
pub fn freeze(case: &Application, kept: &KeptProfile, data: LetterData) -> Option<FrozenLetter> {
    FrozenLetter::of(case.service.as_str(), kept.profile.crest, data)
}

/// The letter that was frozen when the case was approved.
pub fn frozen(case: &Application) -> Option<FrozenLetter> {
    FrozenLetter::read(&case.snapshot.as_ref()?.bytes)
}

/// The office to which a case sends its move with the consent of its owner: as the letter says that was
/// approved, before that as the answers do. What nobody is asked any more counts for nothing.
pub fn sends_to(case: &Application, service: &Service, given: &Given) -> Option<OfficeCode> {
    if let Some(frozen) = frozen(case) {
        return frozen.data.destination(case.office);
    }
    let consents = asked(&service.form, &case.answers, given).iter().any(|asked| asked.path == "kirim_data" && asked.typed == "ya");
    if consents { case.answers.typed("tujuan.desa").parse().ok() } else { None }
}

/// The valid answers of a form, and where they were given.
struct Said<'a> {
    form: &'a Schema,
    parsed: &'a Parsed,
    office: &'a Office,
}

impl Said<'_> {
    /// The applicant, from the steps that every service shares.
    fn person(&self) -> Person {
        let text = |name: &str| self.parsed.text(name).unwrap_or_default().to_owned();
        let chosen = |name: &str| self.chosen(name).unwrap_or_default();
        let born = self.parsed.day("tanggal_lahir").map(|day| day.in_words(Lang::Id)).unwrap_or_default();
        Person {
            name: self.parsed.name("nama").map(|name| name.as_str().to_owned()).unwrap_or_default(),
            nik: self.parsed.nik("nik").map(|nik| nik.grouped()).unwrap_or_default(),
            family_card: self.parsed.kk("no_kk").map(|kk| kk.grouped()),
            birth: [&text("tempat_lahir"), ", ", &born].concat(),
            sex: chosen("jenis_kelamin"),
            religion: self.chosen("agama"),
            marital_status: self.chosen("status_kawin"),
            occupation: chosen("pekerjaan"),
            nationality: self.chosen("kewarganegaraan"),
            address: self.home(),
        }
    }

    /// The service's own answers, and the two that are put together of several.
    fn answers(&self, moved: Option<&F103>) -> BTreeMap<String, Answer> {
        let own = self.form.steps.iter().filter(|step| !step.once).flat_map(|step| &step.fields);
        let mut answers: BTreeMap<String, Answer> =
            own.filter_map(|field| Some((field.name.clone(), self.answer(&field.name, field.kind)?))).collect();
        answers.insert("alamat_tinggal".into(), Answer::text(self.residence()));
        if let Some(elsewhere) = self.registered_elsewhere() {
            answers.insert("kabupaten_asal".into(), Answer::text(elsewhere));
        }
        if let Some(moved) = moved {
            answers.extend(self.moving_answers(moved));
        }
        if self.form.step("pengikut").is_some() {
            answers.extend(self.arriving_answers());
        }
        answers
    }

    fn answer(&self, name: &str, kind: FieldKind) -> Option<Answer> {
        if kind == FieldKind::Rows {
            return Some(Answer::Rows(self.rows(name)));
        }
        Some(match self.parsed.value(name)? {
            Value::Text(text) => Answer::text(text.clone()),
            // A year is no count: 2017, not "2.017 (dua ribu tujuh belas)".
            Value::Number(number) if kind == FieldKind::Year => Answer::text(number.to_string()),
            Value::Number(number) => Answer::count(u32::try_from(*number).ok()?),
            Value::Rupiah(amount) => Answer::money(*amount),
            Value::Day(day) => Answer::day(*day),
            Value::Time(time) => Answer::text([&time.in_digits(), " WIB"].concat()),
            Value::Choice(code) => Answer::choice(code.clone(), self.chosen(name).unwrap_or_default()),
            Value::Nik(nik) => Answer::text(nik.grouped()),
            Value::Kk(kk) => Answer::text(kk.grouped()),
            Value::Phone(phone) => Answer::text(phone.national()),
            Value::Name(name) => Answer::text(name.as_str()),
            Value::Files(_) => return None,
        })
    }

    fn rows(&self, name: &str) -> Vec<BTreeMap<String, String>> {
        let row = |beginning: &str| {
            let cells = self.parsed.iter().filter_map(|(path, value)| Some((path.strip_prefix(beginning)?, value)));
            cells.filter_map(|(part, value)| Some((part.to_owned(), cell(value)?))).collect()
        };
        self.parsed.rows(name).into_iter().map(row).collect()
    }

    /// The words of what was chosen.
    fn chosen(&self, name: &str) -> Option<String> {
        let code = self.parsed.choice(name)?;
        let field = self.form.steps.iter().flat_map(|step| &step.fields).find(|field| field.name == name)?;
        field.options.iter().find(|option| option.code == code).map(|option| option.label.clone())
    }

    /// The address on the KTP.
    fn home(&self) -> String {
        let hamlet = match self.parsed.region("wilayah") {
            Some(Region::Village(code)) => kind_of(code),
            _ => OfficeKind::Desa,
        };
        let mut parts = self.street("alamat", "dusun", "rt", "rw", hamlet);
        match self.parsed.region("wilayah") {
            Some(Region::Village(code)) => parts.push(village(code)),
            Some(Region::Elsewhere { regency, kecamatan, village }) => {
                parts.extend([["Desa ", village].concat(), ["Kecamatan ", kecamatan].concat(), outside(regency)]);
            }
            None => {}
        }
        parts.join(", ")
    }

    /// Where the applicant lives: at home, unless said otherwise.
    fn residence(&self) -> String {
        if self.parsed.text("alamat_domisili").is_none() {
            return self.home();
        }
        let mut parts = self.street("alamat_domisili", "dusun_domisili", "rt_domisili", "rw_domisili", self.office.kind);
        parts.push(village(self.office.code));
        parts.join(", ")
    }

    /// Where somebody is registered who is no resident of this office.
    fn registered_elsewhere(&self) -> Option<String> {
        match self.parsed.region("wilayah")? {
            Region::Village(code) if code == self.office.code => None,
            Region::Village(code) => Some(village(code)),
            Region::Elsewhere { regency, .. } => Some(regency_name(regency)),
        }
    }

    fn street(&self, street: &str, hamlet: &str, rt: &str, rw: &str, kind: OfficeKind) -> Vec<String> {
        let text = |name: &str| self.parsed.text(name).map(str::to_owned);
        let hamlet = text(hamlet).map(|name| match kind {
            OfficeKind::Desa => ["Dusun ", &name].concat(),
            OfficeKind::Kelurahan => ["Lingkungan ", &name].concat(),
        });
        let block = text(rt).zip(text(rw)).map(|(rt, rw)| ["RT ", &rt, " RW ", &rw].concat());
        [text(street), hamlet, block].into_iter().flatten().collect()
    }
}

/// A row's cell as a table shows it.
fn cell(value: &Value) -> Option<String> {
    Some(match value {
        Value::Text(text) | Value::Choice(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Rupiah(amount) => amount.in_digits(),
        Value::Day(day) => day.in_words(Lang::Id),
        Value::Time(time) => time.in_digits(),
        Value::Nik(nik) => nik.grouped(),
        Value::Kk(kk) => kk.grouped(),
        Value::Phone(phone) => phone.national(),
        Value::Name(name) => name.as_str().to_owned(),
        Value::Files(_) => return None,
    })
}

fn kind_of(code: OfficeCode) -> OfficeKind {
    gazetteer().by_code(code).map_or(OfficeKind::Desa, |office| office.kind)
}

/// "Desa Tamansari, Kecamatan Licin, Kabupaten Banyuwangi"
fn village(code: OfficeCode) -> String {
    let Some(office) = gazetteer().by_code(code) else { return String::new() };
    [&office.title(), ", Kecamatan ", office.kecamatan, ", Kabupaten ", REGENCY].concat()
}

/// "Kabupaten Buleleng, Provinsi Bali"
fn outside(regency: &str) -> String {
    [&regency_name(regency), ", Provinsi ", province_name(regency)].concat()
}

fn province_name(regency: &str) -> &'static str {
    provinces().find(|(code, _)| regency.starts_with(code)).map(|(_, name)| name).unwrap_or_default()
}

fn regency_name(code: &str) -> String {
    regencies().find(|(known, _)| *known == code).map(|(_, name)| name.to_owned()).unwrap_or_default()
}
