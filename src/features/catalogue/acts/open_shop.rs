use super::moment::changed;
use crate::access::{ActName, Actor, Code, Decision, Refusal, Role};
use crate::domain::{ListingId, OfficeCode, PersonName};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::{Listing, Owner, Shop, Standing, Wish, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;
use crate::server::slug::slug;

/// Shops that one resident may have at an office.
const MOST_OF_ONE: u64 = 3;

/// Opens a shop: a resident their own, an officer for whoever has come. Nobody sees it yet.
#[derive(Clone, Debug)]
pub struct OpenShop {
    pub office: OfficeCode,
    pub owner: PersonName,
    pub wish: Wish<Shop>,
}

pub struct Opening {
    open_ones: u64,
    new: Option<Listing<Shop>>,
}

impl Act for OpenShop {
    type Record = Opening;
    type Done = ListingId;
    const NAME: ActName = ActName::OpenShop;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Opening, Refusal> {
        Ok(Opening { open_ones: store::open_ones::<Shop>(scope, None).await?, new: None })
    }

    fn decide(&self, actor: &Actor, _: &Opening) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, opening: &mut Opening, cx: &Moment) -> Result<Change<ListingId>, Refusal> {
        let by = cx.by()?;
        let resident = cx.actor.role() == Role::Resident;
        if resident && opening.open_ones >= MOST_OF_ONE {
            return Err(Refusal::Conflict(Code::TooManyListings));
        }
        let id = cx.fresh::<ListingId>();
        let listing = opening.new.insert(Listing {
            id,
            version: None,
            slug: slug(self.wish.name(), id),
            owner: resident.then_some(by),
            created_at: cx.now,
            standing: Standing::New(self.wish.clone().pending(by, None)),
            part: Owner { name: self.owner.clone(), seen: None },
        });
        Ok(changed(listing, &["shop"], id))
    }

    async fn save(opening: &Opening, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match &opening.new {
            Some(listing) => store::save(scope, listing).await,
            None => Ok(()),
        }
    }
}
