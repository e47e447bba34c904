//! What is found in the libraries, and what to try where there is nothing.

use super::club::club;
use super::figures::{BookCard, CatalogueFigure};
use super::{Asked, LibraryPageView, Reading, counted, drawn, page_of_title, with_name, with_number};
use crate::access::{Refusal, named};
use crate::domain::OfficeCode;
use crate::features::library::opening::{closed_on, open_on};
use crate::features::library::store::{self, Found, Place, Wanted};
use crate::features::library::{Age, Class, Cover, cover_picture};
use crate::features::offices::{Kecamatan, Office, gazetteer};
use crate::server::db::ShownScope;
use crate::ui::{FinderFigure, NoneFigure, PickFigure, TickFigure, Way, chosen, encode_pair, mark, way};

/// # Errors
/// `NotFound` for a village or a choice that there is not; else those of the database.
pub async fn catalogue(reading: &Reading, slug: &str, asked: &Asked) -> Result<LibraryPageView, Refusal> {
    let village = if slug.is_empty() { None } else { Some(gazetteer().by_slug(slug).ok_or(Refusal::NotFound)?) };
    let choice = Choice::of(asked)?;
    let to = village.map_or_else(|| "/pustaka".to_owned(), page_of_library);
    let wanted = Wanted {
        words: asked.cari.clone(),
        offices: offices(village, choice.within),
        age: choice.age,
        class: choice.class,
        free: choice.free,
    };
    let scope = reading.scope().await?;
    let (found, next) = store::find(&scope, &wanted, named(&asked.setelah, place)?).await?;
    let covers = store::covers_of(&scope, &found.iter().map(|found| found.known.id).collect::<Vec<_>>()).await?;
    drop(scope);
    let next = next.map(|(place, id)| {
        let here = [&address(&to, asked, "setelah"), place.to_string().as_str(), ".", &id.to_string()].concat();
        way(here, reading.words.next)
    });
    let figure = CatalogueFigure {
        hours: match village {
            Some(village) => hours(reading, village.code).await?,
            None => Vec::new(),
        },
        finder: finder(reading, to.clone(), village.is_none(), asked, &choice),
        books: found.into_iter().map(|found| card(reading, found, &covers, village)).collect(),
        next,
        none: none(reading, village, asked, &choice),
        all: village.map(|_| way("/pustaka", reading.words.all)),
        club: match village {
            Some(village) => club(reading, village).await?,
            None => None,
        },
    };
    let words = reading.words;
    Ok(LibraryPageView {
        title: village.map_or_else(|| words.title.to_owned(), |village| [words.of, &village.title()].concat()),
        description: words.description.to_owned(),
        address: [reading.origin.as_str(), &to].concat(),
        place: village.map(Office::full_title).unwrap_or_default(),
        back: village.map(|village| way(["/d/", village.slug].concat(), village.full_title())),
        lede: words.lede.to_owned(),
        drawn: drawn::catalogue(figure),
    })
}

/// The library of a village.
pub fn page_of_library(village: &Office) -> String {
    ["/d/", village.slug, "/pustaka"].concat()
}

/// What is chosen in the address: something that there is, or nothing.
#[derive(PartialEq, Eq)]
struct Choice {
    within: Option<Kecamatan>,
    age: Option<Age>,
    class: Option<Class>,
    free: bool,
}

impl Choice {
    fn of(asked: &Asked) -> Result<Self, Refusal> {
        Ok(Self {
            within: named(&asked.kecamatan, |slug| gazetteer().kecamatan_by_slug(slug))?,
            age: named(&asked.umur, Age::parse)?,
            class: named(&asked.kelas, Class::parse)?,
            free: named(&asked.ada, |word| (word == "ya").then_some(true))?.unwrap_or_default(),
        })
    }

    fn is_none(&self) -> bool {
        self.within.is_none() && self.age.is_none() && self.class.is_none() && !self.free
    }
}

fn offices(village: Option<&Office>, within: Option<Kecamatan>) -> Vec<OfficeCode> {
    let there = |office: &&Office| match village {
        Some(village) => office.code == village.code,
        None => within == Some(office.in_kecamatan()),
    };
    gazetteer().all().iter().filter(there).map(|office| office.code).collect()
}

async fn hours(reading: &Reading, office: OfficeCode) -> Result<Vec<String>, Refusal> {
    let rules = store::rules_of(&*ShownScope::open(&reading.db, office).await?).await?;
    // Nobody there has begun a library: nobody has said when it is open.
    if rules.version.is_none() {
        return Ok(Vec::new());
    }
    let (words, lang) = (reading.words, reading.lang);
    let allowed = with_name(&with_number(words.rules, rules.copies), &rules.days.to_string());
    let open = [open_on(&rules, words, lang)].into_iter().chain(closed_on(&rules, reading.today(), words, lang));
    Ok(open.chain([allowed]).collect())
}

fn card(reading: &Reading, found: Found, covers: &[Cover], village: Option<&Office>) -> BookCard {
    let (words, title) = (reading.words, found.known.title);
    let here = |office: OfficeCode| village.is_none_or(|village| village.code == office);
    let held: Vec<_> = found.holdings.into_iter().filter(|holding| here(holding.office)).collect();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let free = number(held.iter().filter(|holding| holding.free > 0).count());
    let told = if village.is_some() { words.free.to_owned() } else { counted(words.free_in, free) };
    BookCard {
        cover: cover_picture(covers.iter().find(|cover| cover.title == found.known.id)),
        to: page_of_title(found.known.id),
        name: title.name,
        authors: title.authors,
        age: title.age.words(reading.lang).to_owned(),
        free: if free > 0 { mark("done", "circle-check", told) } else { mark("grey", "clock", words.lent) },
        stands: match village {
            Some(_) => counted(words.copies, held.iter().map(|holding| holding.copies).sum()),
            None => counted(words.stands, number(held.len())),
        },
    }
}

/// What to try where there is nothing.
fn none(reading: &Reading, village: Option<&Office>, asked: &Asked, choice: &Choice) -> NoneFigure {
    let words = reading.words;
    let all = || Some(way("/pustaka", words.all));
    let (title, hint, way): (_, _, Option<Way>) = match (asked.cari.is_empty(), village) {
        (false, village) if village.is_some() || !choice.is_none() => {
            let everywhere = address("/pustaka", &Asked { cari: asked.cari.clone(), ..Asked::default() }, "");
            (words.nothing_found, words.found_so, Some(way(everywhere, words.search_everywhere)))
        }
        (false, _) => (words.nothing_found, words.spelt_so, all()),
        (true, _) if !choice.is_none() => (words.nothing_found, words.chosen_so, all()),
        (true, Some(village)) => {
            let around = ["/pustaka?kecamatan=", &village.in_kecamatan().slug()].concat();
            (words.none_here, words.none_here_hint, Some(way(around, [words.in_kecamatan, village.kecamatan].concat())))
        }
        (true, None) => (words.none, words.none_hint, None),
    };
    NoneFigure { drawing: "/gambar/kosong/hasil-kosong.svg", title, hint, way }
}

fn finder(reading: &Reading, to: String, everywhere: bool, asked: &Asked, choice: &Choice) -> FinderFigure {
    let (words, lang) = (reading.words, reading.lang);
    let coded = |code: &str, name: &str| (code.to_owned(), name.to_owned());
    let ages = Age::ALL.iter().map(|age| coded(age.code(), age.words(lang))).collect();
    let classes = Class::ALL.iter().map(|class| coded(class.code(), class.words(lang))).collect();
    let mut picks = vec![
        PickFigure::new("umur", words.age, &asked.umur, words.any_age, ages),
        PickFigure::new("kelas", words.class, &asked.kelas, words.every_class, classes),
    ];
    if everywhere {
        let all = gazetteer().every_kecamatan().into_iter().map(|one| (one.slug(), one.name.to_owned())).collect();
        picks.push(PickFigure::new("kecamatan", words.kecamatan, &asked.kecamatan, words.everywhere, all));
    }
    let ticked = choice.free.then(|| words.available.to_owned());
    FinderFigure {
        to,
        label: words.search,
        hint: words.search_hint,
        typed: asked.cari.clone(),
        search: words.search_button,
        summary: chosen(&picks, ticked, words.filter),
        picks,
        ticks: vec![TickFigure { name: "ada", label: words.available, on: choice.free }],
        show: words.show,
        from: String::new(),
    }
}

/// The page with all that is asked, and `last` still to be said.
fn address(to: &str, asked: &Asked, last: &str) -> String {
    let pairs =
        [("cari", &asked.cari), ("umur", &asked.umur), ("kelas", &asked.kelas), ("kecamatan", &asked.kecamatan), ("ada", &asked.ada)];
    let mut query = String::new();
    for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
        encode_pair(&mut query, name, value);
    }
    if !last.is_empty() {
        encode_pair(&mut query, last, "");
    }
    [to, "?", &query].concat()
}

fn place(seen: &str) -> Option<Place> {
    let (place, id) = seen.split_once('.')?;
    Some((place.parse().ok()?, id.parse().ok()?))
}
