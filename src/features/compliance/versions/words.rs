//! What the pages of versions say.

use super::compare::{Compared, Fate};
use super::edition::{Edition, EditionState};
use crate::ui::{MarkView, mark};

pub const LIST: &str = "/bpm/kampanye/butir";

pub fn page_of(code: &str) -> String {
    [LIST, "/", code].concat()
}

/// An item of a version, or another page of it.
pub fn page_in(code: &str, part: &str) -> String {
    [LIST, "/", code, "/", part].concat()
}

pub fn mark_of(edition: &Edition) -> MarkView {
    match edition.state {
        EditionState::Draft => mark("you", "pencil", "Draf"),
        EditionState::Published { .. } => mark("done", "check", "Terbit"),
    }
}

/// What an act has done. The address carries a word of a list, never a sentence.
pub fn done(code: &str) -> Option<&'static str> {
    Some(match code {
        "dibuat" => "Draf dibuat. Isinya sama dengan versi asalnya.",
        "disimpan" => "Perubahan disimpan.",
        "ditambah" => "Butir ditambahkan di urutan terakhir. Lengkapi isinya.",
        "dipindah" => "Butir dipindahkan.",
        "dihapus" => "Butir dihapus dari draf ini.",
        "terbit" => "Versi ini terbit dan tidak berubah lagi. Kampanye baru bisa memakainya.",
        _ => return None,
    })
}

/// "2 butir berubah, 1 butir baru, 1 butir tidak dilanjutkan. Poin paling banyak 26 menjadi 28."
pub fn summary(compared: &Compared) -> String {
    if compared.is_empty() {
        return "Isinya sama dengan versi sebelumnya.".to_owned();
    }
    let count = |is: fn(&Fate) -> bool, words: &str| match compared.items.iter().filter(|(_, fate)| is(fate)).count() {
        0 => None,
        count => Some([&count.to_string(), words].concat()),
    };
    let whole = match compared.whole.len() {
        0 => None,
        lines => Some([&lines.to_string(), " hal umum berubah"].concat()),
    };
    let parts = [
        whole,
        count(|fate| matches!(fate, Fate::Changed(_)), " butir berubah"),
        count(|fate| *fate == Fate::New, " butir baru"),
        count(|fate| *fate == Fate::Dropped, " butir tidak dilanjutkan"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let (before, now) = compared.points;
    let points = if before == now {
        ["Poin paling banyak tetap ", &now.to_string(), "."].concat()
    } else {
        ["Poin paling banyak ", &before.to_string(), " menjadi ", &now.to_string(), "."].concat()
    };
    [&parts.join(", "), ". ", &points].concat()
}
