use super::moment::changed;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{BlobId, ListingId, OfficeCode, Version};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::{Aim, Listing, Photo, Product, Wish, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Puts the photos of a product in another order, describes them, or leaves some out, to go on later or to
/// be approved. Visitors see no difference.
#[derive(Clone, Debug)]
pub struct ArrangePhotos {
    pub office: OfficeCode,
    pub id: ListingId,
    pub seen: Version,
    /// Those that stay, in their order, with what is to be seen on each.
    pub photos: Vec<(BlobId, String)>,
    pub aim: Aim,
}

impl Act for ArrangePhotos {
    type Record = Listing<Product>;
    type Done = ();
    const NAME: ActName = ActName::ArrangePhotos;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Listing<Product>, Refusal> {
        store::listing_as_seen(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, product: &Listing<Product>) -> Decision {
        policy::decide(actor, Self::NAME, Facts::of(product))
    }

    fn apply(&self, product: &mut Listing<Product>, cx: &Moment) -> Result<Change<()>, Refusal> {
        let mut sketch = product.standing.latest().into_owned();
        sketch.photos = arranged(&sketch.photos, &self.photos).ok_or(Refusal::NotFound)?;
        let wish = match self.aim {
            Aim::Keep => Wish::Keep(sketch),
            Aim::Propose => Wish::Propose(sketch.finished().map_err(Refusal::Invalid)?),
        };
        product.edit(wish, cx.by()?)?;
        Ok(changed(product, &["photos"], ()))
    }

    async fn save(product: &Listing<Product>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, product).await
    }
}

/// `None` when one of them is not there, or is named twice.
fn arranged(photos: &[Photo], wanted: &[(BlobId, String)]) -> Option<Vec<Photo>> {
    let mut left = photos.to_vec();
    let take = |(id, alt): &(BlobId, String)| {
        let at = left.iter().position(|photo| photo.id == *id)?;
        Some(Photo { alt: alt.clone(), ..left.remove(at) })
    };
    wanted.iter().map(take).collect()
}
