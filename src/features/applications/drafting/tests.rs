//! What a move says on its two papers, compared with what was answered.

use super::*;
use crate::access::Role;
use crate::domain::{AccountId, ApplicationId, Day, Instant};
use crate::features::applications::{Channel, NewCase, Stamp, sample_letter};
use crate::features::letters::Mover;
use crate::features::offices::{NEVER, OfficeProfile, Official};
use crate::features::services::catalogue;
use crate::forms::Answers;

const TAMANSARI: i64 = 3_510_242_008;
const PHOTO: &str = "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70";

/// Siti, who is not the head of her family, moves with one of her two nephews.
const ANSWERS: &str = concat!(
    "nik=3510164506900001&no_kk=3510160101100001&nama=Siti+Aminah&tempat_lahir=Banyuwangi",
    "&tanggal_lahir.hari=5&tanggal_lahir.bulan=6&tanggal_lahir.tahun=1990",
    "&jenis_kelamin=2&agama=1&status_kawin=1&kewarganegaraan=1&pendidikan=5&pekerjaan=84",
    "&alamat=Jalan+Kawah+Ijen+7&rt=2&rw=1&dusun=Krajan&wilayah.desa=3510242008",
    "&hubungan=4&keluarga.0.nama=Rizki&keluarga.0.nik=3510240808120003&keluarga.0.hubungan=6",
    "&keluarga.2.nama=Sumiyati&keluarga.2.nik=3510244107550006&keluarga.2.hubungan=1",
    "&keluarga.3.nama=Aisyah&keluarga.3.nik=3510246103150002&keluarga.3.hubungan=6",
    "&alamat_tujuan=Jalan+Maron+3&rt_tujuan=3&rw_tujuan=2&dusun_tujuan=Maron",
    "&alasan=7&alasan_lain=Merawat+bibi&tanggal_pindah.hari=1&tanggal_pindah.bulan=12&tanggal_pindah.tahun=2026",
    "&rumah_tujuan=sendiri&ikut.0=tidak&ikut.2=tidak&ikut.3=ya&saya_pindah=ya&kirim_data=ya",
);

fn drafted(more: &str) -> LetterData {
    let service = catalogue().service(&"pindah".parse().expect("a code"), Lang::Id).expect("pindah");
    drafted_of(service, TAMANSARI.try_into().expect("an office"), &[ANSWERS, more].concat())
}

/// A case of Siti that was begun on 24 November.
fn begun(service: &Service, office: OfficeCode, answers: Answers) -> Application {
    let at = Instant::from_micros(1_795_485_600_000_000);
    let owner = AccountId::from_u128(1);
    let new = NewCase {
        id: ApplicationId::from_u128(2),
        office,
        owner,
        service: service.code.clone(),
        schema_version: service.version,
        channel: Channel::Phone,
        answers,
    };
    Application::start(new, Stamp { by: Some(owner), role: Role::Resident, now: at }).0
}

fn drafted_of(service: &Service, office: OfficeCode, answers: &str) -> LetterData {
    let mut case = begun(service, office, Answers::from_form(answers).expect("answers"));
    for photo in ["ktp", "kk", "pernyataan_kk"] {
        case.answers.put(photo, PHOTO);
    }
    let head = Official { name: "HADI SANTOSO".into(), rank: None, nip: None, staff_number: None };
    let profile = OfficeProfile { address: "Jl. Raya 1".into(), head: Some(head), ..OfficeProfile::proposed(OfficeKind::Desa) };
    let kept = KeptProfile { office, profile, version: NEVER, kept_before: false };
    let given = Given::at_office(Day::new(2026, 11, 24).expect("a day"), office, OfficeKind::Desa);
    draft(&case, service, &kept, &given).expect("a letter")
}

fn said(letter: &LetterData, name: &str) -> String {
    match letter.answers.get(name) {
        Some(Answer::Text(text) | Answer::Choice { text, .. }) => text.clone(),
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn a_move_within_the_regency_fills_in_the_form_field_by_field() {
    let letter = drafted("&tujuan.desa=3510092002&kk_pindah=1&no_kk_tujuan=3510090101100004&kepala_kk_tujuan=Budi+Contoh");
    let form = letter.annex.clone().expect("a form");
    assert_eq!((form.family_card.as_str(), form.name.as_str(), form.nik.as_str()), ("3510160101100001", "Siti Aminah", "3510164506900001"));
    assert_eq!((form.class, form.reason, form.reason_text.as_deref(), form.kind), (3, 7, Some("Merawat bibi"), 4));
    assert_eq!((form.staying, form.moving, form.consent), (None, Some(1), true));
    assert_eq!((form.from.address.as_str(), form.from.rt.as_str(), form.from.rw.as_str()), ("Jalan Kawah Ijen 7, Krajan", "002", "001"));
    assert_eq!((form.from.village.as_str(), form.from.postcode.as_deref()), ("Tamansari", Some("68454")));
    assert_eq!((form.to.village.as_str(), form.to.kecamatan.as_str()), ("Genteng Wetan", "Genteng"));
    assert_eq!((form.to.regency.as_str(), form.to.province.as_str(), form.to.office), ("Banyuwangi", "Jawa Timur", Some(3_510_092_002)));
    let mover = |nik: &str, name: &str, relation: &str| Mover { nik: nik.into(), name: name.into(), relation: relation.into() };
    assert_eq!(form.movers, [mover("3510164506900001", "Siti Aminah", "Anak"), mover("3510246103150002", "Aisyah", "Cucu")]);

    assert_eq!(
        said(&letter, "alamat_tujuan"),
        "Jalan Maron 3, Dusun Maron, RT 003 RW 002, Desa Genteng Wetan, Kecamatan Genteng, Kabupaten Banyuwangi"
    );
    assert_eq!(said(&letter, "klasifikasi"), "Antarkecamatan dalam satu kabupaten");
    assert_eq!(said(&letter, "jenis"), "Anggota keluarga");
    assert_eq!(said(&letter, "kk_pindah"), "Menumpang KK nomor 3510 0901 0110 0004 a.n. Budi Contoh");
    assert_eq!(said(&letter, "jumlah"), "2 (dua)");
}

#[test]
fn a_move_to_another_regency_names_it_in_full() {
    let letter = drafted("&tujuan.desa=luar&tujuan.prov=35&tujuan.kab=35.78&tujuan.kec=Wonokromo&tujuan.kel=Darmo&kk_pindah=2");
    let to = letter.annex.clone().expect("a form").to;
    assert_eq!((to.regency.as_str(), to.province.as_str(), to.office, to.postcode), ("Kota Surabaya", "Jawa Timur", None, None));
    assert!(said(&letter, "alamat_tujuan").ends_with("Desa/Kelurahan Darmo, Kecamatan Wonokromo, Kota Surabaya, Provinsi Jawa Timur"));
    assert_eq!(said(&letter, "kk_pindah"), "Membuat KK baru");
}

#[test]
fn a_letter_of_arrival_names_the_old_and_the_new_address_and_everybody_who_came() {
    let office: OfficeCode = TAMANSARI.try_into().expect("an office");
    let service = catalogue().service(&"datang".parse().expect("a code"), Lang::Id).expect("datang");
    let answers = [
        &ANSWERS[..ANSWERS.find("&hubungan").expect("the end of the applicant's own")].replace("3510242008", "3510092002"),
        "&alamat_baru=Jalan+Maron+3&rt_baru=3&rw_baru=2&kodepos_baru=68454&rumah_baru=sendiri&status_kk=2&hubungan=4",
        "&tanggal_datang.hari=20&tanggal_datang.bulan=11&tanggal_datang.tahun=2026",
        "&pengikut.0.nama=Sumiyati&pengikut.0.nik=3510244107550006&pengikut.0.hubungan=1",
    ];
    let letter = drafted_of(service, office, &answers.concat());
    assert_eq!(letter.annex, None, "whoever arrives fills in no F-1.03");
    assert!(letter.person.address.ends_with("Desa Genteng Wetan, Kecamatan Genteng, Kabupaten Banyuwangi"), "{}", letter.person.address);
    let new = "Jalan Maron 3, RT 003 RW 002, Desa Tamansari, Kecamatan Licin, Kabupaten Banyuwangi 68454";
    assert_eq!([said(&letter, "alamat_baru"), said(&letter, "status_kk"), said(&letter, "jumlah")], [new, "Membuat KK baru", "2 (dua)"]);
    let Some(Answer::Rows(people)) = letter.answers.get("anggota") else { panic!("no table") };
    let people: Vec<_> = people.iter().map(|person| (person["nama"].as_str(), person["hubungan"].as_str())).collect();
    assert_eq!(people, [("Sumiyati", "Kepala keluarga"), ("Siti Aminah", "Anak")]);
}

/// A misspelt name would quietly leave out its row.
#[test]
fn the_words_of_a_letter_name_only_what_is_asked_or_put_together() {
    let put_together = ["alamat_tinggal", "kabupaten_asal", "tanggal_periksa"];
    let mut seen = 0;
    for service in catalogue().all(Lang::Id) {
        let Some(words) = letters::template(service.code.as_str()).and_then(letters::Template::words) else { continue };
        let facts = sample_letter(service).expect("a letter").template_json(None, None).expect("facts");
        let asked = |name: &str| service.form.steps.iter().flat_map(|step| &step.fields).any(|field| field.name == name);
        let known = |name: &str| match name.split_once('.') {
            Some((of, fact)) => facts[of].get(fact).is_some(),
            None => asked(name) || put_together.contains(&name),
        };
        let unknown: Vec<_> = letters::places(words).into_iter().filter(|name| !known(name)).collect();
        assert_eq!(unknown, Vec::<String>::new(), "{}", service.code);
        seen += 1;
    }
    assert!(seen > 0, "no letter has words");
}

/// Where a case that nobody has approved yet would send its move, long after its planned day.
fn sends(more: &[(&str, &str)]) -> Option<i64> {
    let service = catalogue().service(&"pindah".parse().expect("a code"), Lang::Id).expect("pindah");
    let office: OfficeCode = TAMANSARI.try_into().expect("an office");
    let mut answers = Answers::from_form(ANSWERS).expect("answers");
    answers.put("tujuan.desa", "3510092002");
    more.iter().for_each(|(name, typed)| answers.put(*name, *typed));
    let case = begun(service, office, answers);
    let given = Given::at_office(Day::new(2027, 3, 1).expect("a day"), office, OfficeKind::Desa);
    sends_to(&case, service, &given).map(OfficeCode::number)
}

#[test]
fn a_move_is_sent_where_its_owner_says_and_a_consent_that_is_not_asked_for_any_more_counts_for_nothing() {
    assert_eq!(sends(&[("kirim_data", "tidak")]), None);
    assert_eq!(sends(&[("kirim_data", "")]), None);
    assert_eq!(sends(&[("tujuan.desa", "3510242008")]), None, "inside the village");
    let surabaya = [("tujuan.desa", crate::forms::ELSEWHERE), ("tujuan.kab", "3578")];
    assert_eq!(sends(&surabaya), None, "out of the regency");
    assert_eq!(sends(&[]), Some(3_510_092_002));
}
