//! What is printed on books and cards: `242008-B12` is copy 12 of Tamansari, `242008-A3` its card 3. The office is
//! part of it, so that a book from another village is never taken for one's own.

use crate::domain::OfficeCode;

/// What a label is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    Copy,
    Card,
}

/// Why a label that was typed or scanned is none of this library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    NoLabel,
    /// It belongs to another library.
    Of(OfficeCode),
}

/// All offices are of this regency.
const REGENCY: i64 = 3510;
const OFFICES: i64 = 1_000_000;

impl On {
    const fn letter(self) -> char {
        match self {
            Self::Copy => 'B',
            Self::Card => 'A',
        }
    }
}

pub fn label(office: OfficeCode, on: On, number: i64) -> String {
    format!("{:06}-{}{number}", office.number() % OFFICES, on.letter())
}

/// The label that was meant: `242008-B12`, `b12` and `12` are the same at its own library.
///
/// # Errors
/// [`Misread`].
pub fn read(typed: &str, office: OfficeCode, on: On) -> Result<String, Misread> {
    match read_any(typed, office, on)? {
        (of, label) if of == office => Ok(label),
        (other, _) => Err(Misread::Of(other)),
    }
}

/// The same of whichever library: guests keep the labels of their own.
///
/// # Errors
/// [`Misread::NoLabel`].
pub fn read_any(typed: &str, office: OfficeCode, on: On) -> Result<(OfficeCode, String), Misread> {
    let bare: String = typed.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_uppercase).collect();
    let (place, rest) = bare.split_once('-').map_or((None, bare.as_str()), |(place, rest)| (Some(place), rest));
    let digits = rest.strip_prefix(on.letter()).unwrap_or(rest);
    let number = digits.parse::<u32>().ok().filter(|number| *number > 0 && digits.bytes().all(|byte| byte.is_ascii_digit()));
    let number = i64::from(number.ok_or(Misread::NoLabel)?);
    let Some(place) = place else { return Ok((office, label(office, on, number))) };
    let code = place.parse::<i64>().ok().filter(|_| place.len() == 6);
    let of = code.and_then(|place| OfficeCode::try_from(REGENCY * OFFICES + place).ok()).ok_or(Misread::NoLabel)?;
    Ok((of, label(of, on, number)))
}

/// The number in a label of [`label`].
pub fn number_of(label: &str, on: On) -> Option<i64> {
    label.rsplit_once(on.letter())?.1.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_read_however_it_is_typed_and_never_taken_for_that_of_another_library() {
        let [here, there] = [3_510_242_008, 3_510_082_002].map(|code| OfficeCode::try_from(code).expect("an office"));
        let twelve = label(here, On::Copy, 12);
        assert_eq!((twelve.as_str(), number_of(&twelve, On::Copy)), ("242008-B12", Some(12)));
        for typed in ["242008-B12", " 242008-b12 ", "B12", "b 12", "12", "012"] {
            assert_eq!(read(typed, here, On::Copy).as_ref(), Ok(&twelve), "{typed}");
        }
        assert_eq!(read(&label(there, On::Copy, 12), here, On::Copy), Err(Misread::Of(there)));
        for typed in ["", "B", "0", "-12", "B-12", "12B", "+12", "242008-A12", "9999999-B1", "4294967296"] {
            assert_eq!(read(typed, here, On::Copy), Err(Misread::NoLabel), "{typed}");
        }
    }
}
