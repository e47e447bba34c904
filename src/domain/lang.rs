use serde::{Deserialize, Serialize};

/// The language in which a person reads the screen. Letters are always Indonesian.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    #[default]
    Id,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// As it stands in `<html lang>`, in `?bahasa=` and in the data files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// Anything but English is Indonesian: a wrong parameter must not break a page.
    pub fn from_code(code: &str) -> Self {
        if code == "en" { Self::En } else { Self::Id }
    }
}
