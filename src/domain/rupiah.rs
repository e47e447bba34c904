use serde::{Deserialize, Serialize};

/// Money in whole rupiah. Never negative, and of at most 15 digits: more cannot be put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Rupiah(i64);

/// Not an amount of whole rupiah.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotRupiah;

impl Rupiah {
    pub const MAX: Self = Self(999_999_999_999_999);

    /// Reads `4500000`, `4.500.000`, `Rp 4.500.000` and `Rp4.500.000,00`. A dot stands before three
    /// digits or nowhere: `4.5` might be four and a half million, so it is refused, not guessed.
    ///
    /// # Errors
    /// [`NotRupiah`] for words, fractions, negative and endless amounts.
    pub fn parse(typed: &str) -> Result<Self, NotRupiah> {
        let bare: String = typed.chars().filter(|letter| !letter.is_whitespace() && !super::printable::is_invisible(*letter)).collect();
        let bare = bare.strip_prefix("Rp").or_else(|| bare.strip_prefix("rp")).or_else(|| bare.strip_prefix("RP")).unwrap_or(&bare);
        let bare = bare.strip_prefix('.').unwrap_or(bare);
        let bare = bare.strip_suffix(",00").or_else(|| bare.strip_suffix(",-")).unwrap_or(bare);
        let mut parts = bare.split('.');
        let first = parts.next().unwrap_or_default();
        let mut digits = first.to_owned();
        for part in parts {
            if part.len() != 3 || digits.is_empty() || first.len() > 3 {
                return Err(NotRupiah);
            }
            digits.push_str(part);
        }
        let right = !digits.is_empty() && digits.len() <= 15 && digits.bytes().all(|digit| digit.is_ascii_digit());
        if right { digits.parse().map(Self).map_err(|_| NotRupiah) } else { Err(NotRupiah) }
    }

    pub const fn amount(self) -> i64 {
        self.0
    }

    /// `Rp4.500.000`, without a space after Rp (letters 6).
    pub fn in_digits(self) -> String {
        let mut text = String::from("Rp");
        text.push_str(&with_dots(self.0));
        text
    }
}

/// A number with a dot before every three digits: `4.500.000`.
pub fn with_dots(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

impl TryFrom<i64> for Rupiah {
    type Error = &'static str;

    fn try_from(amount: i64) -> Result<Self, Self::Error> {
        if (0..=Self::MAX.0).contains(&amount) { Ok(Self(amount)) } else { Err("not an amount in rupiah") }
    }
}

impl From<Rupiah> for i64 {
    fn from(amount: Rupiah) -> Self {
        amount.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_whole_amount_is_refused_and_not_guessed() {
        for wrong in [
            "",
            "Rp",
            "-5000",
            "4.5",
            "4,5",
            "4.50.000",
            "4500.000",
            ".",
            "Rp.",
            "lima ribu",
            "5k",
            "1e9",
            "1234567890123456",
            "😀",
            "4..500",
            "<b>1</b>",
            "5,000",
        ] {
            assert_eq!(Rupiah::parse(wrong), Err(NotRupiah), "{wrong}");
        }
    }

    #[test]
    fn the_usual_writings_are_the_same_amount() {
        for typed in [
            "4500000",
            "4.500.000",
            "Rp4.500.000",
            "Rp. 4.500.000",
            " rp 4.500.000,00",
            "4 500 000",
            "Rp4.500.000,-",
            "\u{202A}4.500.000\u{202C}",
        ] {
            assert_eq!(Rupiah::parse(typed).map(Rupiah::amount), Ok(4_500_000), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_reads_back_as_it_is_shown(amount in 0..=Rupiah::MAX.0) {
            let rupiah = Rupiah::try_from(amount).expect("an amount");
            prop_assert_eq!(Rupiah::parse(&rupiah.in_digits()), Ok(rupiah));
        }
    }
}
