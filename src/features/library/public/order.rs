//! What a resident may do at one library, and what happens then.

use super::{NameField, OrderView, Reading, with_name, with_number};
use crate::access::Refusal;
use crate::features::library::opening::open_on;
use crate::features::library::store::{self, Holding, Known};
use crate::features::library::{Rules, Who};
use crate::features::offices::{Office, gazetteer};
use crate::server::db::OwnScope;
use crate::ui::{NoteView, note, way};

/// What hinders a reservation, or the form for it.
#[derive(Default)]
pub struct Ordering {
    pub note: Option<NoteView>,
    pub order: Option<OrderView>,
}

/// # Errors
/// `NotFound` for a library that does not have it; else those of the database.
pub async fn order(reading: &Reading, known: &Known, holdings: &[Holding], at: &str) -> Result<Ordering, Refusal> {
    let office = gazetteer().by_slug(at).ok_or(Refusal::NotFound)?;
    let holding = holdings.iter().find(|holding| holding.office == office.code).ok_or(Refusal::NotFound)?;
    let own = OwnScope::open(&reading.db, &reading.actor).await?;
    let readers = store::own_readers(&own).await?;
    // Children have cards of their own: what they read hinders nobody else.
    let reader = readers.iter().find(|(of, reader)| *of == office.code && reader.who == Who::Adult).map(|(_, reader)| reader.id);
    let (loans, waits) = (store::own_loans(&own).await?, store::own_reservations(&own).await?);
    drop(own);
    let has = loans.iter().any(|lent| Some(lent.loan.reader) == reader && lent.loan.title == known.id && lent.loan.returned_at.is_none());
    let ordered = waits.iter().any(|(_, waits)| Some(waits.reader) == reader && waits.title == known.id);
    let words = reading.words;
    let hindered = match (has, ordered) {
        (true, _) => Some(words.have_it),
        (_, true) => Some(words.ordered_already),
        _ => None,
    };
    if let Some([title, see]) = hindered {
        let note = NoteView { way: Some(way("/akun/pinjaman", see)), ..note("office", "books", title, office.full_title()) };
        return Ok(Ordering { note: Some(note), order: None });
    }
    let rules = store::rules_of(&*OwnScope::open_at(&reading.db, &reading.actor, office.code).await?).await?;
    let field = || NameField { label: words.name.to_owned(), hint: words.name_hint.to_owned(), value: reading.name.clone() };
    let order = OrderView {
        heading: [words.order_at, &office.title()].concat(),
        sentences: sentences(reading, office, holding, &rules),
        office: office.slug.to_owned(),
        title: known.id,
        name: reader.is_none().then(field),
        button: words.order.to_owned(),
        key: reading.db.fresh_key(),
    };
    Ok(Ordering { note: None, order: Some(order) })
}

fn sentences(reading: &Reading, office: &Office, holding: &Holding, rules: &Rules) -> Vec<String> {
    let (words, lang) = (reading.words, reading.lang);
    let fetch = [&with_name(words.fetch_at, &office.title()), " ", &open_on(rules, words, lang)].concat();
    let first = if holding.free > 0 {
        vec![with_name(words.put_aside_until, &rules.waits_until(reading.today()).with_weekday(lang))]
    } else {
        let line = match holding.waiting {
            0 => words.first_in_line.to_owned(),
            before => with_number(words.behind_others, before),
        };
        vec![line, with_number(words.your_turn, rules.aside)]
    };
    first.into_iter().chain([fetch, words.seen_at_home.to_owned()]).collect()
}
