//! A shop at the practice office.

use std::marker::PhantomData;

use super::acts::{Approve, OpenShop, SeeOwner};
use super::{Shop, ShopForm, Wish};
use crate::access::{Actor, Refusal};
use crate::domain::{PersonName, Version};
use crate::features::accounts::{InventedWorld, office_of};
use crate::server::clock::day_at;
use crate::server::incident;

/// A shop that is open, for which a beginner writes a product.
///
/// # Errors
/// As `perform`.
pub async fn practice_shop(world: &InventedWorld, operator: &Actor, verifier: &Actor) -> Result<(), Refusal> {
    let owner = PersonName::parse("Yuni Contoh").map_err(|_| incident::report("an invented owner has no name", &"practice"))?;
    let shop = form().check(day_at(world.db.clock().now(), world.db.zone())).map_err(Refusal::Invalid)?;
    let id = world.does(operator, OpenShop { office: office_of(operator)?, owner, wish: Wish::Propose(shop) }).await?;
    world.does(verifier, SeeOwner { id, seen: Version(1) }).await?;
    let approve = Approve::<Shop> { id, seen: Version(2), permits_seen: false, of: PhantomData };
    world.does(verifier, approve).await
}

fn form() -> ShopForm {
    ShopForm {
        nama: "Dapur Contoh Yuni".to_owned(),
        skala: "mikro".to_owned(),
        sektor: "Makanan".to_owned(),
        alamat: "Jalan Contoh 9".to_owned(),
        whatsapp: "081200000071".to_owned(),
        ..ShopForm::default()
    }
}
