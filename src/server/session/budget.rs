//! How often one may ask. Each budget is one row that holds a time (GCRA): asking moves it on, and it
//! may not run further ahead of now than the whole budget is worth.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{CaseStatement, Expr, OnConflict};
use sea_orm::{ActiveValue::Set, EntityTrait, ExprTrait};

use crate::access::Refusal;
use crate::server::db::{Reach, Stop, Work, WriteScope};

pub(super) mod entity {
    use sea_orm::entity::prelude::*;

    /// P1: keys are blind indexes and prefixes of networks.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "budget")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: Vec<u8>,
        /// Theoretical arrival time, or when the next try is allowed; microseconds UTC.
        pub tat: i64,
        pub failures: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl crate::server::db::WideEntity for Entity {}
}
use entity::{ActiveModel, Column, Entity};

/// What is counted, and for whom: a phone (by its blind index), a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Budget {
    /// A new code for a phone: one a minute.
    CodeSoon,
    CodesOfAPhone,
    CodesOfAPhoneInADay,
    /// Generous: a mobile network puts hundreds of people behind one address.
    CodesOfANetwork,
    /// What the regency pays for: each code that is sent has its price. Who asks has no office yet, so it is
    /// one for all (proposed by us: fifty a day for each office of the pilot).
    CodesOfADay,
    /// Passwords and second factors typed in one network.
    TriesOfANetwork,
    /// Enrolment codes typed from one network.
    EnrolmentsOfANetwork,
    /// Slips printed by one officer.
    SlipsOfAnOfficer,
    /// NIK and KK of residents opened by one officer (security 11: a day's honest work, and no more).
    RevealsOfAnOfficer,
    /// References and codes of letters looked up from one network, found or not.
    LooksOfANetwork,
    /// Those of which there are none. A slip is caught before, so a miss is rarely honest.
    MissesOfANetwork,
    /// Photos sent by one account: three cases with all their photos, taken twice.
    PhotosOfAnAccount,
    /// Attendance codes typed by one account: two of a million are right, and nobody learns them by trying.
    AttendanceOfAnAccount,
}

impl Budget {
    const fn code(self) -> &'static str {
        match self {
            Self::CodeSoon => "code.soon",
            Self::CodesOfAPhone => "code.phone",
            Self::CodesOfAPhoneInADay => "code.phone_day",
            Self::CodesOfANetwork => "code.network",
            Self::CodesOfADay => "code.day",
            Self::TriesOfANetwork => "try.network",
            Self::EnrolmentsOfANetwork => "enrolment.network",
            Self::SlipsOfAnOfficer => "slip.officer",
            Self::RevealsOfAnOfficer => "reveal.officer",
            Self::LooksOfANetwork => "reference.look",
            Self::MissesOfANetwork => "reference.miss",
            Self::PhotosOfAnAccount => "photo.account",
            Self::AttendanceOfAnAccount => "attendance.account",
        }
    }

    /// So many in so many seconds.
    const fn rate(self) -> (i64, i64) {
        match self {
            Self::CodeSoon => (1, 60),
            Self::CodesOfAPhone => (3, 15 * 60),
            Self::CodesOfAPhoneInADay => (5, 24 * 3600),
            Self::RevealsOfAnOfficer => (30, 24 * 3600),
            Self::CodesOfANetwork => (300, 3600),
            Self::CodesOfADay => (2_000, 24 * 3600),
            Self::TriesOfANetwork => (600, 3600),
            Self::EnrolmentsOfANetwork => (20, 3600),
            Self::SlipsOfAnOfficer => (60, 3600),
            Self::LooksOfANetwork => (120, 60),
            Self::MissesOfANetwork => (6, 60),
            Self::PhotosOfAnAccount => (60, 3600),
            Self::AttendanceOfAnAccount => (6, 300),
        }
    }
}

/// A demonstration is tried by many under few names.
const GENEROSITY: i64 = 1_000;

/// Takes one from a budget.
///
/// # Errors
/// `TooMany` when it is used up, and how long to wait.
pub async fn spend(doors: &super::Doors, budget: Budget, key: &[u8]) -> Result<(), Refusal> {
    let (limit, seconds) = budget.rate();
    let limit = if doors.demo { limit * GENEROSITY } else { limit };
    let work = Spend { kind: budget.code(), key: key.to_vec(), step: seconds * 1_000_000 / limit, limit, regency: doors.db.regency() };
    doors.db.write(work).await
}

struct Spend {
    kind: &'static str,
    key: Vec<u8>,
    /// Microseconds that one is worth.
    step: i64,
    limit: i64,
    regency: i64,
}

impl Work for Spend {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(self.regency)
    }

    /// The guard stands in the statement: however many ask at once, no more than the budget pass.
    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        let now = scope.now().micros();
        let row = ActiveModel { kind: Set(self.kind.to_owned()), key: Set(self.key.clone()), tat: Set(now + self.step), failures: Set(0) };
        let stored = || Expr::col((Entity, Column::Tat));
        let later_of_both = || Expr::Case(Box::new(CaseStatement::new().case(stored().gt(now), stored()).finally(now)));
        let moved = || later_of_both().add(self.step);
        let mut or_move = OnConflict::columns([Column::Kind, Column::Key]);
        or_move.value(Column::Tat, moved()).action_and_where(moved().lte(now + self.step * self.limit));
        let written = Entity::insert(row).on_conflict(or_move).exec_without_returning(scope.conn()).await;
        match written {
            Ok(1..) => Ok(()),
            Ok(0) | Err(DbErr::RecordNotInserted) => Err(Stop::before_writing(self.refusal(scope).await.map_err(Stop::Failed)?)),
            Err(error) => Err(Stop::Failed(error.into())),
        }
    }
}

impl Spend {
    async fn refusal(&self, scope: &WriteScope<'_>) -> Result<Refusal, Refusal> {
        let row = scope.find_wide::<Entity>().filter(Column::Kind.eq(self.kind)).filter(Column::Key.eq(self.key.clone()));
        let tat = row.one(scope.conn()).await?.map_or(0, |row| row.tat);
        let wait = tat + self.step - self.step * self.limit - scope.now().micros();
        Ok(Refusal::TooMany { retry_after: seconds(wait) })
    }
}

/// Whole seconds, rounded up, at least one.
pub(super) fn seconds(micros: i64) -> u32 {
    u32::try_from((Ord::max(micros, 1) + 999_999) / 1_000_000).unwrap_or(u32::MAX)
}
