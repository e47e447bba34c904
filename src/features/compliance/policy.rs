//! Who may do what in a review: security 11, the rows "Compliance". An office answers and its head submits;
//! a reviewer judges what is theirs to judge, never of their own kecamatan.

use crate::access::{ActName, Actor, Decision, Role};
use crate::domain::{AccountId, OfficeCode};
use crate::features::compliance::history::doubted;
use crate::features::compliance::{Answer, Happened, Reviewer, Stage};

use ActName::{
    AddEvidence, BeginInstrument, DeclareHome, EditInstrument, FinishPlan, JudgeItem, KeepAnswer, KeepPlan, LockCampaign, ObjectToVerdict,
    OpenCampaign, PublishCampaign, PublishInstrument, ReassignOffice, RemoveEvidence, ReviseVerdict, SubmitAssessment, UndoVerdict,
    VisitItem,
};

/// Who reviews the office that an act is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The account of the actor is the office's reviewer, or hears its objections.
    pub assigned: bool,
    /// They live in another kecamatan.
    pub from_elsewhere: bool,
}

impl Facts {
    pub fn of(actor: Option<AccountId>, judges: &[AccountId], reviewer: Option<Reviewer>, office: OfficeCode) -> Self {
        Self {
            assigned: actor.is_some_and(|actor| judges.contains(&actor)),
            from_elsewhere: reviewer.is_some_and(|reviewer| reviewer.may_review(office)),
        }
    }
}

/// Who judges an item of an office: its reviewer; and of what the office has objected to, whoever hears that. They give
/// a verdict only while the objection waits: what is handed in anew is the reviewer's again. What was heard is not for
/// the one to whom the office has objected: neither by a visit nor by a correction do they put their word above it.
pub fn judges(act: ActName, first: AccountId, second: Option<AccountId>, answer: Option<&Answer>) -> Vec<AccountId> {
    let objected = |answer: &Answer| match act {
        JudgeItem => matches!(answer.stage, Stage::Objected { .. }),
        _ => answer.history.iter().any(|event| matches!(event.what, Happened::Objected(_))),
    };
    let doubted = answer.filter(|_| matches!(act, VisitItem | ReviseVerdict)).and_then(|answer| doubted(&answer.history));
    let both = std::iter::once(first).chain(second.filter(|_| answer.is_some_and(objected)));
    both.filter(|judge| Some(*judge) != doubted).collect()
}

pub fn decide(actor: &Actor, act: ActName, facts: Facts) -> Decision {
    let judges = facts.assigned && facts.from_elsewhere;
    match (act, actor.role()) {
        (KeepAnswer | AddEvidence | RemoveEvidence, Role::Operator | Role::Verifier) => Decision::Allow,
        (KeepPlan | FinishPlan, Role::Operator | Role::Verifier | Role::Head) => Decision::Allow,
        (SubmitAssessment | ObjectToVerdict, Role::Head) => Decision::Allow,
        (JudgeItem | UndoVerdict | VisitItem, Role::Reviewer) => Decision::when(judges),
        (ReviseVerdict, Role::Reviewer) => Decision::when(judges).with_step_up(actor),
        (DeclareHome, Role::Reviewer) => Decision::Allow,
        (BeginInstrument | EditInstrument, Role::RegencyAdmin) => Decision::Allow,
        (OpenCampaign | LockCampaign | PublishCampaign | ReassignOffice | PublishInstrument, Role::RegencyAdmin) => {
            Decision::Allow.with_step_up(actor)
        }
        _ => Decision::Deny,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::testing::policies::{cells, of_role};

    /// Act, then what each role may in the order of [`Role::ALL`]: x yes, a what is assigned and not near home,
    /// s with a fresh second factor, A both, - no.
    const TABLE: [(ActName, &str); 19] = [
        (KeepAnswer, "--xx----"),
        (AddEvidence, "--xx----"),
        (RemoveEvidence, "--xx----"),
        (KeepPlan, "--xxx---"),
        (FinishPlan, "--xxx---"),
        (SubmitAssessment, "----x---"),
        (ObjectToVerdict, "----x---"),
        (JudgeItem, "------a-"),
        (UndoVerdict, "------a-"),
        (VisitItem, "------a-"),
        (ReviseVerdict, "------A-"),
        (DeclareHome, "------x-"),
        (OpenCampaign, "-------s"),
        (LockCampaign, "-------s"),
        (PublishCampaign, "-------s"),
        (ReassignOffice, "-------s"),
        (BeginInstrument, "-------x"),
        (EditInstrument, "-------x"),
        (PublishInstrument, "-------s"),
    ];

    #[test]
    fn the_policy_says_what_the_table_says() {
        for (act, role, cell) in cells(TABLE) {
            for bits in 0..8 {
                let (assigned, from_elsewhere, stepped_up) = (bits & 1 > 0, bits & 2 > 0, bits & 4 > 0);
                let judges = assigned && from_elsewhere;
                let step = |may: bool| match (may, stepped_up) {
                    (false, _) => Decision::Deny,
                    (true, true) => Decision::Allow,
                    (true, false) => Decision::StepUp,
                };
                let expected = match cell {
                    'x' => Decision::Allow,
                    'a' => Decision::when(judges),
                    's' => step(true),
                    'A' => step(judges),
                    _ => Decision::Deny,
                };
                assert_eq!(
                    decide(&of_role(role, stepped_up), act, Facts { assigned, from_elsewhere }),
                    expected,
                    "{act:?} {role:?} {bits}"
                );
            }
        }
    }
}
