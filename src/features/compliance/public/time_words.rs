//! What the pages of results say of other days. The server says it; no phone carries these.

use crate::domain::Lang;

pub struct TimeWords {
    /// The field, and what it does.
    pub day: &'static str,
    pub day_hint: &'static str,
    /// Before and after the day that is shown.
    pub shown: &'static str,
    pub shown_end: &'static str,
    pub unreadable: &'static str,
    pub future: &'static str,
    /// When nothing was public yet.
    pub nothing: &'static str,
    pub nothing_hint: &'static str,
    pub now: &'static str,
    /// Of the table of items over several periods.
    pub items: &'static str,
    pub item: &'static str,
    pub items_hint: &'static str,
}

pub const fn words(lang: Lang) -> &'static TimeWords {
    match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    }
}

const ID: TimeWords = TimeWords {
    day: "Keadaan per tanggal",
    day_hint: "Kosongkan untuk keadaan sekarang.",
    shown: "Yang tampil adalah keadaan pada akhir ",
    shown_end: ". ",
    unreadable: "Tanggal itu tidak terbaca. Tulis seperti 2026-03-01. Yang tampil adalah keadaan sekarang. ",
    future: "Tanggal itu belum tiba. Yang tampil adalah keadaan sekarang. ",
    nothing: "Pada tanggal itu belum ada hasil yang diumumkan",
    nothing_hint: "Pilih tanggal yang lebih baru.",
    now: "Lihat keadaan sekarang",
    items: "Tiap butir dari waktu ke waktu",
    item: "Butir",
    items_hint: "Garis berarti butir itu tidak ada pada versi waktu itu.",
};

const EN: TimeWords = TimeWords {
    day: "As of",
    day_hint: "Leave it empty for the present state.",
    shown: "What you see is how it stood at the end of ",
    shown_end: ". ",
    unreadable: "That date cannot be read. Write it like 2026-03-01. What you see is the present state. ",
    future: "That day has not come yet. What you see is the present state. ",
    nothing: "No results were public on that day",
    nothing_hint: "Choose a later day.",
    now: "Show the present state",
    items: "Each item over time",
    item: "Item",
    items_hint: "A dash means that the version of that time had no such item.",
};
