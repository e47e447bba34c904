use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::data::{LetterData, Stage};
use super::template::f103_files;
use super::{CERTIFICATE, CertificateSheets, Template, check_address, qr_svg, template};
use crate::domain::Instant;
use crate::server::sandbox::{LetterJob, MOST_PAGES};

/// The arms on the letterhead, of the office's own choice: a picture that went through the sandbox; in a
/// demonstration the built-in stand-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Crest {
    Png(Vec<u8>),
    Jpeg(Vec<u8>),
    /// Drawn by us, never uploaded: SVG from outside is refused.
    Svg(Vec<u8>),
}

impl Crest {
    /// For the demonstration alone: it is invented, and a real office's letter shows no invented arms.
    pub fn stand_in() -> Self {
        Self::Svg(include_bytes!("typst/lambang-contoh.svg").to_vec())
    }

    fn file(&self) -> (&'static str, &[u8]) {
        match self {
            Self::Png(bytes) => ("lambang.png", bytes),
            Self::Jpeg(bytes) => ("lambang.jpg", bytes),
            Self::Svg(bytes) => ("lambang.svg", bytes),
        }
    }

    /// What it shows, for whoever does not see it.
    fn meaning(&self, regency: &str) -> String {
        match self {
            Self::Png(_) | Self::Jpeg(_) => ["Lambang Kabupaten ", regency].concat(),
            Self::Svg(_) => "Gambar contoh, bukan lambang resmi".to_owned(),
        }
    }
}

/// Everything for the child: template, answers, code, crest. `ident` names the letter, or the case of a
/// draft; `at` is the moment of issue. Answers go in as data, so that markup in a name prints literally.
/// `None` when the host is too long for a code, or the words are no letter.
pub fn letter_job(data: &LetterData, template: Template, crest: Option<&Crest>, ident: String, at: Instant) -> Option<LetterJob> {
    let mut job = job_of(template.name, &template.files(), &facts_of(data, template, crest)?, ident, at);
    if let Some(code) = code_of(data).filter(|_| data.course.is_none()) {
        job.files.insert("qr.svg".into(), code?.into_bytes());
    }
    Some(with_crest(job, crest))
}

/// Certificates of one training as they were frozen, a sheet each, to be printed at once. They are the same words
/// and codes; the bytes that a certificate's own hash speaks of are those of its own PDF.
pub fn certificates_job(certificates: &[LetterData], crest: Option<&Crest>, ident: String, at: Instant) -> Option<LetterJob> {
    let template = template(CERTIFICATE)?;
    let sheets = certificates.iter().map(|data| facts_of(data, template, crest)).collect::<Option<Vec<_>>>()?;
    let job = job_of(template.name, &template.files(), &json!({ "lembar": sheets }), ident, at);
    let most_pages = u32::try_from(CertificateSheets::MOST).unwrap_or(u32::MAX);
    Some(LetterJob { most_pages, ..with_crest(job, crest) })
}

/// A certificate brings its code among its facts, because several of them are one job.
fn facts_of(data: &LetterData, template: Template, crest: Option<&Crest>) -> Option<Value> {
    let crest_in_words = crest.map(|crest| (crest.file().0, crest.meaning(&data.office.regency)));
    let mut facts = data.template_json(crest_in_words, template.words())?;
    if let Some(code) = code_of(data).filter(|_| data.course.is_some()) {
        facts["qr"] = json!(code?);
    }
    Some(facts)
}

/// The code of an issued letter; `Some(None)` when its address is too long for one.
fn code_of(data: &LetterData) -> Option<Option<String>> {
    match &data.stage {
        Stage::Issued { token, host, .. } => Some(qr_svg(&check_address(host, *token))),
        Stage::Draft => None,
    }
}

fn with_crest(mut job: LetterJob, crest: Option<&Crest>) -> LetterJob {
    if let Some((name, bytes)) = crest.map(Crest::file) {
        job.files.insert(name.into(), bytes.to_vec());
    }
    job
}

/// The same for form F-1.03, which has neither number nor code nor crest. `None` for a letter without it.
pub fn f103_job(data: &LetterData, ident: String, at: Instant) -> Option<LetterJob> {
    let files = f103_files();
    Some(job_of(files[0].0, &files, &data.f103_json()?, ident, at))
}

fn job_of(main: &str, sources: &[(&str, &str)], json: &Value, ident: String, at: Instant) -> LetterJob {
    let mut files: BTreeMap<String, Vec<u8>> =
        sources.iter().map(|(name, source)| ((*name).to_owned(), source.as_bytes().to_vec())).collect();
    files.insert("data.json".into(), json.to_string().into_bytes());
    LetterJob { main: main.to_owned(), files, ident, at, most_pages: MOST_PAGES }
}
