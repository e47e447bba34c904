use std::marker::PhantomData;

use super::moment::{changed, must_say};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ListingId, Version};
use crate::features::catalogue::Listing;
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::store::{self, Stored};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Gives the proposed version back. What was public stays so.
#[derive(Clone, Debug)]
pub struct GiveBack<C> {
    pub id: ListingId,
    pub seen: Version,
    /// What the seller reads.
    pub reason: String,
    pub of: PhantomData<C>,
}

impl<C: Stored> Act for GiveBack<C> {
    type Record = Listing<C>;
    type Done = ();
    const NAME: ActName = ActName::ReturnListing;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Listing<C>, Refusal> {
        store::listing_as_seen(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, listing: &Listing<C>) -> Decision {
        policy::decide(actor, Self::NAME, Facts::of(listing))
    }

    fn apply(&self, listing: &mut Listing<C>, _: &Moment) -> Result<Change<()>, Refusal> {
        must_say(&self.reason)?;
        listing.give_back(self.reason.clone())?;
        Ok(changed(listing, &["state"], ()))
    }

    async fn save(listing: &Listing<C>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, listing).await
    }
}
