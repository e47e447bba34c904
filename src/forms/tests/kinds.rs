//! What each kind of question makes of what was typed.

use super::*;

#[test]
fn an_empty_form_asks_for_everything_that_is_shown_in_the_order_of_the_screens() {
    use ProblemCode::{Missing, MissingChoice};
    let expected: Vec<_> = ["nik", "kk", "nama", "lahir", "hp", "judul", "uraian", "mulai", "modal", "pekerja", "jam", "rt"]
        .map(|name| (name, Missing))
        .into_iter()
        .collect();
    let rest = [("status", MissingChoice), ("anggota.0.nik", Missing), ("anggota.0.shdk", MissingChoice)];
    let found = problems(&Answers::default());
    assert_eq!(found, expected.into_iter().chain(rest).map(|(name, code)| (name.to_owned(), code)).collect::<Vec<_>>());
}

#[test]
fn spaces_and_invisible_marks_are_no_answer() {
    for name in ["nik", "nama", "judul", "uraian", "hp", "modal", "jam", "rt"] {
        for blank in ["", "  ", "\u{202E}\u{200F}", "\r\n"] {
            assert_eq!(problem_of(name, blank), ProblemCode::Missing, "{name} {blank:?}");
        }
    }
    assert_eq!(problem_of("status", " "), ProblemCode::MissingChoice);
}

#[test]
fn each_kind_says_what_is_wrong_with_what_was_typed() {
    use ProblemCode::*;
    let day = |year, month, day| Day::new(year, month, day).expect("a day");
    for (name, typed, code) in [
        ("nik", "351016450690000", CardDigits { card: Card::Ktp, have: 15 }),
        ("nik", "3510163202900001", CardDate { card: Card::Ktp }),
        ("nik", "3510164506900000", CardSerial),
        ("kk", "35101601011000011", CardDigits { card: Card::Kk, have: 17 }),
        ("kk", "nomor", NotDigits),
        ("nama", "<script>alert(1)</script>", NotAName),
        ("lahir.hari", "31", NotADay),
        ("lahir.tahun", "", NotADay),
        ("lahir.tahun", "90", NotADay),
        ("lahir.tahun", "2027", DayTooLate { last: day(2026, 11, 24) }),
        ("lahir.tahun", "1902", DayTooEarly { first: given().today.plus_days(-45_000) }),
        ("hp", "0333 421234", NotAPhone),
        ("mulai", "17", Year { first: 1900, last: 2026 }),
        ("mulai", "2027", Year { first: 1900, last: 2026 }),
        ("modal", "empat juta", NotAnAmount),
        ("modal", "4.5", NotAnAmount),
        ("modal", "-5000", NotAnAmount),
        ("modal", "500", AmountTooSmall { min: 1000 }),
        ("pekerja", "0", TooSmall { min: 1 }),
        ("pekerja", "5.001", TooLarge { max: 5000 }),
        ("pekerja", "1,5", NotANumber),
        ("jam", "25.00", NotATime),
        ("rt", "0002", Digits { need: 3, have: 4 }),
        ("rt", "dua", NotDigits),
        ("status", "pinjam", NotAChoice),
        ("status", "<script>", NotAChoice),
        ("izin", "ktp.jpg", NotAFile),
    ] {
        assert_eq!(problem_of(name, typed), code, "{name}={typed}");
    }
}

#[test]
fn what_a_letter_cannot_show_is_refused_in_every_text() {
    for name in ["nama", "judul", "uraian"] {
        for typed in ["Siti 😀", "محمد", "Siti\u{0}", "\u{FFFD}", "e\u{301}\u{301}"] {
            assert_eq!(problem_of(name, typed), ProblemCode::Unprintable, "{name} {typed:?}");
        }
    }
}

#[test]
fn texts_and_words_that_run_off_the_page_are_refused() {
    assert_eq!(problem_of("judul", &"Toko ".repeat(13)), ProblemCode::TooLong { max: 60 });
    assert_eq!(problem_of("uraian", &"x\n".repeat(101)), ProblemCode::TooLong { max: 200 });
    assert_eq!(problem_of("judul", &"a".repeat(41)), ProblemCode::LongWord { max: 40 });
    assert_eq!(problem_of("uraian", &"a".repeat(10_000)), ProblemCode::TooLong { max: 200 });
    assert_eq!(problem_of("nama", &"Siti ".repeat(30)), ProblemCode::TooLong { max: 100 });
}

#[test]
fn markup_in_a_text_is_text() {
    for typed in ["<script>alert(1)</script>", "#panic(\"x\")", "$x$ \\ *tebal*", "'; DROP TABLE x; --"] {
        let parsed = check(&form(), &with("judul", typed), Part::Whole, &given()).expect("parsed");
        assert_eq!(parsed.text("judul"), Some(typed));
    }
}

#[test]
fn good_answers_become_words() {
    let parsed = check(&form(), &good(), Part::Whole, &given()).expect("parsed");
    assert_eq!(parsed.nik("nik").map(|nik| nik.grouped()), Some("3510 1645 0690 0001".to_owned()));
    assert_eq!(parsed.kk("kk").map(|kk| kk.masked()), Some("**** **** **** 0001".to_owned()));
    assert_eq!(parsed.name("nama").map(|name| name.as_str()), Some("Siti Aminah"));
    assert_eq!(parsed.day("lahir").copied(), Day::new(1990, 6, 5));
    assert_eq!(parsed.phone("hp").map(|phone| phone.expose()), Some("6281234567890"));
    assert_eq!((parsed.text("uraian"), parsed.text("rt")), (Some("Jual nasi\ndan kopi"), Some("002")));
    assert_eq!((parsed.number("mulai"), parsed.rupiah("modal").map(|modal| modal.amount())), (Some(&2017), Some(4_500_000)));
    assert_eq!(parsed.time("jam").map(|time| time.minutes()), Some(450));
    assert_eq!((parsed.choice("status"), parsed.choice("anggota.0.shdk")), (Some("milik"), Some("4")));
    assert_eq!((parsed.rows("anggota"), parsed.text("nik")), (vec!["anggota.0."], None));
    assert_eq!(format!("{parsed:?}").matches("3510").count(), 0);
}
