//! What the regency's screens of a review say.

use super::desk::LANG;
use super::views::HappenedView;
use super::visits::{Candidate, Reason, Risk};
use crate::domain::{CampaignId, Day};
use crate::features::compliance::village::time_of_day;
use crate::features::compliance::{Answer, Aspect, Doubt, Evidence, Happened, Provenance, Score, Stage};
use crate::ui::{MarkView, encode_pair, mark};

/// The queue of one campaign.
pub fn queue_page(campaign: CampaignId) -> String {
    with_campaign("/bpm/telaah".to_owned(), campaign)
}

/// An item of an office; the office itself where `item` is empty.
pub fn item_page(slug: &str, item: &str, campaign: CampaignId) -> String {
    let parted = if item.is_empty() { "" } else { "/" };
    with_campaign(["/bpm/telaah/", slug, parted, item].concat(), campaign)
}

/// Several campaigns may run side by side, so that an address says which.
fn with_campaign(path: String, campaign: CampaignId) -> String {
    let mut query = String::new();
    encode_pair(&mut query, "kampanye", &campaign.to_string());
    [&path, "?", &query].concat()
}

/// "3 foto diragukan, kampanye pertamanya"; nothing where nothing speaks for a second look.
pub fn why(reasons: &[Reason]) -> String {
    let said = |reason: &Reason| match reason {
        Reason::Differs(points) => ["beda ", &points.to_string(), " poin antara nilai kantor dan putusan"].concat(),
        Reason::AllMet => "menilai semua butirnya terpenuhi".to_owned(),
        Reason::First => "kampanye pertamanya".to_owned(),
        Reason::Doubts(photos) => [&photos.to_string(), " foto diragukan"].concat(),
    };
    reasons.iter().map(said).collect::<Vec<_>>().join(", ")
}

/// "Risiko tinggi: 3 foto diragukan"; nothing where there is none.
pub fn risk(of: &Candidate) -> Option<MarkView> {
    let (who, words) = match of.risk() {
        Risk::Low => return None,
        Risk::Some => ("you", "Risiko sedang: "),
        Risk::High => ("stop", "Risiko tinggi: "),
    };
    Some(mark(who, "alert-triangle", [words, &why(&of.reasons())].concat()))
}

/// What the last act has done. The address carries a word of a list, never a sentence.
pub fn result(code: &str) -> Option<&'static str> {
    Some(match code {
        "tinggal" => "Desa tempat tinggal Anda tersimpan.",
        "putusan" => "Putusan tersimpan. Ini butir berikutnya yang menunggu.",
        "selesai" => "Putusan tersimpan. Di kantor itu tidak ada lagi yang menunggu Anda.",
        "batal" => "Ditarik kembali. Butir ini seperti sebelumnya lagi.",
        "kunjungan" => "Hasil kunjungan tersimpan.",
        "revisi" => "Perbaikan tersimpan dan langsung dibaca umum.",
        _ => return None,
    })
}

/// "hari ini", "3 hari"
pub fn how_long(since: Day, today: Day) -> String {
    match today.number() - since.number() {
        ..=0 => "hari ini".to_owned(),
        days => [&days.to_string(), " hari"].concat(),
    }
}

pub const fn score_word(score: Score) -> &'static str {
    match score {
        Score::Met => "Terpenuhi",
        Score::Partly => "Sebagian",
        Score::Missing => "Tidak",
    }
}

pub fn mark_of_score(score: Score) -> MarkView {
    match score {
        Score::Met => mark("done", "fulfilled", score_word(score)),
        Score::Partly => mark("you", "partial", score_word(score)),
        Score::Missing => mark("stop", "unfulfilled", score_word(score)),
    }
}

pub fn mark_of(answer: &Answer) -> MarkView {
    match &answer.stage {
        Stage::Draft => mark("grey", "draft", "Belum diajukan"),
        Stage::Submitted => mark("grey", "not_reviewed", "Belum ditelaah"),
        Stage::Accepted { value, .. } => mark_of_score(*value),
        Stage::Returned { .. } => mark("you", "needs_evidence", "Perlu bukti"),
        Stage::Objected { .. } => mark("you", "flag", "Keberatan"),
    }
}

/// What was said by whoever decided last; of an objection, what it is against as well.
pub fn reason_of(answer: &Answer) -> String {
    match &answer.stage {
        Stage::Accepted { reason, .. } | Stage::Returned { reason, .. } => reason.clone(),
        Stage::Objected { reason, .. } => {
            let verdict = answer.history.iter().rev().find_map(|event| match &event.what {
                Happened::Accepted { value, reason } => Some((score_word(*value), reason)),
                Happened::Returned(reason) => Some(("perlu bukti", reason)),
                _ => None,
            });
            // The page sets what it is given in quotes.
            let against = verdict.map(|(word, said)| ["” Putusan sebelumnya: ", word, ". “", said].concat()).unwrap_or_default();
            [reason, against.as_str()].concat()
        }
        Stage::Draft | Stage::Submitted => String::new(),
    }
}

pub const fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::PublicService => "Aspek pelayanan publik",
        Aspect::EconomicEmpowerment => "Aspek pemberdayaan ekonomi",
        Aspect::Health => "Aspek kesehatan",
        Aspect::EducationCulture => "Aspek pendidikan dan budaya",
        Aspect::HumanCapacity => "Aspek kapasitas sumber daya manusia",
        Aspect::PovertyReduction => "Aspek pengentasan kemiskinan",
        Aspect::LegalInformation => "Aspek informasi hukum",
    }
}

pub const fn provenance(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Announced => "Disebut dalam pengumuman program.",
        Provenance::List2019 => "Dari daftar tahun 2019.",
        Provenance::Ours => "Usulan aplikasi ini.",
    }
}

pub const fn doubt(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::NoTime => "Tanggal foto tidak diketahui",
        Doubt::OutsidePeriod => "Diambil di luar masa penilaian",
        Doubt::NoPlace => "Tempat foto tidak diketahui",
        Doubt::OtherDay => "Kamera mencatat tanggal lain",
        Doubt::FarAway => "Diambil jauh dari kantor",
    }
}

/// What a phone says of a photo, and what the office says of it.
pub fn of_photo(photo: &Evidence) -> Vec<String> {
    let time = time_of_day(photo.when).map(|time| ["Menurut kantor foto ", time].concat());
    let taken = photo.taken.map(|day| ["Diambil ", &day.in_words(LANG)].concat());
    let camera = photo.camera.filter(|camera| photo.taken != Some(*camera));
    let camera = camera.map(|day| ["Menurut kamera ", &day.in_words(LANG)].concat());
    let far = photo.metres.map(|metres| ["jarak ", &metres.to_string(), " m dari kantor, "].concat()).unwrap_or_default();
    let place = photo.place.map(|place| ["Lokasi HP tercatat, ", &far, "teliti ", &place.within.to_string(), " m"].concat());
    let unasked = (!photo.agreed).then(|| "Persetujuan orang di foto belum ditanyakan: tidak ditampilkan ke umum".to_owned());
    let again = photo.period.as_ref().map(|period| ["Diterima pada ", period, "; menurut kantor keadaannya masih sama"].concat());
    let reason = (!photo.reason.is_empty()).then(|| ["Alasan kantor: ", &photo.reason].concat());
    time.into_iter().chain(taken).chain(camera).chain(place).chain(again).chain(reason).chain(unasked).collect()
}

/// What happened to an answer, without who and when.
pub fn happened(what: &Happened) -> HappenedView {
    let (what, reason) = match what {
        Happened::Answered(score) => (["Kantor menilai sendiri: ", score_word(*score)].concat(), ""),
        Happened::PhotoAdded => ("Foto ditambahkan".to_owned(), ""),
        Happened::PhotoRemoved => ("Foto dihapus".to_owned(), ""),
        Happened::PhotoAgain(_) => ("Berkas foto yang sudah pernah dipakai ditolak".to_owned(), ""),
        Happened::FileAdded => ("Berkas ditambahkan".to_owned(), ""),
        Happened::FileRemoved => ("Berkas dihapus".to_owned(), ""),
        Happened::Reused(period) => (["Bukti dari ", period, " dipakai lagi: menurut kantor keadaannya masih sama"].concat(), ""),
        Happened::Submitted => ("Diajukan".to_owned(), ""),
        Happened::Accepted { value, reason } => (["Putusan: ", score_word(*value)].concat(), reason.as_str()),
        Happened::Returned(reason) => ("Dikembalikan: perlu bukti".to_owned(), reason.as_str()),
        Happened::Objected(reason) => ("Kantor keberatan".to_owned(), reason.as_str()),
        Happened::Undone => ("Ditarik kembali".to_owned(), ""),
        Happened::Visited { value, reason } => (["Kunjungan: ", score_word(*value)].concat(), reason.as_str()),
        Happened::Revised { value, reason } => (["Diperbaiki setelah terbit: ", score_word(*value)].concat(), reason.as_str()),
    };
    HappenedView { when: String::new(), what, reason: reason.to_owned() }
}
