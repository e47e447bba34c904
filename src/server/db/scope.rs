use sea_orm::{ColumnTrait, Condition, DatabaseExecutor, QueryFilter, Select};
use uuid::Uuid;

use super::tenant::{ResidentsReach, TenantEntity, WideEntity};
use super::{Db, tripwire};
use crate::domain::{AccountId, Identity};
use crate::server::seal::{BlindIndex, Sealer};

/// The rows that one actor reaches: every query on a tenant table starts here, and gets its filter
/// by construction. No public fields, no other door.
///
/// One type serves reads and writes (a [`super::WriteScope`] is one that can also write), so a store
/// function is written once. What differs is who may open it.
pub struct Scope<'a> {
    pub(super) conn: DatabaseExecutor<'a>,
    pub(super) reach: Reach,
    pub(super) db: &'a Db,
}

/// How far a scope goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Everything of one office; the number is that of an office, a kecamatan or the regency.
    Office(i64),
    /// At one office, what a resident has there. Nobody known has the account 0, which owns nothing.
    OwnAt(i64, AccountId),
    /// What a resident has at any office.
    Own(AccountId),
    /// Every office: for rooms of the server that carry on what offices have begun (the outbox). A
    /// test of the architecture lists who names it.
    Everywhere,
}

impl Reach {
    /// The office of the rows that are written.
    pub(crate) const fn office(self) -> i64 {
        match self {
            Self::Office(office) | Self::OwnAt(office, _) => office,
            Self::Own(_) | Self::Everywhere => 0,
        }
    }

    /// The same for row security on PostgreSQL.
    pub(super) fn settings(self) -> Vec<(&'static str, String)> {
        match self {
            Self::Office(office) | Self::OwnAt(office, _) => vec![("app.office_id", office.to_string())],
            Self::Own(account) => vec![("app.account_id", key(account).to_string())],
            Self::Everywhere => vec![("app.jobs", "on".to_owned())],
        }
    }
}

impl<'a> Scope<'a> {
    /// The rows of a tenant table within reach.
    pub fn find<E: TenantEntity>(&self) -> Select<E> {
        E::find().filter(self.within::<E>())
    }

    /// The condition under which a row is within reach.
    pub(super) fn within<E: TenantEntity>(&self) -> Condition {
        match self.reach {
            Reach::Office(office) => Condition::all().add(E::OFFICE.eq(office)),
            Reach::OwnAt(office, account) => Condition::all().add(E::OFFICE.eq(office)).add(residents::<E>(account)),
            // Over several offices only what is one's own: what an office shows to all is asked for at that office.
            Reach::Own(account) if matches!(E::RESIDENTS, ResidentsReach::Own(_)) => {
                Condition::all().add(tripwire::own_rows()).add(residents::<E>(account))
            }
            Reach::Own(_) => Condition::all().add(tripwire::no_rows()),
            Reach::Everywhere => Condition::all().add(tripwire::every_office()),
        }
    }

    /// The rows of a table of the whole regency. Named apart, because nothing narrows them.
    pub fn find_wide<E: WideEntity>(&self) -> Select<E> {
        E::find()
    }

    /// What a query is sent to: `.all(scope.conn())`.
    pub fn conn(&self) -> &DatabaseExecutor<'a> {
        &self.conn
    }

    /// Number of the office (kecamatan, regency) whose rows these are; 0 in an [`super::OwnScope`],
    /// which goes over several.
    pub fn office(&self) -> i64 {
        self.reach.office()
    }

    /// Seals and opens fields of one office: of a row's own, which in an office's scope is
    /// [`Self::office`].
    pub fn sealer(&self, office: i64) -> Sealer {
        self.db.keys().office(office)
    }

    /// Finds equal values without knowing them, among the rows of this scope's office alone.
    pub fn blind_index(&self) -> BlindIndex {
        self.db.keys().blind_index(self.office())
    }

    pub fn db(&self) -> &'a Db {
        self.db
    }
}

/// What a resident reaches of the rows of an office.
fn residents<E: TenantEntity>(account: AccountId) -> Condition {
    match E::RESIDENTS {
        ResidentsReach::Own(owner) => Condition::all().add(owner.eq(key(account))),
        ResidentsReach::All => Condition::all(),
        ResidentsReach::Nothing => Condition::all().add(tripwire::no_rows()),
    }
}

/// An identity as the database keeps it.
pub fn key(id: impl Identity) -> Uuid {
    Uuid::from_u128(id.bits())
}

/// The identity that a row keeps.
pub fn id_of<I: Identity>(stored: Uuid) -> I {
    I::from_bits(stored.as_u128())
}
