use serde::{Deserialize, Serialize};

use super::Words;

/// The language of a page. Indonesian everywhere; English on public and resident pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lang {
    #[default]
    #[serde(rename = "id")]
    Id,
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// The code of the `lang` attribute and of `?bahasa=`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "id" => Some(Self::Id),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    pub const fn words(self) -> &'static Words {
        match self {
            Self::Id => &super::id::WORDS,
            Self::En => &super::en::WORDS,
        }
    }
}
