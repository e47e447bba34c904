//! What the template of form F-1.03 reads as `data.json`. As for letters, its keys are Indonesian.

use serde_json::{Value, json};

use super::data::LetterData;
use super::template_json::words;
use super::unbroken::unbroken_tree;
use super::{Mover, Place};

impl LetterData {
    /// `None` for a letter that no form goes with.
    pub fn f103_json(&self) -> Option<Value> {
        let form = self.annex.as_ref()?;
        let mut tree = json!({
            "kantor": { "sebutan": self.office.full_name(), "kabupaten": self.office.regency },
            "contoh": self.is_practised(),
            "kertas": { "ukuran": self.paper_size() },
            "surat": { "tempat": self.office.name, "tanggal": words(self.on) },
            "formulir": {
                "kk": form.family_card,
                "nama": form.name,
                "nik": form.nik,
                "asal": place(&form.from),
                "klasifikasi": form.class,
                "tujuan": place(&form.to),
                "alasan": form.reason,
                "alasan_lain": form.reason_text,
                "jenis": form.kind,
                "kk_tinggal": form.staying,
                "kk_pindah": form.moving,
                "anggota": form.movers.iter().map(mover).collect::<Vec<_>>(),
            },
        });
        unbroken_tree(&mut tree);
        Some(tree)
    }
}

fn place(place: &Place) -> Value {
    json!({
        "alamat": place.address,
        "rt": place.rt,
        "rw": place.rw,
        "desa": place.village,
        "kecamatan": place.kecamatan,
        "kabupaten": place.regency,
        "provinsi": place.province,
        "kode_pos": place.postcode.as_deref().unwrap_or_default(),
    })
}

fn mover(mover: &Mover) -> Value {
    json!({ "nik": mover.nik, "nama": mover.name, "hubungan": mover.relation })
}
