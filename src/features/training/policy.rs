//! Who may do what with a training: officers announce and hold it, their head looks on; a resident enrols at any
//! office, and has a place of their own there.

use crate::access::{ActName, Actor, Decision, Role};
use crate::domain::AccountId;

use ActName::{
    AddMaterial, AnswerTest, AttendSession, CancelTraining, Enrol, EnrolFor, FinishTraining, KeepTraining, LeaveTraining, MarkAttendance,
    OpenTraining, RemindOfSession, RemoveMaterial, RevokeCertificate, SignCertificate, TellFeedback,
};

/// What a decision depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Whose place in a training it is; nobody's who has no account.
    pub owner: Option<AccountId>,
}

pub fn decide(actor: &Actor, act: ActName, facts: Facts) -> Decision {
    let own = actor.account().is_some() && facts.owner == actor.account();
    match (act, actor.role()) {
        (
            KeepTraining | OpenTraining | CancelTraining | FinishTraining | EnrolFor | LeaveTraining | MarkAttendance | AddMaterial
            | RemoveMaterial,
            Role::Operator | Role::Verifier,
        ) => Decision::Allow,
        (Enrol, Role::Resident) => Decision::Allow,
        (LeaveTraining | AttendSession | AnswerTest | TellFeedback, Role::Resident) => Decision::when(own),
        // As for every letter: the head, under a fresh second factor.
        (SignCertificate | RevokeCertificate, Role::Head) => Decision::Allow.with_step_up(actor),
        // Nobody's wish: the day has come.
        (RemindOfSession, Role::Anonymous) => Decision::Allow,
        _ => Decision::Deny,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::testing::policies::{SELF, cells, of_role};

    /// Act, then what each role may in the order of [`Role::ALL`]: x yes, o one's own, - no.
    const TABLE: [(ActName, &str); 16] = [
        (KeepTraining, "--xx----"),
        (OpenTraining, "--xx----"),
        (CancelTraining, "--xx----"),
        (FinishTraining, "--xx----"),
        (Enrol, "-x------"),
        (EnrolFor, "--xx----"),
        (LeaveTraining, "-oxx----"),
        (MarkAttendance, "--xx----"),
        (AttendSession, "-o------"),
        (AnswerTest, "-o------"),
        (TellFeedback, "-o------"),
        (SignCertificate, "----x---"),
        (RevokeCertificate, "----x---"),
        (RemindOfSession, "x-------"),
        (AddMaterial, "--xx----"),
        (RemoveMaterial, "--xx----"),
    ];

    #[test]
    fn the_policy_says_what_the_table_says() {
        for (act, role, cell) in cells(TABLE) {
            for owner in [None, Some(SELF), Some(AccountId::from_u128(2))] {
                let may = match cell {
                    'x' => true,
                    'o' => owner == Some(SELF),
                    _ => false,
                };
                assert_eq!(decide(&of_role(role, true), act, Facts { owner }), Decision::when(may), "{act:?} {role:?} {owner:?}");
            }
        }
    }
}
