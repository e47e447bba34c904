//! What stands behind the form of the photos: who asks, what was pressed, where it leads.

use crate::access::{ActName, Actor, Decision, Refusal, Role};
use crate::domain::{BlobId, IdemKey, ListingId, OfficeCode, Version};
use crate::features::catalogue::acts::ArrangePhotos;
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::unlinked::unlinked;
use crate::features::catalogue::{Aim, Content, Listing, Product, store};
use crate::forms::{Posted, Problems, read};
use crate::server::db::{Db, OfficeScope, OwnScope};
use crate::server::session;
use crate::ui::Next;

const ALT: u32 = 120;

/// What is to be seen on a photo, as typed; may be empty.
///
/// # Errors
/// `Invalid` of the field `alt`.
pub fn photo_alt(typed: &str) -> Result<String, Refusal> {
    unlinked(read::line(typed, ALT)).map_err(|code| Refusal::Invalid(Problems::one("alt", code)))
}

/// What the policy says, for who has to know it before an act.
pub fn may<C: Content>(actor: &Actor, act: ActName, listing: &Listing<C>) -> Decision {
    policy::decide(actor, act, Facts::of(listing))
}

/// Where the photos of a product are arranged: by a seller, and at the office.
pub fn page_of(actor: &Actor, id: &str) -> String {
    [desk_of(actor), id, "/foto"].concat()
}

pub(super) fn desk_of(actor: &Actor) -> &'static str {
    if actor.role() == Role::Resident { "/akun/toko/produk/" } else { "/kantor/produk/" }
}

/// A product that whoever asks reaches, as a seller or for an office.
pub(super) async fn within(db: &Db, actor: &Actor, id: ListingId) -> Result<(OfficeCode, Listing<Product>), Refusal> {
    if actor.role() == Role::Resident {
        return store::listing_at(&*OwnScope::open(db, actor).await?, id).await;
    }
    store::listing_at(&*OfficeScope::open(db, actor).await.map_err(|_| Refusal::NotFound)?, id).await
}

/// The photos that were on the page, each with what stands beside it now, and then the press.
pub async fn arrange(id: ListingId, seen: Version, key: IdemKey, press: &str, posted: Posted) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let posted = posted.answers().map_err(Refusal::Invalid)?;
    let (office, product) = within(&db, &actor, id).await?;
    let (mut photos, mut problems) = (Vec::new(), Problems::default());
    for (photo, number) in product.standing.latest().photos.iter().zip(1..) {
        let name = field(number);
        match unlinked(read::line(posted.typed(&name), ALT)) {
            Ok(alt) => photos.push((photo.id, alt)),
            Err(code) => problems.add(name, code),
        }
    }
    if !problems.is_empty() {
        return Err(Refusal::Invalid(problems));
    }
    let aim = if press == PROPOSE { Aim::Propose } else { Aim::Keep };
    let done = pressed(&mut photos, press).ok_or(Refusal::NotFound)?;
    db.perform(actor.clone(), key, ArrangePhotos { office, id, seen, photos, aim }).await?;
    Ok(Next::afresh([&page_of(&actor, &id.to_string()), "?hasil=", done].concat()))
}

/// The field in which a photo is described.
pub(super) fn field(number: usize) -> String {
    ["alt_", &number.to_string()].concat()
}

const PROPOSE: &str = "kirim";

/// Moves or takes away the photo of the press: `naik-2`. What it has done, by its word in the address.
fn pressed(photos: &mut Vec<(BlobId, String)>, press: &str) -> Option<&'static str> {
    let Some((verb, number)) = press.split_once('-') else {
        return if press == PROPOSE { Some("kirim") } else { Some("simpan") };
    };
    let at = number.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < photos.len())?;
    let last = photos.len() - 1;
    match verb {
        "naik" => photos.swap(at, at.saturating_sub(1)),
        "turun" => photos.swap(at, (at + 1).min(last)),
        "hapus" => _ = photos.remove(at),
        _ => return None,
    }
    Some("simpan")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_moves_by_one_place_and_not_over_the_ends() {
        let after = |press: &str| {
            let mut photos = [1, 2, 3].map(|id| (BlobId::from_u128(id), String::new())).to_vec();
            pressed(&mut photos, press)?;
            Some(photos.iter().map(|(id, _)| id.as_u128()).collect::<Vec<_>>())
        };
        assert_eq!(after("naik-3"), Some(vec![1, 3, 2]));
        assert_eq!(after("naik-1"), Some(vec![1, 2, 3]));
        assert_eq!(after("turun-1"), Some(vec![2, 1, 3]));
        assert_eq!(after("turun-3"), Some(vec![1, 2, 3]));
        assert_eq!(after("hapus-2"), Some(vec![1, 3]));
        assert_eq!(after(""), Some(vec![1, 2, 3]));
        for wrong in ["hapus-4", "hapus-0", "hapus-", "terbang-1"] {
            assert_eq!(after(wrong), None, "{wrong}");
        }
    }
}
