//! The letter as a screen shows it: the same words as the PDF. Letters that are words alone say here what
//! their file says; those of moving, with a table of their own, stand here once more, and a test compares
//! both.

use std::borrow::Cow;

use super::data::{LetterData, Seal, Stage};
use super::views::{Across, Facsimile, FacsimilePart, Person as PersonRow};
use super::words::{Passage, passages};
use super::{Answer, Office, template};
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
    let body = match (template(service)?.words(), service) {
        (Some(words), _) => in_words(words, data)?,
        (None, "pindah") => moving(data),
        (None, "datang") => arriving(data),
        _ => return None,
    };
    parts.extend(body);
    parts.push(FacsimilePart::Text(CLOSING.to_owned()));
    let office = &data.office;
    let contact = Some(office.contact.as_str()).filter(|contact| !contact.is_empty());
    Some(Facsimile {
        across: across(&data.stage),
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

/// A letter of the practice office is one only to look at, as the samples are.
fn across(stage: &Stage) -> Option<Across> {
    match stage {
        Stage::Draft => Some(Across::Draft),
        Stage::Issued { seal: Seal::Practice { .. }, .. } => Some(Across::Sample),
        Stage::Issued { .. } => None,
    }
}

const CLOSING: &str = "Demikian surat keterangan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.";

fn opening(data: &LetterData) -> String {
    let Office { kecamatan, regency, province, .. } = &data.office;
    let head = data.signer.head_title(&data.office);
    format!(
        "Yang bertanda tangan di bawah ini, {head}, Kecamatan {kecamatan}, Kabupaten {regency}, Provinsi {province}, menerangkan dengan sebenarnya bahwa:"
    )
}

/// The passages of a letter that is words alone.
fn in_words(words: &str, data: &LetterData) -> Option<Vec<FacsimilePart>> {
    let part = |passage| match passage {
        Passage::Rows(rows) => FacsimilePart::Rows(rows.into_iter().map(|row| (row.label, row.value)).collect()),
        Passage::GoesOn(text) | Passage::Paragraph(text) => FacsimilePart::Text(text),
    };
    Some(passages(words, &data.facts())?.into_iter().map(part).collect())
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
