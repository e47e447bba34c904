//! From cases to what the screens of an office are given.

mod book;
mod case;
mod queue;
mod sign;
mod slip;

pub use book::book;
pub use case::{case, refuse_reasons};
pub use queue::{queue, today};
pub use sign::sign;
pub use slip::slip;

use super::people::{self, Names};
use super::views::{DeskSettingsView, QueueCounts, QueueRow};
use super::words::{Now, due_of};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{AccountId, IdemKey, Lang};
use crate::features::applications::store::{self, Waits};
use crate::features::applications::{Application, Channel, State, policy};
use crate::features::letters::Facsimile;
use crate::features::offices::{Office, settings as office_settings};
use crate::features::services::catalogue;
use crate::forms::{Choice, read};
use crate::server::db::{Db, OfficeScope};
use crate::ui::{Frame, FrameCounts};

/// Who looks at which office, and when.
pub struct Desk<'a> {
    pub db: &'a Db,
    pub actor: &'a Actor,
    pub me: AccountId,
    /// The name of who looks.
    pub person: String,
    pub office: &'static Office,
    pub now: Now,
    /// Papers show the stand-in for arms: in a demonstration alone.
    pub stand_in: bool,
}

impl<'a> Desk<'a> {
    /// # Errors
    /// `SignIn`, `Forbidden` for who does not act for an office.
    pub fn open(db: &'a Db, actor: &'a Actor, person: String) -> Result<Self, Refusal> {
        let office = people::office_of(actor)?;
        let me = actor.account().ok_or(Refusal::SignIn)?;
        Ok(Self { db, actor, me, person, office, now: Now::of(db), stand_in: false })
    }

    pub async fn scope(&self) -> Result<OfficeScope<'a>, Refusal> {
        OfficeScope::open(self.db, self.actor).await
    }

    pub fn frame(&self, waits: &Waits) -> Frame {
        let counts = FrameCounts { queue: small(waits.open()), to_sign: small(waits.to_sign), ..FrameCounts::default() };
        people::frame(self.actor, self.office, self.person.clone(), counts)
    }

    /// Drawn for the forms of one page.
    pub fn key(&self) -> IdemKey {
        self.db.fresh_key()
    }

    /// A letter as it is drawn on this site.
    pub fn drawn(&self, letter: Facsimile) -> Facsimile {
        Facsimile { stand_in: self.stand_in, ..letter }
    }

    /// What this actor may do to a case, a missing second factor included: it is asked for then.
    pub fn can(&self, case: &Application, acts: &[ActName]) -> Vec<ActName> {
        acts.iter().copied().filter(|act| policy::decide(self.actor, *act, case) != Decision::Deny).collect()
    }

    pub async fn waits(&self, scope: &OfficeScope<'_>) -> Result<Waits, Refusal> {
        store::waits(scope, self.me, self.now.at).await
    }

    async fn rows(&self, cases: Vec<Application>) -> Result<Vec<QueueRow>, Refusal> {
        let names = Names::read(self.db, cases.iter().filter_map(|case| case.lease).map(|lease| lease.by)).await?;
        Ok(cases.into_iter().map(|case| self.row(case, &names)).collect())
    }

    fn row(&self, case: Application, names: &Names) -> QueueRow {
        let held = case.lease.filter(|_| case.state == State::InReview);
        QueueRow {
            id: case.id,
            seen: case.version.unwrap_or(crate::domain::Version::FIRST),
            due: due_of(&self.now, &case),
            state: case.state,
            code: case.service.to_string(),
            service: service_name(&case),
            holder: read::name(case.answers.typed("nama")).map(|name| name.masked()).unwrap_or_default(),
            nik_end: nik_end(&case),
            reference: case.reference.map(|reference| reference.to_string()).unwrap_or_default(),
            channel: match case.channel {
                Channel::Phone => "HP".to_owned(),
                Channel::Counter => "Loket".to_owned(),
            },
            officer: held.map(|lease| names.of(lease.by)).unwrap_or_default(),
            can_claim: case.waits_for_an_officer(self.now.at) && policy::decide(self.actor, ActName::Claim, &case) == Decision::Allow,
            mine: case.held_by(Some(self.me)),
        }
    }
}

/// `/kantor/pengaturan`.
///
/// # Errors
/// As [`Desk::open`]; `Busy` or `Internal` of the database.
pub async fn settings(desk: &Desk<'_>) -> Result<DeskSettingsView, Refusal> {
    let waits = desk.waits(&desk.scope().await?).await?;
    let settings = office_settings(desk.db, desk.actor).await?;
    Ok(DeskSettingsView { frame: desk.frame(&waits), settings, key: desk.key() })
}

pub(super) fn counts(waits: &Waits) -> QueueCounts {
    QueueCounts {
        open: small(waits.open()),
        new: small(waits.new),
        mine: small(waits.mine),
        resident: small(waits.resident),
        to_sign: small(waits.to_sign),
        late: small(waits.late),
        to_forward: small(waits.to_forward),
        ready: small(waits.ready),
    }
}

pub(super) fn small(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

pub(super) fn service_name(case: &Application) -> String {
    catalogue().service(&case.service, Lang::Id).map(|service| service.name.clone()).unwrap_or_default()
}

fn nik_end(case: &Application) -> String {
    let masked = read::nik(case.answers.typed("nik")).map(|nik| nik.masked()).unwrap_or_default();
    masked.rsplit(' ').next().map(|end| ["…", end].concat()).unwrap_or_default()
}

pub(super) fn choice(code: &str, label: &str) -> Choice {
    Choice { code: code.to_owned(), label: label.to_owned(), of: None }
}
