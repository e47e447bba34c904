//! The 24 files, those that are open, and a made-up one; its letter is set in `tests/letters/made_up.rs`.

mod arriving;
mod moving;

use proptest::prelude::*;

use super::*;
use crate::domain::{Day, Lang, OfficeCode, OfficeKind};
use crate::forms::testing::any_valid_answers;
use crate::forms::{
    Answers, FieldKind, FormView, Given, Part, ProblemCode, Problems, Region, Schema, Show, StepState, check, step_after, visible_steps,
};

const MADE_UP: &str = include_str!("tests/coba.json");

fn tamansari() -> Given {
    Given::at_office(Day::new(2026, 11, 24).expect("a day"), OfficeCode::try_from(3_510_242_008).expect("an office"), OfficeKind::Desa)
}

fn service(code: &str) -> &'static Service {
    catalogue().service(&code.parse().expect("a code"), Lang::Id).expect("a service")
}

fn form(code: &str) -> Schema {
    service(code).form.clone()
}

/// Siti lives in Tamansari, Licin, and has been asked about herself before.
fn siti() -> Answers {
    let mut answers = Answers::from_form(concat!(
        "nik=3510164506900001&no_kk=3510160101100001&nama=Ratna+Contoh&tempat_lahir=Banyuwangi",
        "&jenis_kelamin=2&agama=1&status_kawin=2&kewarganegaraan=1&pendidikan=5&pekerjaan=84",
        "&alamat=Jalan+Kawah+Ijen+7&rt=2&rw=1&dusun=Krajan&wilayah.desa=3510242008"
    ))
    .expect("answers");
    answers.put_day("tanggal_lahir", Day::new(1990, 6, 5).expect("a day"));
    answers
}

const PHOTO: &str = "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70";

fn with(mut answers: Answers, more: &[(&str, &str)]) -> Answers {
    more.iter().for_each(|(name, typed)| answers.put(*name, *typed));
    answers
}

fn problems(code: &str, answers: &Answers, given: &Given) -> Vec<(String, ProblemCode)> {
    let found = check(&form(code), answers, Part::Whole, given).err().unwrap_or_default();
    found.iter().map(|problem| (problem.field.clone(), problem.code)).collect()
}

#[test]
fn every_file_is_sound_in_both_languages() {
    assert_eq!(catalogue().faults(), Vec::<String>::new());
    for lang in Lang::ALL {
        assert_eq!(catalogue().all(lang).len(), 24);
    }
    let open: Vec<_> = catalogue().all(Lang::Id).iter().filter(|service| service.open).map(|service| service.code.as_str()).collect();
    assert_eq!(open, ["pindah", "datang", "skd", "sku"]);
}

#[test]
fn the_two_languages_ask_the_same_in_different_words() {
    for (indonesian, english) in catalogue().all(Lang::Id).iter().zip(catalogue().all(Lang::En)) {
        assert_ne!(indonesian.name, english.name);
        let names = |service: &Service| {
            service
                .form
                .steps
                .iter()
                .map(|step| (step.name.clone(), step.fields.iter().map(|field| field.name.clone()).collect()))
                .collect::<Vec<(_, Vec<_>)>>()
        };
        assert_eq!(names(indonesian), names(english));
    }
    let label = |lang| catalogue().service(&"sku".parse().expect("a code"), lang).expect("sku").form.steps[4].fields[0].label.clone();
    assert_eq!((label(Lang::Id).as_str(), label(Lang::En).as_str()), ("Nama usaha", "Name of the business"));
}

#[test]
fn the_applicant_is_asked_16_facts_in_four_steps_that_are_kept() {
    for code in ["sku", "skd"] {
        let form = form(code);
        let once: Vec<_> = form.steps.iter().filter(|step| step.once).collect();
        assert_eq!((once.len(), once.iter().map(|step| step.fields.len()).sum::<usize>()), (4, 16));
    }
}

#[test]
fn a_file_with_a_fault_is_named_and_closes_only_itself() {
    for (old, new, fault) in [
        ("\"code\": \"coba\"", "\"code\": \"lain\"", "holds the code of another file"),
        ("\"en\": \"Trial letter\"", "\"en\": \" \"", "lacks words"),
        (", \"en\": \"Family\"", "", "invalid type: map"),
        ("family_relation", "kerabat", "there is no list kerabat"),
        ("\"include\": \"applicant\"", "\"include\": \"pemohon\"", "there are no shared steps pemohon"),
        ("[\"hubungan\", \"4\"]", "[\"hubungan\", \"44\"]", "wali: a condition waits for an answer that is not offered by hubungan"),
        ("\"name\": \"keluarga\"", "\"name\": \"alamat\"", "step alamat: stands twice"),
        ("\"open\": true", "\"open\": false", "is not open and has a form"),
        ("\"hubungan\": \"1\", \"tujuan.desa\": \"3510232003\"", "", "is open without a sample of its letter"),
        ("\"about\": \"signer\"", "\"about\": \"fee\"", "says no source for signer"),
        ("\"valid_days\": null", "\"valid_days\": null, \"fee\": 5000", "unknown field `fee`"),
        ("\"kind\": \"person\"", "\"kind\": \"orang\"", "unknown variant `orang`"),
        ("\"kind\": \"person\"", "\"kind\": \"person\", \"opsional\": true", "the form says nothing by \"opsional\""),
        (
            "\"include\": \"applicant\"}",
            "\"include\": \"applicant\"}, {\"nama\": \"x\", \"name\": \"y\", \"title\": \"y\", \"fields\": []}",
            "the form says nothing by \"nama\"",
        ),
    ] {
        let broken = MADE_UP.replacen(old, new, 1);
        let catalogue = Catalogue::read(&[("coba", &broken), ("umum", include_str!("data/umum.json"))]);
        assert_eq!(catalogue.all(Lang::En).len(), 1, "{fault}");
        assert!(
            catalogue.faults().iter().any(|found| found.starts_with("coba.json: ") && found.contains(fault)),
            "{fault}: {:?}",
            catalogue.faults()
        );
    }
}

#[test]
fn a_made_up_service_is_a_file_and_nothing_else() {
    let catalogue = Catalogue::read(&[("coba", MADE_UP)]);
    assert_eq!(catalogue.faults(), Vec::<String>::new());
    let form = &catalogue.all(Lang::Id)[0].form;
    let given = tamansari();
    let steps: Vec<_> = visible_steps(form, &Answers::default(), &given).iter().map(|step| step.name.as_str()).collect();
    assert_eq!(steps, ["pemohon", "data-diri", "pekerjaan", "alamat", "keluarga"]);

    // From the first step to the last as a person walks it: save, look for problems, go on.
    let mut answers = Answers::default();
    let mut step = Some(visible_steps(form, &answers, &given)[0]);
    let typed =
        with(siti(), &[("hubungan", "4"), ("wali.nik", "3510160101850002"), ("wali.nama", "Budi Contoh"), ("tujuan.desa", "3510232003")]);
    let mut walked = 0;
    while let Some(at) = step {
        assert!(check(form, &answers, Part::Step(&at.name), &given).is_err(), "nothing is answered yet");
        answers.save_step(at, &typed);
        let view = FormView::of(form, &at.name, &answers, &given, Show::WithProblems).expect("a view");
        assert_eq!((view.problems, view.steps[walked].state), (Problems::default(), StepState::Complete));
        step = step_after(form, &at.name, &answers, &given);
        walked += 1;
    }
    let parsed = check(form, &answers, Part::Whole, &given).expect("parsed");
    assert_eq!((walked, parsed.name("wali.nama").map(|name| name.as_str())), (5, Some("Budi Contoh")));
    assert_eq!(parsed.region("tujuan"), OfficeCode::try_from(3_510_232_003).ok().map(Region::Village));
}

#[test]
fn a_business_needs_a_photo_and_a_year_that_was() {
    let answers = with(
        siti(),
        &[
            ("nama_usaha", "Warung 😀"),
            ("jenis_usaha", "Makanan"),
            ("alamat_usaha", "Jalan Kawah Ijen 7"),
            ("mulai_tahun", "2027"),
            ("keperluan", "Kredit"),
            ("omzet", "0"),
        ],
    );
    use ProblemCode::{AmountTooSmall, MissingFile, Unprintable, Year};
    let expected = [
        ("nama_usaha", Unprintable),
        ("mulai_tahun", Year { first: 1900, last: 2026 }),
        ("omzet", AmountTooSmall { min: 1 }),
        ("ktp", MissingFile),
        ("kk", MissingFile),
        ("foto_usaha", MissingFile),
    ];
    assert_eq!(problems("sku", &answers, &tamansari()), expected.map(|(name, code)| (name.to_owned(), code)));
}

#[test]
fn sku_has_every_fact_of_its_letter() {
    let answers = with(
        siti(),
        &[
            ("nama_usaha", "Warung Kopi"),
            ("jenis_usaha", "Makanan"),
            ("alamat_usaha", "Jalan Kawah Ijen 7"),
            ("mulai_tahun", "2017"),
            ("keperluan", "Kredit usaha"),
            ("omzet", "4.500.000"),
            ("ktp", PHOTO),
            ("kk", PHOTO),
            ("foto_usaha", PHOTO),
        ],
    );
    let parsed = check(&form("sku"), &answers, Part::Whole, &tamansari()).expect("parsed");
    // The rows of letters 7; the officer adds the day of the visit.
    for fact in [
        "nama",
        "nik",
        "tempat_lahir",
        "tanggal_lahir",
        "jenis_kelamin",
        "pekerjaan",
        "alamat",
        "rt",
        "rw",
        "wilayah.desa",
        "nama_usaha",
        "jenis_usaha",
        "alamat_usaha",
        "mulai_tahun",
        "omzet",
        "keperluan",
    ] {
        assert!(parsed.value(fact).is_some(), "{fact}");
    }
    assert_eq!((parsed.value("bank").is_none(), list_label("occupation", "84", Lang::Id)), (true, Some("Pedagang")));
}

#[test]
fn an_office_that_asks_for_a_letter_of_rt_and_rw_gets_the_question() {
    let asked = |given: &Given| problems("sku", &siti(), given).iter().any(|(name, _)| name == "pengantar_rt");
    assert!(!asked(&tamansari()));
    assert!(asked(&tamansari().fact("kantor.pengantar_rt", "ya")));
    let forged = with(siti(), &[("kantor.pengantar_rt", "ya")]);
    assert!(!problems("sku", &forged, &tamansari()).iter().any(|(name, _)| name == "pengantar_rt"), "a fact of the office cannot be typed");
}

#[test]
fn who_lives_where_the_ktp_says_is_not_asked_for_the_address_again() {
    let answers = with(siti(), &[("tinggal_di_ktp", "ya"), ("keperluan", "Rekening bank"), ("ktp", PHOTO), ("kk", PHOTO)]);
    let parsed = check(&form("skd"), &answers, Part::Whole, &tamansari()).expect("parsed");
    for fact in ["agama", "status_kawin", "kewarganegaraan", "keperluan"] {
        assert!(parsed.value(fact).is_some(), "{fact}");
    }
    assert!(parsed.value("alamat_domisili").is_none() && parsed.value("bukti_tinggal").is_none());
}

#[test]
fn who_comes_from_elsewhere_says_where_they_live_and_proves_it() {
    let elsewhere = [
        ("wilayah.desa", "luar"),
        ("wilayah.prov", "35"),
        ("wilayah.kab", "35.09"),
        ("wilayah.kec", "Kaliwates"),
        ("wilayah.kel", "Tegal Besar"),
    ];
    let other_village = [("wilayah.desa", "3510232003")];
    for moved in [&elsewhere[..], &other_village[..]] {
        let answers = with(with(siti(), &[("keperluan", "Bank"), ("ktp", PHOTO), ("kk", PHOTO), ("tinggal_di_ktp", "ya")]), moved);
        let missing: Vec<_> = problems("skd", &answers, &tamansari()).into_iter().map(|(name, _)| name).collect();
        assert_eq!(missing, ["alamat_domisili", "rt_domisili", "rw_domisili", "bukti_tinggal"]);
    }
}

#[test]
fn lists_keep_their_official_numbers_and_speak_as_people_do_today() {
    for (list, count) in [
        ("religion", 7),
        ("marital_status", 4),
        ("family_relation", 11),
        ("education", 10),
        ("occupation", 89),
        ("blood_group", 13),
        ("disability", 7),
        ("sex", 2),
        ("citizenship", 3),
        ("villages", 218),
        ("provinces", 38),
        ("regencies", 513),
    ] {
        assert_eq!(lists::choices(list, Lang::Id).map(|choices| choices.len()), Some(count), "{list}");
    }
    assert!(list_names().all(|list| lists::choices(list, Lang::En).is_some()));
    assert_eq!(
        (list_label("disability", "2", Lang::Id), list_label("occupation", "88", Lang::En)),
        (Some("Disabilitas netra"), Some("Self-employed"))
    );
    assert_eq!((list_label("occupation", "90", Lang::Id), list_label("makanan", "1", Lang::Id)), (None, None));
}

#[test]
fn a_page_of_the_form_stays_small() {
    // A village list of 218 is the largest thing on any page: about 13 KB before compression.
    for code in ["sku", "skd"] {
        let form = form(code);
        for step in &form.steps {
            let Some(view) = FormView::of(&form, &step.name, &siti(), &tamansari(), Show::Quietly) else { continue };
            let bytes = serde_json::to_string(&view).expect("JSON").len();
            assert!(bytes < 16_000, "{code}/{}: {bytes}", step.name);
        }
    }
}

#[test]
fn no_attachment_asks_for_more_than_three_photos() {
    for service in catalogue().all(Lang::Id) {
        for field in service.form.steps.iter().flat_map(|step| &step.fields) {
            assert!(field.kind != FieldKind::Attachment || field.max.unwrap_or(1) <= 3, "{}", field.name);
        }
    }
}

proptest! {
    #[test]
    fn any_valid_answers_to_an_open_service_are_accepted(
        (code, answers) in prop_oneof![Just("sku"), Just("skd")].prop_flat_map(|code| (Just(code), any_valid_answers(form(code), tamansari())))
    ) {
        let parsed = check(&form(code), &answers, Part::Whole, &tamansari());
        prop_assert!(parsed.is_ok(), "{:?}", parsed);
    }
}
