//! What the desk says.

use super::desk::LANG;
use crate::domain::Day;
use crate::features::training::{Funding, Outline, Place, Session, State, Training, Venue};
use crate::ui::{MarkView, mark};

/// "Selasa, 1 Desember 2026, 08.00-11.00"
pub fn session(session: Session) -> String {
    [&on(session.day), ", ", &hours(session)].concat()
}

/// "08.00-11.00"
pub fn hours(session: Session) -> String {
    [&session.from.in_digits(), "-", &session.until.in_digits()].concat()
}

pub fn on(day: Day) -> String {
    day.with_weekday(LANG)
}

/// Where a training stands, in a mark.
pub fn state(training: &Training, today: Day) -> MarkView {
    match &training.state {
        State::Draft => mark("grey", "draft", "Draf"),
        State::Open if today > training.outline.sessions.last_day() => mark("you", "flag", "Perlu diselesaikan"),
        State::Open if today > training.outline.closes => mark("office", "clock", "Pendaftaran ditutup"),
        State::Open => mark("done", "check", "Pendaftaran dibuka"),
        State::Finished => mark("done", "circle-check", "Selesai"),
        State::Cancelled { .. } => mark("stop", "x", "Dibatalkan"),
    }
}

/// Where somebody stands in the line, in a mark.
pub fn place(place: Place) -> MarkView {
    match place {
        Place::Seated => mark("done", "check", "Peserta"),
        Place::Waiting { ahead } => mark("grey", "clock", ["Menunggu, urutan ", &(ahead + 1).to_string()].concat()),
    }
}

/// "12 dari 20 kursi, 3 menunggu"
pub fn seats(outline: &Outline, seated: u32, waiting: u32) -> String {
    let mut said = [&seated.to_string(), " dari ", &outline.quota.to_string(), " kursi"].concat();
    if waiting > 0 {
        said.push_str(", ");
        said.push_str(&waiting.to_string());
        said.push_str(" menunggu");
    }
    said
}

pub fn funding(funding: &Funding) -> String {
    match funding {
        Funding::VillageBudget { activity } => ["APBDes, kegiatan ", &activity.to_string()].concat(),
        Funding::KelurahanFunds => "DPA atau dana kelurahan".to_owned(),
        Funding::RegencyBudget => "APBD kabupaten".to_owned(),
        Funding::Partner(name) => ["Mitra: ", name].concat(),
        Funding::Free => "Tanpa biaya".to_owned(),
    }
}

pub fn venue(venue: &Venue) -> String {
    match venue {
        Venue::At(place) => place.clone(),
        Venue::Online(link) => ["Daring: ", link.as_str()].concat(),
        Venue::Both { place, link } => [place, ", dan daring: ", link.as_str()].concat(),
    }
}

pub fn facts(training: &Training, seated: u32, waiting: u32) -> Vec<(&'static str, String)> {
    let outline = &training.outline;
    let audiences: Vec<&str> = outline.audiences.iter().map(|audience| audience.words(LANG)).collect();
    let links: Vec<&str> = outline.links.iter().map(crate::features::training::Link::as_str).collect();
    let test = outline.quiz.as_ref().map(|quiz| [&quiz.questions().len().to_string(), " soal, sebelum dan sesudah"].concat());
    let reason = match &training.state {
        State::Cancelled { reason } => reason.clone(),
        State::Draft | State::Open | State::Finished => String::new(),
    };
    let all = [
        ("Alasan dibatalkan", reason),
        ("Peserta", seats(outline, seated, waiting)),
        ("Pendaftaran sampai", on(outline.closes)),
        ("Topik", outline.topic.words(LANG).to_owned()),
        ("Untuk", audiences.join(", ")),
        ("Tempat", venue(&outline.venue)),
        ("Penyelenggara", outline.organiser.clone()),
        ("Narasumber", outline.speaker.clone()),
        ("Dana", funding(&outline.funding)),
        ("Materi", links.join(", ")),
        ("Tes singkat", test.unwrap_or_default()),
        ("Ringkasan", outline.summary.clone()),
    ];
    all.into_iter().filter(|(_, said)| !said.is_empty()).collect()
}

/// What is written to somebody without an account, on the day before a session.
pub fn tomorrow(training: &Training, meeting: Session) -> String {
    let place = training.outline.venue.place();
    let at = if place.is_empty() { String::new() } else { [", di ", place].concat() };
    ["Mengingatkan: besok pelatihan ", &training.outline.title, ", ", &session(meeting), at.as_str(), ". Sampai jumpa."].concat()
}

/// The same for who has a seat now.
pub fn moved_up(training: &Training) -> String {
    let first = training.outline.sessions.all()[0];
    ["Kabar baik: Anda sekarang mendapat kursi di pelatihan ", &training.outline.title, ", mulai ", &session(first), "."].concat()
}

/// What an act has done. The address carries a word of a list, never a sentence.
pub fn result(code: &str) -> Option<String> {
    let sentence = match code {
        "baru" => "Draf tersimpan. Periksa sekali lagi, lalu buka pendaftarannya.",
        "diubah" => "Perubahan tersimpan.",
        "dibuka" => "Pendaftaran dibuka. Semua orang sekarang melihat pelatihan ini.",
        "selesai" => "Pelatihan selesai. Kehadiran tidak berubah lagi.",
        "dibatalkan" => "Pelatihan dibatalkan. Peserta membaca alasannya.",
        "duduk" => "Sudah terdaftar sebagai peserta.",
        "menunggu" => "Kursi penuh. Orang ini masuk daftar tunggu.",
        "keluar" => "Pendaftaran orang ini dibatalkan.",
        "keluar-naik" => "Pendaftaran orang ini dibatalkan. Yang pertama menunggu sekarang mendapat kursinya.",
        "hadir" => "Kehadiran tersimpan.",
        "berkas" => "Berkas materi tersimpan. Peserta yang mendapat kursi bisa membukanya.",
        "berkas-hapus" => "Berkas materi dihapus.",
        _ => return None,
    };
    Some(sentence.to_owned())
}
