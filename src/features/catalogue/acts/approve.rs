use std::marker::PhantomData;

use super::moment::changed;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ListingId, Version};
use crate::features::catalogue::Listing;
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::store::{self, Stored};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Makes the proposed version the one that visitors see. Whoever wrote it is not who approves it.
#[derive(Clone, Debug)]
pub struct Approve<C> {
    pub id: ListingId,
    pub seen: Version,
    /// The officer has looked at the permits of odd form.
    pub permits_seen: bool,
    pub of: PhantomData<C>,
}

impl<C: Stored> Act for Approve<C> {
    type Record = Listing<C>;
    type Done = ();
    const NAME: ActName = ActName::ApproveListing;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Listing<C>, Refusal> {
        store::listing_as_seen(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, listing: &Listing<C>) -> Decision {
        policy::decide(actor, Self::NAME, Facts::of(listing))
    }

    fn apply(&self, listing: &mut Listing<C>, cx: &Moment) -> Result<Change<()>, Refusal> {
        if !self.permits_seen && odd_permits(listing) {
            return Err(Refusal::Invalid(Problems::one("izin_dilihat", ProblemCode::NotTicked)));
        }
        listing.approve(cx.now)?;
        Ok(changed(listing, &["state"], ()))
    }

    async fn save(listing: &Listing<C>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, listing).await
    }
}

fn odd_permits<C: Stored>(listing: &Listing<C>) -> bool {
    listing.standing.proposed().is_some_and(|proposed| proposed.permits().iter().any(|permit| !permit.looks_right()))
}
