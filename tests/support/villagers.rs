//! Letters of invented people: the three services, of a desa and of a kelurahan.

use std::collections::BTreeMap;

use smart_kampung::domain::{Day, Instant, OfficeKind, Rupiah, TimeOfDay};
use smart_kampung::features::letters::*;
use smart_kampung::server::sandbox::LetterJob;

/// 25 November 2026, 10.32 WIB.
pub const ISSUED_AT: Instant = Instant::from_micros(1_795_577_520_000_000);

pub fn day(day: u8, month: u8, year: u16) -> Day {
    Day::new(year, month, day).expect("a day")
}

pub fn job(service: &str, data: &LetterData) -> LetterJob {
    letter_job(data, template(service).expect(service), Some(&Crest::stand_in()), "letter 1".into(), ISSUED_AT).expect("a job")
}

pub fn tamansari() -> Office {
    Office {
        kind: OfficeKind::Desa,
        name: "Tamansari".into(),
        kecamatan: "Licin".into(),
        regency: "Banyuwangi".into(),
        province: "Jawa Timur".into(),
        address: "Jalan Raya Tamansari Nomor 12, Licin, Banyuwangi 68454".into(),
        contact: "Telepon (0333) 000000, pos-el tamansari@contoh.desa.id".into(),
    }
}

pub fn kampungmandar() -> Office {
    Office {
        kind: OfficeKind::Kelurahan,
        name: "Kampungmandar".into(),
        kecamatan: "Banyuwangi".into(),
        address: "Jalan Pantai Boom Nomor 7, Banyuwangi 68419".into(),
        contact: "Telepon (0333) 000000, pos-el kampungmandar@contoh.go.id".into(),
        ..tamansari()
    }
}

pub fn official(name: &str) -> Official {
    Official { name: name.into(), rank: None, nip: None, staff_number: None }
}

pub fn kades() -> Signer {
    Signer { acting: None, delegation: None, official: official("HADI SANTOSO") }
}

pub fn lurah() -> Signer {
    let rank = Some("Penata Tingkat I (III/d)".into());
    let official = Official { name: "Drs. AGUS PRASETYO, M.Si.".into(), rank, nip: Some("197804122003121004".into()), staff_number: None };
    Signer { acting: None, delegation: None, official }
}

pub fn secretary() -> Signer {
    let delegation = Some(Delegation::OnBehalf { post: "Sekretaris Desa".into() });
    Signer { acting: None, delegation, official: official("RINI WULANDARI") }
}

pub fn issued(office: &Office, code: &str, sequence: u32, on: Day) -> Stage {
    let unit = if office.kind == OfficeKind::Desa { "429.523.03" } else { "429.501.13" };
    let facts = NumberFacts { code, sequence, inserted: None, unit: Some(unit), village_code: "35.10.24.2008", on };
    let number = NumberPattern::parse(NumberPattern::DEFAULT).and_then(|pattern| pattern.write(facts)).expect("a number");
    let at = TimeOfDay::new(10, 32).expect("a time");
    let token = Token::parse("7KQ2 M9XH T4B6 WZC3 RDN8 VFYJ 5E").expect("a token");
    Stage::Issued { number, token, host: "smartkampung.example".into(), seal: Seal::Electronic { on, at } }
}

pub fn siti() -> Person {
    Person {
        name: "Siti Aminah".into(),
        nik: "3510 1645 0690 0001".into(),
        family_card: Some("3510 2412 0318 0004".into()),
        birth: "Banyuwangi, 5 Juni 1990".into(),
        sex: "Perempuan".into(),
        religion: Some("Islam".into()),
        marital_status: Some("Cerai mati".into()),
        occupation: "Wiraswasta".into(),
        nationality: Some("Indonesia".into()),
        address: "Dusun Krajan, RT 002 RW 001, Desa Tamansari, Kecamatan Licin, Kabupaten Banyuwangi 68454".into(),
    }
}

fn answers<const N: usize>(answers: [(&str, Answer); N]) -> BTreeMap<String, Answer> {
    answers.map(|(name, answer)| (name.to_owned(), answer)).into()
}

fn letter(office: Office, title: &str, code: &str, sequence: u32, person: Person, answers: BTreeMap<String, Answer>) -> LetterData {
    let on = day(25, 11, 2026);
    let (signer, face) = if office.kind == OfficeKind::Desa { (kades(), Face::Serif) } else { (lurah(), Face::Sans) };
    LetterData {
        stage: issued(&office, code, sequence, on),
        paper: Paper { size: PaperSize::A4, face },
        office,
        title: title.into(),
        on,
        valid_until: Some(day(25, 12, 2026)),
        person,
        answers,
        signer,
        cosigner: None,
        annex: None,
        course: None,
    }
}

/// Siti's business, at either kind of office.
pub fn sku(office: Office) -> LetterData {
    let place = office.full_name();
    let yuni = Person {
        name: "Yuni Astuti".into(),
        nik: "3510 1665 0779 0002".into(),
        birth: "Banyuwangi, 25 Juli 1979".into(),
        address: format!("Lingkungan Krajan, RT 002 RW 001, {place}, Kecamatan {}", office.kecamatan),
        ..siti()
    };
    let answers = answers([
        ("nama_usaha", Answer::text("Dapur Bu Yuni")),
        ("jenis_usaha", Answer::text("Pembuatan camilan pisang dan umbi")),
        ("alamat_usaha", Answer::text("Jalan Pantai Boom Gang II Nomor 4, Lingkungan Krajan, RT 002 RW 001")),
        ("mulai_tahun", Answer::text("2017")),
        ("omzet", Answer::money(Rupiah::try_from(4_500_000).expect("money"))),
        ("tanggal_periksa", Answer::weekday(day(24, 11, 2026))),
        ("keperluan", Answer::text("permohonan Kredit Usaha Rakyat")),
        ("bank", Answer::text("PT Bank Rakyat Indonesia (Persero) Tbk Kantor Cabang Banyuwangi")),
    ]);
    let cosigner = Some(Cosigner::Holder { name: yuni.name.clone() });
    LetterData { cosigner, ..letter(office, "Surat Keterangan Usaha", "500.2.2.4", 117, yuni, answers) }
}

/// A resident.
pub fn skd(office: Office) -> LetterData {
    let answers = answers([
        (
            "alamat_tinggal",
            Answer::text(format!(
                "Dusun Krajan, RT 002 RW 001, {}, Kecamatan {}, Kabupaten Banyuwangi",
                office.full_name(),
                office.kecamatan
            )),
        ),
        ("sejak", Answer::day(day(12, 3, 2018))),
        ("status_tempat", Answer::choice("milik", "Milik sendiri")),
        ("keperluan", Answer::text("pendaftaran sekolah anak")),
    ]);
    letter(office, "Surat Keterangan Domisili", "400.12.2.1", 119, siti(), answers)
}

/// Somebody registered elsewhere, signed by the secretary for the head.
pub fn skd_of_a_newcomer() -> LetterData {
    let made = Person {
        name: "Made Wirawan".into(),
        nik: "5108 0412 0795 0003".into(),
        birth: "Singaraja, 12 Juli 1995".into(),
        sex: "Laki-laki".into(),
        religion: Some("Hindu".into()),
        marital_status: Some("Belum kawin".into()),
        occupation: "Karyawan swasta".into(),
        address: "Banjar Dinas Kaja Kauh, Desa Panji, Kecamatan Sukasada, Kabupaten Buleleng, Provinsi Bali".into(),
        ..siti()
    };
    let mut data = skd(tamansari());
    data.answers.extend(answers([
        ("alamat_tinggal", Answer::text("Dusun Krajan, RT 003 RW 001, Desa Tamansari, Kecamatan Licin, Kabupaten Banyuwangi")),
        ("sejak", Answer::day(day(4, 1, 2025))),
        ("status_tempat", Answer::choice("sewa", "Sewa")),
        ("kabupaten_asal", Answer::text("Kabupaten Buleleng")),
        ("keperluan", Answer::text("pembukaan rekening tabungan")),
    ]));
    LetterData { person: made, signer: secretary(), ..data }
}

/// The form that goes with the letter of those who move.
pub fn f103(data: &LetterData) -> F103 {
    data.annex.clone().expect("a form")
}

pub fn f103_job_of(data: &LetterData) -> LetterJob {
    f103_job(data, "letter 1 F-1.03".into(), ISSUED_AT).expect("a form")
}

fn place(address: &str, [rt, rw]: [&str; 2], village: &str, kecamatan: &str, postcode: &str) -> Place {
    Place {
        address: address.into(),
        rt: rt.into(),
        rw: rw.into(),
        village: village.into(),
        kecamatan: kecamatan.into(),
        regency: "Banyuwangi".into(),
        province: "Jawa Timur".into(),
        postcode: Some(postcode.into()),
        office: None,
    }
}

fn moves(members: &[(&str, &str)]) -> F103 {
    let mover = |(at, (name, relation)): (usize, &(&str, &str))| Mover {
        nik: format!("351016450690{:04}", at + 1),
        name: (*name).to_owned(),
        relation: (*relation).to_owned(),
    };
    F103 {
        family_card: "3510241203180004".into(),
        name: "Siti Aminah".into(),
        nik: "3510164506900001".into(),
        from: place("Dusun Krajan", ["002", "001"], "Tamansari", "Licin", "68454"),
        class: 3,
        to: place("Dusun Maron", ["003", "002"], "Genteng Wetan", "Genteng", "68465"),
        reason: 6,
        reason_text: None,
        kind: 2,
        staying: None,
        moving: Some(2),
        movers: members.iter().enumerate().map(mover).collect(),
        on: day(1, 12, 2026),
        consent: true,
    }
}

fn people(members: &[(&str, &str)]) -> Answer {
    let row = |(at, (name, relation)): (usize, &(&str, &str))| {
        let nik = format!("3510 1645 0690 {:04}", at + 1);
        [("nik", nik), ("nama", (*name).to_owned()), ("hubungan", (*relation).to_owned())]
            .map(|(key, value)| (key.to_owned(), value))
            .into()
    };
    Answer::Rows(members.iter().enumerate().map(row).collect())
}

/// Somebody from Surabaya arrives at Tamansari.
pub fn datang(members: &[(&str, &str)]) -> LetterData {
    let from = "Jalan Darmo Kali 12, RT 003 RW 001, Desa Darmo, Kecamatan Wonokromo, Kota Surabaya, Provinsi Jawa Timur";
    let arrived = Person { address: from.into(), ..siti() };
    let answers = answers([
        ("no_skpwni", Answer::text("SKPWNI/3578/20112026/0041")),
        ("tgl_skpwni", Answer::day(day(20, 11, 2026))),
        ("alamat_baru", Answer::text("Dusun Krajan, RT 002 RW 001, Desa Tamansari, Kecamatan Licin, Kabupaten Banyuwangi 68454")),
        ("tanggal_datang", Answer::day(day(23, 11, 2026))),
        ("status_kk", Answer::text("Membuat KK baru")),
        ("jumlah", Answer::count(members.len() as u32)),
        ("anggota", people(members)),
    ]);
    letter(tamansari(), "Surat Keterangan Pindah Datang", "400.12.2.2", 119, arrived, answers)
}

pub fn pindah(members: &[(&str, &str)]) -> LetterData {
    let answers = answers([
        ("alamat_tujuan", Answer::text("Dusun Maron, RT 003 RW 002, Desa Genteng Wetan, Kecamatan Genteng, Kabupaten Banyuwangi 68465")),
        ("klasifikasi", Answer::choice("3", "Antarkecamatan dalam satu kabupaten")),
        ("alasan", Answer::choice("keluarga", "Keluarga")),
        ("jenis", Answer::choice("kk_seluruh", "Kepala keluarga dan seluruh anggota keluarga")),
        ("kk_pindah", Answer::text("Membuat KK baru, tidak ada anggota yang ditinggal")),
        ("tanggal_pindah", Answer::day(day(1, 12, 2026))),
        ("jumlah", Answer::count(members.len() as u32)),
        ("anggota", people(members)),
    ]);
    let data = letter(tamansari(), "Surat Keterangan Pindah", "400.12.2.2", 118, siti(), answers);
    LetterData { valid_until: None, annex: Some(moves(members)), ..data }
}

pub const FAMILY: [(&str, &str); 4] =
    [("Siti Aminah", "Kepala keluarga"), ("Muhammad Rizki Fadillah", "Anak"), ("Aisyah Nur Hidayati", "Anak"), ("Sumiyati", "Orang tua")];

pub const LARGE_FAMILY: [(&str, &str); 9] = [
    ("R. Bambang Soegeng Kusumawardhana Hadiningrat", "Kepala keluarga"),
    ("Ni Luh Putu Ayu Sukmawati Dewi", "Istri"),
    ("Bagas Aditya Nugraha", "Anak"),
    ("Citra Kirana Putri Lestari", "Anak"),
    ("Dimas Arya Wicaksana", "Anak"),
    ("Endah Retno Palupi", "Anak"),
    ("Fajar", "Anak"),
    ("Soekarno Dwijosumarto", "Orang tua"),
    ("Kasiyem", "Mertua"),
];
