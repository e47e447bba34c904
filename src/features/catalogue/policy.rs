//! Who may do what in the market: security 11, "UMKM shop, products". A seller is no role of their own:
//! a resident whose account the shop names. Under a hat of staff they could approve themselves.

use crate::access::{ActName, Actor, Decision, Role};
use crate::domain::AccountId;
use crate::features::catalogue::{Content, Listing};

use ActName::{
    AddPhoto, AddProduct, ApproveListing, ArchiveListing, ArrangePhotos, EditListing, EditProducts, HideListing, HideSkill, ImportProducts,
    MakeSellerLink, MeasureEffect, OpenShop, ReturnListing, SeeOwner, ShowListing, ShowSkill, TakeShop,
};

/// What a decision depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub owner: Option<AccountId>,
    /// Who wrote the version that waits.
    pub writer: Option<AccountId>,
}

impl Facts {
    pub fn of<C: Content>(listing: &Listing<C>) -> Self {
        Self { owner: listing.owner, writer: listing.standing.pending().map(|pending| pending.by) }
    }
}

pub fn decide(actor: &Actor, act: ActName, facts: Facts) -> Decision {
    let known = actor.account().is_some();
    let own = known && facts.owner == actor.account();
    let second_person = known && facts.writer != actor.account() && !own;
    match (act, actor.role()) {
        (OpenShop, Role::Resident | Role::Operator | Role::Verifier) => Decision::Allow,
        (AddProduct | EditListing | AddPhoto | ArrangePhotos | ArchiveListing, Role::Resident) => Decision::when(own),
        (AddProduct | EditListing | AddPhoto | ArrangePhotos | ArchiveListing, Role::Operator | Role::Verifier) => Decision::Allow,
        (SeeOwner | ReturnListing | HideListing | ShowListing | MakeSellerLink, Role::Operator | Role::Verifier) => Decision::Allow,
        (ImportProducts | EditProducts, Role::Operator | Role::Verifier) => Decision::Allow,
        // What is somebody's own is shown by nobody else, an office neither.
        (ShowSkill | HideSkill, Role::Resident) => Decision::when(own),
        // Nobody's wish: its day has come.
        (MeasureEffect, Role::Anonymous) => Decision::Allow,
        // Whose link it is was looked at before.
        (TakeShop, Role::Resident) => Decision::Allow,
        (ApproveListing, Role::Operator | Role::Verifier) => Decision::when(second_person),
        _ => Decision::Deny,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::testing::policies::{SELF, cells, of_role};

    const OTHER: AccountId = AccountId::from_u128(2);

    /// Act, then what each role may in the order of [`Role::ALL`]: x yes, o one's own, 4 not of the person
    /// who wrote it or owns it, - no.
    const TABLE: [(ActName, &str); 18] = [
        (OpenShop, "-xxx----"),
        (SeeOwner, "--xx----"),
        (AddProduct, "-oxx----"),
        (EditListing, "-oxx----"),
        (ImportProducts, "--xx----"),
        (EditProducts, "--xx----"),
        (AddPhoto, "-oxx----"),
        (ArrangePhotos, "-oxx----"),
        (ApproveListing, "--44----"),
        (ReturnListing, "--xx----"),
        (HideListing, "--xx----"),
        (ShowListing, "--xx----"),
        (ArchiveListing, "-oxx----"),
        (MakeSellerLink, "--xx----"),
        (TakeShop, "-x------"),
        (ShowSkill, "-o------"),
        (HideSkill, "-o------"),
        (MeasureEffect, "x-------"),
    ];

    #[test]
    fn the_policy_says_what_the_table_says() {
        for (act, role, cell) in cells(TABLE) {
            for (own, wrote) in [(false, false), (false, true), (true, false), (true, true)] {
                let facts = Facts { owner: Some(if own { SELF } else { OTHER }), writer: Some(if wrote { SELF } else { OTHER }) };
                let may = match cell {
                    'x' => true,
                    'o' => own,
                    '4' => !own && !wrote,
                    _ => false,
                };
                assert_eq!(decide(&of_role(role, true), act, facts), Decision::when(may), "{act:?} {role:?} own {own} wrote {wrote}");
            }
        }
    }
}
