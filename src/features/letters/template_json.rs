//! What a template reads as `data.json`. Keys are Indonesian, as the templates are: those who look after
//! the words of a letter are not those who look after this program.

use serde_json::{Value, json};

use super::data::{LetterData, Seal, Stage};
use super::unbroken::unbroken_tree;
use super::words::passages;
use crate::domain::{Day, Lang, OfficeKind, TimeOfDay};
use crate::features::offices::{Face, PaperSize};

impl LetterData {
    /// `crest` is the name of the picture's file, and what it shows, when there is one; `words` the text of
    /// the letter's own file of them. `None` when that is no letter.
    pub fn template_json(&self, crest: Option<(&str, String)>, words: Option<&str>) -> Option<Value> {
        let mut tree = self.facts();
        let (crest, meaning) = crest.unzip();
        tree["kantor"]["lambang"] = json!(crest);
        tree["kantor"]["arti_lambang"] = json!(meaning);
        tree["isi"] = json!(words.map_or(Some(Vec::new()), |words| passages(words, &tree))?);
        unbroken_tree(&mut tree);
        Some(tree)
    }

    /// All that a letter may say, by the names that templates and files of words use.
    pub(super) fn facts(&self) -> Value {
        json!({
            "kantor": {
                "jenis": match self.office.kind { OfficeKind::Desa => "desa", OfficeKind::Kelurahan => "kelurahan" },
                "nama": self.office.name,
                "sebutan": self.office.full_name(),
                "kepala": self.signer.head_title(&self.office),
                "kecamatan": self.office.kecamatan,
                "kabupaten": self.office.regency,
                "provinsi": self.office.province,
                "alamat": self.office.address,
                "kontak": self.office.contact,
            },
            "kertas": {
                "ukuran": self.paper_size(),
                "huruf": match self.paper.face { Face::Serif => "serif", Face::Sans => "sans" },
            },
            "surat": {
                "judul": self.title,
                "nomor": self.number(),
                "tempat": self.office.name,
                "tanggal": words(self.on),
                "berlaku": self.valid_until.map(words),
            },
            "orang": {
                "nama": self.person.name,
                "nik": self.person.nik,
                "kk": self.person.family_card,
                "lahir": self.person.birth,
                "kelamin": self.person.sex,
                "agama": self.person.religion,
                "kawin": self.person.marital_status,
                "pekerjaan": self.person.occupation,
                "warga_negara": self.person.nationality,
                "alamat": self.person.address,
            },
            "jawaban": self.answers,
            "pelatihan": self.course.as_ref().map(|course| json!({
                "judul": course.title,
                "tempat": course.place,
                "waktu": course.held(Lang::Id),
                "jam": course.length(Lang::Id),
            })),
            "kanan": {
                "cara": self.way(),
                "waktu": self.signed_at(),
                "jabatan": self.signer.title_lines(&self.office),
                "nama": self.signer.official.name,
                "garis": self.signer.official.is_civil_servant(),
                "bawah": self.signer.official.lines(),
            },
            "kiri": self.cosigner.as_ref().map(|cosigner| {
                let official = cosigner.official();
                json!({
                    "jabatan": cosigner.title_lines(),
                    "nama": official.name,
                    "garis": official.is_civil_servant(),
                    "bawah": official.lines(),
                })
            }),
            "periksa": self.check(),
        })
    }

    pub(super) const fn paper_size(&self) -> &'static str {
        match self.paper.size {
            PaperSize::A4 => "a4",
            PaperSize::F4 => "f4",
        }
    }

    fn number(&self) -> Option<&str> {
        match &self.stage {
            Stage::Draft => None,
            Stage::Issued { number, .. } => Some(number.as_str()),
        }
    }

    fn check(&self) -> Option<Value> {
        match &self.stage {
            Stage::Draft => None,
            Stage::Issued { token, host, .. } => Some(json!({ "host": host, "kode": token.groups() })),
        }
    }

    /// Whether it was signed to practise, and is no letter.
    pub(super) const fn is_practised(&self) -> bool {
        matches!(self.stage, Stage::Issued { seal: Seal::Practice { .. }, .. })
    }

    const fn way(&self) -> &'static str {
        match &self.stage {
            Stage::Draft => "draf",
            Stage::Issued { seal: Seal::Electronic { .. }, .. } => "elektronik",
            Stage::Issued { seal: Seal::Certified { .. }, .. } => "sertifikat",
            Stage::Issued { seal: Seal::ByHand, .. } => "basah",
            Stage::Issued { seal: Seal::Practice { .. }, .. } => "latihan",
        }
    }

    fn signed_at(&self) -> Option<String> {
        match &self.stage {
            Stage::Issued { seal: Seal::Electronic { on, at } | Seal::Certified { on, at } | Seal::Practice { on, at }, .. } => {
                Some(moment(*on, *at))
            }
            Stage::Draft | Stage::Issued { seal: Seal::ByHand, .. } => None,
        }
    }
}

pub(super) fn words(day: Day) -> String {
    day.in_words(Lang::Id)
}

/// All offices of the regency are in one zone.
fn moment(on: Day, at: TimeOfDay) -> String {
    format!("{}, {} WIB", words(on), at.in_digits())
}
