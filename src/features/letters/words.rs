//! A letter that is words alone, as data: what `typst/sku.json` says becomes the passages that the paper
//! and the screen show, so nothing has to be said twice.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A part of a letter. In the file its texts have places for facts; filled in, they are what is read.
///
/// `{nama_usaha}` is an answer, `{orang.nik}` a fact of [`template_json`](super::LetterData::template_json);
/// `{..:kapital}` and `{..:kecil}` write it in capitals or small. `[ pada {bank}]` is left out when a fact
/// in it is missing, of `[..|..]` the first stands that misses none. A text outside brackets that misses a
/// fact is left out whole: a row of something that was not asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Passage {
    #[serde(rename = "rincian")]
    Rows(Vec<Row>),
    /// Goes on with the sentence above, so it begins at the margin.
    #[serde(rename = "lanjut")]
    GoesOn(String),
    #[serde(rename = "alinea")]
    Paragraph(String),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub label: String,
    #[serde(rename = "nilai")]
    pub value: String,
    #[serde(rename = "tebal", default)]
    pub bold: bool,
}

/// The passages of a letter, with the facts of one in them. `None` for a file that is no letter.
pub fn passages(words: &str, facts: &Value) -> Option<Vec<Passage>> {
    let passages: Vec<Passage> = serde_json::from_str(words).ok().filter(|_| in_pairs(words))?;
    let filled = passages.into_iter().filter_map(|passage| match passage {
        Passage::Rows(rows) => {
            let row = |row: Row| Some(Row { value: fill(&row.value, facts)?, ..row });
            Some(Passage::Rows(rows.into_iter().filter_map(row).collect()))
        }
        Passage::GoesOn(text) => fill(&text, facts).map(Passage::GoesOn),
        Passage::Paragraph(text) => fill(&text, facts).map(Passage::Paragraph),
    });
    Some(filled.collect())
}

/// Brackets and braces of a whole file: one that is missing would end a sentence in its middle.
fn in_pairs(words: &str) -> bool {
    let mut open = Vec::new();
    let fits = words.chars().all(|letter| match letter {
        '[' | '{' => {
            open.push(letter);
            true
        }
        ']' => open.pop() == Some('['),
        '}' => open.pop() == Some('{'),
        '|' => open.last() == Some(&'['),
        _ => true,
    });
    fits && open.is_empty()
}

/// The facts that a letter's words name: for a test that holds them against the questions.
#[cfg(test)]
pub fn places(words: &str) -> Vec<String> {
    let names = words.split('{').filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.split(':').next().unwrap_or_default());
    names
        .filter(|name| !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_lowercase() || b"._".contains(&letter)))
        .map(str::to_owned)
        .collect()
}

fn fill(text: &str, facts: &Value) -> Option<String> {
    until_its_end(&mut text.chars(), facts).0
}

/// The text up to `|`, `]` or the end, and which of them ended it; `None` when it misses a fact.
fn until_its_end(letters: &mut std::str::Chars<'_>, facts: &Value) -> (Option<String>, Option<char>) {
    let mut text = Some(String::new());
    while let Some(letter) = letters.next() {
        match letter {
            '{' => {
                let name: String = letters.by_ref().take_while(|letter| *letter != '}').collect();
                text = text.zip(said(&name, facts)).map(|(text, fact)| text + &fact);
            }
            '[' => {
                let chosen = first_that_is_whole(letters, facts);
                text = text.map(|text| text + &chosen);
            }
            '|' | ']' => return (text, Some(letter)),
            plain => text.iter_mut().for_each(|text| text.push(plain)),
        }
    }
    (text, None)
}

fn first_that_is_whole(letters: &mut std::str::Chars<'_>, facts: &Value) -> String {
    let mut chosen = None;
    loop {
        let (text, end) = until_its_end(letters, facts);
        chosen = chosen.or(text);
        if end != Some('|') {
            return chosen.unwrap_or_default();
        }
    }
}

/// A fact in one line: the lines of a long answer are spaces in a sentence.
fn said(name: &str, facts: &Value) -> Option<String> {
    let (name, written) = name.split_once(':').unwrap_or((name, ""));
    let fact = match name.split_once('.') {
        Some((of, name)) => &facts[of][name],
        None => &facts["jawaban"][name],
    };
    let text = fact.as_str().or_else(|| fact["teks"].as_str())?;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(match written {
        "kapital" => line.to_uppercase(),
        "kecil" => line.to_lowercase(),
        _ => line,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str) -> Option<String> {
        fill(
            text,
            &serde_json::json!({
                "orang": { "nama": "Siti" },
                "jawaban": { "bank": "BRI", "status": { "kode": "1", "teks": "Milik Sendiri" }, "lama": "dua\nbaris", "rows": [] },
            }),
        )
    }

    #[test]
    fn facts_come_into_their_places_and_what_misses_one_is_left_out() {
        for (text, expected) in [
            ("{orang.nama:kapital} di {bank}", Some("SITI di BRI")),
            ("{lama}, {status:kecil}", Some("dua baris, milik sendiri")),
            ("{modal}", None),
            ("{rows}", None),
            ("untuk[ pada {bank}][ oleh {siapa}].", Some("untuk pada BRI.")),
            ("[{siapa}|{bank}|lain]", Some("BRI")),
            ("[{siapa}|lain]", Some("lain")),
            ("[a {bank}[, {siapa}]|b]", Some("a BRI")),
            ("[a {siapa}[, {bank}]|b[ {bank}]]", Some("b BRI")),
            ("[{siapa}]", Some("")),
        ] {
            assert_eq!(filled(text).as_deref(), expected, "{text}");
        }
    }

    /// Whatever a resident types is a fact, and never looked through for places.
    #[test]
    fn an_answer_that_looks_like_a_place_is_only_words() {
        let facts = serde_json::json!({ "jawaban": { "a": "[{b}|x]", "b": "geheim" } });
        assert_eq!(fill("{a}", &facts).as_deref(), Some("[{b}|x]"));
    }

    #[test]
    fn a_file_that_is_no_letter_gives_none() {
        for words in ["", "{}", r#"[{"rincian": [{"label": "x", "isi": "y"}]}]"#, r#"[{"paragraf": "x"}]"#] {
            assert_eq!(passages(words, &Value::Null), None, "{words}");
        }
        for sentence in ["untuk[ pada {bank}.", "untuk pada {bank}].", "untuk pada {bank.", "untuk | pada", "untuk[ pada {bank|x}]"] {
            let words = serde_json::json!([{ "alinea": sentence }]).to_string();
            assert_eq!(passages(&words, &Value::Null), None, "{sentence}");
        }
    }
}
