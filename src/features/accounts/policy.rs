//! Who may do what to whom, as a table that can be read aloud. What is not named is denied.

use crate::access::{ActName, Actor, Decision, Role, Unit};
use crate::domain::AccountId;

/// Whom an act is about, and, where it is about a right, which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// `None`: nobody we know yet.
    pub account: Option<AccountId>,
    pub right: Option<(Role, Unit)>,
}

impl Subject {
    pub const fn person(account: Option<AccountId>) -> Self {
        Self { account, right: None }
    }

    pub const fn right(account: Option<AccountId>, role: Role, unit: Unit) -> Self {
        Self { account, right: Some((role, unit)) }
    }
}

pub fn decide(actor: &Actor, act: ActName, subject: Subject) -> Decision {
    use ActName::{
        Activate, Appoint, Dismiss, EditProfile, IssueCode, OpenEnrolment, PrintSlip, Register, SetPassword, ShowFactor, SignIn,
    };
    let own = actor.account().is_some() && actor.account() == subject.account;
    // A head appoints for the head's own office, the administrator appoints heads, camat and reviewers of the regency.
    let appoints_staff = matches!(subject.right, Some((Role::Operator | Role::Verifier, unit)) if actor.unit() == Some(unit));
    let appoints_head = match (subject.right, actor.unit()) {
        (Some((Role::Head, Unit::Office(office))), Some(Unit::Regency(regency))) => office.regency() == regency,
        (Some((Role::Camat, Unit::Kecamatan(kecamatan))), Some(Unit::Regency(regency))) => kecamatan / 100 == regency,
        (Some((Role::Reviewer, Unit::Regency(theirs))), Some(Unit::Regency(regency))) => theirs == regency,
        _ => false,
    };
    match (act, actor.role()) {
        // They bring their proof along: a code, a password, a second factor.
        (Register | SignIn | OpenEnrolment | Activate, _) => Decision::Allow,
        (EditProfile | SetPassword | ShowFactor, _) => Decision::when(own),
        (PrintSlip, Role::Operator | Role::Verifier | Role::Head) => Decision::Allow,
        (Appoint | Dismiss | IssueCode, Role::Head) => Decision::when(appoints_staff && !own).with_step_up(actor),
        (Appoint | Dismiss | IssueCode, Role::RegencyAdmin) => Decision::when(appoints_head && !own).with_step_up(actor),
        _ => Decision::Deny,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Hat;
    use crate::domain::{MembershipId, OfficeCode};

    const HERE: i64 = 3_510_242_008;

    fn office(number: i64) -> Unit {
        Unit::Office(OfficeCode::try_from(number).unwrap())
    }

    fn actor(role: Role, unit: Unit, stepped_up: bool) -> Actor {
        let membership = role.is_staff().then_some((MembershipId::from_u128(1), role, unit));
        Actor::new(Hat { account: AccountId::from_u128(7), membership }, stepped_up)
    }

    fn over_right(actor: &Actor, of: u128, role: Role, unit: Unit) -> Decision {
        decide(actor, ActName::Appoint, Subject::right(Some(AccountId::from_u128(of)), role, unit))
    }

    #[test]
    fn a_head_appoints_operators_and_verifiers_of_the_own_office_and_nobody_else() {
        let head = actor(Role::Head, office(HERE), true);
        assert_eq!(over_right(&head, 8, Role::Operator, office(HERE)), Decision::Allow);
        assert_eq!(over_right(&head, 8, Role::Verifier, office(HERE)), Decision::Allow);
        for (role, unit) in [(Role::Head, office(HERE)), (Role::RegencyAdmin, Unit::Regency(3510)), (Role::Operator, office(HERE + 1))] {
            assert_eq!(over_right(&head, 8, role, unit), Decision::Deny, "{role:?} {unit:?}");
        }
    }

    #[test]
    fn the_administrator_appoints_heads_camat_and_reviewers_of_the_own_regency_and_nobody_else() {
        let admin = actor(Role::RegencyAdmin, Unit::Regency(3510), true);
        assert_eq!(over_right(&admin, 8, Role::Head, office(HERE)), Decision::Allow);
        assert_eq!(over_right(&admin, 8, Role::Camat, Unit::Kecamatan(351_024)), Decision::Allow);
        assert_eq!(over_right(&admin, 8, Role::Reviewer, Unit::Regency(3510)), Decision::Allow);
        for (role, unit) in [
            (Role::Operator, office(HERE)),
            (Role::RegencyAdmin, Unit::Regency(3510)),
            (Role::Head, office(3_511_242_008)),
            (Role::Camat, Unit::Kecamatan(351_124)),
            (Role::Camat, office(HERE)),
            (Role::Camat, Unit::Regency(3510)),
            (Role::Reviewer, Unit::Regency(3511)),
            (Role::Reviewer, office(HERE)),
            (Role::Head, Unit::Kecamatan(351_024)),
        ] {
            assert_eq!(over_right(&admin, 8, role, unit), Decision::Deny, "{role:?} {unit:?}");
        }
    }

    #[test]
    fn rights_need_a_fresh_second_factor_and_are_never_ones_own() {
        let tired = actor(Role::Head, office(HERE), false);
        assert_eq!(over_right(&tired, 8, Role::Operator, office(HERE)), Decision::StepUp);
        let head = actor(Role::Head, office(HERE), true);
        assert_eq!(over_right(&head, 7, Role::Operator, office(HERE)), Decision::Deny);
    }

    #[test]
    fn nobody_else_touches_rights_or_another_persons_account() {
        for role in [Role::Anonymous, Role::Resident, Role::Operator, Role::Verifier, Role::Camat, Role::Reviewer] {
            let someone = if role == Role::Anonymous { Actor::anonymous() } else { actor(role, office(HERE), true) };
            for act in [ActName::Appoint, ActName::Dismiss, ActName::IssueCode] {
                assert_eq!(decide(&someone, act, Subject::right(None, Role::Operator, office(HERE))), Decision::Deny, "{role:?} {act:?}");
            }
            for act in [ActName::EditProfile, ActName::SetPassword, ActName::ShowFactor] {
                assert_eq!(decide(&someone, act, Subject::person(Some(AccountId::from_u128(8)))), Decision::Deny, "{role:?} {act:?}");
            }
        }
        assert_eq!(decide(&Actor::anonymous(), ActName::EditProfile, Subject::person(None)), Decision::Deny);
        assert_eq!(decide(&actor(Role::Resident, office(HERE), true), ActName::PrintSlip, Subject::person(None)), Decision::Deny);
        assert_eq!(
            decide(&actor(Role::RegencyAdmin, Unit::Regency(3510), true), ActName::PrintSlip, Subject::person(None)),
            Decision::Deny
        );
    }
}
