use super::read::{Site, shop_shown};
use super::store;
use super::views::PosterView;
use crate::access::Refusal;
use crate::server::incident;
use crate::server::qr::qr_path;
use crate::ui::QrView;

/// # Errors
/// `NotFound` for a shop that is not public; else those of the database.
pub async fn poster(site: &Site, slug: &str) -> Result<PosterView, Refusal> {
    let found = store::public_shop(&site.scope().await?, slug).await?;
    let address = site.shop_address(&found.slug);
    let qr = qr_path(&address).ok_or_else(|| incident::report("an address is longer than a QR code", &"catalogue"))?;
    // As people read an address aloud.
    let spoken = address.split_once("://").map_or(address.as_str(), |(_, spoken)| spoken).to_owned();
    Ok(PosterView { shop: shop_shown(&found), qr: QrView { size: qr.size, path: qr.path }, address: spoken })
}
