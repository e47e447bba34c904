use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Service, files};
use crate::forms::{Answers, FieldKind};

/// The applicant of every sample. A file that cannot be read leaves samples empty; a test reads it.
static APPLICANT: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| serde_json::from_str(files::SAMPLE).unwrap_or_default());

/// The name of a photo that is nowhere: a sample is a letter, and shows no papers.
const NO_PHOTO: &str = "00000000-0000-7000-8000-000000000000";

/// All that an invented resident would have answered when asking for this service.
pub fn sample_answers(service: &Service) -> Answers {
    let mut answers = Answers::default();
    for (name, typed) in APPLICANT.iter().chain(&service.sample) {
        answers.put(name, typed);
    }
    for field in service.form.steps.iter().flat_map(|step| &step.fields).filter(|field| field.kind == FieldKind::Attachment) {
        answers.put(&field.name, NO_PHOTO);
    }
    answers
}
