use super::moment::changed;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{BlobId, ListingId, OfficeCode};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::{Listing, Photo, Product, Wish, store};
use crate::features::documents::GoodsPhoto;
use crate::server::act::{Act, Change, Moment};
use crate::server::blobs;
use crate::server::db::WriteScope;

/// Puts a photo, which is on the disk already, behind the others of a product. Visitors see no difference.
#[derive(Clone, Debug)]
pub struct AddPhoto {
    pub office: OfficeCode,
    pub id: ListingId,
    pub photo: GoodsPhoto,
    /// What is to be seen; may be empty.
    pub alt: String,
}

pub struct Adding {
    product: Listing<Product>,
    new: Option<(BlobId, GoodsPhoto)>,
}

impl Act for AddPhoto {
    type Record = Adding;
    type Done = BlobId;
    const NAME: ActName = ActName::AddPhoto;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Adding, Refusal> {
        Ok(Adding { product: store::listing(scope, self.id).await?, new: None })
    }

    fn decide(&self, actor: &Actor, adding: &Adding) -> Decision {
        policy::decide(actor, Self::NAME, Facts::of(&adding.product))
    }

    fn apply(&self, adding: &mut Adding, cx: &Moment) -> Result<Change<BlobId>, Refusal> {
        let mut sketch = adding.product.standing.latest().into_owned();
        if sketch.photos.len() >= Photo::MOST {
            return Err(Refusal::Conflict(Code::TooManyPhotos));
        }
        let GoodsPhoto { stored, sizes, colour, .. } = self.photo.clone();
        let id = cx.fresh::<BlobId>();
        sketch.photos.push(Photo { id, file: stored.name, alt: self.alt.clone(), sizes, colour });
        adding.product.edit(Wish::Keep(sketch), cx.by()?)?;
        adding.new = Some((id, self.photo.clone()));
        Ok(changed(&adding.product, &["photos"], id))
    }

    async fn save(adding: &Adding, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        if let Some((id, photo)) = &adding.new {
            blobs::name_it(scope, *id, &photo.stored, adding.product.owner).await?;
        }
        store::save(scope, &adding.product).await
    }
}
