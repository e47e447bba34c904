//! What the tests of policies share: a table that a person reads, cell by cell, and somebody of each role.

use crate::access::{ActName, Actor, Hat, Role, Unit};
use crate::domain::{AccountId, MembershipId};

/// Who asks.
pub const SELF: AccountId = AccountId::from_u128(1);

/// Acts, and what each role may in the order of [`Role::ALL`].
pub fn cells<const ROWS: usize>(table: [(ActName, &str); ROWS]) -> Vec<(ActName, Role, char)> {
    let row = |(act, signs): (ActName, &str)| {
        assert_eq!(signs.len(), Role::ALL.len(), "{act:?}");
        Role::ALL.into_iter().zip(signs.chars().collect::<Vec<_>>()).map(move |(role, sign)| (act, role, sign))
    };
    table.into_iter().flat_map(row).collect()
}

/// [`SELF`] in a role: at Tamansari, at its kecamatan, or for the regency.
pub fn of_role(role: Role, stepped_up: bool) -> Actor {
    let unit = match role {
        Role::Anonymous => return Actor::anonymous(),
        Role::Resident => None,
        Role::Camat => Some(Unit::Kecamatan(351_024)),
        Role::Reviewer | Role::RegencyAdmin => Some(Unit::Regency(3510)),
        Role::Operator | Role::Verifier | Role::Head => Some(Unit::Office(3_510_242_008.try_into().expect("a code"))),
    };
    let membership = unit.map(|unit| (MembershipId::from_u128(9), role, unit));
    Actor::new(Hat { account: SELF, membership }, stepped_up)
}
