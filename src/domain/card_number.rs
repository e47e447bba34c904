//! What the 16 digits of the two cards (KTP and Kartu Keluarga) have in common: six digits of the
//! place that registered them, a date as DDMMYY, a serial. Source: domain 4.

use super::Day;

/// Why a number cannot stand on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardNumberFault {
    /// Something besides digits, spaces, dots and dashes.
    Letters,
    /// Not 16 digits.
    Length { have: u32 },
    /// Digits 7 to 12 are no date that ever was.
    Date,
    /// Serials begin at 0001.
    Serial,
}

pub(super) const LENGTH: usize = 16;

/// The digits of a number as people type and paste it: in groups, with dots or dashes, with the
/// invisible marks that come along from a chat.
pub(super) fn digits_of(typed: &str) -> Option<String> {
    let mut digits = String::with_capacity(typed.len());
    for letter in typed.chars() {
        match letter {
            '0'..='9' => digits.push(letter),
            '.' | '-' | '\u{2010}'..='\u{2015}' => {}
            other if other.is_whitespace() || super::printable::is_invisible(other) => {}
            _ => return None,
        }
    }
    Some(digits)
}

/// Sixteen digits with a real date and a serial.
pub(super) fn parse(typed: &str) -> Result<String, CardNumberFault> {
    let digits = digits_of(typed).ok_or(CardNumberFault::Letters)?;
    if digits.len() != LENGTH {
        return Err(CardNumberFault::Length { have: u32::try_from(digits.len()).unwrap_or(u32::MAX) });
    }
    let (day, month, year) = (pair(&digits, 6), pair(&digits, 8), pair(&digits, 10));
    // The two-digit year may be of either century; the 29th of February 1900 never was, that of 2000 was.
    let real = |century: u16| Day::new(century + u16::from(year), month, day_of_month(day)).is_some();
    if !(real(1900) || real(2000)) {
        return Err(CardNumberFault::Date);
    }
    if digits.ends_with("0000") { Err(CardNumberFault::Serial) } else { Ok(digits) }
}

/// Women have 40 added to the day of their birth.
pub(super) const fn day_of_month(day: u8) -> u8 {
    if day > 40 { day - 40 } else { day }
}

/// The two digits at a place, as a number.
pub(super) fn pair(digits: &str, at: usize) -> u8 {
    digits.as_bytes().iter().skip(at).take(2).fold(0, |number, digit| number * 10 + (digit - b'0'))
}

/// In fours, as it is printed on the cards.
pub(super) fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(LENGTH + 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

/// All but the last four digits hidden.
pub(super) fn masked(digits: &str) -> String {
    let mut text = String::from("**** **** **** ");
    text.push_str(&digits[LENGTH - 4..]);
    text
}
