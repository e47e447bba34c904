//! What is said of a file, and of its rows, whatever they are of.

use super::Fault;
use crate::domain::with_dots;

pub const EMPTY: &str = "Berkas ini kosong. Baris pertama berisi judul kolom.";
pub const NO_HEADS: &str = "Baris pertama harus berisi judul kolom, seperti di berkas ekspor.";
pub const UNKNOWN_HEAD: &str = "Judul kolom ini tidak dikenal. Betulkan, atau hapus kolomnya.";
pub const HEAD_TWICE: &str = "Kolom ini ada dua kali. Hapus salah satunya.";
pub const NO_HEAD_HERE: &str = "Ada isi di luar judul kolom. Periksa, mungkin ada koma yang berlebih.";
pub const FORMULA: &str = "Rumus di sel ini tidak memberi hasil. Ganti dengan isinya.";

/// "Harga: Isi paling sedikit Rp100."
pub fn remark(fault: &Fault) -> String {
    if fault.column.is_empty() { fault.sentence.clone() } else { [&fault.column, ": ", &fault.sentence].concat() }
}

pub fn rows(number: usize) -> String {
    [&counted(number), " baris"].concat()
}

/// What a list leaves out.
pub fn more(number: usize) -> Option<String> {
    (number > 0).then(|| ["Dan ", &counted(number), " lagi."].concat())
}

pub fn counted(number: usize) -> String {
    with_dots(i64::try_from(number).unwrap_or(i64::MAX))
}
