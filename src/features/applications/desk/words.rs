//! Moments and people in the words of an office.

use crate::domain::{Day, Instant, Lang, TimeOfDay};
use crate::features::applications::{Application, EventKind, Promise};
use crate::server::clock::local;
use crate::server::db::Db;

use super::views::Due;

/// Now, at the offices of a database.
pub struct Now {
    pub at: Instant,
    pub day: Day,
    zone: jiff::tz::TimeZone,
}

impl Now {
    pub fn of(db: &Db) -> Self {
        let at = db.clock().now();
        Self { at, day: local(at, db.zone()).0, zone: db.zone().clone() }
    }

    pub fn local(&self, at: Instant) -> (Day, TimeOfDay) {
        local(at, &self.zone)
    }

    /// "hari ini 09.54", "kemarin 14.00", "20 November, 10.32"
    pub fn when(&self, at: Instant) -> String {
        let (day, time) = self.local(at);
        let time = time.in_digits();
        match day.number() - self.day.number() {
            0 => ["hari ini ", &time].concat(),
            -1 => ["kemarin ", &time].concat(),
            _ => [&day.in_words(Lang::Id), ", ", &time].concat(),
        }
    }

    /// "10.05"
    pub fn time(&self, at: Instant) -> String {
        self.local(at).1.in_digits()
    }

    pub fn due(&self, promise: Promise) -> Due {
        if promise.is_paused() {
            return Due { words: "Berhenti".to_owned(), late: false, paused: true };
        }
        let due = promise.due();
        if due < self.at {
            return Due { words: ["Lewat ", &for_how_long(self.at.seconds_since(due) / 60)].concat(), late: true, paused: false };
        }
        let (day, time) = self.local(due);
        let time = time.in_digits();
        let words = match day.number() - self.day.number() {
            0 => ["Hari ini ", &time].concat(),
            1 => ["Besok ", &time].concat(),
            2..=6 => [day.weekday().name(Lang::Id), " ", &time].concat(),
            _ => [&day.in_words(Lang::Id), ", ", &time].concat(),
        };
        Due { words, late: false, paused: false }
    }
}

/// "35 menit", "3 jam", "2 hari"
fn for_how_long(minutes: i64) -> String {
    match minutes {
        ..60 => [&minutes.max(1).to_string(), " menit"].concat(),
        60..1_440 => [&(minutes / 60).to_string(), " jam"].concat(),
        _ => [&(minutes / 1_440).to_string(), " hari"].concat(),
    }
}

/// Of a case that was sent; a draft promises nothing.
pub fn due_of(now: &Now, case: &Application) -> Due {
    case.promise.map_or(Due { words: String::new(), late: false, paused: false }, |promise| now.due(promise))
}

/// "84 KB", as a link says it.
pub fn size(bytes: u64) -> String {
    [&bytes.div_ceil(1_024).max(1).to_string(), " KB"].concat()
}

/// What happened, and its icon.
pub const fn happened(kind: EventKind) -> (&'static str, &'static str) {
    match kind {
        EventKind::Started => ("draft", "Mulai diisi"),
        EventKind::Submitted => ("send", "Terkirim"),
        EventKind::Claimed => ("in_review", "Diambil"),
        EventKind::FixRequested => ("return", "Dikembalikan"),
        EventKind::Repaired => ("send", "Diperbaiki dan terkirim lagi"),
        EventKind::Rejected => ("rejected", "Tidak dapat diproses"),
        EventKind::Approved => ("check", "Diverifikasi"),
        EventKind::SentBack => ("return", "Dikembalikan oleh kepala"),
        EventKind::Issued => ("sign", "Ditandatangani"),
        EventKind::Forwarded => ("forwarded", "Diteruskan ke Dukcapil"),
        EventKind::HandedOver => ("completed", "Selesai"),
        EventKind::Withdrawn => ("withdrawn", "Dibatalkan pemohon"),
        EventKind::Closed => ("closed", "Ditutup"),
        EventKind::Revoked => ("revoked", "Surat dicabut"),
        EventKind::Noted => ("message", "Catatan"),
        EventKind::TransferAccepted => ("completed", "Pindah diterima kantor tujuan"),
        EventKind::TransferDeclined => ("return", "Pindah ditolak kantor tujuan"),
        EventKind::TransferClosed => ("closed", "Tidak dikirim: kantor tujuan belum ikut"),
        EventKind::ConsentWithdrawn => ("withdrawn", "Pemohon menarik persetujuan kirim data"),
        EventKind::SkpwniReceived => ("completed", "SKPWNI dicatat"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tuesday 24 November 2026, 09.00 in Banyuwangi.
    fn now() -> Now {
        let at = Instant::from_micros(1_795_485_600_000_000);
        let zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(7));
        Now { at, day: local(at, &zone).0, zone }
    }

    #[test]
    fn a_promise_is_said_as_people_say_it() {
        let said = |seconds: i64| now().due(Promise::Running { due: now().at.plus_seconds(seconds) }).words;
        assert_eq!(said(5 * 3_600), "Hari ini 14.00");
        assert_eq!(said(24 * 3_600), "Besok 09.00");
        assert_eq!(said(2 * 86_400), "Kamis 09.00");
        assert_eq!(said(30 * 86_400), "24 Desember 2026, 09.00");
        assert_eq!(said(-35 * 60), "Lewat 35 menit");
        assert_eq!(said(-3 * 86_400), "Lewat 3 hari");
    }

    #[test]
    fn a_promise_that_waits_for_the_resident_is_never_late() {
        let paused = now().due(Promise::Paused { due: now().at.plus_seconds(-60), left_minutes: 0 });
        assert_eq!((paused.words.as_str(), paused.late, paused.paused), ("Berhenti", false, true));
    }
}
