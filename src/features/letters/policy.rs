//! Who may cross out a number (security 11, "Letter: revoke, correct"): the head, under a fresh second
//! factor. Signing and revoking belong to the case and its policy.

use crate::access::{ActName, Actor, Decision, Role};

pub fn decide(actor: &Actor, act: ActName) -> Decision {
    match (act, actor.role()) {
        (ActName::VoidNumber, Role::Head) => Decision::Allow.with_step_up(actor),
        _ => Decision::Deny,
    }
}
