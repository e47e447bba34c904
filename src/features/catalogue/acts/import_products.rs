use super::add_product::new_product;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{OfficeCode, Version};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::table::{Judged, judge};
use crate::features::catalogue::{InShop, Listing, Product, Wish, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;
use crate::server::sandbox::SheetRow;

/// Proposes all that a file says: new products, and products said anew. All of it or nothing.
#[derive(Clone, Debug)]
pub struct ImportProducts {
    pub office: OfficeCode,
    pub rows: Vec<SheetRow>,
    /// Each row about a product there is, and how that stood when it was looked at.
    pub seen: Vec<(u32, Version)>,
}

pub struct Importing {
    judged: Judged,
    written: Vec<Listing<Product>>,
}

impl Act for ImportProducts {
    type Record = Importing;
    /// How many were proposed.
    type Done = u32;
    const NAME: ActName = ActName::ImportProducts;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Importing, Refusal> {
        store::hold_shops(scope).await?;
        Ok(Importing { judged: judge(&self.rows, &store::stock(scope).await?), written: Vec::new() })
    }

    fn decide(&self, actor: &Actor, _: &Importing) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    /// Whatever is wrong now was right when it was looked at, so somebody was faster: nothing is written.
    fn apply(&self, importing: &mut Importing, cx: &Moment) -> Result<Change<u32>, Refusal> {
        let Importing { judged, written } = importing;
        if !judged.faults.is_empty() || judged.seen != self.seen {
            return Err(Refusal::Stale { by: None, at: cx.now });
        }
        for new in std::mem::take(&mut judged.new) {
            let place = InShop { shop: new.shop.id, public: new.shop.public };
            written.push(new_product(place, new.shop.owner, Wish::Propose(new.product), cx)?);
        }
        for altered in std::mem::take(&mut judged.changed) {
            let mut listing = altered.listing;
            listing.edit(Wish::Propose(altered.product), cx.by()?)?;
            written.push(listing);
        }
        if written.is_empty() {
            return Err(Refusal::Conflict(Code::NothingChanged));
        }
        let number = u32::try_from(written.len()).unwrap_or(u32::MAX);
        Ok(Change::of(table_of(self.office), number).fields(&["products"]))
    }

    async fn save(importing: &Importing, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_unseen(scope, &importing.written).await
    }
}

/// What an act on many products is about: the table of the office. Each of them says itself when it was
/// changed, and by whom.
pub(super) fn table_of(office: OfficeCode) -> Object {
    Object { kind: "product_table", id: u128::try_from(office.number()).unwrap_or_default() }
}
