use super::moment::changed;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ListingId, OfficeCode, ParticipantId};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::{Listing, Shop, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The seller takes the agreement back: the page shows it no more from this moment on. Also one that was revoked
/// meanwhile, so nothing is asked of the certificate.
#[derive(Clone, Debug)]
pub struct HideSkill {
    pub office: OfficeCode,
    pub shop: ListingId,
    pub participant: ParticipantId,
}

pub struct Hiding {
    shop: Listing<Shop>,
    participant: ParticipantId,
}

impl Act for HideSkill {
    type Record = Hiding;
    type Done = ();
    const NAME: ActName = ActName::HideSkill;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Hiding, Refusal> {
        Ok(Hiding { shop: store::listing_held(scope, self.shop).await?, participant: self.participant })
    }

    fn decide(&self, actor: &Actor, hiding: &Hiding) -> Decision {
        policy::decide(actor, Self::NAME, Facts::of(&hiding.shop))
    }

    fn apply(&self, hiding: &mut Hiding, _: &Moment) -> Result<Change<()>, Refusal> {
        Ok(changed(&hiding.shop, &["skills"], ()))
    }

    async fn save(hiding: &Hiding, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::hide_skill(scope, hiding.shop.id, hiding.participant).await
    }
}
