use super::moment::changed;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{AccountId, ListingId, OfficeCode};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::{InShop, Listing, MOST_OF_A_SHOP, Product, Shop, Standing, State, Wish, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;
use crate::server::slug::slug;

/// Adds a product to a shop. Nobody sees it yet.
#[derive(Clone, Debug)]
pub struct AddProduct {
    pub office: OfficeCode,
    pub shop: ListingId,
    pub wish: Wish<Product>,
}

pub struct Adding {
    shop: Listing<Shop>,
    open_ones: u64,
    new: Option<Listing<Product>>,
}

impl Act for AddProduct {
    type Record = Adding;
    type Done = ListingId;
    const NAME: ActName = ActName::AddProduct;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Adding, Refusal> {
        let shop = store::listing_held(scope, self.shop).await?;
        Ok(Adding { shop, open_ones: store::open_ones::<Product>(scope, Some(self.shop)).await?, new: None })
    }

    fn decide(&self, actor: &Actor, adding: &Adding) -> Decision {
        policy::decide(actor, Self::NAME, Facts::of(&adding.shop))
    }

    fn apply(&self, adding: &mut Adding, cx: &Moment) -> Result<Change<ListingId>, Refusal> {
        if adding.shop.standing.state() == State::Archived {
            return Err(Refusal::Conflict(Code::ListingArchived));
        }
        if adding.open_ones >= MOST_OF_A_SHOP as u64 {
            return Err(Refusal::Conflict(Code::TooManyListings));
        }
        let place = InShop { shop: self.shop, public: adding.shop.standing.public().is_some() };
        let listing = adding.new.insert(new_product(place, adding.shop.owner, self.wish.clone(), cx)?);
        Ok(changed(listing, &["product"], listing.id))
    }

    async fn save(adding: &Adding, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match &adding.new {
            Some(listing) => store::save(scope, listing).await,
            None => Ok(()),
        }
    }
}

/// A product that nobody sees yet; its seller is that of the shop.
///
/// # Errors
/// `SignIn` when nobody known writes it.
pub fn new_product(place: InShop, owner: Option<AccountId>, wish: Wish<Product>, cx: &Moment) -> Result<Listing<Product>, Refusal> {
    let id = cx.fresh::<ListingId>();
    Ok(Listing {
        id,
        version: None,
        slug: slug(wish.name(), id),
        owner,
        created_at: cx.now,
        standing: Standing::New(wish.pending(cx.by()?, None)),
        part: place,
    })
}
