//! What roles and units are called.

use crate::access::{Role, Unit};
use crate::domain::OfficeKind;
use crate::features::offices::gazetteer;

/// What a unit is called, and where it is: ("Desa Tamansari", "Kec. Licin").
pub fn unit_names(unit: Unit) -> (String, String) {
    match unit {
        Unit::Office(code) => match gazetteer().by_code(code) {
            Some(office) => (office.title(), ["Kec. ", office.kecamatan].concat()),
            None => (code.to_string(), String::new()),
        },
        Unit::Kecamatan(number) => {
            (gazetteer().kecamatan(number).map_or_else(|| number.to_string(), |kecamatan| kecamatan.title()), String::new())
        }
        Unit::Regency(_) => ("Kabupaten Banyuwangi".to_owned(), String::new()),
    }
}

/// What a role is called in a unit: a desa has a kepala desa, a kelurahan a lurah.
pub fn role_name(role: Role, unit: Option<Unit>) -> &'static str {
    match role {
        Role::Anonymous => "Pengunjung",
        Role::Resident => "Warga",
        Role::Operator => "Operator",
        Role::Verifier => "Verifikator",
        Role::Head if unit.is_some_and(is_kelurahan) => "Lurah",
        Role::Head => "Kepala desa",
        Role::Camat => "Camat",
        Role::Reviewer => "Pemeriksa BPM Pemdes",
        Role::RegencyAdmin => "Administrator kabupaten",
    }
}

/// What the regency is called in an address: who reviews works there.
pub const BPM: &str = "bpm-pemdes";

/// What a unit is called among its like, and its part of an address: ("Tamansari (Kec. Licin)", "tamansari-licin").
pub fn place_of(unit: Unit) -> Option<(String, String)> {
    match unit {
        Unit::Office(code) => gazetteer().by_code(code).map(|office| (office.full_name(), office.slug.to_owned())),
        Unit::Kecamatan(number) => gazetteer().kecamatan(number).map(|kecamatan| (kecamatan.title(), kecamatan.slug())),
        Unit::Regency(_) => Some(("BPM Pemdes".to_owned(), BPM.to_owned())),
    }
}

fn is_kelurahan(unit: Unit) -> bool {
    matches!(unit, Unit::Office(code) if gazetteer().by_code(code).is_some_and(|office| office.kind == OfficeKind::Kelurahan))
}
