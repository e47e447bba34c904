use std::fmt;
use std::fs::{File, TryLockError};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::tz::TimeZone;
use sea_orm::{DatabaseConnection, DbErr};
use tokio::sync::watch;

use super::edition::Edition;
use super::heard::Heard;
use super::tripwire::Tripwire;
use super::writer::Writer;
use super::{Address, migrations, postgres, sqlite};
use crate::domain::IdemKey;
use crate::server::clock::{Clock, Entropy};
use crate::server::seal::Keys;

/// The open database of one regency, and what a change needs besides: time, chance, keys. Cheap to
/// clone.
#[derive(Clone)]
pub struct Db(Arc<House>);

struct House {
    readers: DatabaseConnection,
    writer: Writer,
    around: Surroundings,
    bell: watch::Sender<()>,
    edition: Edition,
    statements: Arc<Heard>,
    /// Held as long as the database is open (SQLite).
    lock: Mutex<Option<File>>,
}

/// What is given to the database instead of being looked up inside.
#[derive(Clone)]
pub struct Surroundings {
    /// Four digits, 3510: the regency whose database this is.
    pub regency: i64,
    /// The zone of its offices (WIB).
    pub zone: TimeZone,
    pub clock: Clock,
    pub entropy: Entropy,
    pub keys: Keys,
    /// The people in it are invented, for staff to practise on: nothing here is signed in earnest.
    pub practice: bool,
}

/// Why the database cannot be opened. The server does not start.
#[derive(Debug)]
pub enum NoDatabase {
    /// The linked SQLite has the WAL-reset bug.
    SqliteTooOld([u32; 3]),
    /// Another process writes to this file, and did not end in time.
    InUse(std::path::PathBuf),
    /// The role is a superuser or bypasses row security.
    RoleIgnoresRowSecurity,
    /// So many steps of the schema are missing: run `migrate` first.
    Behind(usize),
    Io(std::io::Error),
    Db(DbErr),
}

/// How long a new process waits for the old one to let go of the file.
const HANDOVER: Duration = Duration::from_secs(30);

/// Brings the schema up to date. It only ever adds: the old program runs on beside the new schema.
///
/// # Errors
/// See [`NoDatabase`]; a failed step changes nothing.
pub async fn migrate(address: &Address) -> Result<(), NoDatabase> {
    let _lock = lock(address).await?;
    let conn = connect(address).await?;
    migrations::run(&conn).await?;
    Ok(conn.close().await?)
}

/// Whether nothing was ever kept there: no key can have sealed anything.
///
/// # Errors
/// See [`NoDatabase`].
pub async fn is_new(address: &Address) -> Result<bool, NoDatabase> {
    if let Address::Sqlite(path) = address {
        return Ok(!path.exists());
    }
    let conn = connect(address).await?;
    let new = migrations::all_missing(&conn).await?;
    conn.close().await?;
    Ok(new)
}

impl Db {
    /// Opens the database and starts its writer. Needs a tokio runtime.
    ///
    /// # Errors
    /// See [`NoDatabase`].
    pub async fn open(address: &Address, around: Surroundings) -> Result<Self, NoDatabase> {
        let lock = lock(address).await?;
        let conn = connect(address).await?;
        match migrations::missing(&conn).await? {
            0 => {}
            steps => return Err(NoDatabase::Behind(steps)),
        }
        let (bell, edition, statements) = (watch::Sender::default(), Edition::default(), Arc::default());
        if let Address::Postgres { .. } = address {
            postgres::listen(&conn, edition.clone()).await?;
        }
        let tripwire = if cfg!(debug_assertions) { Some(Tripwire::set(&conn).await?) } else { None };
        let conn = watched(conn, &statements, tripwire.clone());
        let (readers, writer) = match address {
            Address::Sqlite(path) => (watched(sqlite::readers(path).await?, &statements, tripwire), Writer::sqlite(path.clone(), conn)),
            Address::Postgres { .. } => (conn.clone(), Writer::postgres(conn)),
        };
        Ok(Self(Arc::new(House { readers, writer, around, bell, edition, statements, lock: Mutex::new(lock) })))
    }

    /// Where reads go. Only for scopes, and for rooms of the server that own their tables.
    pub(in crate::server) fn readers(&self) -> &DatabaseConnection {
        &self.0.readers
    }

    pub(super) fn writer(&self) -> &Writer {
        &self.0.writer
    }

    pub fn clock(&self) -> &Clock {
        &self.0.around.clock
    }

    pub fn entropy(&self) -> &Entropy {
        &self.0.around.entropy
    }

    /// The key of a new wish: of a form that is being drawn, or of something that nobody sends twice.
    pub fn fresh_key(&self) -> IdemKey {
        self.entropy().identity(self.clock().now())
    }

    pub fn keys(&self) -> &Keys {
        &self.0.around.keys
    }

    pub fn zone(&self) -> &TimeZone {
        &self.0.around.zone
    }

    /// Four digits, 3510.
    pub fn regency(&self) -> i64 {
        self.0.around.regency
    }

    /// Whether it is the practice office's.
    pub fn is_practice(&self) -> bool {
        self.0.around.practice
    }

    /// Hears when a commit has left messages in the outbox. Everybody who listens hears every ring, one
    /// that comes while they are busy too.
    pub fn bell(&self) -> watch::Receiver<()> {
        self.0.bell.subscribe()
    }

    /// Tells all who listen that a commit has left messages in the outbox.
    pub(super) fn ring(&self) {
        self.0.bell.send_replace(());
    }

    /// Of what visitors see. Whoever keeps a page keeps with it the edition that it was drawn from.
    pub fn edition(&self) -> &Edition {
        &self.0.edition
    }

    /// Statements sent since the database was opened, without BEGIN and COMMIT: a test of a page looks
    /// how many more there are.
    pub fn statements(&self) -> u64 {
        self.0.statements.count()
    }

    /// Keeps the statements that are sent from now on, and gives those that were kept before.
    #[cfg(test)]
    pub(in crate::server) fn keep_statements(&self) -> Vec<sea_orm::Statement> {
        self.0.statements.keep()
    }

    pub fn is_postgres(&self) -> bool {
        self.0.readers.get_database_backend() == sea_orm::DbBackend::Postgres
    }

    /// Writes what is waiting, empties the write-ahead log, closes, and lets the next process in. Jobs that come later are
    /// answered "busy".
    pub async fn close(&self) {
        self.0.writer.close().await;
        if let Err(error) = self.0.readers.close_by_ref().await {
            tracing::warn!(%error, "the readers did not close");
        }
        self.0.lock.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

pub(super) async fn connect(address: &Address) -> Result<DatabaseConnection, NoDatabase> {
    match address {
        Address::Sqlite(path) => {
            let conn = sqlite::writer(path).await?;
            let version = sqlite::version(&conn).await?;
            if version < sqlite::OLDEST_SQLITE { Err(NoDatabase::SqliteTooOld(version)) } else { Ok(conn) }
        }
        Address::Postgres { url, password } => {
            let conn = postgres::connect(url, password.clone()).await?;
            if postgres::ignores_row_security(&conn).await? { Err(NoDatabase::RoleIgnoresRowSecurity) } else { Ok(conn) }
        }
    }
}

/// Counts the statements, and in debug builds judges them.
fn watched(mut conn: DatabaseConnection, statements: &Arc<Heard>, tripwire: Option<Tripwire>) -> DatabaseConnection {
    let statements = statements.clone();
    conn.set_metric_callback(move |told| {
        statements.note(told.statement);
        if let Some(tripwire) = &tripwire {
            tripwire.watch(&told.statement.sql);
        }
    });
    conn
}

/// Two processes never write to one SQLite file: the second waits until the first has gone.
async fn lock(address: &Address) -> Result<Option<File>, NoDatabase> {
    let Address::Sqlite(path) = address else { return Ok(None) };
    let file = open_lock(path).map_err(NoDatabase::Io)?;
    let patience = tokio::time::Instant::now() + HANDOVER;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::Error(error)) => return Err(NoDatabase::Io(error)),
            Err(TryLockError::WouldBlock) if tokio::time::Instant::now() > patience => return Err(NoDatabase::InUse(path.clone())),
            Err(TryLockError::WouldBlock) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}

fn open_lock(path: &Path) -> std::io::Result<File> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    File::options().create(true).truncate(false).write(true).open(Path::new(&name))
}

impl From<DbErr> for NoDatabase {
    fn from(error: DbErr) -> Self {
        Self::Db(error)
    }
}

impl fmt::Display for NoDatabase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SqliteTooOld([major, minor, patch]) => {
                write!(f, "SQLite {major}.{minor}.{patch} can corrupt a database in WAL mode; 3.51.3 is the first that cannot")
            }
            Self::InUse(path) => write!(f, "another process is using {}", path.display()),
            Self::RoleIgnoresRowSecurity => {
                f.write_str("the database role is a superuser or has BYPASSRLS; take one that has neither (docs/operations)")
            }
            Self::Behind(steps) => write!(f, "the schema is {steps} steps behind; run `migrate` first"),
            Self::Io(error) => write!(f, "{error}"),
            Self::Db(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for NoDatabase {}
