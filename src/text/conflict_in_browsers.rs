//! Why a record refuses, as far as a browser finds it out by itself; else the server sends it the sentence: no phone
//! downloads seventy of them that it may never show.

use super::conflict_words::{ANOTHER_ACCOUNT, KEY_REUSED, Sentence, TOO_MUCH};
use crate::access::Code;

/// What a browser acts on, or is told by a layer that puts nothing in words.
pub const fn conflict(code: Code) -> Sentence {
    match code {
        Code::KeyReused => KEY_REUSED,
        Code::AnotherAccount => ANOTHER_ACCOUNT,
        Code::TooMuch => TOO_MUCH,
        _ => ("Keadaannya sudah berubah. Muat ulang halamannya.", "Things have changed. Reload the page."),
    }
}
