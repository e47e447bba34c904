//! The market of a demonstration: invented shops, opened, proposed and approved as anybody's are, with drawn
//! pictures in place of photos. Nobody has these numbers.

use std::marker::PhantomData;

use serde::Deserialize;

use super::acts::{AddPhoto, AddProduct, Approve, Edit, OpenShop, SeeOwner};
use super::store::{self, Shelf, Stored};
use super::{Product, ProductForm, Shop, ShopForm, Sketch, Wish};
use crate::access::{Actor, Refusal};
use crate::domain::{ListingId, OfficeCode, PersonName, Version};
use crate::features::accounts::demo;
use crate::features::documents::receive_goods;
use crate::server::act::Act;
use crate::server::clock::day_at;
use crate::server::db::PublicScope;
use crate::server::engine::Engine;
use crate::server::incident;

const STANDS: &str = include_str!("data/demo.json");

/// Pictures by their names in the list.
const PICTURES: [(&str, &[u8]); 8] = [
    ("bagiak", include_bytes!("data/photos/bagiak.webp")),
    ("buah-naga", include_bytes!("data/photos/buah-naga.webp")),
    ("gula-aren", include_bytes!("data/photos/gula-aren.webp")),
    ("kopi-robusta", include_bytes!("data/photos/kopi-robusta.webp")),
    ("rak-bambu", include_bytes!("data/photos/rak-bambu.webp")),
    ("rengginang", include_bytes!("data/photos/rengginang.webp")),
    ("sale-pisang", include_bytes!("data/photos/sale-pisang.webp")),
    ("udeng", include_bytes!("data/photos/udeng.webp")),
];

/// A shop as it is typed, with what it sells.
#[derive(Deserialize)]
struct Stand {
    office: OfficeCode,
    /// Who writes it, and who sees the owner and approves: two of the invented people.
    writer: String,
    approver: String,
    owner: String,
    shop: ShopForm,
    products: Vec<Ware>,
}

/// A product as it is typed, and its picture.
#[derive(Deserialize)]
struct Ware {
    #[serde(flatten)]
    form: ProductForm,
    /// One of [`PICTURES`], and what is to be seen on it.
    picture: Option<(String, String)>,
}

/// Opens the shops where nothing is for sale yet.
///
/// # Errors
/// As `perform`.
pub async fn invent_market(engine: &Engine) -> Result<(), Refusal> {
    let (sold, _) = store::market(&PublicScope::open(&engine.db).await?, &Shelf::default(), None).await?;
    if !sold.is_empty() {
        return Ok(());
    }
    let stands: Vec<Stand> = serde_json::from_str(STANDS).map_err(|error| incident::report("an invented market is none", &error))?;
    for stand in stands {
        open(engine, stand).await?;
    }
    Ok(())
}

async fn open(engine: &Engine, stand: Stand) -> Result<(), Refusal> {
    let db = &engine.db;
    let by = Two {
        engine,
        writer: demo::actor(db, &stand.writer).await?,
        approver: demo::actor(db, &stand.approver).await?,
        office: stand.office,
    };
    let owner = PersonName::parse(&stand.owner).map_err(|_| incident::report("an invented owner has no name", &"demo"))?;
    let shop = stand.shop.check(day_at(db.clock().now(), db.zone())).map_err(Refusal::Invalid)?;
    let id = by.does(&by.writer, OpenShop { office: by.office, owner, wish: Wish::Propose(shop) }).await?;
    by.does(&by.approver, SeeOwner { id, seen: Version(1) }).await?;
    by.approves::<Shop>(id, 2).await?;
    for Ware { form, picture } in stand.products {
        let product = form.check().map_err(Refusal::Invalid)?;
        let added = by.does(&by.writer, AddProduct { office: by.office, shop: id, wish: Wish::Keep(Sketch::of(&product)) }).await?;
        let seen = match picture {
            Some((name, alt)) => by.shows(added, &name, alt).await?,
            None => 1,
        };
        by.does(&by.writer, Edit { office: by.office, id: added, seen: Version(seen), wish: Wish::Propose(product) }).await?;
        by.approves::<Product>(added, seen + 1).await?;
    }
    Ok(())
}

/// Whoever approves is another person.
struct Two<'a> {
    engine: &'a Engine,
    writer: Actor,
    approver: Actor,
    office: OfficeCode,
}

impl Two<'_> {
    /// The picture goes the way of every photo. Where no child process can be started there is none, and a
    /// demonstration begins all the same. Gives the version that the product has then.
    async fn shows(&self, id: ListingId, name: &str, alt: String) -> Result<i64, Refusal> {
        let (_, bytes) =
            PICTURES.into_iter().find(|(known, _)| *known == name).ok_or_else(|| incident::report("no such picture", &name))?;
        match receive_goods(&self.engine.sandbox, &self.engine.blobs, self.office.number(), "foto", bytes).await {
            Ok(photo) => self.does(&self.writer, AddPhoto { office: self.office, id, photo, alt }).await.map(|_| 2),
            Err(refusal) => {
                tracing::warn!(?refusal, "a product of the demonstration has no picture");
                Ok(1)
            }
        }
    }

    async fn approves<C: Stored>(&self, id: ListingId, seen: i64) -> Result<(), Refusal> {
        let approve = Approve::<C> { id, seen: Version(seen), permits_seen: false, of: PhantomData };
        self.does(&self.approver, approve).await
    }

    async fn does<A: Act>(&self, actor: &Actor, act: A) -> Result<A::Done, Refusal> {
        self.engine.db.perform(actor.clone(), self.engine.db.fresh_key(), act).await
    }
}
