//! One typed text becomes one word, or one problem. Shared by forms that are data and by the small
//! ones that are structs.

use super::{Card, ProblemCode};
use crate::domain::{BlobId, Day, KkNumber, Nik, PersonName, Phone, Rupiah, TimeOfDay, printable};

/// Longest word in a letter; a longer one runs off the page (letters 12, measured).
const LONGEST_WORD: usize = PersonName::MAX_WORD;

/// One line of at most `max` characters. May be empty: whether it must not be is the form's business.
pub fn line(typed: &str, max: u32) -> Result<String, ProblemCode> {
    short(printable::line(typed), max)
}

/// Several lines of at most `max` characters together.
pub fn lines(typed: &str, max: u32) -> Result<String, ProblemCode> {
    short(printable::lines(typed), max)
}

fn short(text: Result<String, printable::NotPrintable>, max: u32) -> Result<String, ProblemCode> {
    let text = text.map_err(|_| ProblemCode::Unprintable)?;
    if text.chars().count() > max as usize {
        return Err(ProblemCode::TooLong { max });
    }
    if text.split([' ', '\n']).any(|word| word.chars().count() > LONGEST_WORD) {
        return Err(ProblemCode::LongWord { max: LONGEST_WORD as u32 });
    }
    Ok(text)
}

pub fn name(typed: &str) -> Result<PersonName, ProblemCode> {
    PersonName::parse(typed).map_err(ProblemCode::from)
}

pub fn nik(typed: &str) -> Result<Nik, ProblemCode> {
    Nik::parse(typed).map_err(|fault| ProblemCode::of_card(Card::Ktp, fault))
}

pub fn kk(typed: &str) -> Result<KkNumber, ProblemCode> {
    KkNumber::parse(typed).map_err(|fault| ProblemCode::of_card(Card::Kk, fault))
}

pub fn phone(typed: &str) -> Result<Phone, ProblemCode> {
    Phone::parse(typed).map_err(|_| ProblemCode::NotAPhone)
}

/// A whole number that is not negative, with or without dots before every three digits.
pub fn number(typed: &str, min: i64, max: i64) -> Result<i64, ProblemCode> {
    let letters = typed.chars().any(|letter| letter.is_ascii_alphabetic() || letter == ',');
    let number = if letters { None } else { Rupiah::parse(typed).ok() }.ok_or(ProblemCode::NotANumber)?.amount();
    match number {
        _ if number < min => Err(ProblemCode::TooSmall { min }),
        _ if number > max => Err(ProblemCode::TooLarge { max }),
        _ => Ok(number),
    }
}

pub fn rupiah(typed: &str, min: i64, max: i64) -> Result<Rupiah, ProblemCode> {
    let rupiah = Rupiah::parse(typed).map_err(|_| ProblemCode::NotAnAmount)?;
    match rupiah.amount() {
        amount if amount < min => Err(ProblemCode::AmountTooSmall { min }),
        amount if amount > max => Err(ProblemCode::AmountTooLarge { max }),
        _ => Ok(rupiah),
    }
}

pub fn year(typed: &str, first: u16, last: u16) -> Result<i64, ProblemCode> {
    let typed = typed.trim();
    let year = if typed.len() == 4 && typed.bytes().all(|digit| digit.is_ascii_digit()) { typed.parse().ok() } else { None };
    year.filter(|year| (first..=last).contains(year)).map(i64::from).ok_or(ProblemCode::Year { first, last })
}

pub fn day(typed: &str, first: Day, last: Day) -> Result<Day, ProblemCode> {
    let day = Day::parse(typed).ok_or(ProblemCode::NotADay)?;
    match day {
        _ if day < first => Err(ProblemCode::DayTooEarly { first }),
        _ if day > last => Err(ProblemCode::DayTooLate { last }),
        _ => Ok(day),
    }
}

pub fn time(typed: &str) -> Result<TimeOfDay, ProblemCode> {
    TimeOfDay::parse(typed).ok_or(ProblemCode::NotATime)
}

/// # Errors
/// `NotDigits`, `Digits`.
pub fn postcode(typed: &str) -> Result<String, ProblemCode> {
    let digits = typed.trim();
    match digits.len() {
        _ if !digits.bytes().all(|digit| digit.is_ascii_digit()) => Err(ProblemCode::NotDigits),
        5 => Ok(digits.to_owned()),
        have => Err(ProblemCode::Digits { need: 5, have: u32::try_from(have).unwrap_or(u32::MAX) }),
    }
}

/// RT and RW are written with three digits: 2 is 002.
pub fn rt(typed: &str) -> Result<String, ProblemCode> {
    let digits = typed.trim();
    if !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(ProblemCode::NotDigits);
    }
    match digits.len() {
        1..=3 => Ok([&"00"[..3 - digits.len()], digits].concat()),
        have => Err(ProblemCode::Digits { need: 3, have: u32::try_from(have).unwrap_or(u32::MAX) }),
    }
}

/// Ids of stored files, parted by spaces.
pub fn files(typed: &str, max: usize) -> Result<Vec<BlobId>, ProblemCode> {
    let mut files = Vec::new();
    for id in typed.split_ascii_whitespace() {
        if files.len() == max {
            return Err(ProblemCode::TooMany { max: u32::try_from(max).unwrap_or(u32::MAX) });
        }
        files.push(id.parse().map_err(|_| ProblemCode::NotAFile)?);
    }
    Ok(files)
}
