use serde::{Deserialize, Serialize};

use super::printable;

/// The name of a person as a letter prints it: at most 100 characters, no word over 40 (a longer one
/// runs off the page, letters 12), letters with the punctuation of names and titles.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

/// Why a text is not a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    Empty,
    TooLong,
    /// A word of more than [`PersonName::MAX_WORD`] characters.
    LongWord,
    /// Characters that a letter cannot show.
    Unprintable,
    /// Digits or signs. Names in civil registration have none; titles bring `.`, `,`, `/` and `-`.
    Sign,
}

impl PersonName {
    pub const MAX: usize = 100;
    pub const MAX_WORD: usize = 40;

    /// # Errors
    /// Says what is wrong, the first thing first.
    pub fn parse(typed: &str) -> Result<Self, NameFault> {
        let name = printable::line(typed).map_err(|_| NameFault::Unprintable)?;
        if name.is_empty() {
            return Err(NameFault::Empty);
        }
        if name.chars().count() > Self::MAX {
            return Err(NameFault::TooLong);
        }
        if name.split(' ').any(|word| word.chars().count() > Self::MAX_WORD) {
            return Err(NameFault::LongWord);
        }
        let right = name.chars().all(|letter| is_a_letter(letter) || stands_in_names(letter)) && name.chars().any(is_a_letter);
        if right { Ok(Self(name)) } else { Err(NameFault::Sign) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `S*** A*****`: for lists outside the case.
    pub fn masked(&self) -> String {
        let mut text = String::with_capacity(self.0.len());
        let mut first = true;
        for letter in self.0.chars() {
            text.push(if first || letter == ' ' { letter } else { '*' });
            first = letter == ' ';
        }
        text
    }
}

/// Of what is printable, the Latin letters. Not `char::is_alphabetic`: its tables of all scripts would
/// come into the browser.
const fn is_a_letter(letter: char) -> bool {
    matches!(letter, 'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}') && !matches!(letter, '×' | '÷')
}

const fn stands_in_names(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}' | '\u{2B9}'..='\u{2BC}' | ' ' | '.' | ',' | '\'' | '’' | '‘' | '`' | '-' | '/' | '(' | ')')
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> Self {
        name.0
    }
}

impl TryFrom<String> for PersonName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|_| "not the name of a person")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_empty_name_is_missing() {
        for empty in ["", "   ", "\u{200F}\u{202E}", "\n"] {
            assert_eq!(PersonName::parse(empty), Err(NameFault::Empty), "{empty:?}");
        }
    }

    #[test]
    fn a_name_that_would_run_off_the_page_is_refused() {
        assert_eq!(PersonName::parse(&"Siti ".repeat(21)), Err(NameFault::TooLong));
        assert_eq!(PersonName::parse(&"a".repeat(41)), Err(NameFault::LongWord));
        assert!(PersonName::parse(&"a".repeat(40)).is_ok());
    }

    #[test]
    fn markup_digits_and_emoji_are_no_name() {
        for wrong in ["<script>", "Siti #1", "Budi 2", "Robert'); DROP TABLE", "a@b.c", "-", "...", "Siti × Budi"] {
            assert_eq!(PersonName::parse(wrong), Err(NameFault::Sign), "{wrong}");
        }
        for wrong in ["Siti 😀", "سيتي", "Сити"] {
            assert_eq!(PersonName::parse(wrong), Err(NameFault::Unprintable), "{wrong}");
        }
    }

    #[test]
    fn names_with_titles_and_marks_are_names() {
        for name in ["Siti", "H. Achmad Ma'ruf, S.Pd., M.M.", "R.A. Désirée Å. Ñoño", "Ida Ayu / Dayu", "Sri-Wahyuni", "Kemire\u{300}n"]
        {
            assert_eq!(PersonName::parse(name).expect(name).as_str(), name);
        }
        assert_eq!(PersonName::parse("  Siti \u{202E} Aminah ").expect("a name").as_str(), "Siti Aminah");
    }

    #[test]
    fn outside_the_case_only_initials_are_shown() {
        assert_eq!(PersonName::parse("Siti Aminah").expect("a name").masked(), "S*** A*****");
        assert_eq!(PersonName::parse("Åsa").expect("a name").masked(), "Å**");
    }

    proptest! {
        #[test]
        fn whatever_is_typed_as_a_name_is_answered_and_stays(typed in any::<String>()) {
            if let Ok(name) = PersonName::parse(&typed) {
                prop_assert_eq!(PersonName::parse(name.as_str()), Ok(name));
            }
        }
    }
}
