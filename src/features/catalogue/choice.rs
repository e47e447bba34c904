use super::store::{Shelf, Sort};
use super::{Asked, Category, Spot};
use crate::access::{Refusal, named};
use crate::domain::{Day, OfficeCode, Pin, Rupiah};
use crate::features::offices::{Kecamatan, gazetteer};
use crate::text::GoodsWords;

/// What a visitor has chosen: something that there is, or nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub category: Option<Category>,
    pub within: Option<Kecamatan>,
    pub village: Option<OfficeCode>,
    pub band: Option<Band>,
    pub halal: bool,
    pub pirt: bool,
    pub season: bool,
    pub there: bool,
    pub sort: Sort,
}

/// Its word in addresses, and whole rupiah: from, and less than.
type Band = (&'static str, i64, Option<i64>);

pub const BANDS: [Band; 6] = [
    ("di-bawah-10000", 0, Some(10_000)),
    ("10000", 10_000, Some(25_000)),
    ("25000", 25_000, Some(50_000)),
    ("50000", 50_000, Some(100_000)),
    ("100000", 100_000, Some(250_000)),
    ("mulai-250000", 250_000, None),
];

impl Choice {
    /// # Errors
    /// `NotFound` for what cannot be chosen.
    pub fn of(asked: &Asked) -> Result<Self, Refusal> {
        let ticked = |word: &str| named(word, |word| (word == "ya").then_some(true)).map(Option::unwrap_or_default);
        let within = named(&asked.kecamatan, |slug| gazetteer().kecamatan_by_slug(slug))?;
        let village = named(&asked.desa, |slug| gazetteer().by_slug(slug))?;
        Ok(Self {
            category: named(&asked.kategori, Category::from_code)?,
            within,
            // Who chooses another kecamatan sends the village of the old one along.
            village: village.filter(|village| within == Some(village.in_kecamatan())).map(|village| village.code),
            band: named(&asked.harga, |code| BANDS.into_iter().find(|band| band.0 == code))?,
            halal: ticked(&asked.halal)?,
            pirt: ticked(&asked.pirt)?,
            season: ticked(&asked.musim)?,
            there: ticked(&asked.ada)?,
            sort: named(&asked.urut, |word| sort(word, &asked.dari))?.unwrap_or_default(),
        })
    }

    pub fn shelf(&self, today: Day) -> Shelf {
        Shelf {
            category: self.category,
            prices: self.band.map(|(_, from, below)| (from, below)),
            halal: self.halal.then_some(today),
            pirt: self.pirt.then_some(today),
            season: self.season.then_some(today.month()),
            there: self.there,
            sort: self.sort,
            ..Shelf::default()
        }
    }
}

/// `from`: where the visitor is, who has allowed it to be asked.
fn sort(word: &str, from: &str) -> Option<Sort> {
    match word {
        "terdekat" => Some(Sort::Nearest(Spot::of_pin(Pin::anywhere(from)?))),
        "terbaru" => Some(Sort::Newest),
        "termurah" => Some(Sort::Cheapest),
        "termahal" => Some(Sort::Dearest),
        _ => None,
    }
}

/// "Rp10.000 sampai Rp25.000"
pub fn band_name(words: &GoodsWords, (_, from, below): &Band) -> String {
    let in_words = |amount: i64| Rupiah::try_from(amount).map(Rupiah::in_digits).unwrap_or_default();
    match below {
        Some(below) if *from == 0 => [words.less_than, &in_words(*below)].concat(),
        Some(below) => [&in_words(*from), words.up_to, &in_words(*below)].concat(),
        None => [&in_words(*from), words.or_more].concat(),
    }
}
