//! What a word is to the search: how it is said, and not how it is written. One function writes the index
//! and reads what visitors type, so whatever it makes equal is found. Rules of Indonesian and of its old and
//! Javanese spellings; none of them knows a product.

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Small letters and digits without an affix: "renginang".
    pub token: String,
    /// As it was written, in small letters: "rengginang".
    pub written: String,
}

/// Words that say nothing of what is looked for.
const EMPTY: [&str; 24] = [
    "dan",
    "atau",
    "di",
    "ke",
    "dari",
    "yang",
    "untuk",
    "dengan",
    "dalam",
    "pada",
    "oleh",
    "ini",
    "itu",
    "jual",
    "beli",
    "cari",
    "harga",
    "desa",
    "kelurahan",
    "kecamatan",
    "kabupaten",
    "kec",
    "kel",
    "kab",
];

/// One sound in several spellings: the old ones (1901, 1947), those of Javanese and Osing, and letters that
/// few people tell apart.
const SOUNDS: [(&str, &str); 15] = [
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("kh", "k"),
    ("th", "t"),
    ("dh", "d"),
    ("gh", "g"),
    ("ph", "p"),
    ("sy", "s"),
    ("ck", "k"),
    ("x", "ks"),
    ("q", "k"),
    ("f", "p"),
    ("v", "p"),
    ("z", "j"),
];

/// What remains of a word without an affix has at least so many letters: "ikan" is no "ik-an".
const STEM: usize = 4;

/// Particles that say whose it is, and how much of a word has to stand before them.
const WHOSE: [(&str, usize); 3] = [("nya", STEM - 1), ("ku", STEM), ("mu", STEM)];

/// The words of a text in their order, empty ones left out.
pub fn words(text: &str) -> impl Iterator<Item = Word> {
    split(text).into_iter().filter(|written| !EMPTY.contains(&written.as_str())).filter_map(|written| {
        let token = token(&written);
        // A single letter is left of "P-IRT", or typed by chance.
        (token.len() > 1 || token.bytes().all(|byte| byte.is_ascii_digit())).then_some(Word { token, written })
    })
}

/// Whether the one becomes the other by one letter more, less or other, or by two that change places.
pub fn one_letter_apart(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    match (one, other) {
        ([a, one @ ..], [b, other @ ..]) if one == other => a != b,
        ([a, b, one @ ..], [c, d, other @ ..]) if one == other && (a, b) == (d, c) => true,
        ([_, rest @ ..], longer) if rest == longer => true,
        (longer, [_, rest @ ..]) if rest == longer => true,
        _ => false,
    }
}

/// The word with each of its letters left out once: two words that are one letter apart share one of these,
/// or the one is among those of the other.
pub fn shortened(token: &str) -> impl Iterator<Item = String> {
    (0..token.len()).map(move |at| [&token[..at], &token[at + 1..]].concat())
}

/// Small letters and digits; an accent is no letter, an apostrophe ends no word.
fn split(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in text.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => 'a',
            'è' | 'é' | 'ê' | 'ë' | 'ě' | 'ē' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            'ñ' => 'n',
            'ç' => 'c',
            // A mark that stands alone behind its letter.
            '\'' | '’' | '‘' | '`' | '\u{300}'..='\u{36f}' => continue,
            other => other,
        };
        match words.last_mut() {
            Some(word) if plain.is_ascii_alphanumeric() => word.push(plain),
            Some(word) if !word.is_empty() => words.push(String::new()),
            _ => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn token(written: &str) -> String {
    if written.bytes().any(|byte| byte.is_ascii_digit()) {
        return written.to_owned();
    }
    let whose = |(end, least)| without_end(written, end, least).filter(|bare| without_pepet(bare).len() >= least);
    let bare = WHOSE.into_iter().find_map(whose).unwrap_or(written);
    let sounds = SOUNDS.iter().fold(once_each(bare), |word, (from, to)| word.replace(from, to));
    last_syllable(stem(open_end(without_pepet(&once_each(&sounds)))))
}

/// A letter that is written twice is heard once.
fn once_each(word: &str) -> String {
    let mut heard = String::with_capacity(word.len());
    for letter in word.chars() {
        if !heard.ends_with(letter) {
            heard.push(letter);
        }
    }
    heard
}

/// The weak e between a consonant and l or r, or between a first s and k, p or t, is heard by some and
/// written by fewer.
fn without_pepet(word: &str) -> String {
    let letters = word.as_bytes();
    let weak = |at: usize| {
        let Some(&[before, b'e', after, next]) = at.checked_sub(1).and_then(|from| letters.get(from..from + 4)) else { return false };
        let between = matches!(after, b'l' | b'r') || (at == 1 && before == b's' && matches!(after, b'k' | b'p' | b't'));
        between && !is_vowel(before) && before != after && is_vowel(next)
    };
    word.char_indices().filter(|(at, _)| !weak(*at)).map(|(_, letter)| letter).collect()
}

/// "cabai", "cabe"; "pulau", "pulo".
fn open_end(word: String) -> String {
    let heard = [("ai", "e"), ("au", "o")].into_iter().find_map(|(end, heard)| Some([without_end(&word, end, 2)?, heard].concat()));
    heard.unwrap_or(word)
}

/// One suffix and one prefix are taken off.
fn stem(word: String) -> String {
    if let Some(verb) = of_a_verb(&word) {
        let bare = ["kan", "an", "i"].into_iter().find_map(|end| without_end(&verb, end, STEM));
        return bare.map(ToOwned::to_owned).unwrap_or(verb);
    }
    let Some(noun) = without_end(&word, "an", STEM) else { return of_a_noun(&word).unwrap_or(word) };
    let state = ["ke", "k"].into_iter().find_map(|begin| noun.strip_prefix(begin).filter(|rest| begins_well(rest, begin)));
    state.map(ToOwned::to_owned).or_else(|| of_a_noun(noun)).unwrap_or_else(|| noun.to_owned())
}

/// me-, di-, ber-
fn of_a_verb(word: &str) -> Option<String> {
    if let Some(rest) = word.strip_prefix("ber").filter(|rest| rest.len() >= STEM && !rest.starts_with(['l', 'r', 'a', 'e', 'i', 'o', 'u']))
    {
        return Some(rest.to_owned());
    }
    if let Some(rest) = word.strip_prefix("di").filter(|rest| begins_well(rest, "di")) {
        return Some(rest.to_owned());
    }
    nasal(word, 'm')
}

/// pe-, with a nasal or without
fn of_a_noun(word: &str) -> Option<String> {
    nasal(word, 'p').or_else(|| word.strip_prefix("pe").filter(|rest| begins_well(rest, "pe")).map(ToOwned::to_owned))
}

/// me- and pe- change with the sound behind them, and that sound with them: "menenun" is of "tenun".
fn nasal(word: &str, first: char) -> Option<String> {
    let rest = word.strip_prefix(first)?;
    // Its e is gone before l and r.
    if rest.starts_with(['l', 'r']) && begins_well(rest, "k") {
        return Some(rest.to_owned());
    }
    let rest = rest.strip_prefix('e')?;
    let stem = [("ny", "s", ""), ("ng", "", "ghk"), ("m", "p", "bp"), ("n", "t", "cdjt")].into_iter().find_map(|(sound, lost, kept)| {
        let rest = rest.strip_prefix(sound)?;
        let first = rest.chars().next()?;
        let stem = if "aeiou".contains(first) { [lost, rest].concat() } else { kept.contains(first).then(|| rest.to_owned())? };
        (stem.len() >= STEM).then_some(stem)
    });
    // Bases on r or l come without a nasal: "pengrajin" is written all the same.
    stem.or_else(|| rest.strip_prefix("ng").filter(|rest| rest.starts_with(['l', 'r']) && rest.len() >= STEM).map(ToOwned::to_owned))
}

/// Whether what follows a prefix can be a word: long enough, and with at most one consonant more than its
/// first. The short form of a prefix stands before l and r only.
fn begins_well(rest: &str, prefix: &str) -> bool {
    let [first, second, ..] = rest.as_bytes() else { return false };
    let short = prefix.len() == 1;
    rest.len() >= STEM
        && (!short || matches!(first, b'l' | b'r'))
        && (short || is_vowel(*first) || is_vowel(*second) || matches!(second, b'l' | b'r' | b'w' | b'y'))
}

/// The a of a last closed syllable is a weak e to Javanese ears: "sambal", "sambel".
fn last_syllable(word: String) -> String {
    let letters = word.as_bytes();
    let closed = if word.ends_with("ng") { 2 } else { 1 };
    let Some(at) = letters.len().checked_sub(closed + 1) else { return word };
    let weak = letters[at] == b'e'
        && letters.len() >= STEM
        && letters[at + 1..].iter().all(|letter| !is_vowel(*letter))
        && !is_vowel(letters[at - 1]);
    if weak { [&word[..at], "a", &word[at + 1..]].concat() } else { word }
}

fn without_end<'a>(word: &'a str, end: &str, least: usize) -> Option<&'a str> {
    word.strip_suffix(end).filter(|rest| rest.len() >= least)
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
#[path = "spelling_tests.rs"]
mod tests;
