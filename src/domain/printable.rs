//! Which characters a letter can show. A letter with an emoji or an Arabic word in it cannot be
//! exported at all (letters 12, measured), so every answer is checked when it is typed, in the
//! browser and on the server alike.

/// A character that no letter can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPrintable;

/// One line: the text with single spaces, without the invisible marks that turn its direction.
/// Line breaks and tabs are spaces here. Whether it is empty or too long is another question.
///
/// # Errors
/// [`NotPrintable`] for emoji, other scripts, control and private-use characters, and for more than
/// one combining mark on a letter (the browser cannot compose them, and 500 of them would pass).
pub fn line(typed: &str) -> Result<String, NotPrintable> {
    clean(typed, false)
}

/// Several lines: as [`line`], but line breaks stay, at most two together.
///
/// # Errors
/// As [`line`].
pub fn lines(typed: &str) -> Result<String, NotPrintable> {
    clean(typed, true)
}

/// Nothing but spaces and invisible marks.
pub fn is_blank(typed: &str) -> bool {
    typed.chars().all(|letter| letter.is_whitespace() || is_invisible(letter))
}

fn clean(typed: &str, breaks: bool) -> Result<String, NotPrintable> {
    let mut text = String::with_capacity(typed.len());
    let mut marks = 0;
    for letter in typed.chars().filter(|letter| !is_invisible(*letter)) {
        if breaks && letter == '\n' {
            while text.ends_with(' ') {
                text.pop();
            }
            if !text.is_empty() && !text.ends_with("\n\n") {
                text.push('\n');
            }
        } else if letter.is_whitespace() {
            if !text.is_empty() && !text.ends_with([' ', '\n']) {
                text.push(' ');
            }
        } else if is_mark(letter) {
            marks += 1;
            if marks > 1 || text.is_empty() || text.ends_with([' ', '\n']) {
                return Err(NotPrintable);
            }
            text.push(letter);
            continue;
        } else if has_a_glyph(letter) {
            text.push(letter);
        } else {
            return Err(NotPrintable);
        }
        marks = 0;
    }
    text.truncate(text.trim_end().len());
    Ok(text)
}

/// Marks without ink: direction (a letter would print reversed), joiners, soft hyphen, byte order.
pub(super) const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}')
}

/// Latin letters and the punctuation of letters. Read from the character maps of the five files we
/// embed (Tinos regular, bold, italic; Arimo regular, bold): all five hold every character of these
/// ranges. They hold Greek, Cyrillic and Hebrew too; those stay out, since a Cyrillic "а" in a name
/// looks right and is found by no search. "ƛ" stays out too: names are printed in capitals, and its
/// capital (U+A7DC) is in none of the files.
const fn has_a_glyph(letter: char) -> bool {
    letter != 'ƛ'
        && matches!(letter,
        ' '..='~' | '\u{A1}'..='\u{24F}' | '\u{2B9}'..='\u{2BC}' | '\u{1E00}'..='\u{1EFF}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203A}' | '\u{20A0}'..='\u{20BE}' | '№' | '™' | '−')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_letter_cannot_show_is_refused() {
        for wrong in [
            "Warung 😀",
            "محمد",
            "बाली",
            "屋台",
            "Слава",
            "a\u{0}b",
            "a\u{1B}[2J",
            "\u{E000}",
            "\u{FFFD}",
            "e\u{301}\u{301}",
            "\u{301}",
            "a \u{301}",
        ] {
            assert_eq!(line(wrong), Err(NotPrintable), "{wrong:?}");
        }
    }

    #[test]
    fn markup_of_any_kind_is_plain_text() {
        for text in ["<script>alert(1)</script>", "#panic(\"x\")", "$ x $ \\ * _ `", "' OR 1=1 --", "{{7*7}}"] {
            assert_eq!(line(text).as_deref(), Ok(text));
        }
    }

    #[test]
    fn marks_that_turn_the_direction_are_dropped() {
        assert_eq!(line("Si\u{202E}ti\u{202C} \u{2067}A\u{200F}minah\u{2069}\u{FEFF}").as_deref(), Ok("Siti Aminah"));
    }

    #[test]
    fn latin_letters_of_all_our_languages_stay() {
        let text = "Désa Kemirèn, Ñoño Åsa ŋ ḍ ṭ Ḍ Ṭ ě ö ü × ½ § ° № “ya” – ‘a’ … ’";
        assert_eq!(line(text).as_deref(), Ok(text));
        assert_eq!(line("Kemire\u{300}n").as_deref(), Ok("Kemire\u{300}n"));
    }

    #[test]
    fn spaces_are_single_and_a_line_is_one_line() {
        assert_eq!(line("  Warung\t Bu\u{A0}\u{2003}Siti \r\n ").as_deref(), Ok("Warung Bu Siti"));
        assert_eq!(lines(" satu \r\n\n\n\n dua\t\t dua \n").as_deref(), Ok("satu\n\ndua dua"));
        assert_eq!(line("\u{200B}\u{200B}").as_deref(), Ok(""));
    }

    proptest! {
        #[test]
        fn a_cleaned_text_is_clean(typed in any::<String>()) {
            if let Ok(text) = lines(&typed) {
                prop_assert_eq!(lines(&text), Ok(text));
            }
        }
    }
}
