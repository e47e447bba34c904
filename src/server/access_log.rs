//! Who looked at whose data, and why. The row is written before the data leaves the store; the person
//! it is about reads it at `/akun/siapa-melihat`.

use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::access::{Actor, Refusal, Role};
use crate::domain::{AccountId, IdemKey, Instant};
use crate::server::act::Object;
use crate::server::db::{Db, OwnScope, Reach, ResidentsReach, Stop, TenantEntity, Work, WriteScope, key};

mod entity {
    use sea_orm::entity::prelude::*;

    /// P1, kept 5 years by whole years.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "access_log")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        /// In the order of time.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Whose data it was.
        pub subject: Uuid,
        /// Who looked.
        pub actor: Uuid,
        pub role: String,
        pub purpose: String,
        pub object_kind: String,
        pub object_id: Uuid,
        /// Microseconds UTC.
        pub at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{ActiveModel, Column, Entity};

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Own(Column::Subject);
}

/// Why somebody looks. Each has a sentence for the person it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessPurpose {
    /// An officer opened the case that they check.
    CaseReview,
    /// The head read the letter before signing it.
    Signing,
    /// Numbers were shown in clear: to compare them with a card,
    RevealToCompare,
    /// to enter them at the civil registry,
    RevealToRegister,
    /// or because the person asked for it.
    RevealOnRequest,
    /// A photo or a letter was opened.
    File,
    /// The office to which the person moves opened what the other one has sent.
    Transfer,
    /// A code to sign in with was printed at the counter.
    Slip,
    /// The person was given a right to act for an office.
    Appointment,
    /// An officer opened what the person borrows at a library.
    Library,
    /// An officer opened how the person did in the tests of a training.
    Training,
    /// A code was issued that sets up password and second factor anew: with it, the account is taken over.
    Code,
}

impl AccessPurpose {
    pub const ALL: [Self; 12] = [
        Self::CaseReview,
        Self::Signing,
        Self::RevealToCompare,
        Self::RevealToRegister,
        Self::RevealOnRequest,
        Self::File,
        Self::Transfer,
        Self::Slip,
        Self::Appointment,
        Self::Library,
        Self::Training,
        Self::Code,
    ];
    /// For what numbers are shown in clear.
    pub const REVEALS: [Self; 3] = [Self::RevealToCompare, Self::RevealToRegister, Self::RevealOnRequest];

    pub const fn code(self) -> &'static str {
        match self {
            Self::CaseReview => "case_review",
            Self::Signing => "signing",
            Self::RevealToCompare => "reveal_to_compare",
            Self::RevealToRegister => "reveal_to_register",
            Self::RevealOnRequest => "reveal_on_request",
            Self::File => "file",
            Self::Transfer => "transfer",
            Self::Slip => "slip",
            Self::Appointment => "appointment",
            Self::Library => "library",
            Self::Training => "training",
            Self::Code => "code",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.code() == code)
    }
}

/// One look.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Whose data it is.
    pub subject: AccountId,
    pub purpose: AccessPurpose,
    pub object: Object,
}

/// One look as the person it is about sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub id: IdemKey,
    pub office: i64,
    pub actor: AccountId,
    pub role: Role,
    pub purpose: Option<AccessPurpose>,
    pub at: Instant,
}

/// Notes that `actor` looks, at the office of their hat. Call it before the data is given out: what is
/// not noted is not shown.
///
/// # Errors
/// `SignIn` for nobody known, `Forbidden` for who does not act for an office; `Busy`.
pub async fn log(db: &Db, actor: &Actor, look: Look) -> Result<(), Refusal> {
    log_all(db, actor, vec![look]).await
}

/// The same for several people whom one page is about: all are noted, or nothing is shown.
///
/// # Errors
/// As [`log`].
pub async fn log_all(db: &Db, actor: &Actor, looks: Vec<Look>) -> Result<(), Refusal> {
    let account = actor.account().ok_or(Refusal::SignIn)?;
    let unit = actor.unit().ok_or(Refusal::Forbidden)?;
    db.write(Note { account, role: actor.role(), office: unit.number(), looks }).await
}

struct Note {
    account: AccountId,
    role: Role,
    office: i64,
    looks: Vec<Look>,
}

impl Work for Note {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(self.office)
    }

    fn by(&self) -> Option<AccountId> {
        Some(self.account)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        for look in &self.looks {
            note(scope, self.role, look).await.map_err(Stop::Failed)?;
        }
        Ok(())
    }
}

/// The same within an act, at its office and by whoever does it: both are there, or neither.
///
/// # Errors
/// `SignIn` for nobody known; the database's own.
pub async fn note(scope: &WriteScope<'_>, role: Role, look: &Look) -> Result<(), Refusal> {
    let account = scope.by().ok_or(Refusal::SignIn)?;
    let row = ActiveModel {
        id: Set(key(scope.db().entropy().identity::<IdemKey>(scope.now()))),
        subject: Set(key(look.subject)),
        actor: Set(key(account)),
        role: Set(role.code().to_owned()),
        purpose: Set(look.purpose.code().to_owned()),
        object_kind: Set(look.object.kind.to_owned()),
        object_id: Set(uuid::Uuid::from_u128(look.object.id)),
        at: Set(scope.now().micros()),
        ..Default::default()
    };
    Ok(scope.insert::<Entity>(row).await?)
}

/// Who looked at the data of the person who asks, newest first, from before `seen`; one more than
/// `page`, so that it is known whether there are more.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn seen_of(scope: &OwnScope<'_>, before: Option<IdemKey>, page: u64) -> Result<Vec<Seen>, Refusal> {
    let mut rows = scope.find::<Entity>().order_by_desc(Column::Id).limit(page + 1);
    if let Some(before) = before {
        rows = rows.filter(Column::Id.lt(key(before)));
    }
    let rows = rows.all(scope.conn()).await?;
    Ok(rows
        .into_iter()
        .map(|row| Seen {
            id: IdemKey::from_u128(row.id.as_u128()),
            office: row.office_id,
            actor: AccountId::from_u128(row.actor.as_u128()),
            role: Role::from_code(&row.role).unwrap_or(Role::Anonymous),
            purpose: AccessPurpose::from_code(&row.purpose),
            at: Instant::from_micros(row.at),
        })
        .collect())
}
