use crate::access::Refusal;
use crate::domain::{CopyId, Day, Isbn, LoanId, OfficeCode, PersonName, ReaderId, TitleId};
use crate::features::library::acts::{AddCopies, AddTitle, KeepReader, LendCopy};
use crate::features::library::store::{self, Found, Wanted};
use crate::features::library::{Age, Class, Copy, CopyPlace, Language, Title, Who};
use crate::server::db::{OfficeScope, PublicScope};
use crate::server::testing::{Person, World};

pub fn turtle() -> Title {
    Title {
        name: "Kura-kura Kecil di Pantai Sukamade".into(),
        authors: "Dewi Larasati".into(),
        publisher: "Pustaka Blambangan".into(),
        year: Some(2024),
        isbn: Some(Isbn::parse("9786020332956").expect("a number")),
        language: Language::Indonesian,
        age: Age::Children,
        class: Class::ChildrensStories,
        summary: "Seekor penyu belajar berenang.".into(),
    }
}

pub fn named(name: &str) -> Title {
    Title { name: name.into(), isbn: None, ..turtle() }
}

pub async fn enter(by: &Person, office: OfficeCode, title: Title, copies: u32) -> TitleId {
    by.does(AddTitle { office, title, copies, shelf: "Rak 1".into() }).await.expect("a title")
}

pub async fn more(by: &Person, office: OfficeCode, title: TitleId, copies: u32) {
    by.does(AddCopies { office, title, copies, shelf: String::new() }).await.expect("copies");
}

pub async fn copies(world: &World, by: &Person, title: TitleId) -> Vec<Copy> {
    let scope = OfficeScope::open(&world.db, &by.actor).await.expect("an officer");
    store::copies_of(&scope, title).await.expect("copies")
}

pub fn person(name: &str) -> PersonName {
    PersonName::parse(name).expect("a name")
}

pub async fn card(by: &Person, office: OfficeCode, name: &str) -> ReaderId {
    by.does(KeepReader { office, known: None, name: person(name), who: Who::Adult, active: true }).await.expect("a card")
}

pub async fn lend(by: &Person, copy: CopyId, reader: ReaderId) -> Result<Day, Refusal> {
    by.does(LendCopy { copy, reader }).await
}

pub fn loan_of(copy: &Copy) -> LoanId {
    match copy.place {
        CopyPlace::Lent { loan, .. } => loan,
        _ => panic!("nobody has it"),
    }
}

pub async fn find(world: &World, wanted: Wanted) -> Vec<Found> {
    let scope = PublicScope::open(&world.db).await.expect("everybody");
    store::find(&scope, &wanted, None).await.expect("a page").0
}

pub async fn names_for(world: &World, words: &str) -> Vec<String> {
    let found = find(world, Wanted { words: words.into(), ..Wanted::default() }).await;
    found.into_iter().map(|found| found.known.title.name).collect()
}

/// What everybody sees of a title at a library is what its copies and its queue say.
pub async fn holds_true(world: &World, by: &Person, title: TitleId) {
    let shown = {
        let scope = PublicScope::open(&world.db).await.expect("everybody");
        store::holdings_of(&scope, title).await.expect("holdings")
    };
    let scope = OfficeScope::open(&world.db, &by.actor).await.expect("an officer");
    let waiting = store::open_reservations(&scope, None).await.expect("a queue");
    let waiting = waiting.iter().filter(|one| one.title == title && one.turn == crate::features::library::Turn::Waiting).count();
    let copies = store::copies_of(&scope, title).await.expect("copies");
    let free = copies.iter().filter(|copy| copy.place == CopyPlace::Shelf).count();
    let there = copies.iter().filter(|copy| !matches!(copy.place, CopyPlace::Gone { .. })).count();
    let shown = shown.iter().find(|holding| holding.office.number() == scope.office());
    let shown = shown.map_or((0, 0, 0), |holding| (holding.copies as usize, holding.free as usize, holding.waiting as usize));
    assert_eq!(shown, (there, free, waiting));
    assert!(free == 0 || waiting == 0, "somebody waits, and {free} stand on the shelf");
}
