//! Texts of shops and products lead nowhere: whoever sells has fields for links, and whoever spams has none.

use crate::forms::ProblemCode;

/// A text that was read, unless it names a page elsewhere.
///
/// # Errors
/// What was wrong with it before; else `LinkNotHere`.
pub fn unlinked(read: Result<String, ProblemCode>) -> Result<String, ProblemCode> {
    let text = read?;
    if text.split_whitespace().any(leads_away) { Err(ProblemCode::LinkNotHere) } else { Ok(text) }
}

/// Ends of addresses that people type in Indonesia.
const ENDS: [&str; 27] = [
    "com", "net", "org", "id", "me", "ly", "info", "shop", "xyz", "site", "link", "biz", "online", "co", "io", "vip", "top", "cc", "win",
    "bet", "asia", "app", "club", "store", "live", "pro", "to",
];

fn leads_away(word: &str) -> bool {
    let word = word.to_lowercase();
    if word.contains("://") || word.contains("www.") {
        return true;
    }
    let host = word.split(['/', '?', '#', ':']).next().unwrap_or_default().trim_matches(|letter: char| !letter.is_alphanumeric());
    host.rsplit_once('.')
        .is_some_and(|(name, end)| ENDS.contains(&end) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_names_a_page_is_refused_and_one_with_dots_is_not() {
        for spam in [
            "Pesan di https://toko.example",
            "lihat www.slot.gacor",
            "bit.ly/abc",
            "(tokoku.co.id)",
            "wa.me/62812: murah",
            "SITUS.COM!",
            "slot88.vip",
            "t.co/x",
        ] {
            assert_eq!(unlinked(Ok(spam.into())), Err(ProblemCode::LinkNotHere), "{spam}");
        }
        for honest in ["Pisang awak. Manis.", "Jl. Kawah Ijen No.12 RT.02/RW.01", "Rp15.000 per kg", "Manis... gurih.", "Isi 1.5 kg"] {
            assert_eq!(unlinked(Ok(honest.into())).as_deref(), Ok(honest));
        }
        assert_eq!(unlinked(Err(ProblemCode::Missing)), Err(ProblemCode::Missing), "what was wrong before stays so");
    }
}
