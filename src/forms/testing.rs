//! Answers for tests: any valid ones of a schema, as people type them.

use proptest::prelude::*;

use super::{Answers, Asked, Card, FieldKind, Given, ProblemCode, Schema, asked};
use crate::domain::{Day, with_dots};

/// Any valid answers to a whole schema: every required question, and some of the others.
pub(crate) fn any_valid_answers(schema: Schema, given: Given) -> impl Strategy<Value = Answers> {
    any::<u64>().prop_map(move |seed| fill(&schema, &given, &mut Dice(seed)))
}

/// Answers, looks which questions that brings, and answers those, until nothing is left to ask.
fn fill(schema: &Schema, given: &Given, dice: &mut Dice) -> Answers {
    let mut answers = Answers::default();
    let mut seen: Vec<String> = Vec::new();
    loop {
        // Whoever has begun with an optional person must finish it, so what was left out comes again.
        let owed = |question: &Asked<'_>| question.required && question.typed.is_empty() && question.field.kind != FieldKind::Rows;
        let open = asked(schema, &answers, given).into_iter().find(|question| owed(question) || !seen.contains(&question.path));
        let Some(question) = open else { return answers };
        seen.push(question.path.clone());
        if question.required || dice.below(2) == 0 {
            answer(&question, given, dice, &mut answers);
        }
    }
}

fn answer(question: &Asked<'_>, given: &Given, dice: &mut Dice, answers: &mut Answers) {
    let (field, path) = (question.field, question.path.as_str());
    match field.kind {
        FieldKind::Date => {
            let first = field.min.map_or(-40_000, |days| days as i32);
            let last = field.max.map_or(first + 80_000, |days| days as i32);
            let day = given.today.plus_days(first + dice.below((last - first) as u64 + 1) as i32);
            if dice.below(3) == 0 { answers.put(path, day.iso()) } else { answers.put_day(path, day) }
        }
        FieldKind::Rows => {
            let least = field.min.unwrap_or(if question.required { 1 } else { 0 }).max(0) as u64;
            answers.put(path, (least + dice.below(3)).min(field.most_rows() as u64).to_string());
        }
        _ => answers.put(path, typed(question, given, dice)),
    }
}

fn typed(question: &Asked<'_>, given: &Given, dice: &mut Dice) -> String {
    let field = question.field;
    let between = |dice: &mut Dice, low: i64, high: i64| low + dice.below((high - low) as u64 + 1) as i64;
    match field.kind {
        FieldKind::Text | FieldKind::LongText => {
            let most = field.max.unwrap_or(100) as usize;
            let text = dice.pick(&["Warung Bu Siti", "<b>Toko</b> #1", "Jl. Kemirèn 7", "“Usaha” – $x$ \\ 50%", "  a "]);
            text.chars().take(most).collect()
        }
        FieldKind::Name => dice.pick(&["Siti Aminah", "H. Achmad Ma'ruf, S.Pd.", " R.A. Désirée "]).to_owned(),
        FieldKind::Number => with_dots(between(dice, field.min.unwrap_or(0), field.max.unwrap_or(999_999))),
        FieldKind::Rupiah => ["Rp ", &with_dots(between(dice, field.min.unwrap_or(0), field.max.unwrap_or(900_000_000)))].concat(),
        FieldKind::Year => {
            let last = i64::from(given.today.year()) + field.max.unwrap_or(0);
            between(dice, field.min.unwrap_or(1900), last).to_string()
        }
        FieldKind::Time => dice.pick(&["07.05", "23:59", "0.00"]).to_owned(),
        FieldKind::Choice | FieldKind::RowsOf => {
            let offered: Vec<_> = field.options.iter().filter(|option| question.within.is_none() || option.of == question.within).collect();
            offered[dice.below(offered.len() as u64) as usize].code.clone()
        }
        FieldKind::Nik | FieldKind::Kk => card_number(dice),
        FieldKind::Phone => dice.pick(&["081234567890", "+62 812-3456-7890", "62 811 222 333"]).to_owned(),
        FieldKind::Rt => dice.below(1_000).to_string(),
        FieldKind::Postcode => (10_000 + dice.below(90_000)).to_string(),
        FieldKind::Attachment => crate::domain::BlobId::from_u128(u128::from(dice.next())).to_string(),
        FieldKind::Date | FieldKind::Rows | FieldKind::Region | FieldKind::Person | FieldKind::Fact => String::new(),
    }
}

fn card_number(dice: &mut Dice) -> String {
    let born = Day::from_number(dice.below(20_000) as i32);
    let (day, year) = (u64::from(born.day()) + 40 * dice.below(2), born.year() % 100);
    let separator = dice.pick(&["", " ", ".", "-"]);
    format!("351016{separator}{day:02}{:02}{year:02}{separator}{:04}", born.month(), 1 + dice.below(9_999))
}

/// Splitmix64: small and repeatable.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.below(from.len() as u64) as usize]
    }
}

/// One of each, for whatever must know them all.
pub(crate) fn every_problem_code() -> Vec<ProblemCode> {
    use ProblemCode::*;
    let (first, last) = (Day::FIRST, Day::LAST);
    vec![
        Missing,
        MissingChoice,
        MissingFile,
        TooLong { max: 100 },
        LongWord { max: 40 },
        Digits { need: 3, have: 4 },
        NotDigits,
        CardDigits { card: Card::Ktp, have: 15 },
        CardDigits { card: Card::Kk, have: 17 },
        CardDate { card: Card::Ktp },
        CardDate { card: Card::Kk },
        CardSerial,
        NotAChoice,
        Unprintable,
        NotAName,
        NotAPhone,
        NotANumber,
        TooSmall { min: 1 },
        TooLarge { max: 1_000 },
        NotAnAmount,
        AmountTooSmall { min: 1 },
        AmountTooLarge { max: 1_000 },
        Year { first: 1900, last: 2026 },
        NotADay,
        DayTooEarly { first },
        DayTooLate { last },
        NotATime,
        TooMany { max: 10 },
        NotAFile,
        NotAPattern,
        PatternWithoutCode,
        NotTicked,
        ReviewsThere,
        NotAPicture,
        PictureTooBig { max_mb: 12 },
        PictureDamaged,
        NotATable,
        TableUnreadable,
        TooManyRows { max: 2_000 },
        Repeated,
        WrongCode,
        WrongSignIn,
        TooShort { min: 12 },
        CommonPassword,
        ListedTwice,
        SecondHead,
        NoHead,
        NobodyMoves,
        RegisteredElsewhere,
        RegisteredHere,
        SameAddress,
        NotASuccessor,
        NotCorrected,
        TimesOverlap,
        NotAnActivity,
        NotATest,
        NotALink,
        LinkNotHere,
        NotAPin,
    ]
}
