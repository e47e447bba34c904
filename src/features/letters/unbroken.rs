//! Words that belong together stay on one line: their spaces become U+00A0. Done here and not in the
//! templates, so that no template can forget it.

use serde_json::Value;

const NO_BREAK: char = '\u{A0}';
const MONTHS: [&str; 12] =
    ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
/// A number follows each of these, and would be lost without it.
const BEFORE_NUMBERS: [&str; 8] = ["RT", "RW", "Nomor", "Nomor:", "No.", "NIP", "Km", "Tahun"];
/// A number, a letter or a Roman number follows these.
const BEFORE_NAMES: [&str; 3] = ["Gang", "Gg.", "Blok"];

/// Every text in a tree of answers; keys stay as they are.
pub fn unbroken_tree(tree: &mut Value) {
    match tree {
        Value::String(text) => *text = unbroken(text),
        Value::Array(items) => items.iter_mut().for_each(unbroken_tree),
        Value::Object(fields) => fields.values_mut().for_each(unbroken_tree),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A long answer may have lines; in a sentence they are spaces.
///
/// `RT 002 RW 001`, `5 Juni 1990`, `10.32 WIB`, `Nomor 12`, `Gang II` and the groups of a NIK in one piece
/// each; all other spaces stay.
pub fn unbroken(text: &str) -> String {
    let words: Vec<&str> = text.split([' ', '\n']).collect();
    let mut whole = String::with_capacity(text.len() + 8);
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            whole.push(if belong_together(words[at - 1], word) { NO_BREAK } else { ' ' });
        }
        whole.push_str(word);
    }
    whole
}

fn belong_together(before: &str, after: &str) -> bool {
    let after_bare = after.trim_end_matches([',', '.', ';', ')']);
    let number_before = is_number(before);
    (BEFORE_NUMBERS.contains(&before) && after.starts_with(|first: char| first.is_ascii_digit()))
        || (BEFORE_NAMES.contains(&before) && after_bare.chars().count() <= 5)
        || (number_before && (is_number(after_bare) || MONTHS.contains(&after_bare) || after_bare == "RW"))
        || (MONTHS.contains(&before) && after_bare.len() == 4 && is_number(after_bare))
        || (matches!(after_bare, "WIB") && before.starts_with(|first: char| first.is_ascii_digit()))
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `_` stands for a space that does not break.
    fn shown(text: &str) -> String {
        unbroken(text).replace(NO_BREAK, "_")
    }

    #[test]
    fn what_belongs_together_stays_on_one_line() {
        assert_eq!(shown("Dusun Krajan, RT 002 RW 001, Desa Tamansari"), "Dusun Krajan, RT_002_RW_001, Desa Tamansari");
        assert_eq!(shown("Banyuwangi, 5 Juni 1990"), "Banyuwangi, 5_Juni_1990");
        assert_eq!(shown("hari Selasa, tanggal 24 November 2026."), "hari Selasa, tanggal 24_November_2026.");
        assert_eq!(shown("25 November 2026, 10.32 WIB"), "25_November_2026, 10.32_WIB");
        assert_eq!(shown("3510 1645 0690 0001"), "3510_1645_0690_0001");
        assert_eq!(shown("NIP 19780412 200312 1 004"), "NIP_19780412_200312_1_004");
        assert_eq!(shown("Jalan Pantai Boom Gang II Nomor 4, Lingkungan Krajan"), "Jalan Pantai Boom Gang_II Nomor_4, Lingkungan Krajan");
    }

    #[test]
    fn the_lines_of_a_long_answer_become_one_sentence() {
        assert_eq!(shown("modal kerja\ndan sewa RT\n002"), "modal kerja dan sewa RT_002");
    }

    #[test]
    fn other_words_may_part() {
        for text in ["Gang Kelinci Putih", "Mei Lestari 12 ekor", "bulan Mei", "4 (empat) orang", "Nomor telepon", "RT", ""] {
            assert_eq!(shown(text).replace("Gang_", "Gang "), text);
        }
    }

    #[test]
    fn every_text_in_a_tree_is_reached_and_no_key() {
        let mut tree = serde_json::json!({ "5 Juni 1990": ["RT 002", { "a": "5 Juni 1990" }], "n": 1 });
        unbroken_tree(&mut tree);
        assert_eq!(tree, serde_json::json!({ "5 Juni 1990": ["RT\u{a0}002", { "a": "5\u{a0}Juni\u{a0}1990" }], "n": 1 }));
    }

    proptest! {
        #[test]
        fn only_spaces_change(text in "[A-Za-z0-9 .,]{0,80}") {
            prop_assert_eq!(unbroken(&text).replace(NO_BREAK, " "), text);
        }
    }
}
