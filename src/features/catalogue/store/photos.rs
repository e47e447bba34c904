//! Who finds which photo.

use super::{listing_at, public_product};
use crate::access::Refusal;
use crate::domain::{BlobId, ListingId, OfficeCode};
use crate::features::catalogue::{Photo, Product};
use crate::server::db::{PublicScope, Scope};

/// A photo of a product that is public now, and the office where its file lies.
///
/// # Errors
/// `NotFound` when visitors are shown no such product, or not with this photo.
pub async fn public_photo(scope: &PublicScope<'_>, slug: &str, id: BlobId) -> Result<(OfficeCode, Photo), Refusal> {
    let found = public_product(scope, slug).await?;
    let photo = found.product.photos.into_iter().find(|photo| photo.id == id);
    Ok((found.office, photo.ok_or(Refusal::NotFound)?))
}

/// A photo of any version of a product within reach.
///
/// # Errors
/// `NotFound` out of reach, and for one that no version names.
pub async fn photo_within(scope: &Scope<'_>, product: ListingId, id: BlobId) -> Result<(OfficeCode, Photo), Refusal> {
    let (office, product) = listing_at::<Product>(scope, product).await?;
    let photo = product.standing.photos().find(|photo| photo.id == id).cloned();
    Ok((office, photo.ok_or(Refusal::NotFound)?))
}
