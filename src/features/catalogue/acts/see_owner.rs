use super::moment::changed;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ListingId, Version};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::{Listing, Seen, Shop, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Records that the office has seen the owner of a shop, once. Seen again changes nothing.
#[derive(Clone, Debug)]
pub struct SeeOwner {
    pub id: ListingId,
    pub seen: Version,
}

impl Act for SeeOwner {
    type Record = Listing<Shop>;
    type Done = ();
    const NAME: ActName = ActName::SeeOwner;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Listing<Shop>, Refusal> {
        store::listing_as_seen(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, shop: &Listing<Shop>) -> Decision {
        policy::decide(actor, Self::NAME, Facts::of(shop))
    }

    fn apply(&self, shop: &mut Listing<Shop>, cx: &Moment) -> Result<Change<()>, Refusal> {
        let by = cx.by()?;
        shop.part.seen.get_or_insert(Seen { by, at: cx.now });
        Ok(changed(shop, &["owner_seen"], ()))
    }

    async fn save(shop: &Listing<Shop>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, shop).await
    }
}
