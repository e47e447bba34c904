//! What a resident may do at one library, and what happens then.

use super::fetch::{fetch, receiving};
use super::figures::FetchFigure;
use super::{NameField, OrderView, Reading, with_name, with_number};
use crate::access::Refusal;
use crate::domain::OfficeCode;
use crate::features::accounts::staffed_offices;
use crate::features::library::opening::open_on;
use crate::features::library::store::{self, Holding, Known, Request};
use crate::features::library::{Interloan, Rules, Who};
use crate::features::offices::{Office, gazetteer};
use crate::server::db::OwnScope;
use crate::ui::{NoteView, note, way};

/// What a resident wants of a title: at the library `at`, or sent from there to the one at which they fetch it. Parts
/// of addresses.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish<'a> {
    pub at: &'a str,
    /// Empty: fetched where it stands.
    pub fetch: &'a str,
}

/// What hinders a reservation, or the form for it.
#[derive(Default)]
pub struct Ordering {
    pub note: Option<NoteView>,
    pub order: Option<OrderView>,
    pub fetch: Option<FetchFigure>,
}

/// # Errors
/// `NotFound` for a library that does not have it, or that there is not; else those of the database.
pub async fn order(reading: &Reading, known: &Known, holdings: &[Holding], wish: Wish<'_>) -> Result<Ordering, Refusal> {
    let lender = gazetteer().by_slug(wish.at).ok_or(Refusal::NotFound)?;
    let holding = holdings.iter().find(|holding| holding.office == lender.code).ok_or(Refusal::NotFound)?;
    let staffed = staffed_offices(&reading.db).await?;
    let fetched = if wish.fetch.is_empty() { lender } else { receiving(&staffed, wish.fetch)? };
    let is_sent = fetched.code != lender.code;
    let own = OwnScope::open(&reading.db, &reading.actor).await?;
    let readers = store::own_readers(&own).await?;
    // Children have cards of their own: what they read hinders nobody else.
    let reader = readers.iter().find(|(of, reader)| *of == fetched.code && reader.who == Who::Adult).map(|(_, reader)| reader.id);
    let (loans, waits) = (store::own_loans(&own).await?, store::own_reservations(&own).await?);
    let requests = store::own_requests(&own).await?;
    drop(own);
    let has = loans.iter().any(|lent| Some(lent.loan.reader) == reader && lent.loan.title == known.id && lent.loan.returned_at.is_none());
    let awaits =
        |(request, loan): &(Request, Interloan)| Some(request.reader) == reader && loan.title == known.id && loan.stage.is_awaited();
    let ordered = waits.iter().any(|(_, waits)| Some(waits.reader) == reader && waits.title == known.id) || requests.iter().any(awaits);
    let words = reading.words;
    let hindered = match (has, ordered) {
        (true, _) => Some(words.have_it),
        (_, true) => Some(words.ordered_already),
        _ => None,
    };
    if let Some([title, see]) = hindered {
        let note = NoteView { way: Some(way("/akun/pinjaman", see)), ..note("office", "books", title, fetched.full_title()) };
        return Ok(Ordering { note: Some(note), ..Ordering::default() });
    }
    let rules = store::rules_of(&*OwnScope::open_at(&reading.db, &reading.actor, fetched.code).await?).await?;
    let field = || NameField { label: words.name.to_owned(), hint: words.name_hint.to_owned(), value: reading.name.clone() };
    let order = OrderView {
        heading: [if is_sent { words.fetch_in } else { words.order_at }, &fetched.title()].concat(),
        sentences: if is_sent { sent(reading, lender, fetched, &rules) } else { sentences(reading, lender, holding, &rules) },
        office: fetched.slug.to_owned(),
        from: if is_sent { lender.slug.to_owned() } else { String::new() },
        title: known.id,
        name: reader.is_none().then(field),
        button: if is_sent { words.ask_for_it } else { words.order }.to_owned(),
        key: reading.db.fresh_key(),
    };
    let homes: Vec<OfficeCode> = readers.iter().map(|(office, _)| *office).collect();
    let fetch = fetch(reading, known.id, lender, wish.fetch, &homes, &staffed).await?;
    Ok(Ordering { note: None, order: Some(order), fetch })
}

/// What happens when another library sends it.
fn sent(reading: &Reading, lender: &Office, fetched: &Office, rules: &Rules) -> Vec<String> {
    let (words, lang) = (reading.words, reading.lang);
    let fetch = [&with_name(words.fetch_at, &fetched.title()), " ", &open_on(rules, words, lang)].concat();
    vec![with_name(words.sent_from, &lender.full_title()), with_number(words.once_there, rules.aside), fetch, words.seen_at_home.to_owned()]
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
