use serde::{Deserialize, Serialize};

use crate::domain::{CardNumberFault, Day, NameFault};

/// What is wrong with an input, all at once and in the order of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Problems(Vec<Problem>);

/// One field and what is wrong with it. `text` has the sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The field's name in the form, which is also its id on the page.
    pub field: String,
    pub code: ProblemCode,
}

/// The typed reasons. None carries what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ProblemCode {
    Missing,
    /// Nothing is chosen yet.
    MissingChoice,
    /// No photo or file yet.
    MissingFile,
    /// More than `max` characters.
    TooLong {
        max: u32,
    },
    /// A word of more than `max` characters, which would run off the letter.
    LongWord {
        max: u32,
    },
    /// Digits are missing or too many.
    Digits {
        need: u32,
        have: u32,
    },
    /// Something besides digits.
    NotDigits,
    /// A card's number without its 16 digits.
    CardDigits {
        card: Card,
        have: u32,
    },
    /// The date inside a card's number never was.
    CardDate {
        card: Card,
    },
    /// A card's number ends in 0000.
    CardSerial,
    /// Not one of the choices.
    NotAChoice,
    /// Characters that a letter cannot show (emoji, other scripts, control characters).
    Unprintable,
    /// Digits or signs that no name has.
    NotAName,
    NotAPhone,
    /// Not a whole number.
    NotANumber,
    TooSmall {
        min: i64,
    },
    TooLarge {
        max: i64,
    },
    NotAnAmount,
    /// An amount in rupiah below or above what may be.
    AmountTooSmall {
        min: i64,
    },
    AmountTooLarge {
        max: i64,
    },
    /// Not a year between these.
    Year {
        first: u16,
        last: u16,
    },
    NotADay,
    DayTooEarly {
        first: Day,
    },
    DayTooLate {
        last: Day,
    },
    NotATime,
    /// More than `max` rows or files.
    TooMany {
        max: u32,
    },
    /// Not a file that was stored here.
    NotAFile,
    /// Not a pattern of letter numbers.
    NotAPattern,
    /// Books of their own begin at 1 each: without the code their letters would share numbers.
    PatternWithoutCode,
    /// Something that has to be ticked before it goes on.
    NotTicked,
    /// The reviewer has offices in the kecamatan where they would live.
    ReviewsThere,
    /// A file, but not a picture that is taken in: JPEG, PNG, WebP.
    NotAPicture,
    /// A picture of too many bytes or pixels.
    PictureTooBig {
        max_mb: u32,
    },
    /// A picture that cannot be read to its end.
    PictureDamaged,
    /// A file, but neither an XLSX nor a text of UTF-8.
    NotATable,
    /// A spreadsheet that cannot be read to its end.
    TableUnreadable,
    /// More than `max` rows in a spreadsheet.
    TooManyRows {
        max: u32,
    },
    /// Sent twice under one name.
    Repeated,
    /// A code is wrong, too late, or used: which of them is not said.
    WrongCode,
    /// No book and no card of this library has the label, or not one that is asked for: another book, a child's card.
    UnknownLabel,
    /// Name, password or code is wrong: which of them is not said.
    WrongSignIn,
    /// Fewer than `min` characters.
    TooShort {
        min: u32,
    },
    /// One of the passwords that are tried first.
    CommonPassword,
    /// The same person stands in the list already.
    ListedTwice,
    /// A family card has one head, and the list has two.
    SecondHead,
    /// Nobody in the list is the head of the family.
    NoHead,
    /// Nobody of the list moves.
    NobodyMoves,
    /// Another office is the one where the applicant is registered.
    RegisteredElsewhere,
    /// The applicant is registered at this office already.
    RegisteredHere,
    /// The new address is the old one.
    SameAddress,
    /// Not an address that begins with https, or not of the place that it is said to be of.
    NotALink,
    /// The address of a page, in a text that is none of its fields.
    LinkNotHere,
    /// Not a latitude and a longitude of Indonesia.
    NotAPin,
    /// Not another letter that may stand in the place of a revoked one.
    NotASuccessor,
    /// Only a corrected letter has another one in its place.
    NotCorrected,
    /// Two times of one day that run into each other.
    TimesOverlap,
    /// Not the code of an activity of a budget.
    NotAnActivity,
    /// Questions without choices enough, or without a right one.
    NotATest,
}

/// The two cards whose numbers are asked everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    Ktp,
    Kk,
}

impl ProblemCode {
    pub const fn of_card(card: Card, fault: CardNumberFault) -> Self {
        match fault {
            CardNumberFault::Letters => Self::NotDigits,
            CardNumberFault::Length { have } => Self::CardDigits { card, have },
            CardNumberFault::Date => Self::CardDate { card },
            CardNumberFault::Serial => Self::CardSerial,
        }
    }
}

impl From<NameFault> for ProblemCode {
    fn from(fault: NameFault) -> Self {
        use crate::domain::PersonName;
        match fault {
            NameFault::Empty => Self::Missing,
            NameFault::TooLong => Self::TooLong { max: PersonName::MAX as u32 },
            NameFault::LongWord => Self::LongWord { max: PersonName::MAX_WORD as u32 },
            NameFault::Unprintable => Self::Unprintable,
            NameFault::Sign => Self::NotAName,
        }
    }
}

impl Problems {
    /// Just one.
    pub fn one(field: impl Into<String>, code: ProblemCode) -> Self {
        let mut problems = Self::default();
        problems.add(field, code);
        problems
    }

    pub fn add(&mut self, field: impl Into<String>, code: ProblemCode) {
        self.0.push(Problem { field: field.into(), code });
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// The first problem of a field.
    pub fn of(&self, field: &str) -> Option<ProblemCode> {
        self.0.iter().find(|problem| problem.field == field).map(|problem| problem.code)
    }
}
