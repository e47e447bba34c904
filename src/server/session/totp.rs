//! The second factor: a secret in the office's phone, six digits that change every 30 seconds.

use data_encoding::BASE32_NOPAD;
use totp_rs::{Builder, Totp};

use crate::domain::Instant;
use crate::server::clock::Entropy;

pub const SECRET_BYTES: usize = 20;

/// A new secret.
pub fn draw(chance: &Entropy) -> [u8; SECRET_BYTES] {
    chance.bytes()
}

/// The step of 30 seconds to which a code belongs, if it is the one before, now, or the next. A step
/// counts once: whoever looks over a shoulder is refused.
pub fn step_of(secret: &[u8], typed: &str, now: Instant, last: Option<i64>) -> Option<i64> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let step = i64::try_from(totp(secret)?.check(&digits, seconds(now))?).ok()?;
    last.is_none_or(|last| step > last).then_some(step)
}

/// The code of this moment: for the list of people of a demonstration, and for tests.
pub fn code_at(secret: &[u8], now: Instant) -> Option<String> {
    totp(secret).map(|totp| totp.generate(seconds(now)).to_string())
}

/// In groups of four, as apps take it.
pub fn in_writing(secret: &[u8]) -> String {
    let text = BASE32_NOPAD.encode(secret);
    let groups: Vec<&str> = text.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(" ")
}

/// What the QR code says. `who` is a name of ours, without signs that an address would need escaped.
pub fn address(secret: &[u8], who: &str) -> String {
    let who: String = who.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    format!("otpauth://totp/Smart%20Kampung:{who}?secret={}&issuer=Smart%20Kampung", BASE32_NOPAD.encode(secret))
}

fn totp(secret: &[u8]) -> Option<Totp> {
    let secret: [u8; SECRET_BYTES] = secret.try_into().ok()?;
    Builder::new().with_secret(secret).build().ok()
}

fn seconds(now: Instant) -> u64 {
    u64::try_from(now.micros() / 1_000_000).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B (the last six of its eight digits), SHA-1.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")] {
            let now = Instant::from_micros(second * 1_000_000);
            assert_eq!(code_at(b"12345678901234567890", now).as_deref(), Some(code));
        }
    }

    #[test]
    fn a_code_counts_once_and_an_older_one_not_at_all_after_it() {
        let (secret, now) = (draw(&Entropy::system()), Instant::from_micros(1_795_485_600_000_000));
        let code = code_at(&secret, now).unwrap();
        let step = step_of(&secret, &code, now, None).unwrap();
        assert_eq!(step_of(&secret, &code, now, Some(step)), None);
        let before = code_at(&secret, now.plus_seconds(-30)).unwrap();
        assert_eq!(step_of(&secret, &before, now, None), Some(step - 1));
        assert_eq!(step_of(&secret, &before, now, Some(step)), None);
        assert_eq!(step_of(&secret, &code, now.plus_seconds(90), None), None);
    }

    #[test]
    fn spaces_in_a_code_are_no_fault_and_letters_are() {
        let (secret, now) = (draw(&Entropy::system()), Instant::from_micros(0));
        let code = code_at(&secret, now).unwrap();
        assert!(step_of(&secret, &format!("{} {}", &code[..3], &code[3..]), now, None).is_some());
        for wrong in ["", "12345", "abcdef", "1234567"] {
            assert_eq!(step_of(&secret, wrong, now, None), None, "{wrong}");
        }
    }
}
