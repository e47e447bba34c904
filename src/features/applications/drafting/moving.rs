//! What a move says: form F-1.03 as it is filled in, and the answers of the moving letter that are put
//! together of several.

use std::collections::BTreeMap;

use super::{PROVINCE, REGENCY, Said, kind_of, outside, province_name, regency_name, village};
use crate::domain::{KkNumber, Lang, Nik};
use crate::features::letters::{Answer, F103, Mover, Place};
use crate::features::offices::gazetteer;
use crate::features::services::list_label;
use crate::forms::{Region, Value};

impl Said<'_> {
    /// `None` for a letter that is about no move.
    pub(super) fn move_of(&self) -> Option<F103> {
        let code = |name: &str| self.parsed.choice(name)?.parse().ok();
        let text = |name: &str| self.parsed.name(name).map(|name| name.as_str().to_owned()).unwrap_or_default();
        Some(F103 {
            class: code("klasifikasi")?,
            kind: code("jenis")?,
            family_card: self.parsed.kk("no_kk").map(KkNumber::grouped).map(digits)?,
            name: text("nama"),
            nik: self.parsed.nik("nik").map(Nik::grouped).map(digits)?,
            from: self.place("wilayah", "alamat", "dusun", "rt", "rw", None)?,
            to: self.place("tujuan", "alamat_tujuan", "dusun_tujuan", "rt_tujuan", "rw_tujuan", Some("kodepos_tujuan"))?,
            reason: code("alasan")?,
            reason_text: self.parsed.text("alasan_lain").map(str::to_owned),
            staying: code("kk_tinggal"),
            moving: code("kk_pindah"),
            movers: self.movers(),
            on: *self.parsed.day("tanggal_pindah")?,
            consent: self.parsed.choice("kirim_data") == Some("ya"),
        })
    }

    /// What the letter says of it.
    pub(super) fn moving_answers(&self, moved: &F103) -> BTreeMap<String, Answer> {
        let card = self.family_card("no_kk_tujuan", "kepala_kk_tujuan");
        [
            ("alamat_tujuan", Answer::text(self.destination())),
            ("kk_pindah", Answer::text(card)),
            ("jumlah", Answer::count(u32::try_from(moved.movers.len()).unwrap_or(u32::MAX))),
            ("anggota", Answer::Rows(rows_of(&moved.movers))),
        ]
        .map(|(name, answer)| (name.to_owned(), answer))
        .into()
    }

    /// Which KK they have afterwards: one that they join, or a new one.
    pub(super) fn family_card(&self, number: &str, head: &str) -> String {
        match self.parsed.kk(number).zip(self.parsed.name(head)) {
            Some((card, head)) => ["Menumpang KK nomor ", &card.grouped(), " a.n. ", head.as_str()].concat(),
            None => "Membuat KK baru".to_owned(),
        }
    }

    /// Those who move.
    fn movers(&self) -> Vec<Mover> {
        let moves = |name: &str| self.parsed.choice(name) == Some("ya");
        let others = self.parsed.rows("keluarga").into_iter().filter(|row| {
            let number = row.trim_start_matches("keluarga.").trim_end_matches('.');
            moves(&["ikut.", number].concat())
        });
        let others = others.filter_map(|row| self.relative(row));
        head_first(moves("saya_pindah").then(|| self.relative("")).flatten().into_iter().chain(others))
    }

    /// Somebody of the family: the applicant, or a row of the form (`pengikut.0.`).
    pub(super) fn relative(&self, prefix: &str) -> Option<Mover> {
        let part = |name: &str| [prefix, name].concat();
        Some(Mover {
            nik: self.parsed.nik(&part("nik")).map(Nik::grouped).map(digits)?,
            name: self.parsed.name(&part("nama"))?.as_str().to_owned(),
            relation: list_label("family_relation", self.parsed.choice(&part("hubungan"))?, Lang::Id)?.to_owned(),
        })
    }

    fn place(&self, region: &str, street: &str, hamlet: &str, rt: &str, rw: &str, postcode: Option<&str>) -> Option<Place> {
        let text = |name: &str| self.parsed.text(name).unwrap_or_default().to_owned();
        let region = self.parsed.region(region)?;
        let address = [text(street), text(hamlet)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let place = Place {
            address,
            rt: text(rt),
            rw: text(rw),
            postcode: postcode.and_then(|name| self.parsed.text(name)).map(str::to_owned),
            ..Place::default()
        };
        Some(match region {
            Region::Village(code) => {
                let office = gazetteer().by_code(code)?;
                Place {
                    village: office.name.to_owned(),
                    kecamatan: office.kecamatan.to_owned(),
                    regency: REGENCY.to_owned(),
                    province: PROVINCE.to_owned(),
                    postcode: place.postcode.or_else(|| Some(office.postcode.to_owned()).filter(|code| !code.is_empty())),
                    office: Some(code.number()),
                    ..place
                }
            }
            Region::Elsewhere { regency, kecamatan, village } => Place {
                village: village.to_owned(),
                kecamatan: kecamatan.to_owned(),
                regency: regency_name(regency),
                province: province_name(regency).to_owned(),
                ..place
            },
        })
    }

    /// "Dusun Maron, RT 003 RW 002, Desa Genteng Wetan, Kecamatan Genteng, Kabupaten Banyuwangi 68465"
    fn destination(&self) -> String {
        let region = self.parsed.region("tujuan");
        let kind = kind_of(match region {
            Some(Region::Village(code)) => code,
            _ => self.office.code,
        });
        let mut parts = self.street("alamat_tujuan", "dusun_tujuan", "rt_tujuan", "rw_tujuan", kind);
        match region {
            Some(Region::Village(code)) => parts.push(village(code)),
            Some(Region::Elsewhere { regency, kecamatan, village }) => {
                parts.extend([["Desa/Kelurahan ", village].concat(), ["Kecamatan ", kecamatan].concat(), outside(regency)]);
            }
            None => {}
        }
        let place = parts.join(", ");
        match self.parsed.value("kodepos_tujuan") {
            Some(Value::Text(postcode)) => [&place, " ", postcode.as_str()].concat(),
            _ => place,
        }
    }
}

/// The head of the family before the others.
pub(super) fn head_first(people: impl Iterator<Item = Mover>) -> Vec<Mover> {
    let mut people: Vec<Mover> = people.collect();
    let head = list_label("family_relation", "1", Lang::Id).unwrap_or_default();
    people.sort_by_key(|person| person.relation != head);
    people
}

/// The table of people in a letter.
pub(super) fn rows_of(people: &[Mover]) -> Vec<BTreeMap<String, String>> {
    let row = |person: &Mover| {
        [("nik", in_fours(&person.nik)), ("nama", person.name.clone()), ("hubungan", person.relation.clone())]
            .map(|(name, value)| (name.to_owned(), value))
            .into()
    };
    people.iter().map(row).collect()
}

fn digits(grouped: String) -> String {
    grouped.replace(' ', "")
}

fn in_fours(digits: &str) -> String {
    digits.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}
