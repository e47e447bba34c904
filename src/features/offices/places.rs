//! The published lists of places, embedded. Sources and licences: names of cahyadsn/wilayah at b7ad440
//! (Kepmendagri 300.2.2-2430/2025, MIT), postcodes of cahyadsn/wilayah_kodepos (MIT). Below the
//! regency, outside Banyuwangi, places are free text.

use crate::domain::{OfficeCode, OfficeKind};

const OFFICES: &str = include_str!("data/offices.csv");
const REGIONS: &str = include_str!("data/regions.csv");

/// One of the 217, as the list knows it. What an office enters about itself is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownOffice {
    pub code: OfficeCode,
    pub kecamatan: &'static str,
    pub kind: OfficeKind,
    pub name: &'static str,
    /// Unique in the regency: with the kecamatan for the three names that occur twice.
    pub slug: &'static str,
    pub postcode: &'static str,
    /// Spellings of 2016. For search; a redirect only where no other office has that name today.
    pub older_spellings: &'static str,
    /// The 18 kelurahan of Kecamatan Banyuwangi and Kampunganyar; the other 22 of 2016 are unknown.
    pub pilot: bool,
}

impl KnownOffice {
    /// `Tamansari (Kec. Licin)`: names repeat, so the kecamatan always stands with it (product 3.21).
    pub fn full_name(&self) -> String {
        [self.name, " (Kec. ", self.kecamatan, ")"].concat()
    }
}

/// All offices, in the order of their codes.
pub fn known_offices() -> impl Iterator<Item = KnownOffice> {
    OFFICES.lines().skip(1).filter_map(known_office)
}

/// No cell of these lists holds a comma or a quote; a test counts the lines that were read.
fn known_office(line: &'static str) -> Option<KnownOffice> {
    let mut cells = line.split(',');
    let mut next = || cells.next();
    let (code, _dotted, kecamatan, kind, name, slug, postcode) = (next()?, next()?, next()?, next()?, next()?, next()?, next()?);
    let (_lat, _lng, older_spellings, pilot) = (next()?, next()?, next()?, next()?);
    let kind = match kind {
        "desa" => OfficeKind::Desa,
        "kelurahan" => OfficeKind::Kelurahan,
        _ => return None,
    };
    Some(KnownOffice { code: code.parse().ok()?, kecamatan, kind, name, slug, postcode, older_spellings, pilot: !pilot.is_empty() })
}

/// Code (`35`) and name of the 38 provinces.
pub fn provinces() -> impl Iterator<Item = (&'static str, &'static str)> {
    regions("province")
}

/// Code (`35.10`) and name of the 514 regencies and cities; the province is the code's first part.
pub fn regencies() -> impl Iterator<Item = (&'static str, &'static str)> {
    regions("regency")
}

fn regions(level: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    REGIONS.lines().skip(1).filter_map(move |line| {
        let (code, rest) = line.split_once(',')?;
        let (found, name) = rest.split_once(',')?;
        (found == level).then_some((code, name))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn there_are_189_desa_and_28_kelurahan_in_25_kecamatan() {
        let count = |kind| known_offices().filter(|office| office.kind == kind).count();
        assert_eq!((count(OfficeKind::Desa), count(OfficeKind::Kelurahan)), (189, 28));
        assert_eq!(known_offices().map(|office| office.kecamatan).collect::<HashSet<_>>().len(), 25);
        assert!(known_offices().all(|office| office.code.regency() == 3510 && office.postcode.len() == 5));
        assert_eq!(known_offices().filter(|office| office.pilot).count(), 19);
    }

    #[test]
    fn a_slug_and_a_full_name_belong_to_one_office() {
        let different = |words: Vec<String>| words.into_iter().collect::<HashSet<_>>().len();
        assert_eq!(different(known_offices().map(|office| office.slug.to_owned()).collect()), 217);
        assert_eq!(different(known_offices().map(|office| office.full_name()).collect()), 217);
        let tamansari: Vec<_> = known_offices().filter(|office| office.name == "Tamansari").map(|office| office.slug).collect();
        assert_eq!(tamansari, ["tamansari-tegalsari", "tamansari-licin"]);
    }

    #[test]
    fn every_regency_lies_in_a_province() {
        let provinces: HashSet<_> = provinces().map(|(code, _)| code).collect();
        assert_eq!((provinces.len(), regencies().count()), (38, 514));
        assert!(regencies().all(|(code, _)| provinces.contains(&code[..2])));
    }
}
