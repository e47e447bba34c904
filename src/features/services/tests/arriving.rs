//! Surat pindah datang: refusals first, then what depends on where somebody comes from.

use super::*;

/// Siti arrives at Tamansari from Genteng Wetan with a child.
fn arrival() -> Answers {
    with(
        siti(),
        &[
            ("wilayah.desa", "3510092002"),
            ("alamat_baru", "Jalan Kawah Ijen 7"),
            ("rt_baru", "2"),
            ("rw_baru", "1"),
            ("tanggal_datang.hari", "20"),
            ("tanggal_datang.bulan", "11"),
            ("tanggal_datang.tahun", "2026"),
            ("rumah_baru", "sendiri"),
            ("status_kk", "2"),
            ("hubungan", "1"),
            ("pengikut.0.nama", "Muhammad Rizki"),
            ("pengikut.0.nik", "3510240808120003"),
            ("pengikut.0.hubungan", "4"),
            ("ktp", PHOTO),
            ("kk", PHOTO),
        ],
    )
}

fn from_surabaya() -> Answers {
    let place = [
        ("wilayah.desa", "luar"),
        ("wilayah.prov", "35"),
        ("wilayah.kab", "35.78"),
        ("wilayah.kec", "Wonokromo"),
        ("wilayah.kel", "Darmo"),
    ];
    with(arrival(), &place)
}

#[test]
fn who_comes_from_the_regency_has_no_skpwni_and_is_asked_for_none() {
    assert_eq!(problems("datang", &arrival(), &tamansari()), []);
    let form = form("datang");
    let steps: Vec<_> = visible_steps(&form, &arrival(), &tamansari()).iter().map(|step| step.name.as_str()).skip(4).collect();
    assert_eq!(steps, ["alamat-baru", "kedatangan", "pengikut", "berkas"]);
}

#[test]
fn who_comes_from_elsewhere_brings_one() {
    let missing = problems("datang", &from_surabaya(), &tamansari());
    let at: Vec<_> = missing.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(at, ["no_skpwni", "tgl_skpwni", "skpwni"]);
    let brought = [
        ("no_skpwni", "SKPWNI/3578/20112026/0041"),
        ("tgl_skpwni.hari", "20"),
        ("tgl_skpwni.bulan", "11"),
        ("tgl_skpwni.tahun", "2026"),
        ("skpwni", PHOTO),
    ];
    assert_eq!(problems("datang", &with(from_surabaya(), &brought), &tamansari()), []);
}

/// Answers that are put in the place of others, and what is wrong with which field then.
type Wrong<'a> = (&'a [(&'a str, &'a str)], &'a str, ProblemCode);

#[test]
fn what_is_no_arrival_is_said_at_its_field() {
    let cases: [Wrong; 4] = [
        (&[("wilayah.desa", "3510242008")], "alamat_baru", ProblemCode::RegisteredHere),
        (&[("pengikut.0.nik", "3510 1645 0690 0001")], "pengikut.0.nik", ProblemCode::ListedTwice),
        (&[("pengikut.0.hubungan", "1")], "pengikut.0.hubungan", ProblemCode::SecondHead),
        (&[("rumah_baru", "sewa")], "pernyataan_rumah", ProblemCode::MissingFile),
    ];
    for (changed, field, code) in cases {
        assert_eq!(problems("datang", &with(arrival(), changed), &tamansari()), [(field.to_owned(), code)], "{changed:?}");
    }
    let tomorrow = [("tanggal_datang.tahun", "2027")];
    let late = problems("datang", &with(arrival(), &tomorrow), &tamansari());
    assert!(matches!(&late[..], [(field, ProblemCode::DayTooLate { .. })] if field == "tanggal_datang"), "{late:?}");
}
