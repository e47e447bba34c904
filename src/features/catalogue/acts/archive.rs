use std::marker::PhantomData;

use super::moment::changed;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ListingId, OfficeCode, Version};
use crate::features::catalogue::Listing;
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::store::{self, Stored};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Closes a shop or a product for good. What a shop sells is closed with it: nobody could approve it, or show it.
#[derive(Clone, Debug)]
pub struct Archive<C> {
    pub office: OfficeCode,
    pub id: ListingId,
    pub seen: Version,
    pub of: PhantomData<C>,
}

impl<C: Stored> Act for Archive<C> {
    type Record = Listing<C>;
    type Done = ();
    const NAME: ActName = ActName::ArchiveListing;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Listing<C>, Refusal> {
        store::listing_as_seen(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, listing: &Listing<C>) -> Decision {
        policy::decide(actor, Self::NAME, Facts::of(listing))
    }

    fn apply(&self, listing: &mut Listing<C>, _: &Moment) -> Result<Change<()>, Refusal> {
        listing.archive()?;
        Ok(changed(listing, &["state"], ()))
    }

    async fn save(listing: &Listing<C>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, listing).await?;
        C::close_inside(scope, listing).await
    }
}
