//! Hidden questions, rows, persons and regions.

use super::*;
use crate::domain::OfficeCode;

#[test]
fn a_hidden_question_is_neither_required_nor_kept_and_opens_no_other() {
    // A name of the owner was typed while "sewa" was chosen; then the choice was changed.
    let mut answers = with("pemilik", "Pak Budi");
    answers.put("asal.desa", "3510242008");
    let parsed = check(&form(), &answers, Part::Whole, &given()).expect("parsed");
    assert!(parsed.value("pemilik").is_none() && parsed.value("asal.desa").is_none());
    assert_eq!(answers.typed("pemilik"), "Pak Budi");
    answers.put("status", "sewa");
    assert_eq!(problems(&answers), [("izin".to_owned(), ProblemCode::MissingFile)]);
}

#[test]
fn a_place_elsewhere_is_asked_part_by_part() {
    let mut answers = with("status", "sewa");
    answers.put("pemilik", "Pak Budi");
    answers.put("izin", "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70 018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f71");
    answers.put("asal.desa", "3510242008");
    let tamansari = OfficeCode::try_from(3_510_242_008).expect("an office");
    let parsed = check(&form(), &answers, Part::Whole, &given()).expect("parsed");
    assert_eq!((parsed.region("asal"), parsed.files("izin").map(<[_]>::len)), (Some(Region::Village(tamansari)), Some(2)));

    answers.put("asal.desa", "luar");
    let missing = problems(&answers);
    assert_eq!(missing.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["asal.prov", "asal.kec", "asal.kel"]);
    for (name, typed) in [("asal.prov", "51"), ("asal.kab", "35.09"), ("asal.kec", "Negara"), ("asal.kel", "Baluk")] {
        answers.put(name, typed);
    }
    assert_eq!(problems(&answers), [("asal.kab".to_owned(), ProblemCode::NotAChoice)], "a regency of another province");
    answers.put("asal.kab", "51.01");
    let parsed = check(&form(), &answers, Part::Whole, &given()).expect("parsed");
    assert_eq!(parsed.region("asal"), Some(Region::Elsewhere { regency: "51.01", kecamatan: "Negara", village: "Baluk" }));
    answers.put("izin", ["018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70"; 3].join(" "));
    assert_eq!(problems(&answers), [("izin".to_owned(), ProblemCode::TooMany { max: 2 })]);
}

#[test]
fn an_empty_row_is_no_row_and_a_begun_one_is_to_be_finished() {
    let mut answers = with("anggota.2.shdk", "11");
    assert_eq!(
        problems(&answers),
        [("anggota.2.nik".to_owned(), ProblemCode::Missing), ("anggota.2.lain".to_owned(), ProblemCode::Missing)]
    );
    answers.put("anggota.2.nik", "3510160101130003");
    answers.put("anggota.2.lain", "Keponakan");
    let parsed = check(&form(), &answers, Part::Whole, &given()).expect("parsed");
    assert_eq!(parsed.rows("anggota"), ["anggota.0.", "anggota.2."]);
    answers.put("anggota.3.nik", "3510160101130003");
    assert_eq!(problems(&answers), [("anggota".to_owned(), ProblemCode::TooMany { max: 3 })]);
}

#[test]
fn an_optional_person_may_be_left_out_but_not_half() {
    assert_eq!(problems(&with("wali.nama", "Budi")), [("wali.nik".to_owned(), ProblemCode::Missing)]);
    assert_eq!(problems(&good()), []);
}

#[test]
fn names_of_rows_that_no_page_makes_belong_to_no_question() {
    let form = form();
    let step = form.step("anggota").expect("a step");
    for strange in [
        "anggota.4000000000.nik",
        "anggota.007.nik",
        "anggota.07.nik",
        "anggota.-1.nik",
        "anggota.0",
        "anggota.0.nik.x",
        "anggota.0.gaji",
        "nik",
        "kantor.kode",
        "wali",
        "anggota.x.nik",
    ] {
        assert!(!step.owns(strange), "{strange}");
    }
    for known in ["anggota", "anggota.0.nik", "anggota.49.lain", "wali.nama"] {
        assert!(step.owns(known), "{known}");
    }
}

#[test]
fn saving_a_step_touches_no_other_step_and_keeps_nothing_strange() {
    let form = form();
    let mut answers = good();
    let posted = Answers::from_form("judul=Toko+😀&nama=Penyusup&kantor.kode=1&gaji=1").expect("answers");
    answers.save_step(form.step("usaha").expect("a step"), &posted);
    assert_eq!((answers.typed("judul"), answers.typed("uraian"), answers.typed("modal")), ("Toko 😀", "", ""));
    assert_eq!((answers.typed("nama"), answers.typed("gaji"), answers.typed("kantor.kode")), ("Siti Aminah", "", ""));
}

#[test]
fn one_step_is_judged_alone_with_the_conditions_of_the_others() {
    let only = |step| check(&form(), &Answers::default(), Part::Step(step), &given()).err().unwrap_or_default();
    assert_eq!(only("orang").iter().count(), 5);
    assert!(only("izin-usaha").is_empty(), "hidden");
    assert!(only("tidak-ada").is_empty());
}

#[test]
fn this_form_is_sound_and_each_mistake_in_a_file_is_named() {
    assert_eq!(sound::faults(&form()), Vec::<String>::new());
    for (old, new, fault) in [
        ("\"usaha\", \"title\"", "\"orang\", \"title\"", "step orang: stands twice"),
        ("\"name\": \"kk\"", "\"name\": \"nik\"", "nik: stands twice"),
        ("\"label\": \"Nomor KK\"", "\"label\": \" \"", "kk: needs words"),
        (
            "[\"status\", \"sewa\"]",
            "[\"state\", \"sewa\"]",
            "pemilik: a condition looks at state, which is neither asked before nor a fact",
        ),
        ("[\"status\", \"sewa\"]", "[\"izin\", \"sewa\"]", "pemilik: a condition looks at izin, which is neither asked before nor a fact"),
        ("[\"status\", \"sewa\"]", "[\"status\", \"kos\"]", "pemilik: a condition waits for an answer that is not offered by status"),
        ("\"of\": \"51\"", "\"of\": \"52\"", "asal.kab: an option stands under no option of the choice above"),
        ("{\"code\": \"sewa\"", "{\"code\": \"milik\"", "status: an option stands twice"),
        ("\"min\": 1000", "\"min\": 1000, \"max\": 1", "modal: has a smallest value above the largest"),
        (
            "\"fill\": \"name\"}",
            "\"fill\": \"name\"}, {\"name\": \"x\", \"kind\": \"text\", \"label\": \"X\"}",
            "step orang: asks more than five questions",
        ),
        ("\"name\": \"jam\"", "\"name\": \"Jam Buka\"", "Jam Buka: needs a name of a-z, 0-9 and _"),
    ] {
        let broken = FORM.replacen(old, new, 1);
        let schema: Schema = serde_json::from_str(&broken).expect("a schema");
        assert!(sound::faults(&schema).iter().any(|found| found == fault), "{fault}: {:?}", sound::faults(&schema));
    }
}
