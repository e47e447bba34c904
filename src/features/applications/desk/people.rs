//! Who is who on the screens of an office.

use crate::access::{Actor, Refusal, Unit};
use crate::domain::{AccountId, OfficeCode};
use crate::features::accounts;
use crate::features::offices::{Office, gazetteer};
use crate::server::db::Db;
use crate::ui::{Frame, FrameCounts};

/// The office for which somebody acts.
///
/// # Errors
/// `SignIn`, `Forbidden` for who does not act for an office.
pub fn office_of(actor: &Actor) -> Result<&'static Office, Refusal> {
    let code: OfficeCode = match actor.unit() {
        Some(Unit::Office(code)) => code,
        _ if actor.account().is_none() => return Err(Refusal::SignIn),
        _ => return Err(Refusal::Forbidden),
    };
    gazetteer().by_code(code).ok_or(Refusal::NotFound)
}

/// What stands around a page of the office.
pub fn frame(actor: &Actor, office: &Office, person: String, counts: FrameCounts) -> Frame {
    let role = accounts::role_name(actor.role(), actor.unit()).to_owned();
    Frame { unit: office.title(), place: ["Kec. ", office.kecamatan].concat(), person, role, counts }
}

/// Names of officers, in the order in which they were asked for.
#[derive(Clone, Debug, Default)]
pub struct Names(Vec<(AccountId, String)>);

impl Names {
    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn read(db: &Db, people: impl IntoIterator<Item = AccountId>) -> Result<Self, Refusal> {
        let mut ids: Vec<AccountId> = people.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() { Ok(Self::default()) } else { accounts::names(db, &ids).await.map(Self) }
    }

    /// "petugas" for whom nothing is known.
    pub fn of(&self, account: AccountId) -> String {
        let known = self.0.iter().find(|(id, _)| *id == account);
        known.map_or_else(|| "petugas".to_owned(), |(_, name)| name.clone())
    }
}
