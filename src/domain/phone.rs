use std::fmt;

use super::card_number::digits_of;

/// A mobile number of Indonesia, kept as `62812…`: the form that a `wa.me` link takes. A village's
/// WhatsApp buttons were dead when numbers were stored as typed (OpenSID #10453, domain 4).
///
/// Personal like [`super::Nik`]: no printing, no serialising. A shop's published contact is another type.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone(String);

/// Not a mobile number of Indonesia in any usual writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPhone;

impl Phone {
    /// Reads `0812…`, `62812…`, `+62 812…`, `812…`, with spaces, dots, dashes and brackets.
    ///
    /// # Errors
    /// [`NotAPhone`] for anything else, numbers of other countries and land lines included: a code
    /// is sent to it.
    pub fn parse(typed: &str) -> Result<Self, NotAPhone> {
        let bare: String = typed.chars().filter(|letter| !matches!(letter, '(' | ')' | '+')).collect();
        let digits = digits_of(&bare).ok_or(NotAPhone)?;
        // "+62 0812…" is a usual slip: the zero of the national writing stays behind the code.
        let local = digits.strip_prefix("62").unwrap_or(&digits);
        let local = local.strip_prefix('0').unwrap_or(local);
        // ^8[1-9][0-9]{7,11}$: general knowledge (domain 4, mark K).
        let mobile = local.starts_with('8') && !local.starts_with("80") && (9..=13).contains(&local.len());
        if mobile { Ok(Self(["62", local].concat())) } else { Err(NotAPhone) }
    }

    /// `62812…`. Whoever calls this is responsible for where it ends.
    #[allow(dead_code, reason = "only a server seals a phone and finds it again")]
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }

    /// `0812…`, as people say it; as clear as [`Phone::expose`].
    pub(crate) fn national(&self) -> String {
        ["0", &self.0[2..]].concat()
    }

    /// `**** **** 5678`
    pub fn masked(&self) -> String {
        ["**** **** ", &self.0[self.0.len() - 4..]].concat()
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(62***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn land_lines_other_countries_and_words_are_refused() {
        for wrong in
            ["", "0333421234", "+60123456789", "08", "0801234567", "0812345", "08123456789012345", "nomor saya", "0812😀345678", "<b>"]
        {
            assert_eq!(Phone::parse(wrong), Err(NotAPhone), "{wrong}");
        }
    }

    #[test]
    fn every_usual_writing_is_the_same_number() {
        for typed in [
            "081234567890",
            "6281234567890",
            "+62 812-3456-7890",
            "812 3456 7890",
            "+62 (0)812.3456.7890",
            "\u{202A}+62 812\u{A0}3456 7890\u{202C}",
        ] {
            assert_eq!(Phone::parse(typed).expect(typed).expose(), "6281234567890", "{typed}");
        }
    }

    #[test]
    fn a_phone_number_in_a_log_or_a_list_is_masked() {
        let phone = Phone::parse("081234567890").expect("a number");
        assert_eq!((format!("{phone:?}").as_str(), phone.masked().as_str()), ("Phone(62***)", "**** **** 7890"));
    }

    proptest! {
        #[test]
        fn a_number_reads_back_in_both_writings(typed in "08[1-9][0-9]{7,11}") {
            let phone = Phone::parse(&typed).expect("a mobile number");
            prop_assert_eq!(phone.national(), typed);
            prop_assert_eq!(Phone::parse(phone.expose()), Ok(phone));
        }
    }
}
