//! Surat pindah: refusals first, then what is worked out, over any household and place.

use super::*;
use crate::forms::worked_out;

/// Siti is the head of her family and moves with one of two children to Genteng Wetan.
fn move_out() -> Answers {
    with(
        siti(),
        &[
            ("hubungan", "1"),
            ("keluarga.0.nama", "Muhammad Rizki"),
            ("keluarga.0.nik", "3510240808120003"),
            ("keluarga.0.hubungan", "4"),
            ("keluarga.1.nama", "Aisyah Nur"),
            ("keluarga.1.nik", "3510246103150002"),
            ("keluarga.1.hubungan", "4"),
            ("tujuan.desa", "3510092002"),
            ("alamat_tujuan", "Jalan Maron 3"),
            ("rt_tujuan", "3"),
            ("rw_tujuan", "2"),
            ("alasan", "6"),
            ("tanggal_pindah.hari", "1"),
            ("tanggal_pindah.bulan", "12"),
            ("tanggal_pindah.tahun", "2026"),
            ("rumah_tujuan", "sendiri"),
            ("ikut.0", "ya"),
            ("ikut.1", "tidak"),
            ("saya_pindah", "ya"),
            ("kk_tinggal", "2"),
            ("kepala_baru", "Aisyah Nur"),
            ("kk_pindah", "2"),
            ("kirim_data", "ya"),
            ("ktp", PHOTO),
            ("kk", PHOTO),
        ],
    )
}

#[test]
fn a_whole_move_is_valid_and_asks_nothing_that_does_not_matter() {
    assert_eq!(problems("pindah", &move_out(), &tamansari()), []);
    let form = form("pindah");
    let steps: Vec<_> = visible_steps(&form, &move_out(), &tamansari()).iter().map(|step| step.name.as_str()).skip(4).collect();
    assert_eq!(steps, ["keluarga", "tujuan", "alamat-tujuan", "rencana", "yang-pindah", "kartu-keluarga", "kantor-tujuan", "berkas"]);
}

/// Answers that are put in the place of others, and what is wrong then.
type Changed = &'static [(&'static str, &'static str)];
type Problem = &'static [(&'static str, ProblemCode)];

#[test]
fn what_makes_no_move_is_said_at_its_field() {
    use ProblemCode::{
        ListedTwice, Missing, MissingChoice, MissingFile, NoHead, NobodyMoves, RegisteredElsewhere, SameAddress, SecondHead,
    };
    const HERE: Changed = &[
        ("tujuan.desa", "3510242008"),
        ("alamat_tujuan", "jalan kawah ijen 7"),
        ("rt_tujuan", "002"),
        ("rw_tujuan", "01"),
        ("kirim_data", ""),
    ];
    let cases: &[(Changed, Problem)] = &[
        // The mover twice: as herself, and in two rows.
        (&[("keluarga.1.nik", "3510 1645 0690 0001")], &[("keluarga.1.nik", ListedTwice)]),
        (&[("keluarga.1.nik", "3510240808120003")], &[("keluarga.1.nik", ListedTwice)]),
        (&[("keluarga.0.hubungan", "1")], &[("keluarga.0.hubungan", SecondHead), ("saya_pindah", SecondHead)]),
        (&[("hubungan", "3")], &[("saya_pindah", NoHead)]),
        (&[("ikut.0", "tidak"), ("saya_pindah", "tidak"), ("kk_tinggal", "")], &[("saya_pindah", NobodyMoves), ("jenis", MissingChoice)]),
        // The head moves alone, others stay, and nobody is their head.
        (&[("ikut.0", "tidak"), ("kk_tinggal", "")], &[("kk_tinggal", MissingChoice)]),
        (&[("kepala_baru", "")], &[("kepala_baru", Missing)]),
        (HERE, &[("rw_tujuan", SameAddress)]),
        (&[("wilayah.desa", "3510092002")], &[("hubungan", RegisteredElsewhere)]),
        // Only the child moves: with a paper of the parents.
        (&[("saya_pindah", "tidak")], &[("persetujuan_ortu", MissingFile)]),
        (&[("rumah_tujuan", "sewa")], &[("pernyataan_rumah", MissingFile)]),
        (&[("kk_pindah", "1")], &[("no_kk_tujuan", Missing), ("kepala_kk_tujuan", Missing), ("pernyataan_kk", MissingFile)]),
        (&[("kirim_data", "")], &[("kirim_data", MissingChoice)]),
    ];
    for (changed, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|(field, code)| ((*field).to_owned(), *code)).collect();
        assert_eq!(problems("pindah", &with(move_out(), changed), &tamansari()), expected, "{changed:?}");
    }
    let yesterday = with(move_out(), &[("tanggal_pindah.hari", "23"), ("tanggal_pindah.bulan", "11")]);
    let first = tamansari().today;
    assert_eq!(problems("pindah", &yesterday, &tamansari()), [("tanggal_pindah".to_owned(), ProblemCode::DayTooEarly { first })]);
}

#[test]
fn the_office_of_the_new_place_is_asked_about_only_where_there_is_another() {
    let elsewhere: &[(&str, &str)] =
        &[("tujuan.desa", "luar"), ("tujuan.prov", "35"), ("tujuan.kab", "35.78"), ("tujuan.kec", "Wonokromo"), ("tujuan.kel", "Darmo")];
    let within: &[(&str, &str)] = &[("tujuan.desa", "3510242008")];
    for changed in [elsewhere, within] {
        let answers = with(move_out(), changed);
        assert_eq!(problems("pindah", &with(answers.clone(), &[("kirim_data", "")]), &tamansari()), []);
        let form = form("pindah");
        assert!(visible_steps(&form, &answers, &tamansari()).iter().all(|step| step.name != "kantor-tujuan"));
    }
}

/// Places and the class from Tamansari, by hand from the dossier (2.2).
const PLACES: [(&[(&str, &str)], &str); 5] = [
    (&[("tujuan.desa", "3510242008")], "1"),
    (&[("tujuan.desa", "3510242001")], "2"),
    (&[("tujuan.desa", "3510092002")], "3"),
    (
        &[("tujuan.desa", "luar"), ("tujuan.prov", "35"), ("tujuan.kab", "35.09"), ("tujuan.kec", "Ajung"), ("tujuan.kel", "Klompangan")],
        "4",
    ),
    (&[("tujuan.desa", "luar"), ("tujuan.prov", "51"), ("tujuan.kab", "51.08"), ("tujuan.kec", "Sawan"), ("tujuan.kel", "Bungkulan")], "5"),
];

proptest! {
    /// Any household of up to five, the applicant first; who of them is the head, and who moves.
    #[test]
    fn class_kind_and_refusal_agree_with_the_form(
        place in 0..PLACES.len(), head in 0_usize..6, moves in prop::collection::vec(any::<bool>(), 1..6),
    ) {
        let (tujuan, class) = PLACES[place];
        let yes = |yes: bool| if yes { "ya" } else { "tidak" };
        let mut answers = with(siti(), tujuan);
        answers.put("hubungan", if head == 0 { "1" } else { "4" });
        answers.put("saya_pindah", yes(moves[0]));
        for (row, moves) in moves.iter().enumerate().skip(1) {
            let at = row - 1;
            answers.put(format!("keluarga.{at}.nama"), "Anggota");
            answers.put(format!("keluarga.{at}.nik"), format!("351024080812{row:04}"));
            answers.put(format!("keluarga.{at}.hubungan"), if head == row { "1" } else { "4" });
            answers.put(format!("ikut.{at}"), yes(*moves));
        }
        let movers = moves.iter().filter(|moves| **moves).count();
        let head_moves = moves.get(head).copied().unwrap_or(false);
        let kind = match (movers, head_moves, movers == moves.len()) {
            (0, ..) => "",
            (_, false, _) => "4",
            (1, true, _) => "1",
            (_, true, true) => "2",
            (_, true, false) => "3",
        };
        let (form, given) = (form("pindah"), tamansari());
        let asked = crate::forms::asked(&form, &answers, &given);
        let shown = |name: &str| asked.iter().find(|question| question.path == name).map(|question| question.typed.clone());
        prop_assert_eq!(shown("klasifikasi"), Some(class.to_owned()));
        prop_assert_eq!(shown("jenis"), Some(kind.to_owned()));
        prop_assert_eq!(shown("kk_tinggal").is_some(), head_moves && movers < moves.len());
        prop_assert_eq!(shown("kirim_data").is_some(), ["2", "3"].contains(&class));

        let refused: Vec<_> = problems("pindah", &answers, &given).into_iter().filter(|(field, _)| field == "saya_pindah").collect();
        let expected = match () {
            () if movers == 0 => Some(ProblemCode::NobodyMoves),
            () if head >= moves.len() => Some(ProblemCode::NoHead),
            () => None,
        };
        prop_assert_eq!(refused.first().map(|(_, code)| *code), expected);
    }
}

#[test]
fn nothing_is_worked_out_before_it_is_known() {
    let nothing = |_: &str| "";
    let today = tamansari().today;
    assert_eq!(worked_out("hitung.klasifikasi", nothing, today), Some(""));
    assert_eq!(worked_out("hitung.jenis", nothing, today), Some(""));
    assert_eq!(worked_out("hitung.alamat_sama", nothing, today), Some("tidak"));
    assert_eq!(worked_out("hitung.umur", nothing, today), None);
}

#[test]
fn the_province_decides_which_regencies_are_offered_and_nothing_else_does() {
    let page = FormView::of(&form("pindah"), "tujuan", &move_out(), &tamansari(), Show::Quietly).expect("a page");
    assert!(page.decides_what_is_offered("tujuan.prov"));
    for other in ["tujuan.desa", "tujuan.kab", "tujuan.kec", "prov", "alasan"] {
        assert!(!page.decides_what_is_offered(other), "{other}");
    }
}
