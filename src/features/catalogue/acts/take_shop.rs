use super::moment::changed;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{AccountId, ListingId};
use crate::features::accounts::{link_resident, phone_mark_of};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::seller_link::SellerLink;
use crate::features::catalogue::{Listing, Shop, State, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;
use crate::server::session::TokenHash;

/// Makes whoever holds a link and its phone the seller of the shop, with all that it sells: in one step, so
/// that a link is never spent for nothing.
#[derive(Clone, Debug)]
pub struct TakeShop {
    pub link: TokenHash,
}

pub struct Taking {
    link: SellerLink,
    shop: Listing<Shop>,
    by: Option<AccountId>,
}

impl Act for TakeShop {
    type Record = Taking;
    type Done = ListingId;
    const NAME: ActName = ActName::TakeShop;

    /// The link is looked at before anything of the office is read; the moment is that of the whole act.
    async fn find(&self, scope: &WriteScope<'_>) -> Result<Taking, Refusal> {
        let by = scope.by().ok_or(Refusal::SignIn)?;
        let link = store::link(scope, self.link).await?;
        link.opens_for(phone_mark_of(scope.db(), by).await?, scope.now())?;
        Ok(Taking { shop: store::listing(scope, link.shop).await?, link, by: None })
    }

    fn decide(&self, actor: &Actor, taking: &Taking) -> Decision {
        policy::decide(actor, Self::NAME, Facts::of(&taking.shop))
    }

    fn apply(&self, taking: &mut Taking, cx: &Moment) -> Result<Change<ListingId>, Refusal> {
        if taking.shop.standing.state() == State::Archived {
            return Err(Refusal::Conflict(Code::ListingArchived));
        }
        let by = cx.by()?;
        (taking.by, taking.shop.owner) = (Some(by), Some(by));
        Ok(changed(&taking.shop, &["owner"], taking.shop.id))
    }

    async fn save(taking: &Taking, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let Some(by) = taking.by else { return Ok(()) };
        // The shop first: who adds a product just now waits for this, or this for them.
        store::save(scope, &taking.shop).await?;
        store::take_link(scope, taking.link.hash, by).await?;
        store::give_shop(scope, taking.shop.id, by).await?;
        store::forget_skills(scope, taking.shop.id).await?;
        link_resident(scope, by, taking.link.office).await
    }
}
