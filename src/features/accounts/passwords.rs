//! Which passwords are taken. Length counts, not signs of all kinds; nothing expires. What is tried
//! first, and what everybody here would think of, is refused.

use std::collections::HashSet;
use std::sync::OnceLock;

use crate::forms::ProblemCode;
use crate::server::session::password::Grade;

/// The passwords that are tried first: worldwide and Indonesian, one a line, written small.
const COMMON: &str = include_str!("data/common-passwords.txt");
/// Words of this place, besides the person's own.
const OF_HERE: [&str; 4] = ["banyuwangi", "smartkampung", "kampung", "blambangan"];
const LONGEST: u32 = 1_000;

/// # Errors
/// What is wrong with it.
pub fn check(grade: Grade, password: &str, about: &[&str]) -> Result<(), ProblemCode> {
    let min = match grade {
        Grade::Resident => 8,
        Grade::Staff => 12,
    };
    let length = u32::try_from(password.chars().count()).unwrap_or(u32::MAX);
    match length {
        0 => Err(ProblemCode::Missing),
        _ if length < min => Err(ProblemCode::TooShort { min }),
        _ if length > LONGEST => Err(ProblemCode::TooLong { max: LONGEST }),
        _ if is_guessed_first(password, about) => Err(ProblemCode::CommonPassword),
        _ => Ok(()),
    }
}

fn is_guessed_first(password: &str, about: &[&str]) -> bool {
    let small: String = password.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
    let bare = small.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let few = small.chars().collect::<HashSet<_>>().len() < 4;
    // What stays of it without the name of the person or the place must be a password of its own.
    let known = about.iter().flat_map(|words| words.split(' ')).map(str::to_lowercase).chain(OF_HERE.map(str::to_owned));
    let rest = known.filter(|word| word.chars().count() >= 4).fold(small.clone(), |rest, word| rest.replace(&word, ""));
    few || common().contains(small.as_str()) || common().contains(bare) || rest.chars().count() < 6
}

fn common() -> &'static HashSet<&'static str> {
    static READ: OnceLock<HashSet<&'static str>> = OnceLock::new();
    READ.get_or_init(|| COMMON.lines().map(str::trim).filter(|line| !line.is_empty()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_ones_are_refused_by_grade() {
        assert_eq!(check(Grade::Resident, "kopi123", &[]), Err(ProblemCode::TooShort { min: 8 }));
        assert_eq!(check(Grade::Staff, "kopi ijen 9", &[]), Err(ProblemCode::TooShort { min: 12 }));
        assert_eq!(check(Grade::Staff, "", &[]), Err(ProblemCode::Missing));
    }

    #[test]
    fn what_is_tried_first_is_refused_in_any_dress() {
        for wrong in [
            "password",
            "Password123",
            "12345678",
            "Sayang123",
            "bismillah",
            "INDONESIA2026",
            "qwertyuiop",
            "aaaaaaaa",
            "banyuwangi1",
            "Banyuwangi-2026",
            "kampung99",
        ] {
            assert_eq!(check(Grade::Resident, wrong, &[]), Err(ProblemCode::CommonPassword), "{wrong}");
        }
        assert_eq!(check(Grade::Staff, "RiniWulandari1", &["Rini Wulandari"]), Err(ProblemCode::CommonPassword));
    }

    #[test]
    fn long_ones_of_any_letters_are_taken_as_they_are() {
        for right in ["kopi hangat di pagi hari", "jangkrik genting seruling", "пароль-не-простой-42", &"segitiga biru ".repeat(20)]
        {
            assert_eq!(check(Grade::Staff, right, &["Rini Wulandari"]), Ok(()), "{right}");
        }
    }

    #[test]
    fn the_list_is_written_small_and_without_signs() {
        for line in common() {
            assert!(line.chars().all(|letter| letter.is_alphanumeric() && !letter.is_uppercase()), "{line}");
        }
        assert!(common().len() > 250);
    }
}
