//! Trainings to come, and those that are over; and what to try where there is none.

use super::drawn::{self, Card, ListFigure};
use super::words::with_number;
use super::{Asked, Reading, TrainingSheet, page_of_training, page_of_trainings};
use crate::access::{Refusal, named};
use crate::domain::{Day, OfficeCode, TrainingId};
use crate::features::offices::{Kecamatan, Office, gazetteer};
use crate::features::training::store::{self, PAGE, Posted};
use crate::features::training::{Audience, Notice, NoticeState, Topic};
use crate::ui::{MarkView, NoneFigure, PickFigure, Way, chosen, encode_pair, mark, way};

/// # Errors
/// `NotFound` for a village or a choice that there is not; else those of the database.
pub async fn trainings(reading: &Reading, slug: &str, asked: &Asked) -> Result<TrainingSheet, Refusal> {
    let village = if slug.is_empty() { None } else { Some(gazetteer().by_slug(slug).ok_or(Refusal::NotFound)?) };
    let choice = Choice::of(asked)?;
    let to = village.map_or_else(|| "/pelatihan".to_owned(), page_of_trainings);
    let wanted = Posted {
        offices: offices(village, choice.within),
        topic: choice.topic,
        audience: choice.audience,
        from: (!choice.past).then(|| reading.today()),
    };
    let found = store::posted(&reading.scope().await?, &wanted, named(&asked.setelah, place)?).await?;
    let words = reading.words;
    let full = u64::try_from(found.len()).unwrap_or_default() == PAGE;
    let next = found.last().filter(|_| full).map(|last| {
        let after = [&last.told.sessions.first_day().number().to_string(), ".", &last.id.to_string()].concat();
        way(address(&to, &Asked { setelah: after, ..asked.clone() }), words.next)
    });
    let other = Asked { lalu: if choice.past { String::new() } else { "ya".to_owned() }, ..Asked::default() };
    let picks = picks(reading, village.is_none(), asked);
    let figure = ListFigure {
        to: to.clone(),
        summary: chosen(&picks, None, words.filter),
        picks,
        past: choice.past,
        show: words.show,
        cards: found.iter().map(|notice| card(reading, notice)).collect(),
        next,
        none: none(reading, village, &choice),
        ways: [
            Some(way(address(&to, &other), if choice.past { words.coming } else { words.past })),
            village.map(|_| way("/pelatihan", words.all)),
        ]
        .into_iter()
        .flatten()
        .collect(),
    };
    Ok(TrainingSheet {
        title: village.map_or_else(|| words.title.to_owned(), |village| [words.of, &village.title()].concat()),
        description: words.description.to_owned(),
        address: [reading.origin.as_str(), &to].concat(),
        place: village.map(Office::full_title).unwrap_or_default(),
        back: village.map(|village| way(["/d/", village.slug].concat(), village.full_title())),
        lede: if choice.past { words.lede_past } else { words.lede }.to_owned(),
        drawn: drawn::list(figure),
        ..TrainingSheet::default()
    })
}

/// What is chosen in the address: something that there is, or nothing.
struct Choice {
    topic: Option<Topic>,
    audience: Option<Audience>,
    within: Option<Kecamatan>,
    past: bool,
}

impl Choice {
    fn of(asked: &Asked) -> Result<Self, Refusal> {
        Ok(Self {
            topic: named(&asked.bidang, Topic::parse)?,
            audience: named(&asked.untuk, Audience::parse)?,
            within: named(&asked.kecamatan, |slug| gazetteer().kecamatan_by_slug(slug))?,
            past: named(&asked.lalu, |word| (word == "ya").then_some(true))?.unwrap_or_default(),
        })
    }

    fn is_none(&self) -> bool {
        self.topic.is_none() && self.audience.is_none() && self.within.is_none()
    }
}

/// None: everywhere.
fn offices(village: Option<&Office>, within: Option<Kecamatan>) -> Vec<OfficeCode> {
    let there = |office: &&Office| match village {
        Some(village) => office.code == village.code,
        None => within == Some(office.in_kecamatan()),
    };
    gazetteer().all().iter().filter(there).map(|office| office.code).collect()
}

fn card(reading: &Reading, notice: &Notice) -> Card {
    let told = &notice.told;
    let audiences: Vec<&str> = told.audiences.iter().map(|audience| audience.words(reading.lang)).collect();
    Card {
        to: page_of_training(&notice.slug),
        title: told.title.clone(),
        about: [told.topic.words(reading.lang), ". ", reading.words.made_for, " ", &audiences.join(", ")].concat(),
        when: told.sessions.all().first().map(|session| reading.says(session)).unwrap_or_default(),
        room: room(reading, notice),
        office: gazetteer().full_title(notice.office),
    }
}

/// Whether there is room, in colour, shape and word.
pub fn room(reading: &Reading, notice: &Notice) -> MarkView {
    let words = reading.words;
    let left = u32::from(notice.told.quota).saturating_sub(notice.seated);
    match notice.state {
        NoticeState::Cancelled { .. } => mark("stop", "x", words.cancelled),
        NoticeState::Finished => mark("grey", "check", words.over),
        NoticeState::Open if notice.told.sessions.last_day() < reading.today() => mark("grey", "check", words.over),
        NoticeState::Open if notice.told.closes < reading.today() => mark("grey", "clock", words.enrolment_over),
        NoticeState::Open => match (left, notice.waiting) {
            (1, _) => mark("done", "circle-check", words.one_place_left),
            (1.., _) => mark("done", "circle-check", with_number(words.places_left, left)),
            (0, 0) => mark("grey", "clock", words.full_alone),
            (0, waiting) => mark("grey", "clock", with_number(words.full, waiting)),
        },
    }
}

/// What to try where there is nothing.
fn none(reading: &Reading, village: Option<&Office>, choice: &Choice) -> NoneFigure {
    let words = reading.words;
    let (title, hint, way): (_, _, Way) = match village {
        _ if !choice.is_none() => (words.nothing_found, words.found_so, way("/pelatihan", words.all)),
        Some(_) => (words.none_here, words.none_here_hint, way("/pelatihan", words.all)),
        None if choice.past => (words.nothing_found, words.none_hint, way("/pelatihan", words.coming)),
        None => (words.none, words.none_hint, way("/pelatihan?lalu=ya", words.past)),
    };
    NoneFigure { drawing: "/gambar/kosong/belum-ada-pelatihan.svg", title, hint, way: Some(way) }
}

fn picks(reading: &Reading, everywhere: bool, asked: &Asked) -> Vec<PickFigure> {
    let (words, lang) = (reading.words, reading.lang);
    let coded = |code: &str, name: &str| (code.to_owned(), name.to_owned());
    let topics = Topic::ALL.iter().map(|topic| coded(topic.code(), topic.words(lang))).collect();
    let audiences = Audience::ALL.iter().map(|audience| coded(audience.code(), audience.words(lang))).collect();
    let mut picks = vec![
        PickFigure::new("bidang", words.topic, &asked.bidang, words.every_topic, topics),
        PickFigure::new("untuk", words.audience, &asked.untuk, words.everybody, audiences),
    ];
    if everywhere {
        let all = gazetteer().every_kecamatan().into_iter().map(|one| (one.slug(), one.name.to_owned())).collect();
        picks.push(PickFigure::new("kecamatan", words.kecamatan, &asked.kecamatan, words.everywhere, all));
    }
    picks
}

/// The page with all that is asked.
fn address(to: &str, asked: &Asked) -> String {
    let pairs = [
        ("bidang", &asked.bidang),
        ("untuk", &asked.untuk),
        ("kecamatan", &asked.kecamatan),
        ("lalu", &asked.lalu),
        ("setelah", &asked.setelah),
    ];
    let mut query = String::new();
    for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
        encode_pair(&mut query, name, value);
    }
    if query.is_empty() { to.to_owned() } else { [to, "?", &query].concat() }
}

fn place(seen: &str) -> Option<(Day, TrainingId)> {
    let (day, id) = seen.split_once('.')?;
    Some((Day::from_number(day.parse().ok()?), id.parse().ok()?))
}
