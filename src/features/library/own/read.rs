//! From loans and places in queues to what somebody reads of them at home.

use super::{OwnLoansView, OwnRow, PressView};
use crate::access::Refusal;
use crate::domain::{CopyId, Day, OfficeCode, ReaderId, TitleId};
use crate::features::library::opening::open_on;
use crate::features::library::public::{Reading, counted, page_of_title, with_name, with_number};
use crate::features::library::store::{self, Known, Lent, Reminder, Request};
use crate::features::library::{Interloan, Loan, Reader, Reservation, Rules, Stage, Turn, Who};
use crate::features::offices::gazetteer;
use crate::server::clock::day_at;
use crate::server::db::OwnScope;
use crate::ui::{mark, way};

/// # Errors
/// `SignIn` when nobody is known; `Busy` or `Internal` of the database.
pub async fn own_loans(reading: &Reading, result: &str) -> Result<OwnLoansView, Refusal> {
    let words = reading.words;
    let own = OwnScope::open(&reading.db, &reading.actor).await?;
    let (loans, waits) = (store::own_loans(&own).await?, store::own_reservations(&own).await?);
    let readers = store::own_readers(&own).await?.into_iter().map(|(_, reader)| reader).collect();
    let requests = store::own_requests(&own).await?;
    let reminders = store::told_of(&own, &loans.iter().map(|lent| lent.loan.id).collect::<Vec<_>>()).await?;
    drop(own);
    let had: Vec<CopyId> = loans.iter().map(|lent| lent.loan.copy).collect();
    let requests: Vec<_> = requests.into_iter().filter(|(_, loan)| is_told(loan, &had, reading)).collect();
    let (have, before): (Vec<_>, Vec<_>) = loans.into_iter().partition(|lent| lent.loan.returned_at.is_none());
    let titles = have.iter().chain(&before).map(|lent| lent.loan.title).chain(waits.iter().map(|(_, waits)| waits.title));
    let titles: Vec<TitleId> = titles.chain(requests.iter().map(|(_, loan)| loan.title)).collect();
    let mut offices: Vec<OfficeCode> = have.iter().map(|lent| lent.office).chain(waits.iter().map(|(office, _)| *office)).collect();
    offices.sort();
    offices.dedup();
    let mut rules = Vec::new();
    for office in offices {
        rules.push((office, store::rules_of(&*OwnScope::open_at(&reading.db, &reading.actor, office).await?).await?));
    }
    let home = Home { reading, titles: store::titles_in(&reading.db, &titles).await?, readers, rules, reminders, today: reading.today() };
    let none = have.is_empty() && before.is_empty() && waits.is_empty() && requests.is_empty();
    let places = waits.iter().filter_map(|(office, waits)| home.waits(*office, waits));
    let places: Vec<OwnRow> = places.chain(requests.iter().filter_map(|(request, loan)| home.asked(request, loan))).collect();
    Ok(OwnLoansView {
        title: words.own_title.to_owned(),
        lede: words.own_lede.to_owned(),
        back: way("/akun", words.account),
        result: told(reading, result),
        none: none.then(|| [words.nothing_yet, words.nothing_yet_hint].map(str::to_owned)),
        find: way("/pustaka", words.find_books),
        clubs: way("/akun/kelompok-baca", words.club.my_clubs),
        waits: (words.waits.to_owned(), places),
        have: (words.have.to_owned(), have.iter().filter_map(|lent| home.has(lent)).collect()),
        before: (words.before.to_owned(), before.iter().filter_map(|lent| home.had(lent)).collect()),
    })
}

/// Days for which one reads that nothing comes.
const TOLD: i64 = 30;

/// What another library was asked for and is not here yet, or does not come. What is here is a reservation or a loan.
fn is_told(loan: &Interloan, had: &[CopyId], reading: &Reading) -> bool {
    let lately = loan.moved_at >= reading.db.clock().now().plus_seconds(-TOLD * 86_400);
    match &loan.stage {
        Stage::Asked | Stage::Sent(_) => true,
        Stage::Declined(_) => lately,
        Stage::Lost(traveller) => lately && !had.contains(&traveller.copy),
        Stage::Cancelled | Stage::There(_) | Stage::Homeward(_) | Stage::Home(_) => false,
    }
}

/// What an act has done. The address carries a word of a list, never a sentence.
fn told(reading: &Reading, code: &str) -> Option<String> {
    let sentence = match code {
        "disisihkan" => reading.words.done_aside,
        "antre" => reading.words.done_waits,
        "diminta" => reading.words.done_asked,
        "diperpanjang" => reading.words.done_renewed,
        "dibatalkan" => reading.words.done_cancelled,
        _ => return None,
    };
    Some(sentence.to_owned())
}

/// All that the rows are made of.
struct Home<'a> {
    reading: &'a Reading,
    titles: Vec<Known>,
    readers: Vec<Reader>,
    /// Of the libraries that have something to say still.
    rules: Vec<(OfficeCode, Rules)>,
    reminders: Vec<Reminder>,
    today: Day,
}

impl Home<'_> {
    fn has(&self, Lent { office, loan }: &Lent) -> Option<OwnRow> {
        let (words, lang) = (self.reading.words, self.reading.lang);
        let late = u32::try_from(loan.days_late(self.today)).unwrap_or_default();
        let told = if late > 0 {
            [&counted(words.late, late), words.late_hint].concat()
        } else {
            let left = match loan.due.number() - self.today.number() {
                ..=0 => words.due_today.to_owned(),
                1 => words.due_tomorrow.to_owned(),
                more => with_number(words.due_in, u32::try_from(more).unwrap_or_default()),
            };
            let renewed = if loan.renewed > 0 { words.renewed } else { "" };
            [&with_name(words.due_on, &loan.due.with_weekday(lang)), left.as_str(), renewed].concat()
        };
        let longer = late == 0 && self.rules_of(*office).is_some_and(|rules| loan.renewed < rules.renewals);
        let row = self.row(*office, loan.title)?;
        Some(OwnRow {
            mark: Some(if late > 0 { mark("stop", "clock", words.late_mark) } else { mark("office", "books", words.in_time) }),
            told: [self.for_whom(loan.reader), told, self.reminded(loan)].concat(),
            press: longer.then(|| self.press(*office, loan.id.to_string(), words.renew)).flatten(),
            ..row
        })
    }

    /// That they were told of the day on which it is due now.
    fn reminded(&self, loan: &Loan) -> String {
        let last = self.reminders.iter().find(|told| told.loan == loan.id && told.due == loan.due);
        let day = last.map(|told| day_at(told.told_at, self.reading.db.zone()).in_words(self.reading.lang));
        day.map(|day| with_name(self.reading.words.reminded, &day)).unwrap_or_default()
    }

    fn waits(&self, office: OfficeCode, waits: &Reservation) -> Option<OwnRow> {
        let (words, lang) = (self.reading.words, self.reading.lang);
        let place = gazetteer().by_code(office)?;
        let (mark, told) = match waits.turn {
            Turn::Ready { until, .. } => {
                let open = self.rules_of(office).map(|rules| open_on(rules, words, lang)).unwrap_or_default();
                let until = with_name(words.ready_until, &until.with_weekday(lang));
                (mark("done", "check", words.ready), [&until, &place.title(), ". ", &open].concat())
            }
            _ => (mark("grey", "clock", words.in_line), words.in_line_hint.to_owned()),
        };
        let row = self.row(office, waits.title)?;
        Some(OwnRow {
            mark: Some(mark),
            told: [self.for_whom(waits.reader), told].concat(),
            press: self.press(office, waits.id.to_string(), words.cancel),
            ..row
        })
    }

    fn asked(&self, request: &Request, loan: &Interloan) -> Option<OwnRow> {
        let words = self.reading.words;
        let fetched = gazetteer().by_code(loan.receiver)?.title();
        let (mark, told) = match &loan.stage {
            Stage::Asked => (mark("grey", "clock", words.asked), with_name(words.asked_hint, &fetched)),
            Stage::Sent(_) => (mark("office", "arrow-right", words.on_its_way), with_name(words.on_its_way_hint, &fetched)),
            Stage::Declined(reason) => (mark("stop", "x", words.not_sent), [words.reason, reason].concat()),
            _ => (mark("stop", "x", words.lost), words.lost_hint.to_owned()),
        };
        let cancel = loan.stage == Stage::Asked;
        Some(OwnRow {
            mark: Some(mark),
            told: [self.for_whom(request.reader), told].concat(),
            press: cancel.then(|| self.press(loan.receiver, loan.id.to_string(), words.cancel)).flatten(),
            ..self.row(loan.lender, loan.title)?
        })
    }

    fn had(&self, Lent { office, loan }: &Lent) -> Option<OwnRow> {
        let returned = day_at(loan.returned_at?, self.reading.db.zone()).in_words(self.reading.lang);
        let told = [&self.for_whom(loan.reader), self.reading.words.returned, &returned, "."].concat();
        Some(OwnRow { told, ..self.row(*office, loan.title)? })
    }

    fn row(&self, office: OfficeCode, title: TitleId) -> Option<OwnRow> {
        let known = self.titles.iter().find(|known| known.id == title)?;
        let library = gazetteer().full_title(office);
        Some(OwnRow { book: way(page_of_title(title), known.title.name.clone()), library, mark: None, told: String::new(), press: None })
    }

    /// A child's book is the affair of whoever is asked for it.
    fn for_whom(&self, reader: ReaderId) -> String {
        let child = self.readers.iter().find(|known| known.id == reader && known.who != Who::Adult);
        child.map(|child| with_name(self.reading.words.for_child, child.name.as_str())).unwrap_or_default()
    }

    fn rules_of(&self, office: OfficeCode) -> Option<&Rules> {
        self.rules.iter().find(|(of, _)| *of == office).map(|(_, rules)| rules)
    }

    fn press(&self, office: OfficeCode, id: String, button: &str) -> Option<PressView> {
        let office = gazetteer().by_code(office)?.slug.to_owned();
        Some(PressView { office, id, button: button.to_owned(), key: self.reading.db.fresh_key() })
    }
}
