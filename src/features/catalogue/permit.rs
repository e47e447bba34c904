use serde::{Deserialize, Serialize};

use crate::domain::Day;

/// A permit of a shop. Its form is known loosely only (dossier 6), so an odd number is a warning to the
/// officer and never a refusal to the seller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permit {
    pub kind: PermitKind,
    /// As typed, on one line.
    pub number: String,
    /// The last day on which it holds; many have none.
    pub until: Option<Day>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PermitKind {
    Nib,
    Pirt,
    Halal,
    Bpom,
    Brand,
}

impl PermitKind {
    pub const ALL: [Self; 5] = [Self::Nib, Self::Pirt, Self::Halal, Self::Bpom, Self::Brand];
    /// Those that speak of a product; the others speak of the shop.
    pub const OF_PRODUCTS: [Self; 3] = [Self::Pirt, Self::Halal, Self::Bpom];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Nib => "nib",
            Self::Pirt => "pirt",
            Self::Halal => "halal",
            Self::Bpom => "bpom",
            Self::Brand => "merek",
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Nib => "NIB",
            Self::Pirt => "P-IRT",
            Self::Halal => "Halal",
            Self::Bpom => "BPOM",
            Self::Brand => "Merek",
        }
    }
}

impl Permit {
    /// Whether the number can be one of its kind at all.
    pub fn looks_right(&self) -> bool {
        let digits = self.number.bytes().filter(u8::is_ascii_digit).count();
        let others = |allowed: &[char]| self.number.chars().all(|letter| letter.is_ascii_digit() || allowed.contains(&letter));
        let behind = |word: &str| self.number.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        match self.kind {
            PermitKind::Nib => digits == 13 && others(&[' ', '.', '-']),
            // 13 + 2 digits; the first says of what the packaging is (1 to 8).
            PermitKind::Pirt => digits >= 15 && others(&[' ', '.', '-']) && self.number.starts_with(|first| ('1'..='8').contains(&first)),
            PermitKind::Halal => behind("ID") && digits >= 10,
            PermitKind::Bpom => (behind("MD") || behind("ML")) && digits >= 12,
            PermitKind::Brand => digits > 0,
        }
    }

    pub fn holds_on(&self, day: Day) -> bool {
        self.until.is_none_or(|until| until >= day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_impossible_form_is_noticed_and_a_usual_one_is_not() {
        let looks_right = |kind, number: &str| Permit { kind, number: number.into(), until: None }.looks_right();
        for (kind, right, wrong) in [
            (PermitKind::Nib, "9120 0012 34567", "912000123456"),
            (PermitKind::Pirt, "2063510010123-28", "9063510010123-28"),
            (PermitKind::Pirt, "206351001012328", "P-IRT 206"),
            (PermitKind::Halal, "ID35110000123450621", "35110000123450621"),
            (PermitKind::Bpom, "MD 867031049021", "XX 867031049021"),
            (PermitKind::Brand, "IDM000123456", "belum ada"),
        ] {
            assert!(looks_right(kind, right), "{right}");
            assert!(!looks_right(kind, wrong), "{wrong}");
        }
    }
}
