//! How a problem code travels: its name and its numbers as one short text, `card_digits 0 15`. What
//! serde makes of an enum with so many shapes was a tenth of the forms' share of the browser (13 KB
//! before compression); every refusal would have paid for it.

use super::{Card, ProblemCode};
use crate::domain::Day;

impl From<ProblemCode> for String {
    fn from(code: ProblemCode) -> Self {
        let (name, first, second) = parts(code);
        let mut text = name.to_owned();
        for number in [first, second].into_iter().flatten() {
            text.push(' ');
            text.push_str(&number.to_string());
        }
        text
    }
}

impl TryFrom<String> for ProblemCode {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let mut words = text.split(' ');
        let name = words.next().unwrap_or_default();
        let mut number = || words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
        of_parts(name, number(), number()).ok_or("not the code of a problem")
    }
}

type Parts = (&'static str, Option<i64>, Option<i64>);

fn parts(code: ProblemCode) -> Parts {
    let one = |name, number: i64| (name, Some(number), None);
    match code {
        ProblemCode::Missing => ("missing", None, None),
        ProblemCode::MissingChoice => ("missing_choice", None, None),
        ProblemCode::MissingFile => ("missing_file", None, None),
        ProblemCode::TooLong { max } => one("too_long", max.into()),
        ProblemCode::LongWord { max } => one("long_word", max.into()),
        ProblemCode::Digits { need, have } => ("digits", Some(need.into()), Some(have.into())),
        ProblemCode::NotDigits => ("not_digits", None, None),
        ProblemCode::CardDigits { card, have } => ("card_digits", Some(card as i64), Some(have.into())),
        ProblemCode::CardDate { card } => one("card_date", card as i64),
        ProblemCode::CardSerial => ("card_serial", None, None),
        ProblemCode::NotAChoice => ("not_a_choice", None, None),
        ProblemCode::Unprintable => ("unprintable", None, None),
        ProblemCode::NotAName => ("not_a_name", None, None),
        ProblemCode::NotAPhone => ("not_a_phone", None, None),
        ProblemCode::NotANumber => ("not_a_number", None, None),
        ProblemCode::TooSmall { min } => one("too_small", min),
        ProblemCode::TooLarge { max } => one("too_large", max),
        ProblemCode::NotAnAmount => ("not_an_amount", None, None),
        ProblemCode::AmountTooSmall { min } => one("amount_too_small", min),
        ProblemCode::AmountTooLarge { max } => one("amount_too_large", max),
        ProblemCode::Year { first, last } => ("year", Some(first.into()), Some(last.into())),
        ProblemCode::NotADay => ("not_a_day", None, None),
        ProblemCode::DayTooEarly { first } => one("day_too_early", first.number().into()),
        ProblemCode::DayTooLate { last } => one("day_too_late", last.number().into()),
        ProblemCode::NotATime => ("not_a_time", None, None),
        ProblemCode::TooMany { max } => one("too_many", max.into()),
        ProblemCode::NotAFile => ("not_a_file", None, None),
        ProblemCode::NotAPattern => ("not_a_pattern", None, None),
        ProblemCode::PatternWithoutCode => ("pattern_without_code", None, None),
        ProblemCode::NotTicked => ("not_ticked", None, None),
        ProblemCode::ReviewsThere => ("reviews_there", None, None),
        ProblemCode::NotAPicture => ("not_a_picture", None, None),
        ProblemCode::PictureTooBig { max_mb } => one("picture_too_big", max_mb.into()),
        ProblemCode::PictureDamaged => ("picture_damaged", None, None),
        ProblemCode::NotATable => ("not_a_table", None, None),
        ProblemCode::TableUnreadable => ("table_unreadable", None, None),
        ProblemCode::TooManyRows { max } => one("too_many_rows", max.into()),
        ProblemCode::Repeated => ("repeated", None, None),
        ProblemCode::WrongCode => ("wrong_code", None, None),
        ProblemCode::UnknownLabel => ("unknown_label", None, None),
        ProblemCode::WrongSignIn => ("wrong_sign_in", None, None),
        ProblemCode::TooShort { min } => one("too_short", min.into()),
        ProblemCode::CommonPassword => ("common_password", None, None),
        ProblemCode::ListedTwice => ("listed_twice", None, None),
        ProblemCode::SecondHead => ("second_head", None, None),
        ProblemCode::NoHead => ("no_head", None, None),
        ProblemCode::NobodyMoves => ("nobody_moves", None, None),
        ProblemCode::RegisteredElsewhere => ("registered_elsewhere", None, None),
        ProblemCode::RegisteredHere => ("registered_here", None, None),
        ProblemCode::SameAddress => ("same_address", None, None),
        ProblemCode::NotASuccessor => ("not_a_successor", None, None),
        ProblemCode::NotCorrected => ("not_corrected", None, None),
        ProblemCode::TimesOverlap => ("times_overlap", None, None),
        ProblemCode::NotAnActivity => ("not_an_activity", None, None),
        ProblemCode::NotATest => ("not_a_test", None, None),
        ProblemCode::NotALink => ("not_a_link", None, None),
        ProblemCode::LinkNotHere => ("link_not_here", None, None),
        ProblemCode::NotAPin => ("not_a_pin", None, None),
    }
}

fn of_parts(name: &str, first: i64, second: i64) -> Option<ProblemCode> {
    let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    let year = |number: i64| u16::try_from(number).unwrap_or(u16::MAX);
    let day = |number: i64| Day::from_number(i32::try_from(number).unwrap_or(0));
    let card = |number: i64| if number == Card::Kk as i64 { Card::Kk } else { Card::Ktp };
    Some(match name {
        "missing" => ProblemCode::Missing,
        "missing_choice" => ProblemCode::MissingChoice,
        "missing_file" => ProblemCode::MissingFile,
        "too_long" => ProblemCode::TooLong { max: count(first) },
        "long_word" => ProblemCode::LongWord { max: count(first) },
        "digits" => ProblemCode::Digits { need: count(first), have: count(second) },
        "not_digits" => ProblemCode::NotDigits,
        "card_digits" => ProblemCode::CardDigits { card: card(first), have: count(second) },
        "card_date" => ProblemCode::CardDate { card: card(first) },
        "card_serial" => ProblemCode::CardSerial,
        "not_a_choice" => ProblemCode::NotAChoice,
        "unprintable" => ProblemCode::Unprintable,
        "not_a_name" => ProblemCode::NotAName,
        "not_a_phone" => ProblemCode::NotAPhone,
        "not_a_number" => ProblemCode::NotANumber,
        "too_small" => ProblemCode::TooSmall { min: first },
        "too_large" => ProblemCode::TooLarge { max: first },
        "not_an_amount" => ProblemCode::NotAnAmount,
        "amount_too_small" => ProblemCode::AmountTooSmall { min: first },
        "amount_too_large" => ProblemCode::AmountTooLarge { max: first },
        "year" => ProblemCode::Year { first: year(first), last: year(second) },
        "not_a_day" => ProblemCode::NotADay,
        "day_too_early" => ProblemCode::DayTooEarly { first: day(first) },
        "day_too_late" => ProblemCode::DayTooLate { last: day(first) },
        "not_a_time" => ProblemCode::NotATime,
        "too_many" => ProblemCode::TooMany { max: count(first) },
        "not_a_file" => ProblemCode::NotAFile,
        "not_a_pattern" => ProblemCode::NotAPattern,
        "pattern_without_code" => ProblemCode::PatternWithoutCode,
        "not_ticked" => ProblemCode::NotTicked,
        "reviews_there" => ProblemCode::ReviewsThere,
        "not_a_picture" => ProblemCode::NotAPicture,
        "picture_too_big" => ProblemCode::PictureTooBig { max_mb: count(first) },
        "picture_damaged" => ProblemCode::PictureDamaged,
        "not_a_table" => ProblemCode::NotATable,
        "table_unreadable" => ProblemCode::TableUnreadable,
        "too_many_rows" => ProblemCode::TooManyRows { max: count(first) },
        "repeated" => ProblemCode::Repeated,
        "wrong_code" => ProblemCode::WrongCode,
        "unknown_label" => ProblemCode::UnknownLabel,
        "wrong_sign_in" => ProblemCode::WrongSignIn,
        "too_short" => ProblemCode::TooShort { min: count(first) },
        "common_password" => ProblemCode::CommonPassword,
        "listed_twice" => ProblemCode::ListedTwice,
        "second_head" => ProblemCode::SecondHead,
        "no_head" => ProblemCode::NoHead,
        "nobody_moves" => ProblemCode::NobodyMoves,
        "registered_elsewhere" => ProblemCode::RegisteredElsewhere,
        "registered_here" => ProblemCode::RegisteredHere,
        "same_address" => ProblemCode::SameAddress,
        "not_a_successor" => ProblemCode::NotASuccessor,
        "not_corrected" => ProblemCode::NotCorrected,
        "times_overlap" => ProblemCode::TimesOverlap,
        "not_an_activity" => ProblemCode::NotAnActivity,
        "not_a_test" => ProblemCode::NotATest,
        "not_a_link" => ProblemCode::NotALink,
        "link_not_here" => ProblemCode::LinkNotHere,
        "not_a_pin" => ProblemCode::NotAPin,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::testing::every_problem_code;

    #[test]
    fn every_code_arrives_as_it_was_sent() {
        for code in every_problem_code() {
            let sent = serde_json::to_string(&code).expect("JSON");
            assert_eq!(serde_json::from_str::<ProblemCode>(&sent).expect(&sent), code, "{sent}");
        }
        assert!(serde_json::from_str::<ProblemCode>("\"missing_leg\"").is_err());
        assert!(serde_json::from_str::<ProblemCode>("\"\"").is_err());
    }
}
