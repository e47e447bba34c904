use std::sync::Arc;

use smart_kampung::access::{ActName, Actor, Decision, Hat, Refusal, Role};
use smart_kampung::domain::{AccountId, ApplicationId, BlobId, IdemKey, OfficeCode};
use smart_kampung::features::accounts::demo;
use smart_kampung::features::applications::{Application, Attachment, Channel, NewCase, Stamp, store};
use smart_kampung::features::offices::gazetteer;
use smart_kampung::server::act::{Act, Change, Moment, Object};
use smart_kampung::server::db::WriteScope;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::session::{self, AuthLevel, Client, Entry, cookie};

use crate::crowd::{self, Desk};
use crate::filled_in;
use crate::library::{self, Lending};
use crate::market;
use crate::publishing::{self, Waiting};
use crate::reviews::{self, Reviews};
use crate::server::Place;

/// What the server finds when it starts: people, somebody who is signed in with a few cases of her own,
/// and many others with theirs.
pub struct Prepared {
    pub cookie: String,
    pub drafts: Vec<Draft>,
    pub desk: Desk,
    pub stock: Stock,
}

/// What markets, libraries and reviews leave behind, in either database.
pub struct Stock {
    pub reviews: Reviews,
    pub lending: Lending,
    pub waiting: Waiting,
}

/// How much there is.
pub struct Sizes {
    pub drafts: usize,
    /// At all offices together.
    pub cases: usize,
    /// That come to one office.
    pub moves: usize,
}

/// A filled-in draft, and the cookie of its owner.
#[derive(Clone)]
pub struct Draft {
    pub id: String,
    pub cookie: String,
}

/// Cases that one resident has: what a page of one's own meets.
const CASES_EACH: usize = 3;

/// Fills the place of a server that is not running with everything but cases.
pub async fn prepare_stock(place: &Place) -> Stock {
    let engine = open(place).await;
    let stock = fill_stock(&engine).await;
    engine.db.close().await;
    stock
}

async fn open(place: &Place) -> Engine {
    let engine = Engine::open(&place.settings()).await.expect("a server: is the site built?");
    demo::invent_people(&engine.db).await.expect("people");
    engine
}

async fn fill_stock(engine: &Engine) -> Stock {
    market::open(engine).await;
    let lending = library::stock(engine).await;
    let reviews = reviews::hold(engine).await;
    Stock { reviews, lending, waiting: publishing::propose(engine).await }
}

/// Fills the place of a server that is not running.
pub async fn prepare(place: &Place, Sizes { drafts, cases, moves }: Sizes) -> Prepared {
    let engine = open(place).await;
    let hats = demo::hats(&engine.db).await.expect("people");
    let ratna = hats.into_iter().find(|(name, _)| *name == "Ratna Contoh").expect("Ratna").1;
    let own = fill(&engine, ratna, drafts).await;

    let engine = Arc::new(engine);
    let mut tasks = tokio::task::JoinSet::new();
    for part in 0..32 {
        let engine = Arc::clone(&engine);
        tasks.spawn(async move {
            let mut made = Vec::new();
            for at in (part..drafts / CASES_EACH).step_by(32) {
                let resident = demo::invent_resident(&engine.db, &format!("0813{at:08}")).await.expect("a resident");
                made.extend(fill(&engine, resident, at * CASES_EACH).await);
            }
            made
        });
    }
    let made = tasks.join_all().await.into_iter().flatten().collect();
    let stock = fill_stock(&engine).await;
    let desk = crowd::gather(&engine, cases, moves).await;
    Arc::into_inner(engine).expect("nobody else").db.close().await;
    Prepared { cookie: own[0].cookie.clone(), drafts: made, desk, stock }
}

/// Signs somebody in, and fills in some drafts of theirs: from the number `first` on, at office after office.
async fn fill(engine: &Engine, resident: Hat, first: usize) -> Vec<Draft> {
    let cookie = signs_in(engine, resident).await;
    let mut made = Vec::new();
    for at in first..first + CASES_EACH {
        let office = gazetteer().all()[at % gazetteer().all().len()].code;
        let key = IdemKey::from_u128(1_000_000 + at as u128);
        let draft = Fill { office, owner: resident.account };
        let id = engine.db.perform(Actor::new(resident, false), key, draft).await.expect("a draft").to_string();
        made.push(Draft { id, cookie: cookie.clone() });
    }
    made
}

/// Begins a session, of staff with a second factor shown just now, and gives its cookie.
pub async fn signs_in(engine: &Engine, hat: Hat) -> String {
    let entry = Entry {
        account: hat.account,
        hat: hat.membership.map(|(membership, role, _)| (membership, role)),
        level: if hat.membership.is_some() { AuthLevel::TwoFactors } else { AuthLevel::Phone },
        step_up_at: hat.membership.map(|_| engine.db.clock().now()),
        replaces: None,
    };
    let client = Client { prefix: "127.0.0.0/24".into(), device: "Bench".into() };
    let begun = session::begin(&engine.db, entry, &client).await.expect("a session");
    let line = cookie::give(cookie::Purpose::Session, engine.doors.secure, &begun.token, begun.seconds);
    line.to_str().expect("text").split(';').next().expect("a pair").to_owned()
}

/// A draft with everything that is asked for. Of the counter, so that one person may have many.
struct Fill {
    office: OfficeCode,
    owner: AccountId,
}

impl Act for Fill {
    type Record = Option<Application>;
    type Done = ApplicationId;
    const NAME: ActName = ActName::SaveStep;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, _: &WriteScope<'_>) -> Result<Option<Application>, Refusal> {
        Ok(None)
    }

    fn decide(&self, _: &Actor, _: &Option<Application>) -> Decision {
        Decision::Allow
    }

    fn apply(&self, made: &mut Option<Application>, cx: &Moment) -> Result<Change<ApplicationId>, Refusal> {
        let new = NewCase {
            id: cx.fresh(),
            office: self.office,
            owner: self.owner,
            service: "sku".parse().expect("a service"),
            schema_version: 1,
            channel: Channel::Counter,
            answers: filled_in::answers(),
        };
        let (mut case, _) = Application::start(new, Stamp { by: Some(self.owner), role: Role::Resident, now: cx.now });
        let photo = |field: &str| {
            let id: BlobId = cx.fresh();
            Attachment { id, thumbnail: id, field: field.to_owned(), size_bytes: 1, at: cx.now }
        };
        case.attachments = ["ktp", "kk", "foto_usaha"].map(photo).into();
        case.photos_changed = true;
        let id = case.id;
        *made = Some(case);
        Ok(Change::of(Object::new("application", id), id))
    }

    async fn save(made: &Option<Application>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, made.as_ref().expect("a case")).await
    }
}
