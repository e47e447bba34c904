//! What the office's screens of a review say.

use super::desk::{LANG, Names};
use crate::domain::{Day, Instant};
use crate::features::compliance::{
    Answer, Asked, Doubt, Event, Evidence, EvidenceFile, FileKind, Happened, Instrument, Item, Lasting, Outcome, Proof, Records, Score,
    Stage, Wanted, When,
};
use crate::ui::{MarkView, NoteView, note};

/// What an act has done. The address carries a word of a list, never a sentence.
pub fn result(code: &str) -> Option<String> {
    let sentence = match code {
        "disimpan" => "Jawaban tersimpan.",
        "foto" => "Foto ditambahkan.",
        "berkas" => "Berkas ditambahkan.",
        "dihapus" => "Bukti dihapus.",
        "dipakai_lagi" => "Bukti dari periode lalu dipakai lagi.",
        "diajukan" => "Sudah diajukan ke pemeriksa.",
        "rencana" => "Rencana perbaikan tersimpan.",
        "rencana_selesai" => "Rencana perbaikan ditandai selesai.",
        "keberatan" => "Keberatan terkirim. Pemeriksa lain yang memutuskannya.",
        _ => return None,
    };
    Some(sentence.to_owned())
}

/// "sampai Sabtu 12 Desember 2026, 13 hari lagi"
pub fn until(last: Day, today: Day) -> String {
    let left = last.number() - today.number();
    let left = match left {
        0 => "hari ini hari terakhir".to_owned(),
        1 => "besok".to_owned(),
        2.. => [&left.to_string(), " hari lagi"].concat(),
        _ => "sudah lewat".to_owned(),
    };
    ["sampai ", last.weekday().name(LANG), " ", &last.in_words(LANG), ", ", &left].concat()
}

/// Once everything is judged.
pub fn was_until(last: Day) -> String {
    ["batas pengisian ", &last.in_words(LANG)].concat()
}

/// Days before the last one on which the office is reminded, and on which it is urgent. Proposed by us.
const REMINDED: i32 = 14;
pub const URGENT: i32 = 3;

/// That the time is nearly over; nothing where it is not, or has gone. `lacking`: items that are not complete.
pub fn reminder(last: Day, today: Day, lacking: usize) -> Option<NoteView> {
    let left = last.number() - today.number();
    let title = match left {
        0 => "Hari ini hari terakhir mengisi".to_owned(),
        1 => "Besok hari terakhir mengisi".to_owned(),
        2..=REMINDED => ["Tinggal ", &left.to_string(), " hari untuk mengisi"].concat(),
        _ => return None,
    };
    let text = match lacking {
        0 => "Semua butir sudah lengkap. Tinggal diajukan.".to_owned(),
        lacking => [&lacking.to_string(), " butir belum lengkap."].concat(),
    };
    let who = if left <= URGENT { "stop" } else { "you" };
    Some(note(who, "bell", title, text))
}

pub fn mark(item: &Item, answer: &Answer) -> MarkView {
    let (who, icon, words) = match &answer.stage {
        Stage::Draft if answer.claim.is_none() => ("grey", "not_reviewed", "Belum diisi".to_owned()),
        Stage::Draft => match &answer.lacking(item)[..] {
            [] => ("done", "check", "Siap".to_owned()),
            lacking => ("you", "needs_evidence", short_of(lacking)),
        },
        Stage::Submitted => ("office", "clock", "Menunggu pemeriksa".to_owned()),
        Stage::Accepted { value: Score::Met, .. } => ("done", "fulfilled", "Terpenuhi".to_owned()),
        Stage::Accepted { value: Score::Partly, .. } => ("you", "partial", "Sebagian".to_owned()),
        Stage::Accepted { value: Score::Missing, .. } => ("stop", "unfulfilled", "Tidak terpenuhi".to_owned()),
        Stage::Returned { .. } => ("you", "needs_evidence", "Perlu bukti".to_owned()),
        Stage::Objected { .. } => ("office", "message-report", "Keberatan".to_owned()),
    };
    MarkView { who: who.to_owned(), icon: icon.to_owned(), words }
}

/// "Kurang 1 foto malam hari, catatan"
fn short_of(lacking: &[Asked]) -> String {
    let said = |asked: &Asked| match asked.proof {
        Proof::Note | Proof::Link => proof(asked.proof).to_owned(),
        counted => [&asked.lacks().to_string(), " ", proof(counted)].concat(),
    };
    ["Kurang ", &lacking.iter().map(said).collect::<Vec<_>>().join(", ")].concat()
}

/// What a kind of evidence is called inside of a sentence.
pub const fn proof(proof: Proof) -> &'static str {
    match proof {
        Proof::Photo(When::Any) => "foto",
        Proof::Photo(When::Day) => "foto siang hari",
        Proof::Photo(When::Night) => "foto malam hari",
        Proof::File => "berkas",
        Proof::Note => "catatan",
        Proof::Link => "tautan",
    }
}

/// "Foto malam hari: 0 dari 1", "Catatan: belum ada"
pub fn has(asked: &Asked) -> String {
    let (what, counted) = match asked.proof {
        Proof::Photo(When::Any) => ("Bukti foto", true),
        Proof::Photo(When::Day) => ("Foto siang hari", true),
        Proof::Photo(When::Night) => ("Foto malam hari", true),
        Proof::File => ("Berkas", true),
        Proof::Note => ("Catatan", false),
        Proof::Link => ("Tautan", false),
    };
    match (counted, asked.lacks()) {
        (true, _) => [what, ": ", &asked.have.to_string(), " dari ", &asked.need.to_string()].concat(),
        (false, 0) => [what, ": ada"].concat(),
        (false, _) => [what, ": belum ada"].concat(),
    }
}

/// "Bukti foto: 3 dari 4"
pub fn photos(item: &Item, answer: &Answer) -> String {
    let have = answer.evidence.len().to_string();
    match item.photos() {
        0 => ["Bukti foto: ", &have].concat(),
        need => ["Bukti foto: ", &have, " dari ", &need.to_string()].concat(),
    }
}

/// How many items have which value: "7 terpenuhi, 3 sebagian, 2 tidak, 1 belum diisi".
pub fn counted(values: &[Option<Score>]) -> String {
    let kinds = [
        (Some(Score::Met), "terpenuhi"),
        (Some(Score::Partly), "sebagian"),
        (Some(Score::Missing), "tidak terpenuhi"),
        (None, "belum diisi"),
    ];
    let counts = kinds.map(|(kind, words)| (values.iter().filter(|value| **value == kind).count(), words));
    let said = counts.iter().filter(|(count, _)| *count > 0).map(|(count, words)| [&count.to_string(), " ", words].concat());
    said.collect::<Vec<_>>().join(", ")
}

/// What the values come to, and how far the next class is. `settled`: a reviewer has accepted them all.
pub fn comes_to(instrument: &Instrument, outcome: &Outcome, values: impl Fn(&str) -> Option<Score>, settled: bool) -> String {
    let who = if settled { "Hasil pemeriksaan: " } else { "Menurut kantor Anda sekarang: " };
    let (points, most) = (outcome.points.to_string(), outcome.most.to_string());
    let mut said = [who, &points, " dari ", &most, ", kelas ", outcome.class.name(), "."].concat();
    if let Some(((more, class), items)) = instrument.to_next_class(outcome.points).zip(instrument.fewest_to_next_class(values)) {
        let names = match items.as_slice() {
            few @ ([] | [_] | [_, _] | [_, _, _]) => few.iter().map(|item| item.name.in_lang(LANG)).collect::<Vec<_>>().join(", "),
            _ => String::new(),
        };
        let which = if names.is_empty() { names } else { [": ", &names].concat() };
        let (items, more) = (items.len().to_string(), more.to_string());
        said.push_str(&[" ", &items, " butir lagi menuju ", class.name(), " (", &more, " poin)", &which, "."].concat());
    }
    if settled && outcome.passed {
        said.push_str(" Semua butir terpenuhi.");
    }
    said
}

/// "18 dari 30 bukti terisi oleh catatan aplikasi ini. 9 foto periode lalu dapat dipakai lagi."
pub fn records(records: Records) -> String {
    let Records { asked, filled, offered } = records;
    let filled = [&filled.to_string(), " dari ", &asked.to_string(), " bukti terisi oleh catatan aplikasi ini."].concat();
    if offered == 0 {
        filled
    } else {
        [&filled, " ", &offered.to_string(), " foto periode lalu dapat dipakai lagi: buka butirnya."].concat()
    }
}

/// "2 foto periode lalu dapat dipakai lagi"; nothing where there is none.
pub fn again(lasting: &Lasting) -> Option<String> {
    let what = match (lasting.photos.len(), &lasting.note) {
        (0, None) => return None,
        (0, Some(_)) => "Catatan".to_owned(),
        (photos, _) => [&photos.to_string(), " foto"].concat(),
    };
    Some([&what, " periode lalu dapat dipakai lagi"].concat())
}

/// "2, terpenuhi"
pub const fn value(score: Score) -> &'static str {
    match score {
        Score::Met => "2, terpenuhi",
        Score::Partly => "1, sebagian",
        Score::Missing => "0, belum",
    }
}

/// "siang hari"; nothing where nobody was asked.
pub const fn time_of_day(when: When) -> Option<&'static str> {
    match when {
        When::Any => None,
        When::Day => Some("siang hari"),
        When::Night => Some("malam hari"),
    }
}

/// What proves an item: an icon, what it is, and what is to be seen or said.
pub fn wanted(wanted: &Wanted) -> (&'static str, String, &str) {
    match wanted {
        Wanted::Photo { count, when, what } => {
            let time = match when {
                When::Any => "Foto",
                When::Day => "Foto siang hari",
                When::Night => "Foto malam hari",
            };
            let kind = if *count > 1 { [&count.to_string(), " ", &time.to_lowercase()].concat() } else { time.to_owned() };
            ("camera", kind, what.in_lang(LANG))
        }
        Wanted::File { what } => ("file-text", "Berkas, PDF atau gambar".to_owned(), what.in_lang(LANG)),
        Wanted::Note { what } => ("pencil", "Catatan".to_owned(), what.in_lang(LANG)),
        Wanted::Link { what } => ("external", "Tautan".to_owned(), what.in_lang(LANG)),
        Wanted::Live { what, .. } => ("device-mobile", "Dihitung sendiri oleh aplikasi ini".to_owned(), what.in_lang(LANG)),
    }
}

/// What is known of a photo beside its day.
pub fn about(evidence: &Evidence) -> Vec<String> {
    let [.., (width, height)] = evidence.sizes;
    let mut said = vec![[&width.to_string(), " × ", &height.to_string(), " piksel"].concat()];
    said.extend(time_of_day(evidence.when).map(|time| ["Foto ", time].concat()));
    if evidence.doubts.contains(&Doubt::OtherDay)
        && let Some(camera) = evidence.camera
    {
        said.push(["Menurut kamera: ", &camera.in_words(LANG)].concat());
    }
    if let Some(metres) = evidence.metres {
        said.push(["Jarak ", &metres.to_string(), " m"].concat());
    }
    if let Some(period) = &evidence.period {
        said.push(["Dari ", period, ", dipakai lagi"].concat());
    }
    if !evidence.reason.is_empty() {
        said.push(["Alasan: ", &evidence.reason].concat());
    }
    if !evidence.agreed {
        said.push("Persetujuan belum ditanyakan: hapus, lalu kirim lagi.".to_owned());
    }
    said
}

/// "PDF, 84 KB, 24 November 2026"
pub fn about_file(file: &EvidenceFile, added: Day) -> String {
    let kind = match file.kind {
        FileKind::Pdf => "PDF",
        FileKind::Picture => "Gambar",
    };
    [kind, ", ", &file.size_bytes.div_ceil(1_024).to_string(), " KB, ", &added.in_words(LANG)].concat()
}

/// What happened, in words; who did it stands beside it.
pub fn happened(what: &Happened) -> String {
    let with = |words: &str, reason: &str| if reason.is_empty() { words.to_owned() } else { [words, " “", reason, "”"].concat() };
    let valued = |words: &str, score: Score, reason: &str| with(&[words, ": ", value(score), "."].concat(), reason);
    match what {
        Happened::Answered(score) => ["Diisi: ", value(*score), "."].concat(),
        Happened::PhotoAdded => "Foto ditambahkan.".to_owned(),
        Happened::PhotoRemoved => "Foto dihapus.".to_owned(),
        // No more than it was told then.
        Happened::PhotoAgain(_) => "Foto perlu diambil lagi.".to_owned(),
        Happened::FileAdded => "Berkas ditambahkan.".to_owned(),
        Happened::FileRemoved => "Berkas dihapus.".to_owned(),
        Happened::Reused(period) => ["Bukti dari ", period, " dipakai lagi: keadaannya masih sama."].concat(),
        Happened::Submitted => "Diajukan ke pemeriksa.".to_owned(),
        Happened::Accepted { value, reason } => valued("Diterima", *value, reason),
        Happened::Returned(reason) => with("Dikembalikan: perlu bukti.", reason),
        Happened::Objected(reason) => with("Kantor keberatan.", reason),
        Happened::Undone => "Putusan terakhir ditarik kembali.".to_owned(),
        Happened::Visited { value, reason } => valued("Dilihat langsung di kantor", *value, reason),
        Happened::Revised { value, reason } => valued("Dibetulkan setelah hasil diumumkan", *value, reason),
    }
}

/// What the reviewer says of an item that is not with them, and the office of one that it objects to.
pub fn verdict(answer: &Answer, names: &Names, when: impl Fn(Instant) -> String) -> Option<NoteView> {
    let (who, icon, title, reason, by) = match &answer.stage {
        Stage::Draft | Stage::Submitted => return None,
        Stage::Returned { reason, by } => ("you", "message", "Catatan pemeriksa", reason, Some(by)),
        Stage::Accepted { value: Score::Met, reason, by } => ("done", "message", "Catatan pemeriksa", reason, Some(by)),
        Stage::Accepted { reason, by, .. } => ("office", "message", "Catatan pemeriksa", reason, Some(by)),
        Stage::Objected { reason, .. } => ("office", "message-report", "Keberatan kantor", reason, None),
    };
    let by = by.map(|by| [" ", names.of(*by, "")].concat()).unwrap_or_default();
    let said = |event: &&Event| {
        !matches!(
            event.what,
            Happened::Answered(_)
                | Happened::PhotoAdded
                | Happened::PhotoRemoved
                | Happened::FileAdded
                | Happened::FileRemoved
                | Happened::Reused(_)
                | Happened::Submitted
        )
    };
    let at = answer.history.iter().rfind(said).map(|event| [", ", &when(event.at)].concat()).unwrap_or_default();
    (!reason.is_empty()).then(|| note(who, icon, [title, by.trim_end(), &at].concat(), ["“", reason, "”"].concat()))
}
