//! Signing, revoking and the like ask for the second factor anew.

use super::show_factor;
use crate::access::{Actor, Refusal};
use crate::forms::{ProblemCode, Problems};
use crate::server::session;

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
    let begun = show_factor(&doors, &session::client(), &standing, code).await?;
    session::welcome(&doors, &begun);
    let now = session::look_up(&doors.db, begun.token.hash()).await?;
    now.map(|standing| standing.actor).ok_or(Refusal::SignIn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Hat;
    use crate::domain::AccountId;

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
