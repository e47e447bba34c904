//! Who may answer a move that comes to an office: security 11, "Transfer: accept at the destination".
//! That it came to the actor's own office is decided before, by the scope that found it.

use crate::access::{ActName, Actor, Decision, Role};

use ActName::{AcceptTransfer, CallBackTransfer, DeclineTransfer, ForgetTransfer, ReceiveTransfer};

pub fn decide(actor: &Actor, act: ActName) -> Decision {
    match (act, actor.role()) {
        (AcceptTransfer | DeclineTransfer, Role::Operator | Role::Verifier) => Decision::Allow,
        // What the other office's letter or the passing of time brings about; no person wishes it.
        (ReceiveTransfer | CallBackTransfer | ForgetTransfer, Role::Anonymous) => Decision::Allow,
        _ => Decision::Deny,
    }
}
