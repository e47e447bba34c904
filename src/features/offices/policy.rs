//! Who keeps what an office says about itself (security 11, "Office data" and "numbering rules"), and
//! who says which offices are the pilot.
//! The table lets an office *propose* and the regency decide. Until proposals exist, the head and the
//! secretary keep their own letterhead, or no office could issue anything; each change is recorded.

use crate::access::{ActName, Actor, Decision, Role};

pub fn decide(actor: &Actor, act: ActName) -> Decision {
    match (act, actor.role()) {
        (ActName::KeepProfile, Role::Verifier | Role::Head) => Decision::Allow,
        (ActName::BeginRegister, Role::Head) => Decision::Allow,
        (ActName::ChoosePilot, Role::RegencyAdmin) => Decision::Allow,
        _ => Decision::Deny,
    }
}

/// What of this the actor may do now, for the buttons of the page.
pub fn can(actor: &Actor) -> Vec<ActName> {
    let acts = [ActName::KeepProfile, ActName::BeginRegister];
    acts.into_iter().filter(|act| decide(actor, *act) != Decision::Deny).collect()
}
