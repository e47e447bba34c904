//! Who may do what to a case: security 11, row by row. That the case is one of the actor's office, or
//! their own, is decided before, by the scope that found it. `tests/policy.rs` holds this against a
//! table that a person writes.

use super::{Application, Channel, State};
use crate::access::{ActName, Actor, Decision, Role};

use ActName::{
    Agree, Approve, Attach, Claim, Comment, Discard, Forward, HandOver, Issue, ReceiveSkpwni, Reject, RemoveAttachment, Repair, RequestFix,
    Reveal, Revoke, SaveStep, SendBack, StartApplication, Submit, Withdraw, WithdrawConsent,
};

pub fn decide(actor: &Actor, act: ActName, case: &Application) -> Decision {
    let own = case.owned_by(actor.account());
    let assisted = case.channel == Channel::Counter;
    let held = case.held_by(actor.account());
    let second_person = case.is_second_person(actor.account());
    match (act, actor.role()) {
        (StartApplication | SaveStep | Attach | RemoveAttachment | Submit | Repair | Discard, Role::Resident) => Decision::when(own),
        (StartApplication | SaveStep | Attach | RemoveAttachment | Submit | Repair | Discard, Role::Operator | Role::Verifier) => {
            Decision::when(assisted)
        }
        (Withdraw | WithdrawConsent, Role::Resident) => Decision::when(own),
        (Claim, Role::Operator | Role::Verifier) => Decision::Allow,
        (RequestFix | Reject | Approve, Role::Operator) => Decision::when(held),
        (RequestFix | Reject | Approve, Role::Verifier) => Decision::when(held && second_person),
        (RequestFix | Reject | Approve | SendBack, Role::Head) => Decision::Allow,
        // Who may not sign it need not read it for that.
        (Agree, Role::Head) => Decision::when(second_person),
        (Issue, Role::Head) => Decision::when(second_person).with_step_up(actor),
        (Forward | ReceiveSkpwni | HandOver, Role::Operator | Role::Verifier | Role::Head) => Decision::Allow,
        (Revoke, Role::Head) => Decision::Allow.with_step_up(actor),
        (Reveal, Role::Operator | Role::Verifier) => Decision::when(held),
        (Reveal, Role::Head) => Decision::Allow,
        (Comment, Role::Operator | Role::Verifier | Role::Head) => Decision::Allow,
        _ => Decision::Deny,
    }
}

/// How much of a case somebody is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Nothing,
    /// People and numbers masked, no photos.
    Masked,
    /// Everything, photos too.
    Full,
}

/// Reading a case: "R o", "R f m; full if a", "R f; full when awaiting signature".
pub fn look(actor: &Actor, case: &Application) -> Look {
    let full_when = |holds: bool| if holds { Look::Full } else { Look::Masked };
    match actor.role() {
        Role::Resident if case.owned_by(actor.account()) => Look::Full,
        Role::Operator | Role::Verifier if case.state.is_sent() => full_when(case.held_by(actor.account())),
        Role::Operator | Role::Verifier if case.channel == Channel::Counter => Look::Full,
        Role::Head if case.state.is_sent() => full_when(case.state == State::AwaitingSignature),
        _ => Look::Nothing,
    }
}
