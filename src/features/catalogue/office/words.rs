//! What the office's screens of the market say.

use super::views::ActView;
use crate::access::ActName;
use crate::domain::Lang;
use crate::features::catalogue::{Ending, State};
use crate::ui::{MarkView, NoteView, note};

/// The lists by the code in the address; the first is the one that waits.
pub const LISTS: [(&str, State, &str); 6] = [
    ("", State::Proposed, "Menunggu persetujuan"),
    ("dikembalikan", State::Returned, "Dikembalikan"),
    ("draf", State::Draft, "Draf"),
    ("tampil", State::Public, "Tampil"),
    ("disembunyikan", State::Hidden, "Disembunyikan"),
    ("ditutup", State::Archived, "Ditutup"),
];

pub fn mark(state: State) -> MarkView {
    let (who, icon, words) = match state {
        State::Proposed => ("office", "arrow-right", "Menunggu persetujuan"),
        State::Returned => ("you", "pencil", "Dikembalikan"),
        State::Draft => ("grey", "draft", "Draf"),
        State::Public => ("done", "check", "Tampil"),
        State::Hidden => ("stop", "eye-off", "Disembunyikan"),
        State::Archived => ("grey", "closed", "Ditutup"),
    };
    MarkView { who: who.to_owned(), icon: icon.to_owned(), words: words.to_owned() }
}

/// Why a list is empty, and what to do. `anything`: other lists are not.
pub fn none(state: State, anything: bool) -> (&'static str, &'static str) {
    match (state, anything) {
        (_, false) => (
            "Belum ada toko di kantor ini",
            "Buka toko untuk warga yang berjualan, lalu tambahkan produknya. Petugas lain menyetujui sebelum tampil di pasar.",
        ),
        (State::Proposed, true) => {
            ("Tidak ada yang menunggu persetujuan", "Usulan toko dan produk muncul di sini, yang paling lama menunggu lebih dulu.")
        }
        (State::Returned, true) => ("Tidak ada yang dikembalikan", "Yang dikembalikan untuk diperbaiki muncul di sini."),
        (State::Draft, true) => ("Tidak ada draf", "Draf adalah tulisan yang belum diajukan."),
        (State::Public, true) => ("Belum ada yang tampil", "Toko dan produk tampil di pasar setelah disetujui."),
        (State::Hidden, true) => ("Tidak ada yang disembunyikan", "Yang disembunyikan dari pengunjung muncul di sini."),
        (State::Archived, true) => ("Tidak ada yang ditutup", "Toko dan produk yang ditutup tidak bisa dibuka lagi."),
    }
}

/// What an act has done. The address carries a word of a list, never a sentence.
/// `seen`: visitors see the listing now.
pub fn result(code: &str, seen: bool) -> Option<&'static str> {
    Some(match code {
        "disimpan" => "Draf tersimpan. Pengunjung belum melihatnya.",
        "diajukan" => "Sudah diajukan. Petugas lain yang menyetujuinya.",
        "disetujui" if seen => "Disetujui. Sekarang pengunjung melihatnya.",
        "disetujui" => "Disetujui. Pengunjung belum melihatnya, karena masih disembunyikan.",
        "dikembalikan" => "Dikembalikan dengan alasannya.",
        "disembunyikan" => "Disembunyikan. Pengunjung tidak melihatnya lagi.",
        "ditampilkan" if seen => "Ditampilkan lagi di pasar.",
        "ditampilkan" => "Ditampilkan lagi. Pengunjung melihatnya bila tokonya tampil.",
        "ditutup" => "Ditutup untuk seterusnya.",
        "ditemui" => "Tercatat: kantor sudah bertemu pemiliknya.",
        _ => return None,
    })
}

/// Beside a draft: going on with it, the same while something is missing, and sending it.
pub const DRAFT: [&str; 3] = ["Ubah", "Lengkapi", "Ajukan"];

/// In place of what a draft does not say yet.
pub const UNFINISHED: &str = "Belum lengkap";

/// `missing`: the fields, by their labels.
pub fn unfinished(missing: &str) -> NoteView {
    let text = ["Sebelum diajukan, lengkapi atau betulkan: ", missing, "."].concat();
    note("you", "pencil", UNFINISHED, &text)
}

/// A permit of a shop that ends soon, or has ended.
pub fn ends(shop: &str, ending: Ending) -> NoteView {
    let verb = if ending.has_ended() { " sudah berakhir sejak " } else { " berakhir " };
    let title = [ending.kind.name(), " ", shop, verb, &ending.until.in_words(Lang::Id)].concat();
    let text = "Ingatkan penjual supaya mengurus perpanjangannya, lalu menulis nomor dan tanggal yang baru.";
    note(if ending.is_urgent() { "stop" } else { "you" }, "clock", &title, text)
}

/// What the seller reads; the officer sends it.
pub fn renew(shop: &str, ending: Ending) -> String {
    let verb = if ending.has_ended() { " sudah berakhir sejak " } else { " berakhir " };
    let parts = [ending.kind.name(), " ", shop, verb, &ending.until.in_words(Lang::Id)];
    [&parts.concat(), ". Mohon diurus perpanjangannya, lalu tulis nomor dan tanggal yang baru di Smart Kampung."].concat()
}

pub fn returned(reason: &str) -> NoteView {
    note("you", "pencil", "Perlu diperbaiki", reason)
}

/// What was asked for before: has it been done?
pub fn asked_before(reason: &str) -> NoteView {
    note("grey", "message", "Diminta sebelumnya", reason)
}

/// An act as the page draws it; `tick`: the permits of odd form that have to be looked at.
pub fn act(act: ActName, shop: bool, tick: Option<String>) -> ActView {
    let of = |for_shop: &'static str, for_product: &'static str| if shop { for_shop } else { for_product };
    let (title, consequence, button, reason) = match act {
        ActName::ApproveListing => {
            ("", "Yang disetujui menggantikan yang dilihat pengunjung, saat itu juga.", "Setujui dan tampilkan", None)
        }
        ActName::ReturnListing => (
            "Kembalikan untuk diperbaiki",
            "Yang sekarang tampil tidak berubah.",
            "Kembalikan",
            Some(("perbaikan", "Yang harus diperbaiki", "Dibaca penjual. Contoh: Harga grosirnya belum benar.")),
        ),
        ActName::SeeOwner => ("", "Sebelum toko baru tampil, kantor bertemu pemiliknya satu kali.", "Catat: pemilik sudah ditemui", None),
        ActName::ShowListing => {
            ("", of("Toko dan produknya tampil lagi di pasar.", "Produk ini tampil lagi di pasar."), "Tampilkan lagi", None)
        }
        ActName::HideListing => (
            of("Sembunyikan toko", "Sembunyikan produk"),
            of("Toko dan semua produknya langsung hilang dari pasar.", "Produk ini langsung hilang dari pasar."),
            "Sembunyikan sekarang",
            Some(("alasan", "Alasan", "Dibaca penjual. Katakan apa yang harus dilakukan.")),
        ),
        _ => (
            of("Tutup toko", "Tutup produk"),
            of("Toko ditutup untuk seterusnya dan tidak bisa dibuka lagi.", "Produk ditutup untuk seterusnya dan tidak bisa dibuka lagi."),
            "Tutup untuk seterusnya",
            None,
        ),
    };
    ActView {
        act: act.code().to_owned(),
        title: title.to_owned(),
        consequence: consequence.to_owned(),
        button: button.to_owned(),
        tick,
        reason: reason.map(|(name, label, hint)| (name.to_owned(), label.to_owned(), hint.to_owned())),
    }
}
