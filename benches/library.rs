use std::time::{Duration, Instant as Clock};

use smart_kampung::access::{ActName, Actor, Decision, Refusal};
use smart_kampung::domain::{CopyId, LoanId, OfficeCode, PersonName, ReaderId, TitleId};
use smart_kampung::features::accounts::demo;
use smart_kampung::features::library::acts::{LendCopy, ReturnCopy};
use smart_kampung::features::library::label::{On, label};
use smart_kampung::features::library::{Age, Class, Copy, CopyPlace, Language, Loan, Reader, Title, Who, store};
use smart_kampung::features::offices::gazetteer;
use smart_kampung::server::act::{Act, Change, Moment, Object};
use smart_kampung::server::db::{OfficeScope, WriteScope};
use smart_kampung::server::engine::Engine;

use crate::load::{Load, run};
use crate::report::{Guard, Report};
use crate::server::Server;

const TITLES: usize = 20_000;
/// Libraries that have a title, and copies in each: 200,000 copies.
const LIBRARIES: usize = 5;
const COPIES: usize = 2;
/// Of all libraries together.
const LOANS: usize = 5_000_000;
/// Of each library.
const READERS: usize = 48;
/// Rows that one act writes: one commit for many.
const AT_ONCE: usize = 1_000;
/// Copies that are lent and taken back to see how long it takes.
const TIMES: usize = 1_000;

const STEADY: Load = Load { connections: 16, time: Duration::from_secs(6), rate: Some(60.0) };

const ABOUT: [&str; 24] = [
    "Kura-kura",
    "Menanam",
    "Nelayan",
    "Dapur",
    "Sehat",
    "Batik",
    "Dongeng",
    "Komputer",
    "Bahasa",
    "Buku kas",
    "Budi pekerti",
    "Kabut",
    "Ternak",
    "Kopi",
    "Padi",
    "Gunung",
    "Pantai",
    "Hutan",
    "Sungai",
    "Kereta",
    "Bintang",
    "Obat",
    "Tenun",
    "Gamelan",
];
const OF: [&str; 20] = [
    "kecil",
    "di pekarangan",
    "membaca musim",
    "sehari-hari",
    "dari posyandu",
    "dari nol",
    "untuk pemandu",
    "rumahan",
    "di kampung",
    "malam hari",
    "anak desa",
    "petani muda",
    "pesisir",
    "lereng Ijen",
    "Blambangan",
    "tanpa biaya",
    "langkah demi langkah",
    "bergambar",
    "untuk pemula",
    "lengkap",
];

/// How long lending and taking back took, of 100 the slowest but one.
pub struct Lending {
    lend: Duration,
    back: Duration,
}

/// Lays titles, copies, readers and old loans through the stores, as if they had been entered and lent; then lends
/// and takes back in earnest.
pub async fn stock(engine: &Engine) -> Lending {
    let offices = gazetteer().all();
    for first in (0..TITLES).step_by(AT_ONCE) {
        engine.db.perform_by_itself(offices[0].code, Enter { first }).await.expect("titles");
    }
    for (office, place) in offices.iter().zip(0..) {
        let titles: Vec<usize> =
            (0..TITLES).filter(|at| (0..LIBRARIES).any(|more| (at * LIBRARIES + more) % offices.len() == place)).collect();
        let copies = titles.len() * COPIES;
        engine.db.perform_by_itself(office.code, Shelve { office: office.code, titles: titles.clone() }).await.expect("copies");
        let loans = LOANS.div_ceil(offices.len());
        for first in (0..loans).step_by(AT_ONCE) {
            let lay = LayLoans { office: office.code, titles: titles.clone(), copies, first, count: AT_ONCE.min(loans - first) };
            engine.db.perform_by_itself(office.code, lay).await.expect("loans");
        }
    }
    lend(engine).await
}

/// Search pages, each with some choice.
pub async fn measure(report: &mut Report, server: &Server, lending: &Lending) {
    let words = [
        "kura-kura",
        "menanam",
        "kopi+ijen",
        "dongeng+malam",
        "komputer+nol",
        "penanaman+padi",
        "batik",
        "sungai+anak",
        "obat",
        "larasati",
    ];
    let choices = ["", "&umur=anak", "&kelas=600", "&ada=ya", "&umur=dewasa&ada=ya"];
    let address = server.address.clone();
    let ask = move |at: usize| {
        let office = &gazetteer().all()[at % gazetteer().all().len()];
        let (word, choice) = (words[at % words.len()], choices[at / words.len() % choices.len()]);
        let path = match at % 5 {
            0 => format!("/d/{}/pustaka?cari={word}", office.slug),
            1 => format!("/pustaka?{}", choice.trim_start_matches('&')),
            2 => format!("/pustaka?cari={word}&kecamatan={}", office.in_kecamatan().slug()),
            _ => format!("/pustaka?cari={word}{choice}"),
        };
        // A cookie that looks like a session goes past the pages that are kept, and belongs to nobody.
        Some(format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept: text/html\r\nCookie: sk-dev=x\r\n\r\n"))
    };
    let found = run(&server.address, STEADY, ask, "role=\"search\"").await;
    let (copies, loans) = (TITLES * LIBRARIES * COPIES, LOANS);
    let what = format!("{copies} copies, {loans} loans: search with facets, p95");
    report.add("D9", what, found.p95.as_secs_f64() * 1e3, "ms", Guard::AtMost(40.0));
    report.add("D9", "the same, wrong answers", found.failed as f64, "", Guard::AtMost(0.0));
    report.add("D3", "lending, durable, p99 (the act itself)", lending.lend.as_secs_f64() * 1e3, "ms", Guard::AtMost(25.0));
    report.add("D3", "taking back, durable, p99", lending.back.as_secs_f64() * 1e3, "ms", Guard::AtMost(25.0));
}

/// Sri lends and takes back, one after the other.
async fn lend(engine: &Engine) -> Lending {
    let sri = demo::actor(&engine.db, "Sri Lestari").await.expect("Sri");
    let sobo = sobo();
    let place = gazetteer().all().iter().position(|office| office.code == sobo).expect("Sobo");
    let scope = OfficeScope::open(&engine.db, &sri).await.expect("an office");
    let readers = store::readers(&scope, store::Which::After(None)).await.expect("readers");
    drop(scope);
    let offices = gazetteer().all().len();
    let mine = (0..TITLES).filter(|at| (0..LIBRARIES).any(|more| (at * LIBRARIES + more) % offices == place)).count() * COPIES;
    let (mut lent, mut back) = (Vec::new(), Vec::new());
    for at in 0..TIMES {
        let (copy, reader) = (copy(sobo, at % mine), readers[at % readers.len()].id);
        let begun = Clock::now();
        engine.db.perform(sri.clone(), engine.db.fresh_key(), LendCopy { copy, reader }).await.expect("lent");
        lent.push(begun.elapsed());
        let begun = Clock::now();
        engine.db.perform(sri.clone(), engine.db.fresh_key(), ReturnCopy { copy }).await.expect("back");
        back.push(begun.elapsed());
    }
    Lending { lend: p99(lent), back: p99(back) }
}

fn p99(mut took: Vec<Duration>) -> Duration {
    took.sort();
    took[took.len() * 99 / 100]
}

fn sobo() -> OfficeCode {
    3_510_161_002.try_into().expect("a code")
}

fn title_id(at: usize) -> TitleId {
    TitleId::from_u128(0x018f_2f6e_7f5a_7c3e_8000_0000_0000_0000 + at as u128)
}

/// Which of an office is which: no two offices share an identity.
fn of_office(office: OfficeCode, at: usize) -> u128 {
    u128::try_from(office.number()).expect("a code") << 64 | at as u128
}

fn copy(office: OfficeCode, at: usize) -> CopyId {
    CopyId::from_u128(of_office(office, at))
}

fn reader(office: OfficeCode, at: usize) -> ReaderId {
    ReaderId::from_u128(of_office(office, at))
}

struct Enter {
    first: usize,
}

impl Act for Enter {
    type Record = Vec<(TitleId, Title)>;
    type Done = ();
    const NAME: ActName = ActName::AddTitle;

    async fn find(&self, _: &WriteScope<'_>) -> Result<Self::Record, Refusal> {
        Ok((self.first..self.first + AT_ONCE).map(|at| (title_id(at), title(at))).collect())
    }

    fn decide(&self, _: &Actor, _: &Self::Record) -> Decision {
        Decision::Allow
    }

    fn apply(&self, _: &mut Self::Record, _: &Moment) -> Result<Change<()>, Refusal> {
        Ok(Change::of(Object::new("library_title", title_id(self.first)), ()))
    }

    async fn save(titles: &Self::Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        for (id, title) in titles {
            store::add_title(scope, *id, title).await?;
        }
        Ok(())
    }
}

fn title(at: usize) -> Title {
    Title {
        name: format!("{} {}, jilid {}", ABOUT[at % ABOUT.len()], OF[at / 3 % OF.len()], at / 480 + 1),
        authors: ["Dewi Larasati", "Harun Sagara", "Sutrisno Wahab", "Murni Lestiani"][at % 4].into(),
        publisher: "Pustaka Contoh".into(),
        year: Some(2026 - u16::try_from(at % 30).expect("a year")),
        isbn: None,
        language: Language::ALL[at % Language::ALL.len()],
        age: Age::ALL[at % Age::ALL.len()],
        class: Class::ALL[at % Class::ALL.len()],
        summary: (0..12).map(|place| OF[(at * 7 + place * place) % OF.len()]).collect::<Vec<_>>().join(", "),
    }
}

/// Copies of some titles at one library, and its readers.
struct Shelve {
    office: OfficeCode,
    titles: Vec<usize>,
}

impl Act for Shelve {
    type Record = (Vec<TitleId>, Vec<Copy>, Vec<Reader>);
    type Done = ();
    const NAME: ActName = ActName::AddCopies;

    async fn find(&self, _: &WriteScope<'_>) -> Result<Self::Record, Refusal> {
        let number = |at: usize| i64::try_from(at + 1).expect("a number");
        let office = self.office;
        let copies = (0..self.titles.len() * COPIES).map(|at| Copy {
            id: copy(office, at),
            version: None,
            title: title_id(self.titles[at / COPIES]),
            code: label(office, On::Copy, number(at)),
            shelf: "Rak 1".into(),
            place: CopyPlace::Shelf,
            guest: None,
        });
        let readers = (0..READERS).map(|at| Reader {
            id: reader(office, at),
            version: None,
            card: label(office, On::Card, number(at)),
            name: PersonName::parse("Siti Contoh").expect("a name"),
            who: Who::Adult,
            account: None,
            active: true,
            about: String::new(),
        });
        Ok((self.titles.iter().map(|at| title_id(*at)).collect(), copies.collect(), readers.collect()))
    }

    fn decide(&self, _: &Actor, _: &Self::Record) -> Decision {
        Decision::Allow
    }

    fn apply(&self, _: &mut Self::Record, _: &Moment) -> Result<Change<()>, Refusal> {
        Ok(Change::of(Object::new("library_copy", copy(self.office, 0)), ()))
    }

    async fn save((titles, copies, readers): &Self::Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::add_copies(scope, copies).await?;
        for title in titles {
            store::settle(scope, *title, 0).await?;
        }
        for reader in readers {
            store::add_reader(scope, reader).await?;
        }
        Ok(())
    }
}

/// Loans of the last two years, all of them back.
struct LayLoans {
    office: OfficeCode,
    titles: Vec<usize>,
    copies: usize,
    first: usize,
    count: usize,
}

impl Act for LayLoans {
    type Record = Vec<Loan>;
    type Done = ();
    const NAME: ActName = ActName::LendCopy;

    async fn find(&self, _: &WriteScope<'_>) -> Result<Vec<Loan>, Refusal> {
        Ok(Vec::new())
    }

    fn decide(&self, _: &Actor, _: &Vec<Loan>) -> Decision {
        Decision::Allow
    }

    fn apply(&self, loans: &mut Vec<Loan>, cx: &Moment) -> Result<Change<()>, Refusal> {
        for at in self.first..self.first + self.count {
            let lent_at = cx.now.plus_seconds(-i64::try_from(at % 730 + 8).expect("days") * 86_400);
            let due = smart_kampung::server::clock::day_at(lent_at, cx.zone()).plus_days(7);
            loans.push(Loan {
                id: cx.fresh::<LoanId>(),
                version: None,
                copy: copy(self.office, at % self.copies),
                title: title_id(self.titles[at % self.copies / COPIES]),
                reader: reader(self.office, at % READERS),
                account: None,
                lent_at,
                due,
                renewed: 0,
                returned_at: Some(lent_at.plus_seconds(5 * 86_400)),
            });
        }
        Ok(Change::of(Object::new("library_loan", copy(self.office, self.first)), ()))
    }

    async fn save(loans: &Vec<Loan>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        for loan in loans {
            store::add_loan(scope, loan).await?;
        }
        Ok(())
    }
}
