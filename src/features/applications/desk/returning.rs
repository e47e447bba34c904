//! What an officer marks to be mended, as the form sends it.

use crate::access::Refusal;
use crate::domain::BlobId;
use crate::features::applications::{Reason, ReasonCode, Returned, Target};
use crate::forms::{Answers, ProblemCode, Problems};

/// Each thing with its reason and a note: `alasan.nama_usaha=incomplete` and `catatan.nama_usaha=..`; a
/// photo under its own id, `foto@018f..`, and one that is missing as `foto@`.
///
/// # Errors
/// `Invalid` where one of the two is missing or wrong: neither is thrown away in silence.
pub fn returned(posted: &Answers, photos: impl Fn(&str) -> Vec<BlobId>) -> Result<Vec<Returned>, Refusal> {
    let (mut items, mut problems) = (Vec::new(), Problems::default());
    for path in marked(posted) {
        let (reason, note) = (["alasan.", path].concat(), ["catatan.", path].concat());
        match chosen(posted.typed(&reason)) {
            Err(problem) => problems.add(reason, problem),
            Ok(code) => match Reason::read(code, posted.typed(&note)) {
                Ok(reason) => items.push(Returned { target: target(path, &photos), reason }),
                Err(problem) => problems.add(note, problem),
            },
        }
    }
    if problems.is_empty() { Ok(items) } else { Err(Refusal::Invalid(problems)) }
}

/// Everything that has a reason, a note or both, once.
fn marked(posted: &Answers) -> Vec<&str> {
    let mut marked = Vec::new();
    for (name, _) in posted.iter() {
        let path = name.strip_prefix("alasan.").or_else(|| name.strip_prefix("catatan."));
        marked.extend(path.filter(|path| !marked.contains(path)));
    }
    marked
}

fn chosen(code: &str) -> Result<ReasonCode, ProblemCode> {
    match ReasonCode::from_code(code).filter(|code| ReasonCode::RETURN.contains(code)) {
        Some(code) => Ok(code),
        None if code.is_empty() => Err(ProblemCode::MissingChoice),
        None => Err(ProblemCode::NotAChoice),
    }
}

fn target(path: &str, photos: &impl Fn(&str) -> Vec<BlobId>) -> Target {
    match path.split_once('@') {
        Some((field, id)) => match id.parse::<BlobId>().ok().filter(|id| photos(field).contains(id)) {
            Some(id) => Target::Photo { field: field.to_owned(), id },
            None => Target::Absent(field.to_owned()),
        },
        None => Target::Answer(path.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHOTO: &str = "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70";

    fn read(body: &str) -> Result<Vec<Returned>, Refusal> {
        let photos = |field: &str| if field == "ktp" { vec![PHOTO.parse().expect("an id")] } else { Vec::new() };
        returned(&Answers::from_form(body).expect("answers"), photos)
    }

    fn problems(body: &str) -> Vec<(String, ProblemCode)> {
        match read(body) {
            Err(Refusal::Invalid(problems)) => problems.iter().map(|problem| (problem.field.clone(), problem.code)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_note_without_a_reason_is_asked_for_its_reason_and_not_dropped() {
        let body = format!("alasan.nama=&catatan.nama=Salah&catatan.ktp@{PHOTO}=Buram&alasan.alamat=cut_off&catatan.alamat=Kurang");
        let reason = |path: &str| (format!("alasan.{path}"), ProblemCode::MissingChoice);
        assert_eq!(problems(&body), [reason("nama"), reason(&format!("ktp@{PHOTO}"))]);
    }

    #[test]
    fn a_reason_without_words_or_of_another_list_is_said_at_its_field() {
        assert_eq!(problems("alasan.nama=incomplete&catatan.nama=+"), [("catatan.nama".to_owned(), ProblemCode::Missing)]);
        for other in ["not_resident", "gaji"] {
            let body = format!("alasan.nama={other}&catatan.nama=Salah");
            assert_eq!(problems(&body), [("alasan.nama".to_owned(), ProblemCode::NotAChoice)]);
        }
    }

    #[test]
    fn an_answer_a_photo_and_a_missing_photo_are_told_apart() {
        let body = format!(
            "alasan.nama=incomplete&catatan.nama=a&alasan.ktp@{PHOTO}=cut_off&catatan.ktp@{PHOTO}=b&alasan.kk@=incomplete&catatan.kk@=c"
        );
        let targets: Vec<Target> = read(&body).expect("three").into_iter().map(|item| item.target).collect();
        let photo = Target::Photo { field: "ktp".into(), id: PHOTO.parse().expect("an id") };
        assert_eq!(targets, [Target::Answer("nama".into()), photo, Target::Absent("kk".into())]);
        assert_eq!(read("alasan.nama=&catatan.nama=+"), Ok(Vec::new()), "whoever writes nothing returns nothing");
    }
}
