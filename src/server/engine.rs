//! What stands behind a running server, opened once at start.

use std::fmt;
use std::io::ErrorKind;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::tz::{TimeZone, offset};

use super::blobs::Blobs;
use super::clock::{Clock, Entropy};
use super::config::{Serve, Store};
use super::db::{Address, Db, NoDatabase, Surroundings, WrongAddress, is_new, migrate};
use super::http::Assets;
use super::sandbox::Sandbox;
use super::seal::{Keys, NoRootKey, RootKey};
use super::session::Doors;
use super::session::otp::{DemoGateway, OtpGateway, SlipsOnly};
use crate::access::ActName;
use crate::features::catalogue::Looks;
use crate::features::compliance::Album;

/// Kabupaten Banyuwangi. A second regency is a second database and the same program.
const REGENCY: i64 = 3510;

/// WIB; Indonesia's zones know no summer time.
const WIB: i8 = 7;

#[derive(Clone)]
pub struct Engine {
    pub db: Db,
    pub blobs: Blobs,
    pub assets: Arc<Assets>,
    pub sandbox: Sandbox,
    /// How often products are looked at, until it is written down.
    pub looks: Looks,
    /// Evidence photos by what they look like.
    pub album: Album,
    /// What stands in the code of every letter: "smartkampung.example".
    pub host: String,
    /// One-time codes are shown on the page.
    pub demo: bool,
    pub doors: Doors,
    /// Where the staff of this server practise; nowhere for the practice office itself.
    pub practice: Option<PracticePlace>,
    /// Addresses of our own proxies, whose word about their clients counts.
    pub proxies: Arc<[IpAddr]>,
}

/// A second name of the server, behind which nothing is real.
#[derive(Clone, Debug)]
pub struct PracticePlace {
    /// `https://latihan.kampung.example`
    url: String,
    /// Its database and files, new after each start.
    folder: PathBuf,
}

impl PracticePlace {
    /// Of the same kind as the public address, for cookies; another name, for browsers; and nothing behind it.
    fn of(settings: &Serve) -> Result<Option<Self>, NotStarted> {
        let Some(url) = settings.practice_url() else { return Ok(None) };
        let scheme = if settings.is_secure() { "https://" } else { "http://" };
        let host = url.strip_prefix(scheme).filter(|host| !host.is_empty() && !host.contains(['/', '@', '?', '#']));
        match host.is_some_and(|host| !name_of(host).eq_ignore_ascii_case(name_of(&settings.public_host()))) {
            true => Ok(Some(Self { url, folder: practice_folder(&settings.store) })),
            false => Err(NotStarted::PracticeUrl),
        }
    }

    /// Whether a browser that says `Host: latihan.kampung.example:443` means it.
    pub fn is_called(&self, host: &str) -> bool {
        let own = self.url.split_once("://").map_or("", |(_, own)| own);
        name_of(host).eq_ignore_ascii_case(name_of(own))
    }

    /// Where who comes shows the ticket.
    pub const ENTER: &str = "/latihan/masuk/";

    /// The link of somebody who is known at their own office. *Hemat data* is chosen for one host: it goes with them.
    pub fn way_in(&self, ticket: &str, saver: bool) -> String {
        [self.url.as_str(), Self::ENTER, ticket, if saver { "?hemat=1" } else { "" }].concat()
    }
}

/// Without port, and without the dot that ends a name in full.
fn name_of(host: &str) -> &str {
    host.split(':').next().unwrap_or_default().trim_end_matches('.')
}

fn practice_folder(store: &Store) -> PathBuf {
    store.data.join("latihan")
}

/// Nothing that somebody practised outlives the server.
fn forget_practice(folder: &Path) -> Result<(), NotStarted> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(NotStarted::Io(error)),
        _ => Ok(()),
    }
}

/// Why the server does not start.
#[derive(Debug)]
pub enum NotStarted {
    /// The practice office has no name of its own, or one of another kind than the server's.
    PracticeUrl,
    /// Demo mode shows one-time codes to everybody who reaches it.
    DemoInPublic(Exposure),
    /// The database was filled with invented people, among them an administrator, and demo mode is off.
    InventedPeople,
    Site(std::io::Error),
    Address(WrongAddress),
    Key(NoRootKey),
    Database(NoDatabase),
    Io(std::io::Error),
}

/// By which setting others would reach a demonstration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exposure {
    Address,
    PublicUrl,
    TrustedProxies,
}

impl Engine {
    /// Opens everything, and brings the schema up to date.
    ///
    /// # Errors
    /// See [`NotStarted`].
    pub async fn open(settings: &Serve) -> Result<Self, NotStarted> {
        if settings.demo
            && let Some(by) = exposure(settings)
        {
            return Err(NotStarted::DemoInPublic(by));
        }
        let practice = PracticePlace::of(settings)?;
        let assets = Assets::read(&settings.site).map_err(NotStarted::Site)?;
        let db = open_with(&settings.store, if settings.demo { NewKey::AnyNewDatabase } else { NewKey::Embedded }).await?;
        if !settings.demo && db.began_with(ActName::InventPeople).await.map_err(|error| NotStarted::Database(error.into()))? {
            db.close().await;
            return Err(NotStarted::InventedPeople);
        }
        forget_practice(&practice_folder(&settings.store))?;
        let blobs = Blobs::open(&files(&settings.store), db.keys().clone(), db.entropy().clone()).map_err(NotStarted::Io)?;
        let sandbox = Sandbox::of(std::env::current_exe().map_err(NotStarted::Io)?);
        let gateway: Arc<dyn OtpGateway> = if settings.demo { Arc::new(DemoGateway::default()) } else { Arc::new(SlipsOnly) };
        let doors = Doors { db: db.clone(), gateway, secure: settings.is_secure(), demo: settings.demo };
        let proxies = settings.trusted_proxies.clone().into();
        Ok(Self {
            db,
            blobs,
            assets: Arc::new(assets),
            sandbox,
            looks: Looks::default(),
            album: Album::default(),
            host: settings.public_host(),
            demo: settings.demo,
            doors,
            practice,
            proxies,
        })
    }

    /// The same server over the database of the practice office, which is empty: what somebody practised before the last
    /// start is nobody's record. Nobody signs in there, so nobody is sent a code.
    ///
    /// # Errors
    /// See [`NotStarted`].
    pub async fn begin_practice(&self, place: &PracticePlace) -> Result<Self, NotStarted> {
        forget_practice(&place.folder)?;
        let store = Store { data: place.folder.clone(), database_url: None, database_password_file: None, root_key_file: None };
        std::fs::create_dir_all(&store.data).map_err(NotStarted::Io)?;
        let address = address(&store)?;
        let around = surroundings(&store, &address, NewKey::Embedded).await?;
        migrate(&address).await.map_err(NotStarted::Database)?;
        let db = Db::open(&address, Surroundings { practice: true, ..around }).await.map_err(NotStarted::Database)?;
        let blobs = Blobs::open(&files(&store), db.keys().clone(), db.entropy().clone()).map_err(NotStarted::Io)?;
        let doors = Doors { db: db.clone(), gateway: Arc::new(SlipsOnly), demo: false, ..self.doors.clone() };
        Ok(Self { db, blobs, looks: Looks::default(), album: Album::default(), demo: false, doors, practice: None, ..self.clone() })
    }
}

impl Engine {
    /// `https://smartkampung.example`: what leaves the site carries whole addresses.
    pub fn origin(&self) -> String {
        [if self.doors.secure { "https://" } else { "http://" }, &self.host].concat()
    }
}

/// What would let somebody reach this server from another machine. A proxy listens on loopback for the
/// whole world.
fn exposure(settings: &Serve) -> Option<Exposure> {
    if !settings.address.ip().is_loopback() {
        return Some(Exposure::Address);
    }
    if !settings.is_public_host_loopback() {
        return Some(Exposure::PublicUrl);
    }
    (!settings.trusted_proxies.is_empty()).then_some(Exposure::TrustedProxies)
}

/// The database, its schema up to date.
///
/// # Errors
/// See [`NotStarted`].
pub async fn open_db(store: &Store) -> Result<Db, NotStarted> {
    open_with(store, NewKey::Embedded).await
}

/// Beside which new database a root key is made when none is named. Never beside one that has data: it
/// would become unreadable in silence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NewKey {
    /// SQLite, whose file lies beside the key. Who uses PostgreSQL in earnest names the file of the key.
    Embedded,
    /// PostgreSQL too: nobody mourns the data of a demonstration.
    AnyNewDatabase,
}

async fn open_with(store: &Store, new_key: NewKey) -> Result<Db, NotStarted> {
    std::fs::create_dir_all(&store.data).map_err(NotStarted::Io)?;
    let address = address(store)?;
    // Before the database is made: whether a key may be made depends on whether there is data already.
    let around = surroundings(store, &address, new_key).await?;
    migrate(&address).await.map_err(NotStarted::Database)?;
    Db::open(&address, around).await.map_err(NotStarted::Database)
}

/// Where the database is: SQLite in the data folder when nothing else is said.
///
/// # Errors
/// See [`WrongAddress`].
pub fn address(store: &Store) -> Result<Address, NotStarted> {
    let url = store.database_url.clone().unwrap_or_else(|| format!("sqlite://{}", store.data.join("kampung.db").display()));
    Address::parse(&url, store.database_password_file.as_deref()).map_err(NotStarted::Address)
}

/// Where the files are.
pub fn files(store: &Store) -> std::path::PathBuf {
    store.data.join("blobs")
}

/// The keys of data that is there already: no new root key is made for it.
///
/// # Errors
/// See [`NoRootKey`].
pub fn known_keys(store: &Store) -> Result<Keys, NotStarted> {
    let path = store.root_key_file.clone().unwrap_or_else(|| store.data.join("root.key"));
    Ok(Keys::new(&RootKey::read(&path).map_err(NotStarted::Key)?, &[]))
}

async fn surroundings(store: &Store, address: &Address, new_key: NewKey) -> Result<Surroundings, NotStarted> {
    let entropy = Entropy::system();
    let may_be_made = store.root_key_file.is_none() && (new_key == NewKey::AnyNewDatabase || matches!(address, Address::Sqlite(_)));
    let keys = if may_be_made && is_new(address).await.map_err(NotStarted::Database)? {
        Keys::new(&RootKey::read_or_make(&store.data.join("root.key"), &entropy).map_err(NotStarted::Key)?, &[])
    } else {
        known_keys(store)?
    };
    Ok(Surroundings { regency: REGENCY, zone: TimeZone::fixed(offset(WIB)), clock: Clock::system(), keys, entropy, practice: false })
}

impl fmt::Display for NotStarted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DemoInPublic(by) => {
                let setting = match by {
                    Exposure::Address => "an --address other than loopback",
                    Exposure::PublicUrl => "a --public-url other than loopback",
                    Exposure::TrustedProxies => "--trusted-proxies",
                };
                write!(f, "demo mode shows one-time codes to everybody; it does not run with {setting}")
            }
            Self::InventedPeople => {
                f.write_str("the people in this database are invented, its administrator too; start with an empty one, or with --demo")
            }
            Self::PracticeUrl => {
                f.write_str("--practice-url: a bare address with another host name than the public one, https where that is https")
            }
            Self::Site(error) => write!(f, "no built site: {error}"),
            Self::Address(error) => write!(f, "{error}"),
            Self::Key(error) => write!(f, "{error}"),
            Self::Database(error) => write!(f, "{error}"),
            Self::Io(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for NotStarted {}
