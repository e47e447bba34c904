//! Who is who on the screens of an office.

use crate::access::{Actor, Refusal, Unit};
use crate::domain::{AccountId, OfficeCode};
use crate::features::accounts;
use crate::features::offices::{Office, gazetteer};
use crate::forms::{ProblemCode, Problems};
use crate::server::db::Db;
use crate::server::session;
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

/// Whoever acts, after the code of the second factor: under a new session, which the browser gets with
/// the answer. Whoever has shown it just now need not type it again.
///
/// # Errors
/// `Invalid` at "kode" for a wrong or a missing one; `TooMany`.
pub async fn stepped_up(actor: Actor, code: &str) -> Result<Actor, Refusal> {
    // A code that was used stays in its field when the act itself is refused; it is not asked again.
    if actor.stepped_up() {
        return Ok(actor);
    }
    if code.trim().is_empty() {
        return Err(Refusal::Invalid(Problems::one("kode", ProblemCode::Missing)));
    }
    let (standing, doors) = (session::standing()?, session::doors()?);
    let begun = accounts::show_factor(&doors, &session::client(), &standing, code).await?;
    session::welcome(&doors, &begun);
    let now = session::look_up(&doors.db, begun.token.hash()).await?;
    now.map(|standing| standing.actor).ok_or(Refusal::SignIn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Hat;

    /// There is no session here: whoever asked for one would be told to sign in.
    #[tokio::test]
    async fn whoever_has_shown_the_factor_is_not_asked_for_the_code_that_stayed_in_the_field() {
        let hat = Hat { account: AccountId::from_u128(7), membership: None };
        for code in ["", "123456"] {
            assert!(stepped_up(Actor::new(hat, true), code).await.is_ok_and(|actor| actor.stepped_up()), "{code:?}");
        }
        let missing = Refusal::Invalid(Problems::one("kode", ProblemCode::Missing));
        assert_eq!(stepped_up(Actor::new(hat, false), " ").await.map(|_| ()), Err(missing));
    }
}
