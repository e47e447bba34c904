//! One title: what it says of itself, and where it stands.

use super::catalogue::page_of_library;
use super::figures::{PlaceFigure, TitleFigure};
use super::order::{Ordering, Wish, order};
use super::structured::book_data;
use super::{Reading, TitlePageView, counted, drawn, page_of_title, with_name, with_number};
use crate::access::{Refusal, Role};
use crate::domain::{Isbn, TitleId};
use crate::features::library::store::{self, Holding, Known};
use crate::features::library::{BookFile, cover_picture};
use crate::features::offices::{Office, gazetteer};
use crate::server::http::way_in;
use crate::ui::{Way, encode_pair, way};

/// # Errors
/// `NotFound` for a title or a library that there is not; else those of the database.
pub async fn title(reading: &Reading, id: &str, wish: Wish<'_>) -> Result<TitlePageView, Refusal> {
    let id: TitleId = id.parse().map_err(|_| Refusal::NotFound)?;
    let scope = reading.scope().await?;
    let (known, holdings) = (store::public_title(&scope, id).await?, store::holdings_of(&scope, id).await?);
    let (cover, files) = (store::covers_of(&scope, &[id]).await?.pop(), store::public_files_of(&scope, id).await?);
    drop(scope);
    // Everybody else is shown the same page, whatever library its address names.
    let Ordering { note, order, fetch } = match wish {
        wish if wish.at.is_empty() || !reading.is_resident() => Ordering::default(),
        wish => order(reading, &known, &holdings, wish).await?,
    };
    let (words, address) = (reading.words, [reading.origin.as_str(), &page_of_title(id)].concat());
    let figure = TitleFigure {
        read_here: words.read_here,
        files: files.iter().map(|file| readable(reading, file)).collect(),
        cover: cover.map(|cover| cover_picture(Some(&cover))),
        about: words.about.to_owned(),
        summary: known.title.summary.clone(),
        facts: facts(reading, &known),
        where_it_is: words.where_it_is.to_owned(),
        hint: (reading.actor.role() == Role::Anonymous && !holdings.is_empty()).then(|| words.sign_in_first.to_owned()),
        places: holdings.iter().filter_map(|holding| place(reading, holding)).collect(),
        nowhere: [words.nowhere, words.nowhere_hint].map(str::to_owned),
        data: book_data(&known, &address),
        fetch,
    };
    let title = known.title;
    let lede = if title.authors.is_empty() { words.book.to_owned() } else { [words.by, &title.authors].concat() };
    Ok(TitlePageView {
        description: [&lede, ". ", words.description].concat(),
        title: title.name,
        address,
        back: way("/pustaka", words.all),
        lede,
        note,
        order,
        drawn: drawn::title(figure),
    })
}

/// Its size stands on the button: who pays for data decides before.
fn readable(reading: &Reading, file: &BookFile) -> (Way, String) {
    let words = reading.words;
    let open = way(["/baca/", &file.id.to_string()].concat(), with_number(words.read_file, file.size_kb()));
    (open, [file.licence.words(reading.lang), ". ", words.read_from, &file.source].concat())
}

fn facts(reading: &Reading, known: &Known) -> Vec<(String, String)> {
    let (words, lang, title) = (reading.words, reading.lang, &known.title);
    let all = [
        (words.authors, title.authors.clone()),
        (words.publisher, title.publisher.clone()),
        (words.year, title.year.map(|year| year.to_string()).unwrap_or_default()),
        (words.language, title.language.words(lang).to_owned()),
        (words.age, title.age.words(lang).to_owned()),
        (words.class, title.class.words(lang).to_owned()),
        ("ISBN", title.isbn.map(|isbn: Isbn| isbn.to_string()).unwrap_or_default()),
    ];
    all.into_iter().filter(|(_, says)| !says.is_empty()).map(|(name, says)| (name.to_owned(), says)).collect()
}

fn place(reading: &Reading, holding: &Holding) -> Option<PlaceFigure> {
    let office = gazetteer().by_code(holding.office)?;
    Some(PlaceFigure {
        name: office.full_title(),
        told: told(reading, holding),
        order: order_at(reading, office, holding.title),
        page: way(page_of_library(office), reading.words.library_page),
    })
}

/// "3 eksemplar, semua sedang dipinjam. Paling cepat kembali Selasa, 1 Desember 2026. 2 orang menunggu."
fn told(reading: &Reading, holding: &Holding) -> String {
    let words = reading.words;
    let copies = counted(words.copies, holding.copies);
    if holding.free > 0 {
        return [copies, with_number(words.some_free, holding.free)].concat();
    }
    let back = holding.back.map(|day| {
        let sentence = if day < reading.today() { words.should_be_back } else { words.back_on };
        with_name(sentence, &day.with_weekday(reading.lang))
    });
    let where_they_are = if back.is_some() { words.all_lent } else { words.all_aside };
    let waiting = if holding.waiting > 0 { with_number(words.waiting, holding.waiting) } else { String::new() };
    [copies.as_str(), where_they_are, &back.unwrap_or_default(), &waiting].concat()
}

/// A resident opens the form; a visitor signs in first, and comes back to it.
fn order_at(reading: &Reading, office: &Office, title: TitleId) -> Option<Way> {
    let mut query = String::new();
    encode_pair(&mut query, "di", office.slug);
    let form = [&page_of_title(title), "?", &query].concat();
    match reading.actor.role() {
        Role::Resident => Some(way(form, reading.words.order_here)),
        Role::Anonymous => Some(way(way_in("/masuk", &form), reading.words.order_here)),
        _ => None,
    }
}
