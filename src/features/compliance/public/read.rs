//! From results to what everybody is told, in their language.

use super::drawn;
use super::figures::{BoardRow, BoardView, ClassView, EarlierView, Pick, ResultGroup, ResultItem, ResultView};
use super::map::{Area, map_svg};
use super::views::{BoardPageView, OfficeResultView};
use crate::access::Refusal;
use crate::domain::{Lang, OfficeCode};
use crate::features::catalogue::{Photo, Picture, photo_picture};
use crate::features::compliance::store::{self, Standing};
use crate::features::compliance::{Campaign, CampaignState, Class, Instrument, Item, Provenance, Score, ShownItem, ShownPhoto};
use crate::features::offices::{Office, gazetteer};
use crate::forms::Choice;
use crate::server::clock::day_at;
use crate::server::db::{Db, given};
use crate::text::ReviewWords;
use crate::ui::use_visitor;

/// Of whom no result is public.
const NONE: &str = "none";

/// `/kepatuhan`
///
/// # Errors
/// `NotFound` for a class or a kecamatan that there is none of; `Busy` or `Internal` of the database.
pub async fn board(class: &str, kecamatan: &str) -> Result<BoardPageView, Refusal> {
    let (db, lang) = (given()?, use_visitor().lang);
    let words = lang.words().review();
    let chosen = Choices::of(class, kecamatan)?;
    let campaign = store::public_campaign(&db).await?;
    let seats = match &campaign {
        Some(campaign) => store::public_seats(&db, campaign.id).await?,
        None => Vec::new(),
    };
    let judged = |office: OfficeCode| seats.iter().find(|seat| seat.office == office && is_judged(seat));
    let offices = gazetteer().all();
    let class_of = |office: &Office| judged(office.code).map(|seat| seat.class);
    let mut rows: Vec<&Office> = offices.iter().filter(|office| chosen.takes(office, class_of(office))).collect();
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
            to: page_of(office),
        },
        None => Area { class: NONE, name: String::new(), to: "/kepatuhan".to_owned() },
    };
    let view = BoardView {
        classes: classes.collect(),
        heads: [words.office, words.class, words.value, words.met].map(str::to_owned),
        caption: words.table.to_owned(),
        rows: rows.into_iter().map(|office| row(office, judged(office.code), words)).collect(),
        nothing: [words.nothing, words.nothing_hint, words.all].map(str::to_owned),
        kecamatan: chosen.kecamatan_pick(words),
        class: chosen.class_pick(words),
        filter: words.filter.to_owned(),
        map: map_svg(area),
        map_title: words.map.to_owned(),
        map_hint: words.map_hint.to_owned(),
        data: words.data.to_owned(),
    };
    Ok(BoardPageView {
        title: words.title.to_owned(),
        description: words.description.to_owned(),
        lede: campaign.as_ref().map_or_else(|| words.lede.to_owned(), |campaign| [words.lede, &told(&db, campaign, words, lang)].concat()),
        drawn: campaign.map(|_| drawn::board(view)).ok_or_else(|| (words.none.to_owned(), words.none_hint.to_owned())),
    })
}

/// Whose items were all judged: a result of half of them would be none.
pub(super) fn is_judged(seat: &Standing) -> bool {
    !seat.verdicts.contains('-')
}

/// "Semester 2 tahun 2026, diumumkan 14 Januari 2027."
fn told(db: &Db, campaign: &Campaign, words: &ReviewWords, lang: Lang) -> String {
    let CampaignState::Published { at } = campaign.state else { return campaign.name.clone() };
    [&campaign.name, words.published, &day_at(at, db.zone()).in_words(lang), "."].concat()
}

fn row(office: &Office, seat: Option<&Standing>, words: &ReviewWords) -> BoardRow {
    let met = |seat: &Standing| [&seat.verdicts.matches('2').count().to_string(), " / ", &seat.verdicts.len().to_string()].concat();
    BoardRow {
        office: office.full_title(),
        to: page_of(office),
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
struct Choices {
    /// `None`: every class; `Some(None)`: not judged.
    class: Option<Option<Class>>,
    /// `licin`
    kecamatan: Option<String>,
}

impl Choices {
    fn of(class: &str, kecamatan: &str) -> Result<Self, Refusal> {
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
        Ok(Self { class, kecamatan })
    }

    fn takes(&self, office: &Office, class: Option<Class>) -> bool {
        let here = |slug: &String| gazetteer().kecamatan(office.code.kecamatan()).is_some_and(|kecamatan| kecamatan.slug() == *slug);
        self.class.is_none_or(|chosen| chosen == class) && self.kecamatan.as_ref().is_none_or(here)
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
pub async fn office(slug: &str) -> Result<OfficeResultView, Refusal> {
    let (db, lang) = (given()?, use_visitor().lang);
    let words = lang.words().review();
    let office = gazetteer().by_slug(slug).ok_or(Refusal::NotFound)?;
    // What it has reached last: a campaign for some offices makes no other one unjudged.
    let all: Vec<(Campaign, Standing)> = store::public_seats_of_office(&db, office.code).await?;
    let all: Vec<_> = all.into_iter().filter(|(_, seat)| is_judged(seat)).collect();
    let result = match all.first() {
        Some((campaign, seat)) => Some(result(&db, office, campaign, seat, &all, lang).await?),
        None => None,
    };
    let none = match store::public_campaign(&db).await? {
        Some(_) => (words.not_judged, words.not_judged_hint),
        None => (words.none, words.none_hint),
    };
    let told = all.first().map(|(campaign, _)| told(&db, campaign, words, lang)).unwrap_or_default();
    Ok(OfficeResultView {
        title: [words.of, &office.title()].concat(),
        back: ("/kepatuhan".to_owned(), words.all.to_owned()),
        lede: ["Kecamatan ", office.kecamatan, ". ", &told].concat(),
        village: (["/d/", office.slug].concat(), words.village.to_owned()),
        drawn: result.map(drawn::result).ok_or_else(|| (none.0.to_owned(), none.1.to_owned())),
    })
}

async fn result(
    db: &Db,
    office: &Office,
    campaign: &Campaign,
    seat: &Standing,
    reached: &[(Campaign, Standing)],
    lang: Lang,
) -> Result<ResultView, Refusal> {
    let words = lang.words().review();
    let instrument = Instrument::known(&campaign.instrument)?;
    let shown = store::public_result(db, campaign.id, office.code).await?;
    let groups = [Score::Missing, Score::Partly, Score::Met].map(|value| group(instrument, office, &shown, value, lang));
    let (all, met) = (seat.verdicts.len().to_string(), seat.verdicts.matches('2').count().to_string());
    let mut sentences = Vec::new();
    if seat.passed {
        sentences.push(words.passed.to_owned());
    } else {
        sentences.push([&met, words.points_of, &all, words.not_passed].concat());
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
        steps: open.into_iter().map(|(item, _)| (item.name.in_lang(lang).to_owned(), item.rubric[2].in_lang(lang).to_owned())).collect(),
        sources: words.where_from.to_owned(),
        source_lines: sources(instrument, lang),
        earlier_title: words.earlier.to_owned(),
        earlier_heads: [words.campaign, words.class, words.value].map(str::to_owned),
        earlier: if reached.len() > 1 { reached.iter().map(was).collect() } else { Vec::new() },
        badge: [words.badge.to_owned(), words.badge_hint.to_owned(), [&page_of(office), "/lencana.svg"].concat()],
    })
}

fn was((campaign, seat): &(Campaign, Standing)) -> EarlierView {
    EarlierView { campaign: campaign.name.clone(), class: seat.class.name().to_owned(), value: hundredths(seat.value) }
}

fn group(instrument: &Instrument, office: &Office, shown: &[ShownItem], value: Score, lang: Lang) -> ResultGroup {
    let words = lang.words().review();
    let items: Vec<ResultItem> = instrument
        .asked()
        .zip(1..)
        .filter_map(|(item, number)| {
            let shown = shown.iter().find(|shown| shown.item == item.code && shown.value == value)?;
            let name = item.name.in_lang(lang);
            let because = if shown.reason.is_empty() { item.rubric[value as usize].in_lang(lang) } else { &shown.reason };
            let revised = if shown.revised { [" ", words.revised].concat() } else { String::new() };
            Some(ResultItem {
                icon: ["item-", &number.to_string()].concat(),
                name: name.to_owned(),
                reason: [because, &revised].concat(),
                mark: mark(value, words),
                photos: photos(office, shown, name, words, lang),
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
