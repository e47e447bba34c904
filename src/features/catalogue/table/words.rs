//! What is said of a row of a file, and what the pages of tables say.

use super::columns::{choices, head_of};
use super::judge::Judged;
use crate::domain::with_dots;
use crate::features::catalogue::{Changed, MOST_OF_A_SHOP};
use crate::features::tables::{counted, rows};

pub const YES_OR_NO: &str = "Isi Ya atau Tidak.";
pub const NO_PRODUCT: &str = "Produk ini tidak ditemukan di kantor ini. Kosongkan bila produknya baru.";
pub const CLOSED_PRODUCT: &str = "Produk ini sudah ditutup dan tidak bisa diubah lagi. Hapus barisnya.";
pub const OTHER_SHOP: &str = "Produk ini milik toko lain, dan tidak bisa pindah toko.";
pub const WHICH_SHOP: &str = "Isi nama toko, atau alamatnya di pasar.";
pub const NO_SHOP: &str = "Toko ini tidak ditemukan di kantor ini.";
pub const TWO_SHOPS: &str = "Ada dua toko bernama ini. Isi alamat tokonya di pasar.";
pub const CLOSED_SHOP: &str = "Toko ini sudah ditutup.";
pub const NAME_TAKEN: &str = "Toko ini sudah punya produk bernama ini. Isi alamatnya, atau ganti namanya.";

/// Over the cells that are edited in place, in the order of their columns; short, so that all of them fit.
pub const GRID_HEADS: [&str; 6] = ["Nama", "Harga", "Satuan", "Persediaan", "Stok", "Hari buat"];

pub fn in_a_row_before(line: u32) -> String {
    ["Produk ini sudah ada di baris ", &with_dots(line.into()), ". Hapus salah satunya."].concat()
}

pub fn shop_is_full() -> String {
    ["Satu toko paling banyak punya ", &MOST_OF_A_SHOP.to_string(), " produk. Tutup dulu yang tidak dijual lagi."].concat()
}

/// "Pilih salah satu untuk Persediaan: Ada barangnya, Habis."
pub fn choose_one(field: &str) -> String {
    ["Pilih salah satu untuk ", head_of(field), ": ", &choices(field).join(", "), "."].concat()
}

/// What becomes of a file, all in all: who must act, an icon, and two sentences.
pub fn verdict(judged: &Judged) -> (&'static str, &'static str, String, &'static str) {
    if !judged.faults.is_empty() {
        let wrong = [&rows(judged.wrong()), " perlu diperbaiki"].concat();
        return ("stop", "alert-circle", wrong, "Belum ada yang ditulis. Perbaiki barisnya di berkas, lalu unggah lagi.");
    }
    match judged.writes() {
        0 => ("grey", "info-circle", "Tidak ada yang berubah".to_owned(), "Isi berkas ini sama dengan yang tersimpan."),
        _ => ("you", "send", "Semua baris benar".to_owned(), "Belum ada yang ditulis. Periksa perubahannya, lalu ajukan."),
    }
}

pub fn propose(number: usize) -> String {
    ["Ajukan ", &counted(number), " produk"].concat()
}

/// What was written, from the number that stands in the address.
pub fn written(number: &str) -> Option<String> {
    let number: usize = number.parse().ok()?;
    Some([&counted(number), " produk diajukan. Petugas lain yang menyetujuinya."].concat())
}

pub fn new_in(shop: &str) -> String {
    ["Produk baru di ", shop].concat()
}

/// "Harga: Rp18.000 → Rp20.000"
pub fn changed(field: &Changed) -> String {
    let said = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    [&field.label, ": ", &said(&field.before), " → ", &said(&field.after)].concat()
}
