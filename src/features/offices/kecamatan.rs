use super::Office;
use super::gazetteer::{Gazetteer, slug_of};

/// A part of the regency, headed by a camat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kecamatan {
    /// Six digits: 351024.
    pub number: i64,
    /// "Licin"
    pub name: &'static str,
}

impl Kecamatan {
    /// `Kecamatan Licin`
    pub fn title(self) -> String {
        ["Kecamatan ", self.name].concat()
    }

    /// `kec-licin`: there is a desa Licin too, and the two are named in the same place.
    pub fn slug(self) -> String {
        ["kec-", &slug_of(self.name)].concat()
    }
}

impl Office {
    pub const fn in_kecamatan(&self) -> Kecamatan {
        Kecamatan { number: self.code.kecamatan(), name: self.kecamatan }
    }
}

impl Gazetteer {
    pub fn kecamatan(&self, number: i64) -> Option<Kecamatan> {
        self.all().iter().map(Office::in_kecamatan).find(|kecamatan| kecamatan.number == number)
    }

    pub fn kecamatan_by_slug(&self, slug: &str) -> Option<Kecamatan> {
        self.every_kecamatan().into_iter().find(|kecamatan| kecamatan.slug() == slug)
    }

    /// All 25, by name.
    pub fn every_kecamatan(&self) -> Vec<Kecamatan> {
        self.by_kecamatan().into_values().filter_map(|offices| offices.first().map(|office| office.in_kecamatan())).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::features::offices::gazetteer;

    #[test]
    fn the_number_of_a_kecamatan_begins_the_code_of_each_of_its_offices() {
        for office in gazetteer().all() {
            assert_eq!(gazetteer().kecamatan(office.code.kecamatan()).map(|found| found.name), Some(office.kecamatan), "{}", office.slug);
        }
        assert_eq!(gazetteer().every_kecamatan().len(), 25);
    }

    #[test]
    fn the_address_of_a_kecamatan_is_that_of_no_office() {
        for kecamatan in gazetteer().every_kecamatan() {
            assert_eq!(gazetteer().kecamatan_by_slug(&kecamatan.slug()), Some(kecamatan));
            assert_eq!(gazetteer().by_slug(&kecamatan.slug()), None, "{}", kecamatan.name);
        }
        assert_eq!(gazetteer().kecamatan_by_slug("licin"), None, "that is a desa");
    }
}
