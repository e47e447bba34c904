use std::fmt;

use serde::{Deserialize, Serialize};

use super::Day;

/// How an office writes its letter numbers: `{kode}/{urut:3}/{unit}/{tahun}` gives
/// 400.12.2.2/118/429.523.03/2026. A setting of the office, checked when it is saved, so that writing
/// a number later can fail only by its length.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NumberPattern {
    text: String,
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Literal(String),
    Code,
    /// The running number, padded to at least so many digits: 1204 stays 1204.
    Sequence(usize),
    Unit,
    VillageCode,
    Month,
    MonthRoman,
    Year,
}

/// What stands in one number.
#[derive(Clone, Copy, Debug)]
pub struct NumberFacts<'a> {
    /// The classification of the letter, 400.12.2.2.
    pub code: &'a str,
    pub sequence: u32,
    /// The letter that an inserted number carries: 145a, for a paper that was forgotten.
    pub inserted: Option<char>,
    /// The office's own unit code. Without one, `{unit}` is the Kemendagri code.
    pub unit: Option<&'a str>,
    /// The Kemendagri code with its dots, 35.10.24.2008.
    pub village_code: &'a str,
    /// The date of the letter in the office's zone.
    pub on: Day,
}

/// A number as it stands on paper. It is never edited and never used again.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LetterNumber(String);

/// Why a pattern is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PatternFault {
    /// `{urut}` is missing: two letters would have one number.
    NoSequence,
    /// `{tahun}` is missing: the book begins again each year.
    NoYear,
    UnknownToken(String),
    /// A `{` without its `}`, or the other way round.
    Unclosed,
    /// Padding is one digit, 1 to 6, and only for `{urut}`.
    Padding(String),
    /// A letter, digit, space or one of `. / - _ ( )` may stand between tokens.
    Character(char),
    /// More than [`NumberPattern::LONGEST`] characters, in the pattern or in a number that it writes.
    TooLong,
}

const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

impl NumberPattern {
    /// What an office has before it chooses. Proposed by us.
    pub const DEFAULT: &'static str = "{kode}/{urut:3}/{unit}/{tahun}";
    /// Characters of a number; the line under the title holds no more.
    pub const LONGEST: usize = 60;

    /// # Errors
    /// The first fault from left to right, then what is missing.
    pub fn parse(text: &str) -> Result<Self, PatternFault> {
        if text.chars().count() > Self::LONGEST {
            return Err(PatternFault::TooLong);
        }
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            if first == '{' {
                let (token, after) = rest[1..].split_once('}').ok_or(PatternFault::Unclosed)?;
                parts.push(token_part(token)?);
                rest = after;
            } else {
                let end = rest.find('{').unwrap_or(rest.len());
                parts.push(literal(&rest[..end])?);
                rest = &rest[end..];
            }
        }
        if !parts.iter().any(|part| matches!(part, Part::Sequence(_))) {
            return Err(PatternFault::NoSequence);
        }
        if !parts.contains(&Part::Year) {
            return Err(PatternFault::NoYear);
        }
        Ok(Self { text: text.to_owned(), parts })
    }

    /// Whether letters of different kinds get different numbers.
    pub fn names_the_kind(&self) -> bool {
        self.parts.contains(&Part::Code)
    }

    /// # Errors
    /// [`PatternFault::TooLong`] only. Write an example with a high number when the pattern is saved.
    pub fn write(&self, facts: NumberFacts<'_>) -> Result<LetterNumber, PatternFault> {
        let text: String = self.parts.iter().map(|part| part.write(facts)).collect();
        if text.chars().count() > Self::LONGEST { Err(PatternFault::TooLong) } else { Ok(LetterNumber(text)) }
    }
}

fn token_part(token: &str) -> Result<Part, PatternFault> {
    let (name, padding) = token.split_once(':').map_or((token, None), |(name, padding)| (name, Some(padding)));
    let part = match name {
        "kode" => Part::Code,
        "urut" => return padding.map_or(Ok(Part::Sequence(1)), |digits| digits_of(digits).map(Part::Sequence)),
        "unit" => Part::Unit,
        "kode_desa" => Part::VillageCode,
        "bulan" => Part::Month,
        "bulan_romawi" => Part::MonthRoman,
        "tahun" => Part::Year,
        _ => return Err(PatternFault::UnknownToken(name.to_owned())),
    };
    padding.map_or(Ok(part), |padding| Err(PatternFault::Padding(padding.to_owned())))
}

fn digits_of(padding: &str) -> Result<usize, PatternFault> {
    match padding.as_bytes() {
        [digit @ b'1'..=b'6'] => Ok(usize::from(digit - b'0')),
        _ => Err(PatternFault::Padding(padding.to_owned())),
    }
}

fn literal(text: &str) -> Result<Part, PatternFault> {
    let wrong = text.chars().find(|letter| !letter.is_ascii_alphanumeric() && !" ./-_()".contains(*letter));
    match wrong {
        Some('}') => Err(PatternFault::Unclosed),
        Some(letter) => Err(PatternFault::Character(letter)),
        None => Ok(Part::Literal(text.to_owned())),
    }
}

impl Part {
    fn write(&self, facts: NumberFacts<'_>) -> String {
        match self {
            Self::Literal(text) => text.clone(),
            Self::Code => facts.code.to_owned(),
            Self::Sequence(digits) => {
                let number = facts.sequence;
                let inserted = facts.inserted.map(String::from).unwrap_or_default();
                format!("{number:0digits$}{inserted}")
            }
            Self::Unit => facts.unit.unwrap_or(facts.village_code).to_owned(),
            Self::VillageCode => facts.village_code.to_owned(),
            // Two digits, as in the date of a register. Proposed by us.
            Self::Month => format!("{:02}", facts.on.month()),
            Self::MonthRoman => ROMAN.get(usize::from(facts.on.month()).wrapping_sub(1)).copied().unwrap_or_default().to_owned(),
            Self::Year => facts.on.year().to_string(),
        }
    }
}

impl LetterNumber {
    /// A number that was given before, as it was stored.
    pub const fn given(text: String) -> Self {
        Self(text)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LetterNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Default for NumberPattern {
    fn default() -> Self {
        let parts = vec![
            Part::Code,
            Part::Literal("/".to_owned()),
            Part::Sequence(3),
            Part::Literal("/".to_owned()),
            Part::Unit,
            Part::Literal("/".to_owned()),
            Part::Year,
        ];
        Self { text: Self::DEFAULT.to_owned(), parts }
    }
}

impl From<NumberPattern> for String {
    fn from(pattern: NumberPattern) -> Self {
        pattern.text
    }
}

impl TryFrom<String> for NumberPattern {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|_| "not a pattern of letter numbers")
    }
}

#[cfg(test)]
#[path = "letter_number_tests.rs"]
mod tests;
