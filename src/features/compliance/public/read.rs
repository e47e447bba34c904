//! From results to what everybody is told, in their language.

use super::as_of::AsOf;
use super::figures::{Badge, BoardRow, BoardView, ClassView, DayPick, Pick, ResultGroup, ResultItem, ResultView};
use super::map::{Area, map_svg};
use super::views::{BoardPageView, OfficeResultView};
use super::{drawn, time_words, trend};
use crate::access::Refusal;
use crate::domain::{Day, Lang, OfficeCode};
use crate::features::catalogue::{Photo, Picture, photo_picture};
use crate::features::compliance::store::{self, Standing};
use crate::features::compliance::village::host_of;
use crate::features::compliance::{Campaign, CampaignState, Class, Instrument, Item, Provenance, Score, ShownFile, ShownItem, ShownPhoto};
use crate::features::offices::{Office, gazetteer};
use crate::forms::Choice;
use crate::server::clock::day_at;
use crate::server::db::{Db, given};
use crate::server::session;
use crate::text::ReviewWords;
use crate::ui::{Way, encode_pair, use_visitor, way};

/// Of whom no result is public.
const NONE: &str = "none";

/// `/kepatuhan`
///
/// # Errors
/// `NotFound` for a class or a kecamatan that there is none of; `Busy` or `Internal` of the database.
pub async fn board(class: &str, kecamatan: &str, all: bool, day: &str) -> Result<BoardPageView, Refusal> {
    let chosen = Choices { all, ..Choices::of(class, kecamatan)? };
    board_on(&given()?, use_visitor().lang, &chosen, day).await
}

/// The same of a database, in a language.
///
/// # Errors
/// As [`board`].
pub async fn board_on(db: &Db, lang: Lang, chosen: &Choices, day: &str) -> Result<BoardPageView, Refusal> {
    let (words, as_of) = (lang.words().review(), &AsOf::asked(db, day, lang));
    let campaign = as_of.campaign(db).await?;
    let seats = match &campaign {
        Some(campaign) => as_of.seats(db, campaign.id).await?,
        None => Vec::new(),
    };
    let judged = |office: OfficeCode| seats.iter().find(|seat| seat.office == office && seat.is_judged());
    let offices = gazetteer().all();
    let class_of = |office: &Office| judged(office.code).map(|seat| seat.class);
    let mut rows: Vec<&Office> = offices.iter().filter(|office| chosen.takes(office, class_of(office))).collect();
    let not_judged = rows.iter().filter(|office| class_of(office).is_none()).count();
    let others = chosen.others(not_judged, !seats.is_empty(), words, as_of);
    if others.is_some() && !chosen.all {
        rows.retain(|office| class_of(office).is_some());
    }
    // Who was judged stands first, the best on top; the others stay in the order of the list.
    rows.sort_by_key(|office| std::cmp::Reverse(judged(office.code).map(|seat| seat.value)));
    let count = |class: Option<Class>| u32::try_from(offices.iter().filter(|office| class_of(office) == class).count()).unwrap_or(u32::MAX);
    let classes = Class::ALL.map(Some).into_iter().chain([None]).map(|class| ClassView {
        code: code_of(class).to_owned(),
        name: name_of(class, words).to_owned(),
        offices: count(class),
    });
    let area = |number: i64| match OfficeCode::try_from(number).ok().and_then(|code| gazetteer().by_code(code)) {
        Some(office) => Area {
            class: code_of(class_of(office)),
            name: [&office.full_title(), ": ", name_of(class_of(office), words)].concat(),
            to: as_of.same_day(&page_of(office)),
        },
        None => Area { class: NONE, name: String::new(), to: "/kepatuhan".to_owned() },
    };
    let view = BoardView {
        classes: classes.collect(),
        heads: [words.office, words.class, words.value, words.met].map(str::to_owned),
        caption: words.table.to_owned(),
        rows: rows.into_iter().map(|office| row(office, judged(office.code), words, as_of)).collect(),
        nothing: [words.nothing, words.nothing_hint, words.all].map(str::to_owned),
        kecamatan: chosen.kecamatan_pick(words),
        class: chosen.class_pick(words),
        day: day_pick(as_of, lang),
        filter: words.filter.to_owned(),
        all: chosen.all,
        not_judged: others,
        map: map_svg(area),
        map_title: words.map.to_owned(),
        map_hint: words.map_hint.to_owned(),
        data: (words.data.to_owned(), ["/kepatuhan.csv", "/kepatuhan.json"].map(|path| as_of.same_day(path))),
    };
    let told = campaign.as_ref().map(|campaign| told(db, campaign, words, lang)).unwrap_or_default();
    let time = time_words::words(lang);
    Ok(BoardPageView {
        title: words.title.to_owned(),
        description: words.description.to_owned(),
        lede: [&as_of.says, words.lede, &told].concat(),
        drawn: match campaign {
            Some(_) => Ok(drawn::board(view)),
            None if as_of.is_now() => Err((words.none.to_owned(), words.none_hint.to_owned())),
            None => {
                let sentences = (time.nothing.to_owned(), time.nothing_hint.to_owned());
                Ok(drawn::nothing(sentences, day_pick(as_of, lang), words.filter.to_owned()))
            }
        },
    })
}

fn day_pick(as_of: &AsOf, lang: Lang) -> DayPick {
    let words = time_words::words(lang);
    DayPick {
        label: words.day.to_owned(),
        hint: words.day_hint.to_owned(),
        value: as_of.value(),
        now: (!as_of.is_now()).then(|| words.now.to_owned()),
    }
}

/// "Semester 2 tahun 2026, diumumkan 14 Januari 2027."
fn told(db: &Db, campaign: &Campaign, words: &ReviewWords, lang: Lang) -> String {
    let CampaignState::Published { at } = campaign.state else { return campaign.name.clone() };
    [&campaign.name, words.published, &day_at(at, db.zone()).in_words(lang), "."].concat()
}

fn row(office: &Office, seat: Option<&Standing>, words: &ReviewWords, as_of: &AsOf) -> BoardRow {
    let met = |seat: &Standing| [&seat.verdicts.matches('2').count().to_string(), " / ", &seat.verdicts.len().to_string()].concat();
    BoardRow {
        office: office.full_title(),
        to: as_of.same_day(&page_of(office)),
        class: name_of(seat.map(|seat| seat.class), words).to_owned(),
        value: seat.map_or_else(|| "–".to_owned(), |seat| hundredths(seat.value)),
        met: seat.map_or_else(|| "–".to_owned(), met),
    }
}

fn page_of(office: &Office) -> String {
    ["/kepatuhan/", office.slug].concat()
}

fn code_of(class: Option<Class>) -> &'static str {
    class.map_or(NONE, Class::code)
}

fn name_of(class: Option<Class>, words: &ReviewWords) -> &'static str {
    class.map_or(words.not_judged, Class::name)
}

/// 9231 is "92,31": results are read aloud in Indonesian, in both languages.
pub(super) fn hundredths(value: u32) -> String {
    format!("{},{:02}", value / 100, value % 100)
}

/// What is chosen in the address.
pub struct Choices {
    /// `None`: every class; `Some(None)`: not judged.
    class: Option<Option<Class>>,
    /// `licin`
    kecamatan: Option<String>,
    /// Also those that were not judged: of a campaign for some offices, most.
    all: bool,
}

impl Choices {
    /// # Errors
    /// `NotFound` for a class or a kecamatan that there is none of.
    pub fn of(class: &str, kecamatan: &str) -> Result<Self, Refusal> {
        let class = match class {
            "" => None,
            "belum" => Some(None),
            code => Some(Some(Class::from_code(code).ok_or(Refusal::NotFound)?)),
        };
        let kecamatan = (!kecamatan.is_empty()).then(|| kecamatan.to_owned());
        let known = |slug: &String| gazetteer().every_kecamatan().iter().any(|kecamatan| kecamatan.slug() == *slug);
        if kecamatan.as_ref().is_some_and(|slug| !known(slug)) {
            return Err(Refusal::NotFound);
        }
        Ok(Self { class, kecamatan, all: false })
    }

    fn takes(&self, office: &Office, class: Option<Class>) -> bool {
        let here = |slug: &String| gazetteer().kecamatan(office.code.kecamatan()).is_some_and(|kecamatan| kecamatan.slug() == *slug);
        self.class.is_none_or(|chosen| chosen == class) && self.kecamatan.as_ref().is_none_or(here)
    }

    /// How many offices were not judged, and where the table is with them, or without. Who has chosen a class
    /// is shown it, and before anybody was judged all are.
    fn others(&self, not_judged: usize, some_are: bool, words: &ReviewWords, as_of: &AsOf) -> Option<(String, Way)> {
        if self.class.is_some() || not_judged == 0 || !some_are {
            return None;
        }
        let mut query = String::new();
        if let Some(slug) = &self.kecamatan {
            encode_pair(&mut query, "kecamatan", slug);
        }
        if !self.all {
            encode_pair(&mut query, "semua", "1");
        }
        if !as_of.is_now() {
            encode_pair(&mut query, "per", &as_of.value());
        }
        let page = if query.is_empty() { "/kepatuhan".to_owned() } else { ["/kepatuhan?", &query].concat() };
        let verb = if self.all { words.hide_them } else { words.show_them };
        Some(([&not_judged.to_string(), words.are_not_judged].concat(), way(page, verb)))
    }

    fn class_pick(&self, words: &ReviewWords) -> Pick {
        let choice = |code: &str, label: &str| Choice { code: code.to_owned(), label: label.to_owned(), of: None };
        let all = [choice("", words.every_class)].into_iter();
        let classes = Class::ALL.map(|class| choice(class.code(), class.name()));
        let chosen = match self.class {
            None => "",
            Some(None) => "belum",
            Some(Some(class)) => class.code(),
        };
        let choices = all.chain(classes).chain([choice("belum", words.not_judged)]).collect();
        Pick { label: words.class.to_owned(), choices, chosen: chosen.to_owned() }
    }

    fn kecamatan_pick(&self, words: &ReviewWords) -> Pick {
        let all = Choice { code: String::new(), label: words.every_kecamatan.to_owned(), of: None };
        let each = gazetteer().every_kecamatan().into_iter();
        let each = each.map(|kecamatan| Choice { code: kecamatan.slug(), label: kecamatan.name.to_owned(), of: None });
        let choices = std::iter::once(all).chain(each).collect();
        Pick { label: words.kecamatan.to_owned(), choices, chosen: self.kecamatan.clone().unwrap_or_default() }
    }
}

/// `/kepatuhan/{slug}`
///
/// # Errors
/// `NotFound` for a slug that no office has; `Busy` or `Internal` of the database.
pub async fn office(slug: &str, day: &str) -> Result<OfficeResultView, Refusal> {
    office_on(&given()?, use_visitor().lang, &session::engine()?.origin(), slug, day).await
}

/// The same of a database, in a language.
///
/// # Errors
/// As [`office`].
pub async fn office_on(db: &Db, lang: Lang, origin: &str, slug: &str, day: &str) -> Result<OfficeResultView, Refusal> {
    let (words, time, as_of) = (lang.words().review(), time_words::words(lang), &AsOf::asked(db, day, lang));
    let office = gazetteer().by_slug(slug).ok_or(Refusal::NotFound)?;
    // What it has reached last: a campaign for some offices makes no other one unjudged.
    let all: Vec<(Campaign, Standing)> = as_of.seats_of_office(db, office.code).await?;
    let all: Vec<_> = all.into_iter().filter(|(_, seat)| seat.is_judged()).collect();
    let result = match all.first() {
        Some((campaign, seat)) => {
            // What an office undertakes is of now.
            let planned = if as_of.is_now() { store::next_steps(db, campaign.id, office.code).await? } else { Vec::new() };
            let badge = badge(office, origin, words);
            Some(result(office, &all, &as_of.result(db, seat).await?, &planned, badge, lang)?)
        }
        None => None,
    };
    let none = match as_of.campaign(db).await? {
        Some(_) => (words.not_judged, words.not_judged_hint),
        None if as_of.is_now() => (words.none, words.none_hint),
        None => (time.nothing, time.nothing_hint),
    };
    let told = all.first().map(|(campaign, _)| told(db, campaign, words, lang)).unwrap_or_default();
    Ok(OfficeResultView {
        title: [words.of, &office.title()].concat(),
        back: (as_of.same_day("/kepatuhan"), words.all.to_owned()),
        lede: [&as_of.says, "Kecamatan ", office.kecamatan, ". ", &told].concat(),
        village: (["/d/", office.slug].concat(), words.village.to_owned()),
        now: (!as_of.is_now()).then(|| (page_of(office), time.now.to_owned())),
        drawn: result.map(drawn::result).ok_or_else(|| (none.0.to_owned(), none.1.to_owned())),
    })
}

/// `reached`: what the office has reached, the last first.
fn result(
    office: &Office,
    reached: &[(Campaign, Standing)],
    shown: &[ShownItem],
    planned: &[(String, String, Day)],
    badge: Badge,
    lang: Lang,
) -> Result<ResultView, Refusal> {
    let (campaign, seat) = reached.first().ok_or(Refusal::NotFound)?;
    let words = lang.words().review();
    let instrument = Instrument::known(&campaign.instrument)?;
    let groups = [Score::Missing, Score::Partly, Score::Met].map(|value| group(instrument, office, shown, value, lang));
    let (all, met) = (seat.verdicts.len().to_string(), seat.verdicts.matches('2').count().to_string());
    let mut sentences = Vec::new();
    if seat.passed {
        sentences.push(words.passed.to_owned());
    } else {
        sentences.push([&met, words.points_of, &all, words.not_passed].concat());
    }
    match seat.verdicts.matches('-').count() {
        0 => {}
        open => sentences.push([&open.to_string(), words.left_open].concat()),
    }
    if let Some((points, next)) = instrument.to_next_class(seat.points) {
        sentences.push([&points.to_string(), words.points_more, next.code(), "."].concat());
    }
    if seat.revision > 0 {
        sentences.push([words.revision, &seat.revision.to_string(), "."].concat());
    }
    let open = instrument.asked().filter_map(|item| Some((item, shown.iter().find(|shown| shown.item == item.code)?.value)));
    let mut open: Vec<_> = open.filter(|(_, value)| *value != Score::Met).collect();
    open.sort_by_key(|(_, value)| std::cmp::Reverse(*value));
    Ok(ResultView {
        class: [words.class_of, seat.class.code()].concat(),
        class_code: seat.class.code().to_owned(),
        points: [
            &seat.points.to_string(),
            words.points_of,
            &instrument.most_points().to_string(),
            words.points_value,
            &hundredths(seat.value),
        ]
        .concat(),
        signs: seat.verdicts.clone(),
        sentences,
        groups: groups.into_iter().filter(|group| !group.items.is_empty()).collect(),
        next_steps: (words.next_steps.to_owned(), words.next_hint.to_owned()),
        steps: open.into_iter().map(|(item, _)| step(item, planned, lang)).collect(),
        sources: words.where_from.to_owned(),
        source_lines: sources(instrument, lang),
        earlier_title: words.earlier.to_owned(),
        earlier_heads: [words.campaign, words.class, words.value].map(str::to_owned),
        earlier: trend::earlier(reached)?,
        trend: trend::trend(reached, words, lang)?,
        badge,
    })
}

/// Who copies it needs the whole of its address.
fn badge(office: &Office, origin: &str, words: &ReviewWords) -> Badge {
    let here = [&page_of(office), "/lencana.svg"].concat();
    Badge { title: words.badge.to_owned(), hint: words.badge_hint.to_owned(), whole: [origin, &here].concat(), here }
}

/// What an item takes, and what the office says it will do.
fn step(item: &Item, planned: &[(String, String, Day)], lang: Lang) -> (String, String, Option<String>) {
    let words = lang.words().review();
    let plan = planned.iter().find(|(code, ..)| *code == item.code);
    let plan = plan.map(|(_, what, until)| [words.undertakes, what, words.until, &until.in_words(lang), "."].concat());
    (item.name.in_lang(lang).to_owned(), item.rubric[2].in_lang(lang).to_owned(), plan)
}

fn group(instrument: &Instrument, office: &Office, shown: &[ShownItem], value: Score, lang: Lang) -> ResultGroup {
    let words = lang.words().review();
    let items: Vec<ResultItem> = instrument
        .asked()
        .filter_map(|item| {
            let shown = shown.iter().find(|shown| shown.item == item.code && shown.value == value)?;
            let name = item.name.in_lang(lang);
            let because = if shown.reason.is_empty() { item.rubric[value as usize].in_lang(lang) } else { &shown.reason };
            let revised = if shown.revised { [" ", words.revised].concat() } else { String::new() };
            Some(ResultItem {
                icon: item.icon.drawn_as().to_owned(),
                name: name.to_owned(),
                reason: [because, &revised].concat(),
                mark: mark(value, words),
                photos: photos(office, shown, name, words, lang),
                note: (!shown.note.is_empty()).then(|| [words.proofs[2], "“", &shown.note, "”"].concat()),
                link: host_of(&shown.link).map(|host| ([words.proofs[0], host].concat(), shown.link.clone())),
                files: shown.files.iter().map(|file| picture_of(office, file, words)).collect(),
            })
        })
        .collect();
    let title = [words.groups[value as usize], ": ", &items.len().to_string(), words.items].concat();
    ResultGroup { title, items }
}

fn mark(value: Score, words: &ReviewWords) -> [String; 3] {
    let (who, icon) = match value {
        Score::Missing => ("stop", "x"),
        Score::Partly => ("you", "partial"),
        Score::Met => ("done", "check"),
    };
    [who.to_owned(), icon.to_owned(), words.values[value as usize].to_owned()]
}

fn photos(office: &Office, shown: &ShownItem, name: &str, words: &ReviewWords, lang: Lang) -> Vec<(Picture, String)> {
    let folder = ["/foto/kepatuhan/", office.slug, "/"].concat();
    let photo = |(photo, number): (&ShownPhoto, usize)| {
        let alt = [words.photo, " ", &number.to_string(), ": ", name].concat();
        let of = Photo { id: photo.id, file: photo.file.clone(), alt, sizes: photo.sizes, colour: photo.colour.clone() };
        let taken = photo.taken.map(|day| [words.taken, &day.in_words(lang), "."].concat()).unwrap_or_default();
        (photo_picture(&folder, &of), taken)
    };
    shown.photos.iter().zip(1..).map(photo).collect()
}

fn picture_of(office: &Office, file: &ShownFile, words: &ReviewWords) -> (String, String) {
    let address = ["/foto/kepatuhan/", office.slug, "/berkas/", &file.id.to_string()].concat();
    ([words.proofs[1], &file.title].concat(), address)
}

fn sources(instrument: &Instrument, lang: Lang) -> Vec<(String, String)> {
    let announced = |item: &&Item| item.provenance == Provenance::Announced;
    let (first, rest): (Vec<_>, Vec<_>) = instrument.asked().partition(announced);
    let line = |item: &Item| (item.name.in_lang(lang).to_owned(), item.source.in_lang(lang).to_owned());
    let general = [
        (instrument.name.in_lang(lang).to_owned(), instrument.note.in_lang(lang).to_owned()),
        (lang.words().review().class.to_owned(), instrument.threshold_note.in_lang(lang).to_owned()),
    ];
    general.into_iter().chain(first.into_iter().chain(rest).map(line)).collect()
}
