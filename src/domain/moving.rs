//! What form F-1.03 derives from a move rather than asks: its class from the two places, its kind from
//! who moves and who stays (domain 2.2).

use super::OfficeCode;

/// Where somebody moves to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination<'a> {
    /// A desa or kelurahan of the regency.
    Village(OfficeCode),
    /// The code of another regency or city: `51.08`.
    Regency(&'a str),
}

/// Field 6, "klasifikasi kepindahan", by its codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveClass {
    WithinVillage,
    BetweenVillages,
    BetweenKecamatan,
    BetweenRegencies,
    BetweenProvinces,
}

impl MoveClass {
    pub fn between(from: OfficeCode, to: Destination<'_>) -> Self {
        match to {
            Destination::Village(village) if village == from => Self::WithinVillage,
            Destination::Village(village) if village.kecamatan() == from.kecamatan() => Self::BetweenVillages,
            Destination::Village(_) => Self::BetweenKecamatan,
            // The province is the first two digits on both sides.
            Destination::Regency(code) if code.starts_with(&(from.regency() / 100).to_string()) => Self::BetweenRegencies,
            Destination::Regency(_) => Self::BetweenProvinces,
        }
    }

    pub const fn code(self) -> &'static str {
        match self {
            Self::WithinVillage => "1",
            Self::BetweenVillages => "2",
            Self::BetweenKecamatan => "3",
            Self::BetweenRegencies => "4",
            Self::BetweenProvinces => "5",
        }
    }
}

/// Field 9, "jenis kepindahan", by its codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveKind {
    /// The head of the family alone.
    Head,
    HeadAndAll,
    HeadAndSome,
    /// Members, while the head stays.
    Members,
}

impl MoveKind {
    /// `None` when nobody moves.
    pub const fn of(head_moves: bool, movers: usize, stayers: usize) -> Option<Self> {
        match (head_moves, movers, stayers) {
            (_, 0, _) => None,
            (false, ..) => Some(Self::Members),
            (true, 1, _) => Some(Self::Head),
            (true, _, 0) => Some(Self::HeadAndAll),
            (true, ..) => Some(Self::HeadAndSome),
        }
    }

    pub const fn code(self) -> &'static str {
        match self {
            Self::Head => "1",
            Self::HeadAndAll => "2",
            Self::HeadAndSome => "3",
            Self::Members => "4",
        }
    }
}

/// Younger ones do not move without a paper of their parents (domain 2.2).
pub const OF_AGE: u16 = 17;

#[cfg(test)]
mod tests {
    use super::*;

    fn office(code: i64) -> OfficeCode {
        OfficeCode::try_from(code).expect("an office")
    }

    /// Written by hand from the dossier: from Tamansari in Licin.
    #[test]
    fn the_class_follows_from_the_two_places() {
        let from = office(3_510_242_008);
        for (to, class) in [
            (Destination::Village(from), "1"),
            (Destination::Village(office(3_510_242_001)), "2"),
            (Destination::Village(office(3_510_052_006)), "3"),
            (Destination::Regency("35.78"), "4"),
            (Destination::Regency("35.09"), "4"),
            (Destination::Regency("51.08"), "5"),
            (Destination::Regency("31.74"), "5"),
        ] {
            assert_eq!(MoveClass::between(from, to).code(), class, "{to:?}");
        }
    }

    #[test]
    fn the_kind_follows_from_who_moves_and_who_stays() {
        for (head, movers, stayers, kind) in [
            (false, 0, 3, None),
            (true, 1, 0, Some("1")),
            (true, 1, 2, Some("1")),
            (true, 4, 0, Some("2")),
            (true, 2, 1, Some("3")),
            (false, 1, 3, Some("4")),
            (false, 2, 1, Some("4")),
        ] {
            assert_eq!(MoveKind::of(head, movers, stayers).map(MoveKind::code), kind, "{head} {movers} {stayers}");
        }
    }
}
