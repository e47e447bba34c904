//! What holds for any answers.

use proptest::prelude::*;

use super::*;
use crate::domain::Lang;
use crate::forms::testing::any_valid_answers;

proptest! {
    #[test]
    fn any_valid_answers_are_accepted_whole_and_step_by_step(answers in any_valid_answers(form(), given())) {
        let whole = check(&form(), &answers, Part::Whole, &given());
        prop_assert!(whole.is_ok(), "{:?}", whole);
        for step in visible_steps(&form(), &answers, &given()) {
            prop_assert!(check(&form(), &answers, Part::Step(&step.name), &given()).is_ok());
            let view = FormView::of(&form(), &step.name, &answers, &given(), Show::WithProblems).expect("a view");
            prop_assert!(view.problems.is_empty(), "{:?}", view.problems);
        }
    }

    #[test]
    fn without_one_required_answer_exactly_that_one_is_missing(answers in any_valid_answers(form(), given()), pick: prop::sample::Index) {
        let required: Vec<_> = asked(&form(), &answers, &given()).into_iter().filter(|question| question.required && question.field.kind == FieldKind::Text).map(|question| question.path).collect();
        let gone = pick.get(&required);
        let mut answers = answers.clone();
        answers.put(gone.clone(), "");
        let problems = check(&form(), &answers, Part::Whole, &given()).err().unwrap_or_default();
        prop_assert_eq!(problems, Problems::one(gone.clone(), ProblemCode::Missing));
    }

    #[test]
    fn whatever_is_typed_anywhere_is_answered(junk in prop::collection::vec((0_usize..25, any::<String>()), 0..25)) {
        let names = ["nik", "kk", "nama", "lahir", "lahir.hari", "lahir.tahun", "hp", "judul", "uraian", "mulai", "modal", "pekerja", "jam", "rt", "status", "pemilik", "izin", "asal.desa", "asal.prov", "asal.kab", "anggota", "anggota.0.nik", "anggota.9.shdk", "wali.nik", "anggota.99.lain"];
        let mut answers = good();
        for (at, typed) in junk {
            answers.put(names[at], typed);
        }
        let (form, given) = (form(), given());
        let whole = check(&form, &answers, Part::Whole, &given);
        prop_assert_eq!(whole.is_err(), first_step_with_a_problem(&form, &answers, &given).is_some());
        let _ = summary(&form, &answers, &given, Lang::En, Sight::Masked);
        for step in visible_steps(&form, &answers, &given) {
            let view = FormView::of(&form, &step.name, &answers, &given, Show::WithProblems).expect("a view");
            let alone = check(&form, &answers, Part::Step(&step.name), &given).err().unwrap_or_default();
            prop_assert_eq!(view.problems, alone);
        }
    }
}
