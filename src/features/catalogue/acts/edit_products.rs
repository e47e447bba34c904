use super::import_products::table_of;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{ListingId, OfficeCode};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::table::{Typed, altered};
use crate::features::catalogue::{Listing, Product, Wish, store};
use crate::forms::Problems;
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Proposes anew the products whose rows say something else, each as it was seen. All of them or none.
#[derive(Clone, Debug)]
pub struct EditProducts {
    pub office: OfficeCode,
    pub rows: Vec<Typed>,
}

pub struct Editing {
    listings: Vec<Listing<Product>>,
    written: Vec<Listing<Product>>,
}

impl Act for EditProducts {
    type Record = Editing;
    /// How many were proposed.
    type Done = u32;
    const NAME: ActName = ActName::EditProducts;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Editing, Refusal> {
        let wanted: Vec<ListingId> = self.rows.iter().map(|row| row.id).collect();
        Ok(Editing { listings: store::some_products(scope, &wanted).await?, written: Vec::new() })
    }

    fn decide(&self, actor: &Actor, _: &Editing) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, editing: &mut Editing, cx: &Moment) -> Result<Change<u32>, Refusal> {
        let Editing { listings, written } = editing;
        let (mut problems, mut overtaken) = (Problems::default(), false);
        for (listing, row) in std::mem::take(listings).into_iter().zip(&self.rows) {
            match altered(row, &listing.standing.latest()) {
                Ok(None) => {}
                Ok(Some(product)) => {
                    let mut listing = listing;
                    overtaken |= listing.version != Some(row.seen);
                    listing.edit(Wish::Propose(product), cx.by()?)?;
                    written.push(listing);
                }
                Err(found) => found.iter().for_each(|problem| problems.add(problem.field.clone(), problem.code)),
            }
        }
        // What is wrong is said first: it stays wrong, whoever was faster.
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        if overtaken {
            return Err(Refusal::Stale { by: None, at: cx.now });
        }
        if written.is_empty() {
            return Err(Refusal::Conflict(Code::NothingChanged));
        }
        let number = u32::try_from(written.len()).unwrap_or(u32::MAX);
        Ok(Change::of(table_of(self.office), number).fields(&["products"]))
    }

    async fn save(editing: &Editing, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_unseen(scope, &editing.written).await
    }
}
