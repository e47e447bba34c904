//! What stands in for the library's `{words}` of the table.

use smart_kampung::domain::{
    CopyId, Day, InterloanId, LoanId, MeetingId, PersonName, ReaderId, ReservationId, StocktakeId, TimeOfDay, TitleId,
};
use smart_kampung::features::library::acts::{
    AddTitle, AskInterloan, BeginStocktake, EndStocktake, JoinClub, KeepReader, LeaveClub, LendCopy, LetGo, LoseCopy, PlanMeeting,
    ReceiveInterloan, ReserveTitle, ReturnInterloan, SendInterloan, Whose,
};
use smart_kampung::features::library::table::receive;
use smart_kampung::features::library::{Age, Class, Copy, CopyPlace, Gone, Language, Title, Who, store};
use smart_kampung::features::training::Venue;
use smart_kampung::server::clock::day_at;
use smart_kampung::server::db::OfficeScope;
use smart_kampung::server::engine::Engine;

use crate::support::{Village, does};

/// A title and a reader with card 1 that stay.
pub struct Shelf {
    pub title: TitleId,
    pub reader: ReaderId,
    /// A stock-taking that is over, and one that is not.
    pub ended: StocktakeId,
    pub count: StocktakeId,
}

impl Shelf {
    pub async fn of(engine: &Engine, village: &Village) -> Self {
        let (title, reader, begin) =
            (title(engine, village).await, reader(engine, village).await, BeginStocktake { office: village.office });
        let ended = does(engine, &village.officer, begin.clone()).await;
        does(engine, &village.officer, EndStocktake { stocktake: ended }).await;
        Self { title, reader, ended, count: does(engine, &village.officer, begin).await }
    }
}

async fn title(engine: &Engine, village: &Village) -> TitleId {
    let title = Title {
        name: "Buku Contoh".into(),
        authors: String::new(),
        publisher: String::new(),
        year: None,
        isbn: None,
        language: Language::Indonesian,
        age: Age::Everybody,
        class: Class::General,
        summary: String::new(),
    };
    does(engine, &village.officer, AddTitle { office: village.office, title, copies: 1, shelf: String::new() }).await
}

pub async fn reader(engine: &Engine, village: &Village) -> ReaderId {
    let name = PersonName::parse("Siti Contoh").expect("a name");
    does(engine, &village.officer, KeepReader { office: village.office, known: None, name, who: Who::Adult, active: true }).await
}

/// A copy of a title of its own, on the shelf.
pub async fn copy(engine: &Engine, village: &Village) -> Copy {
    let title = title(engine, village).await;
    only_copy(engine, village, title).await
}

async fn only_copy(engine: &Engine, village: &Village, title: TitleId) -> Copy {
    let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
    store::copies_of(&scope, title).await.expect("copies").pop().expect("a copy")
}

pub async fn lent(engine: &Engine, village: &Village) -> (CopyId, LoanId) {
    let (copy, reader) = (copy(engine, village).await, reader(engine, village).await);
    does(engine, &village.officer, LendCopy { copy: copy.id, reader }).await;
    match only_copy(engine, village, copy.title).await.place {
        CopyPlace::Lent { loan, .. } => (copy.id, loan),
        _ => panic!("nobody has it"),
    }
}

/// A copy that is put aside, and the reservation for which it is.
pub async fn aside(engine: &Engine, village: &Village) -> (CopyId, ReservationId) {
    let (copy, reader) = (copy(engine, village).await, reader(engine, village).await);
    does(engine, &village.officer, ReserveTitle { office: village.office, title: copy.title, whose: Whose::Reader(reader) }).await;
    match only_copy(engine, village, copy.title).await.place {
        CopyPlace::Aside { reservation, .. } => (copy.id, reservation),
        _ => panic!("it waits for nobody"),
    }
}

pub async fn gone(engine: &Engine, village: &Village) -> CopyId {
    let copy = copy(engine, village).await.id;
    does(engine, &village.officer, LoseCopy { copy, why: Gone::Lost, note: "Contoh.".into(), from_shelf: false }).await;
    copy
}

/// What a reader of `to` wants of the library of `from`, and the copy that stands there.
pub async fn asked(engine: &Engine, from: &Village, to: &Village) -> (InterloanId, Copy) {
    let (copy, reader) = (copy(engine, from).await, reader(engine, to).await);
    let ask = AskInterloan { office: to.office, lender: from.office, title: copy.title, whose: Whose::Reader(reader) };
    (does(engine, &to.officer, ask).await, copy)
}

/// What a resident of `from` wants to fetch at `to`.
pub async fn own_asked(engine: &Engine, from: &Village, to: &Village) -> InterloanId {
    let (copy, name) = (copy(engine, from).await, PersonName::parse("Ratna Contoh").expect("a name"));
    let ask = AskInterloan { office: to.office, lender: from.office, title: copy.title, whose: Whose::Own(name) };
    does(engine, &from.resident(), ask).await
}

pub async fn sent(engine: &Engine, from: &Village, to: &Village) -> (InterloanId, CopyId) {
    let (interloan, copy) = asked(engine, from, to).await;
    does(engine, &from.officer, SendInterloan { interloan, copy: copy.id }).await;
    (interloan, copy.id)
}

/// It arrived, and nobody wants it any more.
pub async fn guest(engine: &Engine, from: &Village, to: &Village) -> InterloanId {
    let (interloan, copy) = sent(engine, from, to).await;
    does(engine, &to.officer, ReceiveInterloan { interloan }).await;
    does(engine, &to.officer, LetGo { copy }).await;
    interloan
}

pub async fn homeward(engine: &Engine, from: &Village, to: &Village) -> InterloanId {
    let interloan = guest(engine, from, to).await;
    does(engine, &to.officer, ReturnInterloan { interloan }).await;
    interloan
}

/// A meeting of the reading club that is not cancelled.
pub async fn meeting(engine: &Engine, village: &Village) -> MeetingId {
    let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
    let today = day_at(engine.db.clock().now(), engine.db.zone());
    let planned = store::meetings(&scope, today).await.expect("meetings");
    drop(scope);
    if let Some(meeting) = planned.iter().find(|meeting| !meeting.cancelled) {
        return meeting.id;
    }
    let last = planned.last().map_or(today, |meeting| meeting.day);
    let day: Day = last.plus_days(1);
    let (from, venue) = (TimeOfDay::new(16, 0).expect("a time"), Venue::At("Pendopo".into()));
    does(engine, &village.officer, PlanMeeting { office: village.office, day, from, venue, book: "Buku Contoh".into() }).await
}

/// Somebody whom the office has entered.
pub async fn member(engine: &Engine, village: &Village) -> ReaderId {
    meeting(engine, village).await;
    let reader = reader(engine, village).await;
    does(engine, &village.officer, JoinClub { office: village.office, whose: Whose::Reader(reader) }).await;
    reader
}

/// The resident of the village, in its club anew.
pub async fn own_member(engine: &Engine, village: &Village) -> ReaderId {
    meeting(engine, village).await;
    let resident = village.resident();
    let account = resident.account().expect("an account");
    let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
    let known = store::reader_of_account(&scope, account).await.expect("a reader");
    let is_member = match &known {
        Some(reader) => store::is_member(&scope, reader.id).await.expect("members"),
        None => false,
    };
    drop(scope);
    if let Some(reader) = known.filter(|_| is_member) {
        does(engine, &village.officer, LeaveClub { office: village.office, reader: reader.id }).await;
    }
    let name = PersonName::parse("Ratna Contoh").expect("a name");
    does(engine, &resident, JoinClub { office: village.office, whose: Whose::Own(name) }).await;
    let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
    store::reader_of_account(&scope, account).await.expect("a reader").expect("a card").id
}

/// The card of a reader who is in no club.
pub async fn club_card(engine: &Engine, village: &Village) -> String {
    meeting(engine, village).await;
    let reader = reader(engine, village).await;
    let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
    store::reader(&scope, reader).await.expect("a reader").card
}

/// A file of one new book, read and kept.
pub async fn file(engine: &Engine, village: &Village) -> String {
    let text = format!("title;age;classification\nKue {};Anak;813\n", engine.db.fresh_key());
    let page = receive(engine, village.office, text.as_bytes()).await.expect("a table");
    page.rsplit('=').next().expect("its name").to_owned()
}
