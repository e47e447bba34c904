use serde::{Deserialize, Serialize};

use super::Answers;
use crate::domain::{Day, OfficeCode, OfficeKind};

/// What a form is judged by besides what was typed: nobody here reads a clock or an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Today in the zone of the office.
    pub today: Day,
    /// Facts that conditions may name: those of the office ([`FACTS`]) and, in the view of one step,
    /// the earlier answers on which its conditions stand.
    pub facts: Answers,
}

/// The facts that an office gives. They come from the server and never from a post: an answer of such
/// a name belongs to no question and is not kept.
pub const FACTS: [&str; 3] = [
    // Its ten digits, `3510242008`.
    "kantor.kode",
    // `desa` or `kelurahan`.
    "kantor.jenis",
    // `ya` where the office asks for a letter of RT and RW (domain 2.1: an office's own choice).
    "kantor.pengantar_rt",
];

impl Given {
    pub const fn on(today: Day) -> Self {
        Self { today, facts: Answers::EMPTY }
    }

    /// The facts that every office has.
    pub fn at_office(today: Day, office: OfficeCode, kind: OfficeKind) -> Self {
        let kind = match kind {
            OfficeKind::Desa => "desa",
            OfficeKind::Kelurahan => "kelurahan",
        };
        Self::on(today).fact("kantor.kode", &office.number().to_string()).fact("kantor.jenis", kind)
    }

    #[must_use]
    pub fn fact(mut self, name: &str, value: &str) -> Self {
        self.facts.put(name, value);
        self
    }
}
