use super::moment::changed;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ListingId, OfficeCode, Version};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::store::{self, Stored};
use crate::features::catalogue::{Content, Listing, Wish};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Writes a shop or a product anew, to go on later or to be approved. Visitors see no difference.
#[derive(Clone, Debug)]
pub struct Edit<C: Content> {
    pub office: OfficeCode,
    pub id: ListingId,
    pub seen: Version,
    pub wish: Wish<C>,
}

impl<C: Stored> Act for Edit<C> {
    type Record = Listing<C>;
    type Done = ();
    const NAME: ActName = ActName::EditListing;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Listing<C>, Refusal> {
        store::listing_as_seen(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, listing: &Listing<C>) -> Decision {
        policy::decide(actor, Self::NAME, Facts::of(listing))
    }

    fn apply(&self, listing: &mut Listing<C>, cx: &Moment) -> Result<Change<()>, Refusal> {
        let wish = C::keeping(self.wish.clone(), &listing.standing.latest());
        listing.edit(wish, cx.by()?)?;
        Ok(changed(listing, &["content"], ()))
    }

    async fn save(listing: &Listing<C>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, listing).await
    }
}
