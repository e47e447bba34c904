use std::path::PathBuf;
use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::tz::TimeZone;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbErr, Statement};

use super::Folder;
use super::cluster::Cluster;
use crate::access::{ActName, Actor, Hat, Refusal, Role, Unit};
use crate::domain::{AccountId, IdemKey, Instant, MembershipId, OfficeCode};
use crate::server::act::Act;
use crate::server::clock::{Clock, Entropy};
use crate::server::db::{Address, Db, Surroundings, migrate};
use crate::server::seal::{Keys, RootKey};

/// A regency with two offices, Tamansari and Kampungbaru: what happens at one must not be seen at the
/// other. The database is real, time stands still until a test moves it.
pub struct World {
    pub db: Db,
    pub clock: HandClock,
    pub address: Address,
    /// Shared, so that it outlives whatever part of the world a story keeps.
    pub(super) folder: Arc<Folder>,
}

/// A clock that a test moves by hand.
#[derive(Clone)]
pub struct HandClock(Arc<AtomicI64>);

/// Somebody who acts, under one hat.
#[derive(Clone)]
pub struct Person {
    pub actor: Actor,
    db: Db,
}

/// 2026-11-24 09:00 in Banyuwangi.
const MORNING: i64 = 1_795_485_600_000_000;

impl World {
    pub async fn on_sqlite() -> Self {
        let folder = Folder::new();
        let path = folder.path().join("kampung.db");
        std::fs::copy(sqlite_template(), &path).expect("a copy of the schema");
        Self::at(Address::Sqlite(path), folder).await
    }

    pub async fn on_postgresql() -> Self {
        let url = Cluster::shared().database(postgres_template());
        Self::at(Address::parse(&url, None).expect("an address"), Folder::new()).await
    }

    /// An empty practice office beside this world: on SQLite, as every one is, and at the same time.
    pub async fn practice(&self) -> Self {
        let folder = Folder::new();
        let path = folder.path().join("kampung.db");
        std::fs::copy(sqlite_template(), &path).expect("a copy of the schema");
        let address = Address::Sqlite(path);
        let around = Surroundings { practice: true, ..surroundings(&self.clock) };
        let db = Db::open(&address, around).await.expect("the database opens");
        Self { db, clock: self.clock.clone(), address, folder: Arc::new(folder) }
    }

    async fn at(address: Address, folder: Folder) -> Self {
        let folder = Arc::new(folder);
        let clock = HandClock(Arc::new(AtomicI64::new(MORNING)));
        let db = Db::open(&address, surroundings(&clock)).await.expect("the database opens");
        Self { db, clock, address, folder }
    }

    /// Where the database and the files of this world are.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// The office of most stories: a desa.
    pub fn tamansari(&self) -> OfficeCode {
        OfficeCode::try_from(3_510_242_008).expect("a code")
    }

    /// The other office: a kelurahan.
    pub fn kampungbaru(&self) -> OfficeCode {
        OfficeCode::try_from(3_510_161_002).expect("a code")
    }

    /// An operator of Tamansari.
    pub fn officer(&self, name: &str) -> Person {
        self.staff(name, Role::Operator, Unit::Office(self.tamansari()))
    }

    /// The head of Tamansari, who has just shown the second factor.
    pub fn head(&self, name: &str) -> Person {
        let mut head = self.staff(name, Role::Head, Unit::Office(self.tamansari()));
        head.actor = Actor::new(head.actor.hat().expect("a hat"), true);
        head
    }

    /// An operator of Kampungbaru.
    pub fn stranger(&self, name: &str) -> Person {
        self.staff(name, Role::Operator, Unit::Office(self.kampungbaru()))
    }

    pub fn staff(&self, name: &str, role: Role, unit: Unit) -> Person {
        let membership = MembershipId::from_u128(number(name) ^ (role as u128 + 1));
        let hat = Hat { account: AccountId::from_u128(number(name)), membership: Some((membership, role, unit)) };
        Person { actor: Actor::new(hat, false), db: self.db.clone() }
    }

    pub fn resident(&self, name: &str) -> Person {
        let hat = Hat { account: AccountId::from_u128(number(name)), membership: None };
        Person { actor: Actor::new(hat, false), db: self.db.clone() }
    }

    pub fn nobody(&self) -> Person {
        Person { actor: Actor::anonymous(), db: self.db.clone() }
    }
}

impl World {
    /// Does something to the database behind our back, as an intruder with all rights would.
    ///
    /// # Errors
    /// What the database still refuses.
    pub async fn behind_our_back(&self, sql: &str) -> Result<(), DbErr> {
        let address = match &self.address {
            Address::Sqlite(path) => format!("sqlite://{}?mode=rw", path.display()),
            Address::Postgres { url, .. } => as_superuser(url),
        };
        let intruder = Database::connect(address).await?;
        let outcome = intruder.execute_unprepared(sql).await.map(drop);
        intruder.close().await?;
        outcome
    }
}

impl World {
    /// Every row of every table in writing, as an intruder with all rights reads them: for tests that
    /// say that nothing has changed.
    ///
    /// # Panics
    /// When the database does not answer.
    pub async fn every_row(&self) -> String {
        let (address, tables) = match &self.address {
            Address::Sqlite(path) => (format!("sqlite://{}?mode=ro", path.display()), TABLES_OF_SQLITE),
            Address::Postgres { url, .. } => (as_superuser(url), TABLES_OF_POSTGRES),
        };
        let intruder = Database::connect(address).await.expect("the database");
        let mut rows = String::new();
        for table in column(&intruder, tables).await {
            rows.extend(column(&intruder, &table).await);
        }
        intruder.close().await.expect("the database closes");
        rows
    }
}

/// For each table a question that gives all its rows as one text.
const TABLES_OF_SQLITE: &str = r#"
    SELECT 'SELECT ''' || t.name || ':'' || coalesce(group_concat(line, char(10)), '''') FROM (SELECT '
        || group_concat('quote("' || c.name || '")', ' || '','' || ') || ' AS line FROM "' || t.name || '" ORDER BY 1)'
    FROM pragma_table_list t JOIN pragma_table_info(t.name) c
    WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' GROUP BY t.name ORDER BY t.name"#;
const TABLES_OF_POSTGRES: &str = "
    SELECT format('SELECT ''%s:'' || coalesce(string_agg(line::text, chr(10) ORDER BY line::text), '''') FROM %I line', relname, relname)
    FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname";

/// The texts that a question gives.
async fn column(conn: &DatabaseConnection, sql: &str) -> Vec<String> {
    let rows = conn.query_all_raw(Statement::from_string(conn.get_database_backend(), sql)).await.expect("an answer");
    rows.iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
}

impl Person {
    /// The same person, who has just shown the second factor.
    #[must_use]
    pub fn stepped_up(mut self) -> Self {
        self.actor = Actor::new(self.actor.hat().expect("a hat"), true);
        self
    }

    pub fn db(&self) -> &Db {
        &self.db
    }

    pub fn id(&self) -> AccountId {
        self.actor.account().expect("somebody known")
    }

    /// Does something once, under a key of its own.
    ///
    /// # Errors
    /// What `perform` refuses.
    pub async fn does<A: Act>(&self, act: A) -> Result<A::Done, Refusal> {
        self.does_under(self.db.fresh_key(), act).await
    }

    /// Does something under a given key, as a double click does.
    ///
    /// # Errors
    /// What `perform` refuses.
    pub async fn does_under<A: Act>(&self, key: IdemKey, act: A) -> Result<A::Done, Refusal> {
        self.db.perform(self.actor.clone(), key, act).await
    }
}

impl HandClock {
    pub fn now(&self) -> Instant {
        Instant::from_micros(self.0.load(Ordering::Relaxed))
    }

    pub fn set(&self, now: Instant) {
        self.0.store(now.micros(), Ordering::Relaxed);
    }

    pub fn forward(&self, seconds: i64) {
        self.set(self.now().plus_seconds(seconds));
    }
}

pub fn surroundings(clock: &HandClock) -> Surroundings {
    let clock = clock.clone();
    Surroundings {
        regency: 3510,
        zone: TimeZone::fixed(jiff::tz::offset(7)),
        clock: Clock::from_fn(move || clock.now()),
        entropy: Entropy::system(),
        keys: Keys::new(&RootKey::from_bytes([7; 32]), &[]),
        practice: false,
    }
}

/// The address of a database as its superuser would write it.
pub fn as_superuser(url: &str) -> String {
    Cluster::as_superuser(url)
}

/// The same name is the same person.
fn number(name: &str) -> u128 {
    name.bytes().fold(0x6c62_272e_07bb_0142, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(0x0100_0000_01b3)) | 1
}

/// The schema is built once per test process and copied for each test.
fn sqlite_template() -> &'static PathBuf {
    static TEMPLATE: OnceLock<(PathBuf, Folder)> = OnceLock::new();
    let (path, _) = TEMPLATE.get_or_init(|| {
        let folder = Folder::new();
        let path = folder.path().join("schema.db");
        build(Address::Sqlite(path.clone()));
        (path, folder)
    });
    path
}

fn postgres_template() -> &'static str {
    static TEMPLATE: OnceLock<&'static str> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        Cluster::shared().make_database("schema");
        build(Address::parse(&Cluster::shared().address("schema"), None).expect("an address"));
        "schema"
    })
}

/// On a thread of its own: the caller is inside a runtime already, and may not block in it.
fn build(address: Address) {
    let work = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            migrate(&address).await.expect("the schema is built");
            crate::server::db::migrations::create(&address, &super::notes::TABLE).await.expect("the table of the tests");
        });
    });
    work.join().expect("the schema is built");
}

impl World {
    /// What the record of Tamansari says, oldest first: which act, by whom. The chain is verified.
    pub async fn record(&self) -> Vec<(ActName, Option<AccountId>)> {
        self.record_of(self.tamansari()).await
    }

    /// The same of another office.
    pub async fn record_of(&self, unit: impl Into<Unit>) -> Vec<(ActName, Option<AccountId>)> {
        let lines = crate::server::audit::lines(&self.db, unit.into().number()).await.expect("the record is read and verified");
        let act = |code: &str| ActName::ALL.iter().copied().find(|act| act.code() == code).expect("a known act");
        lines.into_iter().map(|(code, by)| (act(&code), by)).collect()
    }
}
