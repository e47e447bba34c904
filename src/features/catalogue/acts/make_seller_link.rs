use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{ListingId, Phone};
use crate::features::accounts::phone_index;
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::seller_link::{LIVES, OpenLink, SellerLink};
use crate::features::catalogue::{Listing, Shop, State, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;
use crate::server::session::Token;

use super::moment::changed;

/// Makes a link by which the holder of a phone becomes the seller of a shop. One that was made before and
/// that nobody has taken opens nothing any more.
#[derive(Clone, Debug)]
pub struct MakeSellerLink {
    pub id: ListingId,
    pub phone: Phone,
}

pub struct Making {
    shop: Listing<Shop>,
    mark: [u8; 16],
    new: Option<(SellerLink, OpenLink)>,
}

impl Act for MakeSellerLink {
    type Record = Making;
    type Done = ();
    const NAME: ActName = ActName::MakeSellerLink;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Making, Refusal> {
        let shop = store::listing(scope, self.id).await?;
        Ok(Making { shop, mark: phone_index(scope.db(), &self.phone), new: None })
    }

    fn decide(&self, actor: &Actor, making: &Making) -> Decision {
        policy::decide(actor, Self::NAME, Facts::of(&making.shop))
    }

    fn apply(&self, making: &mut Making, cx: &Moment) -> Result<Change<()>, Refusal> {
        if making.shop.standing.state() == State::Archived {
            return Err(Refusal::Conflict(Code::ListingArchived));
        }
        let (token, until) = (Token::of(cx.random()), cx.now.plus_seconds(LIVES));
        let office = cx.office().try_into().map_err(|_| Refusal::NotFound)?;
        let link = SellerLink { hash: token.hash(), office, shop: self.id, phone: making.mark, until, taken: false };
        let shop = making.shop.standing.name().to_owned();
        making.new = Some((link, OpenLink { token, phone: self.phone.clone(), shop, until }));
        Ok(changed(&making.shop, &["link"], ()))
    }

    async fn save(making: &Making, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match &making.new {
            Some((link, open)) => store::add_link(scope, link, open).await,
            None => Ok(()),
        }
    }
}
