//! The library of a demonstration: twelve books that nobody has printed, entered, lent and reserved as anybody's
//! are.

use super::acts::{AddCopies, AddTitle, KeepReader, LendCopy, ReserveTitle, Whose};
use super::store::{self, Wanted};
use super::{Age, Class, Copy, Language, Title, Who};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{CopyId, Day, OfficeCode, PersonName, ReaderId, TitleId};
use crate::features::accounts::demo;
use crate::server::act::{Act, Change, Moment};
use crate::server::db::{Db, OfficeScope, PublicScope, WriteScope};
use crate::server::incident;

/// Who keeps the shelf: of Tamansari, Sobo and Genteng Wetan.
const LIBRARIES: [(&str, i64); 3] = [("Rini Wulandari", 3_510_242_008), ("Sri Lestari", 3_510_161_002), ("Eko Purnomo", 3_510_092_002)];

/// A book, and how many copies of it stand in each of the three.
type Line = (&'static str, &'static str, u16, Age, Class, [u32; 3]);

/// As the drawings of their covers have them. None has a publisher or a number.
const BOOKS: [Line; 12] = [
    ("Kura-Kura Kecil Pulang ke Laut", "Murni Lestiani", 2023, Age::Children, Class::ChildrensStories, [2, 1, 1]),
    ("Menanam Buah Naga di Pekarangan", "Sutrisno Wahab", 2021, Age::Adults, Class::Technology, [1, 0, 2]),
    ("Nelayan Membaca Musim", "Harun Sagara", 2020, Age::Adults, Class::Technology, [0, 2, 0]),
    ("Dapur Osing Sehari-hari", "Endah Maryani", 2022, Age::Adults, Class::Technology, [2, 1, 0]),
    ("Sehat dari Posyandu", "Bidan Ratri Puspa", 2024, Age::Adults, Class::Technology, [1, 1, 1]),
    ("Lengkung Gajah Oling", "Sekar Wulansari", 2019, Age::Teenagers, Class::Arts, [0, 1, 1]),
    ("Dongeng Malam dari Blambangan", "Tim Cerita Kemuning", 2018, Age::Children, Class::ChildrensStories, [1, 2, 0]),
    ("Komputer dari Nol", "Yoga Pranadipa", 2025, Age::Teenagers, Class::General, [1, 1, 1]),
    ("English for Village Guides", "Dimas Arga Putra", 2023, Age::Teenagers, Class::Languages, [2, 0, 0]),
    ("Buku Kas Usaha Rumahan", "Lilis Kurniasari", 2024, Age::Adults, Class::Technology, [1, 0, 1]),
    ("Budi Pekerti di Kampung Kita", "Nanik Suhartati", 2020, Age::Children, Class::Philosophy, [0, 1, 2]),
    ("Siapa di Balik Kabut?", "Tulus Anggara", 2025, Age::Children, Class::ChildrensStories, [1, 1, 1]),
];

/// Of these one copy is lent and late, with somebody in line; and one is with a child.
const LATE: usize = 1;
const WITH_A_CHILD: usize = 6;

/// How long ago the late one was lent.
const DAYS_AGO: i64 = 12;

/// Fills the shelves where no library has a book yet.
///
/// # Errors
/// As `perform`.
pub async fn invent_library(db: &Db) -> Result<(), Refusal> {
    let (known, _) = store::find(&PublicScope::open(db).await?, &Wanted::default(), None).await?;
    if !known.is_empty() {
        return Ok(());
    }
    let mut shelves = Vec::new();
    for (name, office) in LIBRARIES {
        let office = OfficeCode::try_from(office).map_err(|_| incident::report("an invented library is nowhere", &"demo"))?;
        shelves.push(Shelf { db, keeper: demo::actor(db, name).await?, office });
    }
    let mut titles = Vec::new();
    for book in BOOKS {
        titles.push(enter(&shelves, book).await?);
    }
    let [first, ..] = &shelves[..] else { return Ok(()) };
    first.lends(titles[LATE], titles[WITH_A_CHILD]).await
}

/// Enters a book where it stands first, and adds its copies to the others.
async fn enter(shelves: &[Shelf<'_>], (name, authors, year, age, class, copies): Line) -> Result<TitleId, Refusal> {
    let title = Title {
        name: name.to_owned(),
        authors: authors.to_owned(),
        publisher: String::new(),
        year: Some(year),
        isbn: None,
        language: if class == Class::Languages { Language::English } else { Language::Indonesian },
        age,
        class,
        summary: String::new(),
    };
    let mut entered = None;
    for (shelf, copies) in shelves.iter().zip(copies).filter(|(_, copies)| *copies > 0) {
        let (office, shelf_name) = (shelf.office, "Rak 1".to_owned());
        match entered {
            None => entered = Some(shelf.does(AddTitle { office, title: title.clone(), copies, shelf: shelf_name }).await?),
            Some(title) => shelf.does(AddCopies { office, title, copies, shelf: shelf_name }).await?,
        }
    }
    entered.ok_or_else(|| incident::report("an invented book stands nowhere", &name))
}

/// A library, and who keeps it.
struct Shelf<'a> {
    db: &'a Db,
    keeper: Actor,
    office: OfficeCode,
}

impl Shelf<'_> {
    async fn does<A: Act>(&self, act: A) -> Result<A::Done, Refusal> {
        self.db.perform(self.keeper.clone(), self.db.fresh_key(), act).await
    }

    /// Budi has had a book for too long, and Ratna waits for it; a child has another.
    async fn lends(&self, late: TitleId, with_a_child: TitleId) -> Result<(), Refusal> {
        self.reserves("Budi Contoh", late).await?;
        let (copy, budi) = self.put_aside(late).await?;
        self.does(LentBefore { lend: LendCopy { copy, reader: budi }, days: DAYS_AGO }).await?;
        self.reserves("Ratna Contoh", late).await?;
        let siti = self.does(self.card("Siti Contoh", Who::Adult)?).await?;
        let ayu = self.does(self.card("Ayu Contoh", Who::ChildOf(siti))?).await?;
        let copy = self.copies(with_a_child).await?.first().map(|copy| copy.id).ok_or(Refusal::NotFound)?;
        self.does(LendCopy { copy, reader: ayu }).await.map(drop)
    }

    async fn reserves(&self, name: &str, title: TitleId) -> Result<(), Refusal> {
        let resident = demo::actor(self.db, name).await?;
        let reserve = ReserveTitle { office: self.office, title, whose: Whose::Own(called(name)?) };
        self.db.perform(resident, self.db.fresh_key(), reserve).await.map(drop)
    }

    /// The copy that waits for somebody, and for whom.
    async fn put_aside(&self, title: TitleId) -> Result<(CopyId, ReaderId), Refusal> {
        let scope = OfficeScope::open(self.db, &self.keeper).await?;
        let waits = store::open_reservations(&scope, None).await?.into_iter().find(|waits| waits.title == title);
        let copy = store::copies_of(&scope, title).await?.first().map(|copy| copy.id);
        copy.zip(waits.map(|waits| waits.reader)).ok_or(Refusal::NotFound)
    }

    async fn copies(&self, title: TitleId) -> Result<Vec<Copy>, Refusal> {
        store::copies_of(&*OfficeScope::open(self.db, &self.keeper).await?, title).await
    }

    fn card(&self, name: &str, who: Who) -> Result<KeepReader, Refusal> {
        Ok(KeepReader { office: self.office, known: None, name: called(name)?, who, active: true })
    }
}

fn called(name: &str) -> Result<PersonName, Refusal> {
    PersonName::parse(name).map_err(|_| incident::report("an invented reader has no name", &"demo"))
}

/// The same loan as it would have been some days ago: a new demonstration has no yesterday.
struct LentBefore {
    lend: LendCopy,
    days: i64,
}

impl Act for LentBefore {
    type Record = <LendCopy as Act>::Record;
    type Done = Day;
    const NAME: ActName = LendCopy::NAME;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Self::Record, Refusal> {
        self.lend.find(scope).await
    }

    fn decide(&self, actor: &Actor, lending: &Self::Record) -> Decision {
        self.lend.decide(actor, lending)
    }

    fn apply(&self, lending: &mut Self::Record, cx: &Moment) -> Result<Change<Day>, Refusal> {
        let mut then = cx.clone();
        then.now = cx.now.plus_seconds(-self.days * 86_400);
        self.lend.apply(lending, &then)
    }

    async fn save(lending: &Self::Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        LendCopy::save(lending, scope).await
    }
}
