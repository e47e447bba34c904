use serde::{Deserialize, Serialize};

use super::unlinked::unlinked;
use super::{Aim, Category, PermitKind, Price, Product, Season, Sketch, Supply, Variants, Wholesale, Wish};
use crate::domain::{Rupiah, with_dots};
use crate::forms::{Checks, ProblemCode, Problems, read};

/// A product as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductForm {
    #[serde(default)]
    pub nama: String,
    #[serde(default)]
    pub kategori: String,
    #[serde(default)]
    pub cerita: String,
    #[serde(default)]
    pub harga: String,
    /// `ya`: the price is where prices begin.
    #[serde(default)]
    pub mulai: String,
    #[serde(default)]
    pub satuan: String,
    #[serde(default)]
    pub isi_bersih: String,
    #[serde(default)]
    pub grosir_harga: String,
    #[serde(default)]
    pub grosir_mulai: String,
    #[serde(default)]
    pub varian: String,
    /// Values, parted by commas or lines.
    #[serde(default)]
    pub pilihan: String,
    /// `ada`, `pesan`, `habis`.
    #[serde(default)]
    pub persediaan: String,
    #[serde(default)]
    pub stok: String,
    #[serde(default)]
    pub hari_pesan: String,
    /// Numbers of months, parted by commas or spaces. Empty: all year.
    #[serde(default)]
    pub musim: String,
    #[serde(default)]
    pub tahan_hari: String,
    #[serde(default)]
    pub komposisi: String,
    #[serde(default)]
    pub izin_pirt: String,
    #[serde(default)]
    pub izin_halal: String,
    #[serde(default)]
    pub izin_bpom: String,
}

const NAME: u32 = 80;
const STORY: u32 = 2_000;
const UNIT: u32 = 20;
const INGREDIENTS: u32 = 500;
const VALUE: u32 = 30;
/// Nothing of a village costs less than a sweet, or more than a boat.
const LEAST: i64 = 100;
const MOST: i64 = 1_000_000_000;
const MOST_OF_ONE: i64 = 1_000_000;
const DAYS: i64 = 3_650;

impl ProductForm {
    pub fn of(product: &Product) -> Self {
        let ticked = |kind| if product.permits.contains(&kind) { "ya".to_owned() } else { String::new() };
        let (supply, stock, days) = match product.supply {
            Supply::InStock(count) => ("ada", count.map(|count| with_dots(count.into())), None),
            Supply::ToOrder(days) => ("pesan", None, Some(days.to_string())),
            Supply::SoldOut => ("habis", None, None),
        };
        let (axis, values) = product.variants.as_ref().map(|all| (all.axis.clone(), all.values.join("\n"))).unwrap_or_default();
        Self {
            nama: product.name.clone(),
            kategori: product.category.code().to_owned(),
            cerita: product.story.clone(),
            harga: with_dots(product.price.amount().amount()),
            mulai: if matches!(product.price, Price::From(_)) { "ya".to_owned() } else { String::new() },
            satuan: product.unit.clone(),
            isi_bersih: product.net.clone(),
            grosir_harga: product.wholesale.map(|wholesale| with_dots(wholesale.price.amount())).unwrap_or_default(),
            grosir_mulai: product.wholesale.map(|wholesale| wholesale.from.to_string()).unwrap_or_default(),
            varian: axis,
            pilihan: values,
            persediaan: supply.to_owned(),
            stok: stock.unwrap_or_default(),
            hari_pesan: days.unwrap_or_default(),
            musim: product.season.months().map(|month| month.to_string()).collect::<Vec<_>>().join(", "),
            tahan_hari: product.keeps_days.map(|days| days.to_string()).unwrap_or_default(),
            komposisi: product.ingredients.clone(),
            izin_pirt: ticked(PermitKind::Pirt),
            izin_halal: ticked(PermitKind::Halal),
            izin_bpom: ticked(PermitKind::Bpom),
        }
    }

    /// The product as typed.
    ///
    /// # Errors
    /// All problems, in the order of the page.
    pub fn check(&self) -> Result<Product, Problems> {
        let mut checks = Checks::default();
        let name = checks.filled("nama", unlinked(read::line(&self.nama, NAME)));
        let category = checks.field("kategori", category(&self.kategori));
        let story = checks.field("cerita", unlinked(read::lines(&self.cerita, STORY)));
        let amount = checks.field("harga", filled(&self.harga).and_then(|typed| read::rupiah(typed, LEAST, MOST)));
        let unit = checks.filled("satuan", unlinked(read::line(&self.satuan, UNIT)));
        let net = checks.field("isi_bersih", unlinked(read::line(&self.isi_bersih, UNIT)));
        let wholesale = self.wholesale(&mut checks, amount);
        let variants = self.variants(&mut checks);
        let supply = self.supply(&mut checks);
        let season = checks.field("musim", season(&self.musim));
        let keeps = checks.field("tahan_hari", optional(&self.tahan_hari, |typed| read::number(typed, 1, DAYS)));
        let ingredients = checks.field("komposisi", unlinked(read::lines(&self.komposisi, INGREDIENTS)));
        let price = amount.map(|amount| if self.mulai == "ya" { Price::From(amount) } else { Price::Fixed(amount) });
        let words = (|| {
            let said = (name?, category?, story?, price?, wholesale?, unit?, net?);
            Some((said, variants?, supply?, season?, keeps?, ingredients?))
        })();
        checks.done(words, |((name, category, story, price, wholesale, unit, net), variants, supply, season, keeps, ingredients)| Product {
            name,
            category,
            story,
            price,
            wholesale,
            unit,
            net,
            variants,
            supply,
            season,
            keeps_days: keeps.and_then(|days| u16::try_from(days).ok()),
            ingredients,
            permits: self.permits(),
            photos: Vec::new(),
        })
    }

    /// The product as far as it is typed, in the usual writing where nothing is missing. Lists and its address
    /// say its name, so that must be there.
    ///
    /// # Errors
    /// What is wrong with the name.
    pub fn sketch(&self) -> Result<Sketch, Problems> {
        if let Ok(product) = self.check() {
            return Ok(Sketch::of(&product));
        }
        let mut checks = Checks::default();
        let name = checks.filled("nama", unlinked(read::line(&self.nama, NAME)));
        checks.done(name, |nama| Sketch { form: Self { nama, ..self.clone() }, photos: Vec::new() })
    }

    /// What somebody wants with it who has pressed a button.
    ///
    /// # Errors
    /// What keeps it from being kept, or from being proposed, in the order of the page.
    pub fn wish(&self, aim: Aim) -> Result<Wish<Product>, Problems> {
        match aim {
            Aim::Keep => self.sketch().map(Wish::Keep),
            Aim::Propose => self.check().map(Wish::Propose),
        }
    }

    /// Both parts or none, and cheaper than one alone.
    fn wholesale(&self, checks: &mut Checks, price: Option<Rupiah>) -> Option<Option<Wholesale>> {
        if self.grosir_harga.trim().is_empty() && self.grosir_mulai.trim().is_empty() {
            return Some(None);
        }
        let most = price.map_or(MOST, |price| (price.amount() - 1).max(LEAST));
        let cheaper = checks.field("grosir_harga", filled(&self.grosir_harga).and_then(|typed| read::rupiah(typed, LEAST, most)));
        let from = checks.field("grosir_mulai", filled(&self.grosir_mulai).and_then(|typed| read::number(typed, 2, MOST_OF_ONE)));
        let from = u32::try_from(from?).ok()?;
        Some(Some(Wholesale { price: cheaper?, from }))
    }

    fn variants(&self, checks: &mut Checks) -> Option<Option<Variants>> {
        let mut values = Vec::new();
        for typed in self.pilihan.split([',', '\n']).filter(|value| !value.trim().is_empty()) {
            let value = checks.field("pilihan", unlinked(read::line(typed, VALUE)))?;
            if !values.contains(&value) {
                values.push(value);
            }
        }
        if values.len() > Variants::MAX {
            checks.field::<()>("pilihan", Err(ProblemCode::TooMany { max: Variants::MAX as u32 }));
            return None;
        }
        let axis = checks.field("varian", unlinked(read::line(&self.varian, VALUE)))?;
        match (axis.is_empty(), values.is_empty()) {
            (true, true) => Some(None),
            (true, false) => checks.field("varian", Err(ProblemCode::Missing)),
            (false, true) => checks.field("pilihan", Err(ProblemCode::Missing)),
            (false, false) => Some(Some(Variants { axis, values })),
        }
    }

    fn supply(&self, checks: &mut Checks) -> Option<Supply> {
        match self.persediaan.as_str() {
            "ada" => {
                let count = checks.field("stok", optional(&self.stok, |typed| read::number(typed, 1, MOST_OF_ONE)))?;
                Some(Supply::InStock(count.and_then(|count| u32::try_from(count).ok())))
            }
            "pesan" => {
                let days = checks.field("hari_pesan", filled(&self.hari_pesan).and_then(|typed| read::number(typed, 1, 365)))?;
                u16::try_from(days).ok().map(Supply::ToOrder)
            }
            "habis" => Some(Supply::SoldOut),
            "" => checks.field("persediaan", Err(ProblemCode::MissingChoice)),
            _ => checks.field("persediaan", Err(ProblemCode::NotAChoice)),
        }
    }

    fn permits(&self) -> Vec<PermitKind> {
        let ticks = [&self.izin_pirt, &self.izin_halal, &self.izin_bpom];
        PermitKind::OF_PRODUCTS.into_iter().zip(ticks).filter(|(_, tick)| *tick == "ya").map(|(kind, _)| kind).collect()
    }
}

fn category(code: &str) -> Result<Category, ProblemCode> {
    if code.is_empty() { Err(ProblemCode::MissingChoice) } else { Category::from_code(code).ok_or(ProblemCode::NotAChoice) }
}

fn season(typed: &str) -> Result<Season, ProblemCode> {
    let months = typed.split([',', ' ']).filter(|month| !month.is_empty()).map(|month| read::number(month, 1, 12));
    let months = months.collect::<Result<Vec<_>, _>>()?;
    Ok(Season::of(months.into_iter().filter_map(|month| u8::try_from(month).ok())))
}

fn filled(typed: &str) -> Result<&str, ProblemCode> {
    if typed.trim().is_empty() { Err(ProblemCode::Missing) } else { Ok(typed) }
}

/// `None` when nothing is typed.
fn optional<T>(typed: &str, read: impl FnOnce(&str) -> Result<T, ProblemCode>) -> Result<Option<T>, ProblemCode> {
    if typed.trim().is_empty() { Ok(None) } else { read(typed).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::catalogue::testing::sale_pisang;
    use proptest::prelude::*;

    fn filled() -> ProductForm {
        ProductForm::of(&sale_pisang())
    }

    fn problems(form: ProductForm) -> Vec<(String, ProblemCode)> {
        form.check().err().map_or_else(Vec::new, |all| all.iter().map(|problem| (problem.field.clone(), problem.code)).collect())
    }

    #[test]
    fn a_price_in_words_of_nothing_or_beyond_all_sense_is_told_so() {
        let price = |harga: &str| {
            problems(ProductForm { harga: harga.into(), grosir_harga: String::new(), grosir_mulai: String::new(), ..filled() })
        };
        let at = |code| [("harga".to_owned(), code)];
        assert_eq!(price(""), at(ProblemCode::Missing));
        assert_eq!(price("0"), at(ProblemCode::AmountTooSmall { min: LEAST }));
        assert_eq!(price("18.5"), at(ProblemCode::NotAnAmount));
        assert_eq!(price("delapan belas ribu"), at(ProblemCode::NotAnAmount));
        assert_eq!(price("999.999.999.999"), at(ProblemCode::AmountTooLarge { max: MOST }));
        assert_eq!(price("-5000"), at(ProblemCode::NotAnAmount));
        for right in ["18000", "Rp 18.000", "18.000,00", "Rp18.000,-"] {
            assert_eq!(price(right), [], "{right}");
        }
    }

    #[test]
    fn what_was_left_out_is_named_all_at_once_in_the_order_of_the_page() {
        let names: Vec<_> = problems(ProductForm::default()).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["nama", "kategori", "harga", "satuan", "persediaan"]);
    }

    #[test]
    fn a_draft_needs_nothing_but_its_name_and_a_proposal_needs_all() {
        let half = ProductForm { nama: " Sale  pisang ".into(), harga: "gratis".into(), ..ProductForm::default() };
        let kept = Sketch { form: ProductForm { nama: "Sale pisang".into(), ..half.clone() }, photos: Vec::new() };
        assert_eq!(half.wish(Aim::Keep), Ok(Wish::Keep(kept)));
        let missing = half.wish(Aim::Propose).expect_err("not whole");
        assert_eq!(missing.iter().map(|problem| problem.field.as_str()).collect::<Vec<_>>(), ["kategori", "harga", "satuan", "persediaan"]);
        let nameless = ProductForm { nama: " ".into(), ..half };
        assert_eq!(nameless.wish(Aim::Keep), Err(Problems::one("nama", ProblemCode::Missing)));
    }

    #[test]
    fn a_draft_in_which_nothing_is_missing_is_the_product_in_its_usual_writing() {
        let form = ProductForm { harga: "Rp 18000".into(), ..filled() };
        assert_eq!(form.wish(Aim::Keep), Ok(Wish::Keep(Sketch::of(&sale_pisang()))));
    }

    #[test]
    fn a_wholesale_price_is_cheaper_and_has_an_amount() {
        let wholesale =
            |price: &str, from: &str| problems(ProductForm { grosir_harga: price.into(), grosir_mulai: from.into(), ..filled() });
        assert_eq!(wholesale("18.000", "10"), [("grosir_harga".to_owned(), ProblemCode::AmountTooLarge { max: 17_999 })]);
        assert_eq!(wholesale("16.500", ""), [("grosir_mulai".to_owned(), ProblemCode::Missing)]);
        assert_eq!(wholesale("", "10"), [("grosir_harga".to_owned(), ProblemCode::Missing)]);
        assert_eq!(wholesale("16.500", "1"), [("grosir_mulai".to_owned(), ProblemCode::TooSmall { min: 2 })]);
    }

    #[test]
    fn there_is_one_axis_of_at_most_20_values() {
        let many = (1..=21).map(|number| number.to_string()).collect::<Vec<_>>().join(",");
        let variants = |varian: &str, pilihan: &str| problems(ProductForm { varian: varian.into(), pilihan: pilihan.into(), ..filled() });
        assert_eq!(variants("Rasa", &many), [("pilihan".to_owned(), ProblemCode::TooMany { max: 20 })]);
        assert_eq!(variants("", "Asin, Manis"), [("varian".to_owned(), ProblemCode::Missing)]);
        assert_eq!(variants("Rasa", " , "), [("pilihan".to_owned(), ProblemCode::Missing)]);
        assert_eq!(variants("", ""), []);
    }

    #[test]
    fn no_text_of_a_product_leads_away() {
        let spam = || "bit.ly/abc".to_owned();
        let at = |form: ProductForm| problems(form).into_iter().find(|(_, code)| *code == ProblemCode::LinkNotHere).map(|(name, _)| name);
        for (name, form) in [
            ("nama", ProductForm { nama: spam(), ..filled() }),
            ("cerita", ProductForm { cerita: spam(), ..filled() }),
            ("satuan", ProductForm { satuan: spam(), ..filled() }),
            ("isi_bersih", ProductForm { isi_bersih: spam(), ..filled() }),
            ("varian", ProductForm { varian: spam(), pilihan: "Asin".into(), ..filled() }),
            ("pilihan", ProductForm { varian: "Rasa".into(), pilihan: ["Asin", &spam()].join("\n"), ..filled() }),
            ("komposisi", ProductForm { komposisi: spam(), ..filled() }),
        ] {
            assert_eq!(at(form).as_deref(), Some(name));
        }
    }

    #[test]
    fn markup_is_a_text_like_another_and_an_emoji_is_not_shown() {
        let named = |nama: &str| ProductForm { nama: nama.into(), ..filled() };
        assert_eq!(named("<b>Sale</b>").check().map(|product| product.name), Ok("<b>Sale</b>".to_owned()));
        assert_eq!(problems(named("Sale 🍌")), [("nama".to_owned(), ProblemCode::Unprintable)]);
    }

    proptest! {
        #[test]
        fn what_is_kept_is_shown_as_it_can_be_typed_again(
            price in LEAST + 1..MOST, from in 2_u32..1_000, months in proptest::collection::btree_set(1_u8..=12, 0..12), days in 1_u16..365,
        ) {
            let rupiah = |amount: i64| Rupiah::try_from(amount).expect("an amount");
            let product = Product {
                price: Price::From(rupiah(price)),
                wholesale: Some(Wholesale { price: rupiah(price - 1), from }),
                season: Season::of(months),
                supply: Supply::ToOrder(days),
                permits: vec![PermitKind::Pirt, PermitKind::Bpom],
                ..sale_pisang()
            };
            prop_assert_eq!(ProductForm::of(&product).check(), Ok(product));
        }
    }
}
