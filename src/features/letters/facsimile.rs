//! The letter as a screen shows it: the same words as the PDF. The words of each letter stand in its
//! template; here they stand once more for those that are open, and a test compares both.

use std::borrow::Cow;

use super::data::{LetterData, Stage};
use super::views::{Facsimile, FacsimilePart, Person as PersonRow};
use super::{Answer, Office};
use crate::domain::Lang;

/// Whether the numbers of people are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    Clear,
    /// All but the last four digits.
    Masked,
}

/// # Errors
/// `None` for a service whose letter is not shown here.
pub fn facsimile(service: &str, data: &LetterData, numbers: Numbers) -> Option<Facsimile> {
    let shown = match numbers {
        Numbers::Clear => Cow::Borrowed(data),
        Numbers::Masked => Cow::Owned(data.clone().masked()),
    };
    let data = shown.as_ref();
    let mut parts = vec![FacsimilePart::Text(opening(data))];
    match service {
        "sku" => parts.extend(business(data)),
        "skd" => parts.extend(residence(data)),
        "pindah" => parts.extend(moving(data)),
        "datang" => parts.extend(arriving(data)),
        _ => return None,
    }
    parts.push(FacsimilePart::Text(CLOSING.to_owned()));
    let office = &data.office;
    let contact = Some(office.contact.as_str()).filter(|contact| !contact.is_empty());
    Some(Facsimile {
        draft: data.stage == Stage::Draft,
        stand_in: false,
        kop: [
            ["PEMERINTAH KABUPATEN ", &office.regency.to_uppercase()].concat(),
            ["KECAMATAN ", &office.kecamatan.to_uppercase()].concat(),
            office.full_name().to_uppercase(),
        ],
        address: [Some(office.address.as_str()), contact].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        title: data.title.clone(),
        number: match &data.stage {
            Stage::Draft => None,
            Stage::Issued { number, .. } => Some(number.to_string()),
        },
        parts,
        place_and_day: [&office.name, ", ", &data.on.in_words(Lang::Id)].concat(),
        post: data.signer.title_lines(office),
        name: data.signer.official.name.clone(),
        below: data.signer.official.lines(),
        left: data.cosigner.as_ref().map(|cosigner| (cosigner.title_lines(), cosigner.official().name)),
    })
}

const CLOSING: &str = "Demikian surat keterangan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.";

fn opening(data: &LetterData) -> String {
    let Office { kecamatan, regency, province, .. } = &data.office;
    let head = data.signer.head_title(&data.office);
    format!(
        "Yang bertanda tangan di bawah ini, {head}, Kecamatan {kecamatan}, Kabupaten {regency}, Provinsi {province}, menerangkan dengan sebenarnya bahwa:"
    )
}

fn business(data: &LetterData) -> Vec<FacsimilePart> {
    let person = &data.person;
    let checked = match said(data, "tanggal_periksa") {
        Some(day) => format!("pemeriksaan petugas kami di tempat usaha pada {day}"),
        None => "foto tempat usaha yang diserahkan".to_owned(),
    };
    let (purpose, bank) = (said(data, "keperluan").unwrap_or_default(), said(data, "bank"));
    let at_bank = bank.map(|bank| [" pada ", &bank].concat()).unwrap_or_default();
    let last = valid_until(data);
    vec![
        rows([
            ("Nama lengkap", Some(person.name.to_uppercase())),
            ("NIK", Some(person.nik.clone())),
            ("Tempat, tanggal lahir", Some(person.birth.clone())),
            ("Jenis kelamin", Some(person.sex.clone())),
            ("Pekerjaan", Some(person.occupation.clone())),
            ("Alamat", Some(person.address.clone())),
        ]),
        text("benar mempunyai dan menjalankan usaha dengan keterangan sebagai berikut:"),
        rows([
            ("Nama usaha", said(data, "nama_usaha")),
            ("Jenis usaha", said(data, "jenis_usaha")),
            ("Alamat usaha", said(data, "alamat_usaha")),
            ("Berjalan sejak", said(data, "mulai_tahun").map(|year| ["Tahun ", &year].concat())),
            ("Modal usaha", said(data, "modal")),
            ("Omzet rata-rata per bulan", said(data, "omzet")),
        ]),
        FacsimilePart::Text(format!(
            "Keterangan ini diberikan berdasarkan pernyataan yang bersangkutan dan {checked}. Surat ini diberikan untuk keperluan {purpose}{at_bank}, berlaku sampai dengan tanggal {last}, dan bukan merupakan izin usaha."
        )),
    ]
}

fn residence(data: &LetterData) -> Vec<FacsimilePart> {
    let person = &data.person;
    let place = said(data, "alamat_tinggal").unwrap_or_default();
    let since = said(data, "sejak").map(|day| [", sejak tanggal ", &day].concat()).unwrap_or_default();
    let status = said(data, "status_tempat").map(|status| [", dengan status tempat tinggal ", &status.to_lowercase()].concat());
    let status = status.unwrap_or_default();
    let lives = match said(data, "kabupaten_asal") {
        None => format!("adalah benar penduduk yang bertempat tinggal di {place}{since}{status}."),
        Some(elsewhere) => format!(
            "adalah benar pada saat surat ini dibuat bertempat tinggal di {place}{since}{status}. Yang bersangkutan tercatat sebagai penduduk {elsewhere}, sehingga surat keterangan ini tidak mengubah data kependudukannya."
        ),
    };
    let (purpose, last) = (said(data, "keperluan").unwrap_or_default(), valid_until(data));
    vec![
        rows([
            ("Nama lengkap", Some(person.name.to_uppercase())),
            ("NIK", Some(person.nik.clone())),
            ("Tempat, tanggal lahir", Some(person.birth.clone())),
            ("Jenis kelamin", Some(person.sex.clone())),
            ("Agama", person.religion.clone()),
            ("Status perkawinan", person.marital_status.clone()),
            ("Pekerjaan", Some(person.occupation.clone())),
            ("Kewarganegaraan", person.nationality.clone()),
            ("Alamat menurut KTP", Some(person.address.clone())),
        ]),
        FacsimilePart::Text(lives),
        FacsimilePart::Text(format!("Surat keterangan ini diberikan untuk keperluan {purpose} dan berlaku sampai dengan tanggal {last}.")),
    ]
}

fn moving(data: &LetterData) -> Vec<FacsimilePart> {
    let (person, office) = (&data.person, &data.office);
    let reason = match (said(data, "alasan"), said(data, "alasan_lain")) {
        (Some(reason), Some(other)) => Some([&reason, " (", &other, ")"].concat()),
        (reason, _) => reason,
    };
    let authority = ["Dinas Kependudukan dan Pencatatan Sipil Kabupaten ", &office.regency].concat();
    let inside = matches!(data.answers.get("klasifikasi"), Some(Answer::Choice { code, .. }) if ["1", "2", "3"].contains(&code.as_str()));
    let end = if inside {
        format!(
            "Surat keterangan ini merupakan pengantar pendaftaran perpindahan penduduk. Berkasnya kami teruskan langsung ke {authority}, sehingga yang bersangkutan tidak perlu datang ke kecamatan. Karena kepindahan masih di dalam Kabupaten {}, Dinas menerbitkan Kartu Keluarga dengan alamat baru tanpa Surat Keterangan Pindah WNI.",
            office.regency
        )
    } else {
        format!(
            "Surat keterangan ini merupakan pengantar pendaftaran perpindahan penduduk dan bukan pengganti Surat Keterangan Pindah WNI (SKPWNI), yang diterbitkan oleh {authority}. Berkasnya kami teruskan langsung ke Dinas, sehingga yang bersangkutan tidak perlu datang ke kecamatan."
        )
    };
    vec![
        rows([
            ("Nama lengkap", Some(person.name.to_uppercase())),
            ("NIK", Some(person.nik.clone())),
            ("Nomor Kartu Keluarga", person.family_card.clone()),
            ("Tempat, tanggal lahir", Some(person.birth.clone())),
            ("Jenis kelamin", Some(person.sex.clone())),
            ("Pekerjaan", Some(person.occupation.clone())),
            ("Alamat asal", Some(person.address.clone())),
        ]),
        FacsimilePart::Text(format!("adalah penduduk {} yang mengajukan pindah tempat tinggal sebagai berikut:", office.full_name())),
        rows([
            ("Alamat tujuan", said(data, "alamat_tujuan")),
            ("Klasifikasi kepindahan", said(data, "klasifikasi")),
            ("Alasan pindah", reason),
            ("Jenis kepindahan", said(data, "jenis")),
            ("KK yang tidak pindah", said(data, "kk_tinggal")),
            ("KK yang pindah", said(data, "kk_pindah")),
            ("Rencana tanggal pindah", said(data, "tanggal_pindah")),
        ]),
        FacsimilePart::Text(format!("Anggota keluarga yang pindah sebanyak {} orang:", said(data, "jumlah").unwrap_or_default())),
        people(data),
        FacsimilePart::Text(end),
    ]
}

fn arriving(data: &LetterData) -> Vec<FacsimilePart> {
    let person = &data.person;
    let by = said(data, "no_skpwni").zip(said(data, "tgl_skpwni"));
    let by = by.map(|(number, day)| format!(" berdasarkan Surat Keterangan Pindah WNI nomor {number} tanggal {day}")).unwrap_or_default();
    let last = valid_until(data);
    vec![
        rows([
            ("Nama lengkap", Some(person.name.to_uppercase())),
            ("NIK", Some(person.nik.clone())),
            ("Nomor Kartu Keluarga", person.family_card.clone()),
            ("Tempat, tanggal lahir", Some(person.birth.clone())),
            ("Jenis kelamin", Some(person.sex.clone())),
            ("Pekerjaan", Some(person.occupation.clone())),
            ("Alamat asal", Some(person.address.clone())),
        ]),
        FacsimilePart::Text(format!("telah datang dari alamat asal tersebut{by} dan bertempat tinggal sebagai berikut:")),
        rows([
            ("Alamat baru", said(data, "alamat_baru")),
            ("Tanggal datang", said(data, "tanggal_datang")),
            ("Kartu Keluarga", said(data, "status_kk")),
        ]),
        FacsimilePart::Text(format!("Anggota keluarga yang datang sebanyak {} orang:", said(data, "jumlah").unwrap_or_default())),
        people(data),
        FacsimilePart::Text(format!(
            "Surat keterangan ini merupakan pengantar pendaftaran kedatangan penduduk dan berlaku sampai dengan tanggal {last}. Berkasnya kami teruskan langsung ke Dinas Kependudukan dan Pencatatan Sipil Kabupaten {}, sehingga yang bersangkutan tidak perlu datang ke kecamatan.",
            data.office.regency
        )),
    ]
}

fn people(data: &LetterData) -> FacsimilePart {
    let Some(Answer::Rows(rows)) = data.answers.get("anggota") else { return FacsimilePart::People(Vec::new()) };
    let cell = |row: &std::collections::BTreeMap<String, String>, name: &str| row.get(name).cloned().unwrap_or_default();
    let person = |row| PersonRow { nik: cell(row, "nik"), name: cell(row, "nama").to_uppercase(), relation: cell(row, "hubungan") };
    FacsimilePart::People(rows.iter().map(person).collect())
}

/// An answer in words, in one line.
fn said(data: &LetterData, name: &str) -> Option<String> {
    match data.answers.get(name)? {
        Answer::Text(text) | Answer::Choice { text, .. } => Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Answer::Rows(_) => None,
    }
}

fn valid_until(data: &LetterData) -> String {
    data.valid_until.map(|day| day.in_words(Lang::Id)).unwrap_or_default()
}

fn text(words: &str) -> FacsimilePart {
    FacsimilePart::Text(words.to_owned())
}

fn rows<const N: usize>(rows: [(&str, Option<String>); N]) -> FacsimilePart {
    FacsimilePart::Rows(rows.into_iter().filter_map(|(label, value)| Some((label.to_owned(), value?))).collect())
}

impl LetterData {
    /// The same letter with the numbers of people masked, as [`Numbers::Masked`] shows it.
    #[must_use]
    pub fn masked(mut self) -> Self {
        self.person.nik = masked(&self.person.nik);
        self.person.family_card = self.person.family_card.as_deref().map(masked);
        for (name, answer) in &mut self.answers {
            match answer {
                Answer::Text(text) | Answer::Choice { text, .. } if matches!(name.as_str(), "kk_pindah" | "status_kk") => {
                    *text = masked(text)
                }
                Answer::Rows(rows) => rows.iter_mut().filter_map(|row| row.get_mut("nik")).for_each(|nik| *nik = masked(nik)),
                Answer::Text(_) | Answer::Choice { .. } => {}
            }
        }
        self
    }
}

/// `**** **** **** 0001`, and the words around it as they are.
fn masked(text: &str) -> String {
    let mut hidden = text.bytes().filter(u8::is_ascii_digit).count().saturating_sub(4);
    let mut hide = |letter: char| {
        let hides = letter.is_ascii_digit() && hidden > 0;
        hidden -= usize::from(hides);
        if hides { '*' } else { letter }
    };
    text.chars().map(&mut hide).collect()
}
