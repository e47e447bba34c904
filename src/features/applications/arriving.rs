//! Who was taken in elsewhere applies for the letter of arrival there, and is asked nothing that the
//! moving letter has said. All of it is their own: their case at the office that they left.

use super::{Application, store};
use crate::access::Refusal;
use crate::domain::OfficeCode;
use crate::features::services::{Service, ServiceCode};
use crate::forms::Answers;
use crate::server::db::OwnScope;

/// The service by which somebody arrives.
const ARRIVAL: &str = "datang";

/// A question of the moving letter, and the one of the letter of arrival that it answers.
const SAME: [(&str, &str); 10] = [
    ("hubungan", "hubungan"),
    ("alamat_tujuan", "alamat_baru"),
    ("rt_tujuan", "rt_baru"),
    ("rw_tujuan", "rw_baru"),
    ("dusun_tujuan", "dusun_baru"),
    ("kodepos_tujuan", "kodepos_baru"),
    ("rumah_tujuan", "rumah_baru"),
    ("kk_pindah", "status_kk"),
    ("no_kk_tujuan", "no_kk_ditumpangi"),
    ("kepala_kk_tujuan", "kepala_kk_ditumpangi"),
];

/// The office that has taken somebody in last, where they begin this service; `None` for every other one.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn arrives_at(own: &OwnScope<'_>, service: &ServiceCode) -> Result<Option<OfficeCode>, Refusal> {
    if service.as_str() != ARRIVAL {
        return Ok(None);
    }
    Ok(store::accepted_move(own, None).await?.map(|(mark, _)| mark.destination))
}

/// What somebody who was taken in by this office has said already; nothing for everybody else.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn said_before(own: &OwnScope<'_>, service: &Service, office: OfficeCode) -> Result<Answers, Refusal> {
    if service.code.as_str() != ARRIVAL {
        return Ok(Answers::EMPTY);
    }
    let moved = store::accepted_move(own, Some(office)).await?;
    Ok(moved.map_or(Answers::EMPTY, |(_, case)| in_words_of_arrival(service, &case)))
}

fn in_words_of_arrival(service: &Service, moved: &Application) -> Answers {
    let mut said = Answers::EMPTY;
    // Whoever applied for others, and stays, arrives nowhere.
    if moved.answers.typed("saya_pindah") != "ya" {
        return said;
    }
    for step in service.form.steps.iter().filter(|step| step.once) {
        said.save_step(step, &moved.answers);
    }
    for (there, here) in SAME {
        put(&mut said, here, moved.answers.typed(there));
    }
    // Numbered anew: who stays leaves no empty row.
    let mut rows = Vec::new();
    for (name, value) in moved.answers.iter() {
        let Some((row, part)) = name.strip_prefix("keluarga.").and_then(|rest| rest.split_once('.')) else { continue };
        if moved.answers.typed(&["ikut.", row].concat()) != "ya" {
            continue;
        }
        let at = rows.iter().position(|known| *known == row).unwrap_or_else(|| {
            rows.push(row);
            rows.len() - 1
        });
        put(&mut said, &["pengikut.", &at.to_string(), ".", part].concat(), value);
    }
    said
}

fn put(answers: &mut Answers, name: &str, value: &str) {
    if !value.is_empty() {
        answers.put(name, value);
    }
}
