use std::fmt;

use super::card_number::{self, CardNumberFault};
use super::{Day, Sex};

/// The number of a person, from the KTP. It tells where it was first given, not where the person
/// lives: ten desa of Blimbingsari had codes of other kecamatan before (data/README), so nothing
/// here compares the place with an address.
///
/// Restricted (class P3): it is neither serialisable nor printable, [`Nik::grouped`] is for the
/// owner's own answers, letters and the logged reveal, and a test of the architecture lists its callers.
#[derive(Clone, PartialEq, Eq)]
pub struct Nik(String);

impl Nik {
    /// Reads 16 digits, alone or in groups with spaces, dots or dashes.
    ///
    /// # Errors
    /// Says what is wrong with the number, so that the page can say what to do.
    pub fn parse(typed: &str) -> Result<Self, CardNumberFault> {
        card_number::parse(typed).map(Self)
    }

    /// `3510 1645 0690 0001`, in clear. Whoever calls this is responsible for where it ends.
    pub(crate) fn grouped(&self) -> String {
        card_number::grouped(&self.0)
    }

    /// `**** **** **** 0001`
    pub fn masked(&self) -> String {
        card_number::masked(&self.0)
    }

    /// The six digits of the kecamatan that gave the number: 351016.
    pub fn district(&self) -> u32 {
        (0..3).fold(0, |code, at| code * 100 + u32::from(card_number::pair(&self.0, at * 2)))
    }

    /// What the number says about its holder. Of the two centuries it takes the later one that is
    /// not in the future. Old cards carry mistakes: compare and warn, never refuse (domain 4).
    pub fn birth_day_and_sex(&self, today: Day) -> Option<(Day, Sex)> {
        let (day, month, year) = (card_number::pair(&self.0, 6), card_number::pair(&self.0, 8), card_number::pair(&self.0, 10));
        let sex = if day > 40 { Sex::Female } else { Sex::Male };
        let in_century = |century: u16| Day::new(century + u16::from(year), month, card_number::day_of_month(day));
        let born = in_century(2000).filter(|born| *born <= today).or_else(|| in_century(1900))?;
        Some((born, sex))
    }
}

impl fmt::Debug for Nik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Nik(")?;
        f.write_str(&self.0[..4])?;
        f.write_str("************)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::any_nik;
    use proptest::prelude::*;

    const RATNA: &str = "3510164506900001";

    fn today() -> Day {
        Day::new(2026, 11, 24).expect("a day")
    }

    #[test]
    fn a_nik_with_a_missing_digit_says_how_many_there_are() {
        assert_eq!(Nik::parse("351016450690000"), Err(CardNumberFault::Length { have: 15 }));
        assert_eq!(Nik::parse(""), Err(CardNumberFault::Length { have: 0 }));
        assert_eq!(Nik::parse(&RATNA.repeat(2000)), Err(CardNumberFault::Length { have: 32_000 }));
    }

    #[test]
    fn a_nik_with_an_impossible_birthday_is_refused() {
        for wrong in
            ["3510163202900001", "3510164513900001", "3510160001900001", "3510167201900001", "3510163002900001", "3510162902990001"]
        {
            assert_eq!(Nik::parse(wrong), Err(CardNumberFault::Date), "{wrong}");
        }
    }

    #[test]
    fn the_leap_day_of_2000_is_a_birthday_although_1900_had_none() {
        let born = Nik::parse("3510162902000001").expect("a NIK").birth_day_and_sex(today());
        assert_eq!(born, Some((Day::new(2000, 2, 29).expect("a day"), Sex::Male)));
    }

    #[test]
    fn serial_0000_was_never_given() {
        assert_eq!(Nik::parse("3510164506900000"), Err(CardNumberFault::Serial));
    }

    #[test]
    fn letters_emoji_and_digits_of_other_scripts_are_no_nik() {
        for wrong in ["351016450690000l", "351016450690000😀", "٣٥١٠١٦٤٥٠٦٩٠٠٠٠١", "<script>alert(1)</script>", "#panic(\"x\")"]
        {
            assert_eq!(Nik::parse(wrong), Err(CardNumberFault::Letters), "{wrong}");
        }
    }

    #[test]
    fn a_nik_pasted_with_spaces_dots_dashes_or_invisible_marks_is_read() {
        let ratna = Nik::parse(RATNA).expect("a NIK");
        for typed in ["3510 1645 0690 0001", " 35.10.16.450690.0001\n", "3510-1645-0690-0001", "\u{202A}3510164506900001\u{202C}"] {
            assert_eq!(Nik::parse(typed).as_ref(), Ok(&ratna), "{typed}");
        }
    }

    #[test]
    fn a_nik_tells_birthday_sex_and_where_it_was_given() {
        let ratna = Nik::parse(RATNA).expect("a NIK");
        assert_eq!(ratna.birth_day_and_sex(today()), Some((Day::new(1990, 6, 5).expect("a day"), Sex::Female)));
        assert_eq!(ratna.district(), 351_016);
        let budi = Nik::parse("3510160101850002").expect("a NIK");
        assert_eq!(budi.birth_day_and_sex(today()), Some((Day::new(1985, 1, 1).expect("a day"), Sex::Male)));
        let child = Nik::parse("3510160101200002").expect("a NIK");
        assert_eq!(child.birth_day_and_sex(today()), Some((Day::new(2020, 1, 1).expect("a day"), Sex::Male)));
    }

    #[test]
    fn a_nik_in_a_log_or_a_list_is_masked() {
        let ratna = Nik::parse(RATNA).expect("a NIK");
        assert_eq!(format!("{ratna:?}"), "Nik(3510************)");
        assert_eq!(ratna.masked(), "**** **** **** 0001");
    }

    proptest! {
        #[test]
        fn a_nik_typed_in_groups_of_four_is_the_same_nik(nik in any_nik()) {
            prop_assert_eq!(Nik::parse(&nik.grouped()), Ok(nik));
        }

        #[test]
        fn whatever_is_typed_as_a_nik_is_answered(typed in "\\PC*") {
            if let Ok(nik) = Nik::parse(&typed) {
                prop_assert_eq!(nik.grouped().len(), 19);
                prop_assert!(nik.birth_day_and_sex(today()).is_some());
            }
        }
    }
}
