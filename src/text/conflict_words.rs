//! The sentences that a browser has too.

/// In Indonesian and in English.
pub type Sentence = (&'static str, &'static str);

pub const KEY_REUSED: Sentence = (
    "Formulir ini sudah kami terima dengan isi yang lain. Kalau isi yang ini juga perlu disimpan, kirim sekali lagi.",
    "We have received this form with other words. Send it once more if these are to be kept as well.",
);
pub const ANOTHER_ACCOUNT: Sentence =
    ("Sekarang akun lain yang masuk. Tidak ada yang disimpan.", "Another account is signed in now. Nothing was saved.");
pub const TOO_MUCH: Sentence =
    ("Kiriman terlalu besar. Perkecil fotonya atau persingkat isiannya.", "That was too much. Make the photo or the text smaller.");
