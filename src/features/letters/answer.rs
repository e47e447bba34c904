use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{Day, Lang, Rupiah, terbilang};

/// One answer of the form, as a letter shows it. Templates never format: a date or an amount looks the
/// same in every letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    Text(String),
    /// What was chosen: the code for a template that decides by it, the words for the reader.
    Choice {
        #[serde(rename = "kode")]
        code: String,
        #[serde(rename = "teks")]
        text: String,
    },
    /// Rows of a table: members of a family, heirs.
    Rows(Vec<BTreeMap<String, String>>),
}

impl Answer {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn choice(code: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Choice { code: code.into(), text: text.into() }
    }

    /// "24 November 2026"
    pub fn day(day: Day) -> Self {
        Self::Text(day.in_words(Lang::Id))
    }

    /// "hari Selasa, tanggal 24 November 2026", where the day matters.
    pub fn weekday(day: Day) -> Self {
        Self::Text(format!("hari {}, tanggal {}", day.weekday().name(Lang::Id), day.in_words(Lang::Id)))
    }

    /// "Rp4.500.000,00 (empat juta lima ratus ribu rupiah)"
    pub fn money(amount: Rupiah) -> Self {
        // `Rupiah` has no amount without words.
        let words = terbilang(amount.amount()).unwrap_or_default();
        Self::Text(format!("{},00 ({words} rupiah)", amount.in_digits()))
    }

    /// "4 (empat)"
    pub fn count(number: u32) -> Self {
        Self::Text(format!("{number} ({})", terbilang(number.into()).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_counts_and_days_are_written_as_letters_write_them() {
        let day = Day::new(2026, 11, 24).expect("a day");
        assert_eq!(
            Answer::money(Rupiah::try_from(4_500_000).expect("money")),
            Answer::text("Rp4.500.000,00 (empat juta lima ratus ribu rupiah)")
        );
        assert_eq!(Answer::count(4), Answer::text("4 (empat)"));
        assert_eq!(Answer::day(day), Answer::text("24 November 2026"));
        assert_eq!(Answer::weekday(day), Answer::text("hari Selasa, tanggal 24 November 2026"));
    }
}
