//! The way through the steps, and what their pages are given.

use super::*;
use crate::domain::Lang;

#[test]
fn the_way_through_the_steps_follows_the_answers() {
    let (form, given) = (form(), given());
    let mut answers = good();
    let names = |answers: &Answers| visible_steps(&form, answers, &given).iter().map(|step| step.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&answers), ["orang", "usaha", "tempat", "anggota"]);
    assert_eq!(step_after(&form, "tempat", &answers, &given).map(|step| step.name.as_str()), Some("anggota"));
    assert_eq!(step_before(&form, "anggota", &answers, &given).map(|step| step.name.as_str()), Some("tempat"));
    assert!(step_after(&form, "anggota", &answers, &given).is_none() && step_before(&form, "orang", &answers, &given).is_none());
    assert!(first_step_with_a_problem(&form, &answers, &given).is_none());

    answers.put("status", "sewa");
    answers.put("pemilik", "Pak Budi");
    assert_eq!(names(&answers), ["orang", "usaha", "tempat", "izin-usaha", "anggota"]);
    assert_eq!(first_step_with_a_problem(&form, &answers, &given).map(|step| step.name.as_str()), Some("tempat"));
    let states: Vec<_> = progress(&form, &answers, &given).into_iter().map(|step| step.state).collect();
    assert_eq!(states, [StepState::Complete, StepState::Complete, StepState::Begun, StepState::Blank, StepState::Complete]);
}

#[test]
fn check_your_answers_shows_values_as_people_read_them() {
    let lines = |sight| summary(&form(), &with("judul", "Toko 😀"), &given(), Lang::Id, sight);
    let value = |lines: &[Line], path: &str| lines.iter().find(|line| line.path == path).map(|line| line.value.clone()).unwrap_or_default();
    let own = lines(Sight::Own);
    for (path, shown) in [
        ("nik", "3510 1645 0690 0001"),
        ("lahir", "5 Juni 1990"),
        ("hp", "081234567890"),
        ("modal", "Rp4.500.000"),
        ("status", "Milik sendiri"),
        ("rt", "002"),
        ("judul", "Toko 😀"),
    ] {
        assert_eq!(value(&own, path), shown, "{path}");
    }
    assert_eq!(own.iter().find(|line| line.path == "anggota.0.nik").map(|line| line.label.as_str()), Some("Anggota 1: NIK"));
    let masked = lines(Sight::Masked);
    assert_eq!((value(&masked, "nik"), value(&masked, "kk")), ("**** **** **** 0001".to_owned(), "**** **** **** 0001".to_owned()));
    let wrong = summary(&form(), &with("nik", "351016450690000"), &given(), Lang::Id, Sight::Masked);
    assert_eq!(value(&wrong, "nik"), "", "what is almost a NIK is masked too");
}

#[test]
fn the_page_of_a_step_gets_only_what_it_needs_and_judges_the_same() {
    let (form, mut answers) = (form(), with("status", "sewa"));
    answers.put("pemilik", "Pak Budi");
    answers.put("asal.desa", "luar");
    answers.put("asal.prov", "51");
    let view = FormView::of(&form, "izin-usaha", &answers, &given(), Show::WithProblems).expect("a view");
    let region = &view.schema.steps[0].fields[0].fields;
    assert_eq!(region[2].options.iter().map(|option| option.code.as_str()).collect::<Vec<_>>(), ["51.01"]);
    assert_eq!(view.answers.iter().count(), 2);
    assert_eq!(Err(view.problems.clone()), check(&form, &answers, Part::Step("izin-usaha"), &given()).map(|_| ()));
    assert!(FormView::of(&form, "izin-usaha", &good(), &given(), Show::Quietly).is_none(), "hidden");
    let sent = serde_json::to_string(&view).expect("JSON");
    assert_eq!(serde_json::from_str::<FormView>(&sent).expect("a view"), view);
    assert!(!sent.contains("3510164506900001") && !sent.contains("null"), "{sent}");
}

#[test]
fn the_page_of_a_step_knows_the_earlier_answers_on_which_it_stands_and_no_others() {
    let view = FormView::of(&form(), "anggota", &good(), &given(), Show::Quietly).expect("a view");
    assert!(view.asked(&view.answers).iter().any(|question| question.path == "wali.nik"));
    assert_eq!(view.given.facts.iter().collect::<Vec<_>>(), [("status", "milik")]);
}

#[test]
fn a_step_left_empty_is_blank_even_when_nothing_is_missing() {
    let mut form = form();
    form.steps.retain(|step| step.name == "usaha");
    form.steps[0].fields.iter_mut().for_each(|field| field.optional = true);
    assert_eq!(progress(&form, &Answers::default(), &given())[0].state, StepState::Blank);
}
