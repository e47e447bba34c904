use serde::{Deserialize, Serialize};

/// A person in an office, as the name is to be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Official {
    /// With degrees: "Drs. AGUS PRASETYO, M.Si.".
    pub name: String,
    /// Pangkat: "Penata Tingkat I (III/d)".
    pub rank: Option<String>,
    /// 18 digits of a civil servant. Anything else is not shown.
    pub nip: Option<String>,
    /// Another number with the label that the office uses for it: NIAP, NRPD.
    pub staff_number: Option<(String, String)>,
}

/// The head holds the post for a while only; letters say so before the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Acting {
    /// Pelaksana tugas: the post is vacant.
    Plt,
    /// Pelaksana harian: the head is away.
    Plh,
    /// Penjabat: appointed until there is a head.
    Pj,
}

impl Acting {
    pub const ALL: [Self; 3] = [Self::Plt, Self::Plh, Self::Pj];

    /// As it is stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Plt => "plt",
            Self::Plh => "plh",
            Self::Pj => "pj",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|acting| acting.code() == code)
    }

    /// Before the title, with its space.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Plt => "Plt. ",
            Self::Plh => "Plh. ",
            Self::Pj => "Pj. ",
        }
    }
}
