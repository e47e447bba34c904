//! How a scope is opened: from an actor, and from nothing else. Each kind is a type of its own, so a
//! store function can ask for the one that it needs.

use std::ops::Deref;

use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseExecutor, DbErr, QueryFilter, Select, TransactionTrait};

use super::tenant::{PublicEntity, RegencyEntity, WideEntity};
use super::{Db, Reach, Scope, WriteScope, postgres};
use crate::access::{Actor, Refusal, Unit};
use crate::domain::{AccountId, OfficeCode};

/// What the staff of an office reads: everything of their office.
pub struct OfficeScope<'a>(Scope<'a>);

/// What a camat reads: the rows of the kecamatan itself, and none of its offices.
pub struct KecamatanScope<'a>(Scope<'a>);

/// What a signed-in person reads of themselves, at any office.
pub struct OwnScope<'a>(Scope<'a>);

/// What the regency (or a kecamatan) reads of its offices.
pub struct RegencyScope<'a> {
    conn: DatabaseExecutor<'a>,
    offices: (i64, i64),
}

/// What an office shows to whoever names it: its services, its opening hours, and nothing of anybody.
pub struct ShownScope<'a>(Scope<'a>);

/// What everybody reads.
pub struct PublicScope<'a>(DatabaseExecutor<'a>);

/// The tables of the whole regency, before it is known who asks: for `session` and its like.
pub struct WideScope<'a>(DatabaseExecutor<'a>);

impl<'a> OfficeScope<'a> {
    /// # Errors
    /// `SignIn` for nobody known, `Forbidden` for who does not act for an office.
    pub async fn open(db: &'a Db, actor: &Actor) -> Result<Self, Refusal> {
        match actor.unit() {
            Some(Unit::Office(office)) => {
                let reach = Reach::Office(office.number());
                Ok(Self(Scope { conn: reader(db, &reach.settings()).await?, reach, db }))
            }
            _ => Err(stranger(actor)),
        }
    }
}

impl<'a> KecamatanScope<'a> {
    /// # Errors
    /// `SignIn` for nobody known, `Forbidden` for who does not act for a kecamatan.
    pub async fn open(db: &'a Db, actor: &Actor) -> Result<Self, Refusal> {
        match actor.unit() {
            Some(unit @ Unit::Kecamatan(_)) => {
                let reach = Reach::Office(unit.number());
                Ok(Self(Scope { conn: reader(db, &reach.settings()).await?, reach, db }))
            }
            _ => Err(stranger(actor)),
        }
    }
}

impl<'a> OwnScope<'a> {
    /// # Errors
    /// `SignIn` for nobody known.
    pub async fn open(db: &'a Db, actor: &Actor) -> Result<Self, Refusal> {
        let account = actor.account().ok_or(Refusal::SignIn)?;
        let reach = Reach::Own(account);
        Ok(Self(Scope { conn: reader(db, &reach.settings()).await?, reach, db }))
    }

    /// The same person at one office, with what that office shows to all.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_at(db: &'a Db, actor: &Actor, office: OfficeCode) -> Result<Self, Refusal> {
        let account = actor.account().ok_or(Refusal::SignIn)?;
        let reach = Reach::OwnAt(office.number(), account);
        Ok(Self(Scope { conn: reader(db, &reach.settings()).await?, reach, db }))
    }

    /// What the person for whom an act is done has at any office, as it was committed last: for an act that has to
    /// look at something of theirs which its own office does not have.
    ///
    /// # Errors
    /// `SignIn` for nobody known.
    pub async fn of_act(scope: &WriteScope<'a>) -> Result<Self, Refusal> {
        let (account, db) = (scope.by().ok_or(Refusal::SignIn)?, scope.db());
        let reach = Reach::Own(account);
        Ok(Self(Scope { conn: reader(db, &reach.settings()).await?, reach, db }))
    }
}

impl<'a> ShownScope<'a> {
    /// # Errors
    /// `Busy` when the database does not answer.
    pub async fn open(db: &'a Db, office: OfficeCode) -> Result<Self, Refusal> {
        // Nobody known has this account, which owns nothing.
        let reach = Reach::OwnAt(office.number(), AccountId::from_u128(0));
        Ok(Self(Scope { conn: reader(db, &reach.settings()).await?, reach, db }))
    }
}

impl<'a> RegencyScope<'a> {
    /// # Errors
    /// `SignIn` for nobody known, `Forbidden` for who acts for less than a kecamatan.
    pub async fn open(db: &'a Db, actor: &Actor) -> Result<Self, Refusal> {
        let offices = match actor.unit() {
            Some(Unit::Regency(regency)) => (regency * 1_000_000, regency * 1_000_000 + 999_999),
            Some(Unit::Kecamatan(kecamatan)) => (kecamatan * 10_000, kecamatan * 10_000 + 9_999),
            _ => return Err(stranger(actor)),
        };
        let settings = [("app.offices_from", offices.0.to_string()), ("app.offices_to", offices.1.to_string())];
        Ok(Self { conn: reader(db, &settings).await?, offices })
    }

    /// The rows of its offices, of the few tables that the regency may see.
    pub fn find<E: RegencyEntity>(&self) -> Select<E> {
        E::find().filter(E::OFFICE.between(self.offices.0, self.offices.1))
    }

    pub fn conn(&self) -> &DatabaseExecutor<'a> {
        &self.conn
    }
}

impl<'a> PublicScope<'a> {
    /// # Errors
    /// `Busy` when the database does not answer.
    pub async fn open(db: &'a Db) -> Result<Self, Refusal> {
        Ok(Self(reader(db, &[]).await?))
    }

    /// The published rows of a public projection.
    pub fn find<E: PublicEntity>(&self) -> Select<E> {
        E::find().filter(E::published())
    }

    /// On which database: they do not find words alike.
    pub fn is_postgres(&self) -> bool {
        self.0.get_database_backend() == sea_orm::DbBackend::Postgres
    }

    pub fn conn(&self) -> &DatabaseExecutor<'a> {
        &self.0
    }
}

impl<'a> WideScope<'a> {
    /// # Errors
    /// `Busy` when the database does not answer.
    pub async fn open(db: &'a Db) -> Result<Self, Refusal> {
        Ok(Self(reader(db, &[]).await?))
    }

    pub fn find<E: WideEntity>(&self) -> Select<E> {
        E::find()
    }

    pub fn conn(&self) -> &DatabaseExecutor<'a> {
        &self.0
    }
}

impl<'a> Deref for OfficeScope<'a> {
    type Target = Scope<'a>;
    fn deref(&self) -> &Scope<'a> {
        &self.0
    }
}

impl<'a> Deref for KecamatanScope<'a> {
    type Target = Scope<'a>;
    fn deref(&self) -> &Scope<'a> {
        &self.0
    }
}

impl<'a> Deref for ShownScope<'a> {
    type Target = Scope<'a>;
    fn deref(&self) -> &Scope<'a> {
        &self.0
    }
}

impl<'a> Deref for OwnScope<'a> {
    type Target = Scope<'a>;
    fn deref(&self) -> &Scope<'a> {
        &self.0
    }
}

/// On SQLite a pooled read-only connection; on PostgreSQL a read-only transaction that row security
/// knows the reach of. It ends when the scope is dropped.
async fn reader<'a>(db: &'a Db, reach: &[(&'static str, String)]) -> Result<DatabaseExecutor<'a>, DbErr> {
    if !db.is_postgres() || reach.is_empty() {
        return Ok(DatabaseExecutor::Connection(db.readers()));
    }
    let transaction = db.readers().begin().await?;
    let mut settings = vec![("transaction_read_only", "on".to_owned())];
    settings.extend_from_slice(reach);
    postgres::set_reach(&transaction, &settings).await?;
    Ok(DatabaseExecutor::OwnedTransaction(transaction))
}

impl Db {
    /// A reader that sees every office: for rooms of the server that verify and carry on.
    pub(in crate::server) async fn everywhere(&self) -> Result<DatabaseExecutor<'_>, DbErr> {
        reader(self, &Reach::Everywhere.settings()).await
    }
}

fn stranger(actor: &Actor) -> Refusal {
    if actor.account().is_none() { Refusal::SignIn } else { Refusal::Forbidden }
}

impl Reach {
    /// How far an act of `actor` goes that names `office` (or none).
    ///
    /// Staff act for the unit of their hat; an office named besides must be it, or, for the regency, lie
    /// in it. A camat reaches no office: what concerns a kecamatan is sent to it. Anybody else reaches what
    /// is theirs at the office they name, or at the regency.
    ///
    /// # Errors
    /// `NotFound` when the named office lies outside the actor's unit: nobody learns that it exists.
    pub(crate) fn of(actor: &Actor, office: Option<OfficeCode>, regency: i64) -> Result<Self, Refusal> {
        let named = office.map(OfficeCode::number);
        match (actor.unit(), office) {
            (Some(Unit::Office(own)), named) if named.is_none_or(|office| office == own) => Ok(Self::Office(own.number())),
            (Some(Unit::Regency(own)), Some(office)) if office.regency() == own => Ok(Self::Office(office.number())),
            (Some(Unit::Kecamatan(own) | Unit::Regency(own)), None) => Ok(Self::Office(own)),
            (Some(_), _) => Err(Refusal::NotFound),
            (None, _) => Ok(Self::OwnAt(named.unwrap_or(regency), actor.account().unwrap_or(AccountId::from_u128(0)))),
        }
    }
}
