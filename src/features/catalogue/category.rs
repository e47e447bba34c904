use serde::{Deserialize, Serialize};

use crate::domain::Lang;

/// What kind of thing is sold: the category tree of the dossier (section 6), which has one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    Snacks,
    Drinks,
    Meals,
    Fish,
    Harvest,
    Fashion,
    Craft,
    Furniture,
    Herbal,
    Services,
    Plants,
    Other,
}

type Line = (Category, &'static str, &'static str, &'static str);

/// Category, its word in addresses, and its names.
const ALL: [Line; 12] = [
    (Category::Snacks, "makanan-ringan", "Makanan ringan", "Snacks"),
    (Category::Drinks, "minuman-kopi", "Minuman & kopi", "Drinks & coffee"),
    (Category::Meals, "makanan-basah", "Makanan basah", "Fresh meals"),
    (Category::Fish, "olahan-ikan", "Olahan ikan", "Fish products"),
    (Category::Harvest, "hasil-tani", "Hasil tani", "Farm produce"),
    (Category::Fashion, "batik-fesyen", "Batik & fesyen", "Batik & fashion"),
    (Category::Craft, "kerajinan", "Kerajinan", "Crafts"),
    (Category::Furniture, "furnitur-bambu", "Furnitur & bambu", "Furniture & bamboo"),
    (Category::Herbal, "jamu-herbal", "Jamu & herbal", "Herbal drinks"),
    (Category::Services, "jasa-wisata", "Jasa & wisata", "Services & tours"),
    (Category::Plants, "tanaman", "Tanaman", "Plants"),
    (Category::Other, "lainnya", "Lainnya", "Other"),
];

impl Category {
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.into_iter().map(|(category, ..)| category)
    }

    /// As it stands in addresses and in the database.
    pub const fn code(self) -> &'static str {
        ALL[self as usize].1
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|category| category.code() == code)
    }

    pub const fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => ALL[self as usize].2,
            Lang::En => ALL[self as usize].3,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_category_is_found_by_its_own_code() {
        for category in Category::all() {
            assert_eq!(ALL[category as usize].0, category);
            assert_eq!(Category::from_code(category.code()), Some(category));
        }
        assert_eq!(Category::from_code("senjata"), None);
    }
}
