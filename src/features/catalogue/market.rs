//! What is found in the market, and what to try where there is nothing.

use leptos::prelude::RenderHtml;

use super::choice::{BANDS, Choice, band_name};
use super::drawn::{Goods, ProductCard, goods_view};
use super::read::{Site, goods};
use super::store::{self, Shelf, Sort, Understood};
use super::views::MarketView;
use super::{Asked, Category};
use crate::access::Refusal;
use crate::domain::OfficeCode;
use crate::features::offices::{Office, gazetteer};
use crate::ui::{FinderFigure, NoneFigure, PickFigure, TickFigure, Way, chosen, encode_pair, finder_view, none_view, way};

/// # Errors
/// `NotFound` for a village or a choice that there is not; else those of the database.
pub async fn market(site: &Site, slug: &str, asked: &Asked) -> Result<MarketView, Refusal> {
    let village = if slug.is_empty() { None } else { Some(gazetteer().by_slug(slug).ok_or(Refusal::NotFound)?) };
    let choice = Choice::of(asked)?;
    let understood = store::understand(&site.scope().await?, &asked.cari).await?;
    let to = village.map_or_else(|| "/produk".to_owned(), |village| ["/d/", village.slug, "/produk"].concat());
    let mut found = match &understood {
        // Not one of the words stands in the market.
        Some(understood) if understood.wanted.groups.is_empty() => Goods { cards: Vec::new(), next: None },
        understood => {
            let wanted = understood.as_ref().map(|understood| understood.wanted.clone());
            let shelf = Shelf { offices: offices(village, &choice), wanted, ..choice.shelf(site.today) };
            goods(site, &shelf, &asked.setelah, &address(&to, asked, "setelah")).await?
        }
    };
    if !asked.cari.is_empty() {
        found.cards.iter_mut().for_each(|card| found_by(card, &asked.cari));
    }
    let words = site.words;
    Ok(MarketView {
        title: village.map_or_else(|| words.title.to_owned(), |village| [words.of, &village.title()].concat()),
        address: [site.origin(), &to].concat(),
        village: village.map(|village| way(["/d/", village.slug].concat(), village.full_title())),
        nearest: (!found.cards.is_empty()).then(|| nearest(&to, asked)),
        finder: finder_view(finder(site, to, village, asked, &choice)).to_html(),
        told: understood.filter(|_| !found.cards.is_empty()).and_then(|understood| told(site, &understood)),
        found: if found.cards.is_empty() { none_view(instead(site, village, asked, &choice)) } else { goods_view(found, words) }.to_html(),
    })
}

/// The seller learns which words lead to a product.
fn found_by(card: &mut ProductCard, words: &str) {
    let mut query = String::new();
    encode_pair(&mut query, "kata", words);
    card.to.push_str(&["?", &query].concat());
}

fn offices(village: Option<&Office>, choice: &Choice) -> Vec<OfficeCode> {
    let there = |office: &&Office| match village {
        Some(village) => office.code == village.code,
        None => choice.village.map_or_else(|| choice.within == Some(office.in_kecamatan()), |village| office.code == village),
    };
    gazetteer().all().iter().filter(there).map(|office| office.code).collect()
}

/// How what was typed was taken, where it was not taken as typed.
fn told(site: &Site, Understood { wanted, corrected, unknown }: &Understood) -> Option<String> {
    let words = site.words;
    let quoted = |texts: Vec<&str>| texts.iter().map(|text| ["“", text, "”"].concat()).collect::<Vec<_>>().join(", ");
    let mut told = Vec::new();
    if !corrected.is_empty() {
        let [typed, meant] = [|pair: &(String, String)| pair.0.clone(), |pair: &(String, String)| pair.1.clone()]
            .map(|side| corrected.iter().map(side).collect::<Vec<_>>());
        let [typed, meant] = [&typed, &meant].map(|texts| quoted(texts.iter().map(String::as_str).collect()));
        told.push([words.not_spelt, &typed, words.taken_for, &meant, "."].concat());
    }
    if !unknown.is_empty() {
        told.push([words.not_spelt, &quoted(unknown.iter().map(String::as_str).collect()), words.left_out].concat());
    }
    if wanted.any {
        told.push(words.not_together.to_owned());
    }
    (!told.is_empty()).then(|| told.join(" "))
}

/// What to try where there is nothing.
fn instead(site: &Site, village: Option<&Office>, asked: &Asked, choice: &Choice) -> NoneFigure {
    let words = site.words;
    let all = || Some(way("/produk", words.all));
    let narrowed = village.is_some() || *choice != Choice { sort: choice.sort, ..Choice::default() };
    let (hint, way): (_, Option<Way>) = match (asked.cari.is_empty(), village) {
        (false, _) if narrowed => {
            let everywhere = address("/produk", &Asked { cari: asked.cari.clone(), ..Asked::default() }, "");
            (words.none_found_so, Some(way(everywhere, words.search_everywhere)))
        }
        (false, _) => (words.none_spelt_so, all()),
        (true, Some(village)) => {
            let around = ["/produk?kecamatan=", &village.in_kecamatan().slug()].concat();
            (words.none_in_village, Some(way(around, [words.in_kecamatan, village.kecamatan].concat())))
        }
        (true, None) if narrowed => (words.none_so, all()),
        (true, None) => (words.none_at_all, None),
    };
    let title = if asked.cari.is_empty() { words.none } else { words.nothing_found };
    NoneFigure { drawing: "/gambar/kosong/belum-ada-produk.svg", title, hint, way }
}

fn finder(site: &Site, to: String, village: Option<&Office>, asked: &Asked, choice: &Choice) -> FinderFigure {
    let (words, lang) = (site.words, site.lang);
    let categories = Category::all().map(|one| (one.code().to_owned(), one.name(lang).to_owned())).collect();
    let mut picks = vec![PickFigure::new("kategori", words.category, &asked.kategori, words.every_category, categories)];
    if village.is_none() {
        let all = gazetteer().every_kecamatan().into_iter().map(|one| (one.slug(), one.name.to_owned())).collect();
        picks.push(PickFigure::new("kecamatan", words.kecamatan, &asked.kecamatan, words.everywhere, all));
        if let Some(within) = choice.within {
            let there = gazetteer().all().iter().filter(|office| office.in_kecamatan() == within);
            let there = there.map(|office| (office.slug.to_owned(), office.title())).collect();
            let chosen = if choice.village.is_some() { asked.desa.as_str() } else { "" };
            picks.push(PickFigure::new("desa", words.village, chosen, words.every_village, there));
        }
    }
    let bands = BANDS.iter().map(|band| (band.0.to_owned(), band_name(words, band))).collect();
    picks.push(PickFigure::new("harga", words.price, &asked.harga, words.any_price, bands));
    let first = if asked.cari.is_empty() { words.newest } else { words.best };
    let orders = [("terbaru", words.newest), ("termurah", words.cheapest), ("termahal", words.dearest)];
    // Who has not said where they are cannot choose it.
    let nearest = matches!(choice.sort, Sort::Nearest(_)).then_some(("terdekat", words.nearest));
    let orders = orders
        .into_iter()
        .chain(nearest)
        .filter(|(_, name)| *name != first)
        .map(|(code, name)| (code.to_owned(), name.to_owned()))
        .collect();
    picks.push(PickFigure::new("urut", words.order, &asked.urut, first, orders));
    let ticks = [
        ("halal", "Halal", choice.halal),
        ("pirt", "P-IRT", choice.pirt),
        ("musim", words.in_season, choice.season),
        ("ada", words.available, choice.there),
    ];
    let ticked = ticks.iter().filter(|(.., on)| *on).map(|(_, name, _)| (*name).to_owned());
    FinderFigure {
        from: asked.dari.clone(),
        to,
        label: words.search,
        hint: words.search_hint,
        typed: asked.cari.clone(),
        search: words.search_button,
        summary: chosen(&picks, ticked, words.filter),
        picks,
        ticks: ticks.map(|(name, label, on)| TickFigure { name, label, on }).into(),
        show: words.show,
    }
}

/// The page of the same, the nearest first, up to where the visitor is.
fn nearest(to: &str, asked: &Asked) -> String {
    address(to, &Asked { urut: "terdekat".to_owned(), dari: String::new(), setelah: String::new(), ..asked.clone() }, "dari")
}

/// The page with all that is asked, and `last` still to be said.
fn address(to: &str, asked: &Asked, last: &str) -> String {
    let pairs = [
        ("cari", &asked.cari),
        ("kategori", &asked.kategori),
        ("kecamatan", &asked.kecamatan),
        ("desa", &asked.desa),
        ("harga", &asked.harga),
        ("halal", &asked.halal),
        ("pirt", &asked.pirt),
        ("musim", &asked.musim),
        ("ada", &asked.ada),
        ("urut", &asked.urut),
        ("dari", &asked.dari),
    ];
    let mut query = String::new();
    for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
        encode_pair(&mut query, name, value);
    }
    if !last.is_empty() {
        encode_pair(&mut query, last, "");
    }
    [to, "?", &query].concat()
}
