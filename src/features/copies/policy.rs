//! Who may write down what a kecamatan is told of a move: security 11, "copy notice of a pindah". A camat
//! reads, and changes nothing; that it is their own kecamatan is decided by the scope.

use crate::access::{ActName, Actor, Decision, Role};

pub fn decide(actor: &Actor, act: ActName) -> Decision {
    match (act, actor.role()) {
        // What an office's letter brings about; no person wishes it.
        (ActName::KeepCopy, Role::Anonymous) => Decision::Allow,
        _ => Decision::Deny,
    }
}
