//! A shop is handed to its seller by a link: what the office's page shows, and what it sends.

use super::desk::Desk;
use super::doors::page_of;
use super::views::{LinkView, MadeLink};
use crate::access::{ActName, Refusal};
use crate::domain::{IdemKey, ListingId, OfficeCode};
use crate::features::catalogue::acts::MakeSellerLink;
use crate::features::catalogue::policy::Facts;
use crate::features::catalogue::seller::address_of;
use crate::features::catalogue::seller_link::OpenLink;
use crate::features::catalogue::{PublicPhone, Shop, store};
use crate::features::offices::gazetteer;
use crate::forms::{Problems, read};
use crate::server::act::perform;
use crate::server::session;
use crate::ui::{Next, NoteView, encode_pair, note, way};

/// `/kantor/produk/toko/{id}/tautan`
///
/// # Errors
/// `NotFound` out of reach; `Forbidden` for who may not hand it over; `Busy` or `Internal` of the database.
pub async fn link(desk: &Desk, id: ListingId) -> Result<LinkView, Refusal> {
    let scope = desk.scope().await?;
    let shop = store::listing::<Shop>(&scope, id).await?;
    if !desk.may(ActName::MakeSellerLink, Facts::of(&shop)) {
        return Err(Refusal::Forbidden);
    }
    let (open, office) = (store::open_link(&scope, id).await?, scope.office());
    drop(scope);
    let latest = shop.standing.latest();
    let origin = session::engine()?.origin();
    let made = |open: OpenLink| {
        let (address, until) = ([origin.as_str(), &address_of(&open.token)].concat(), desk.when(open.until));
        let mut query = String::new();
        encode_pair(&mut query, "text", &message(office, &latest.name, &address, &until));
        MadeLink {
            whatsapp: ["https://wa.me/", PublicPhone::published(&open.phone).international(), "?", &query].concat(),
            phone: open.phone.masked(),
            address,
            until,
        }
    };
    Ok(LinkView {
        frame: desk.frame(),
        back: way(page_of::<Shop>(id), latest.name.clone()),
        made: open.map(made),
        kept: shop.owner.map(|_| kept()),
        phone: latest.whatsapp.national(),
        hidden: vec![("_id".to_owned(), id.to_string())],
        key: desk.key(),
    })
}

fn kept() -> NoteView {
    let title = "Toko ini sudah diurus seorang penjual";
    let text = "Begitu tautan baru dipakai, toko berpindah: penjual yang sekarang tidak bisa membukanya lagi. Beri tahu dia dulu.";
    note("you", "alert-circle", title, text)
}

/// What the seller reads; the officer sends it.
fn message(office: i64, shop: &str, address: &str, until: &str) -> String {
    let office = OfficeCode::try_from(office).map(|code| gazetteer().full_title(code)).unwrap_or_default();
    let parts = [
        "Kantor ",
        &office,
        " menyerahkan ",
        shop,
        " di Smart Kampung kepada Anda. Buka tautan ini, lalu masuk dengan nomor HP ini: ",
        address,
        " Berlaku satu kali, sampai ",
        until,
        ".",
    ];
    parts.concat()
}

pub async fn make(id: ListingId, phone: &str, key: IdemKey) -> Result<Next, Refusal> {
    let phone = read::phone(phone).map_err(|code| Refusal::Invalid(Problems::one("telepon", code)))?;
    perform(session::actor(), key, MakeSellerLink { id, phone }).await?;
    Ok(Next::afresh([&page_of::<Shop>(id), "/tautan"].concat()))
}
