use super::helpers::{add, approve, listing, market, open_shop, propose, public_product};
use crate::access::{Code, Refusal};
use crate::domain::{BlobId, ListingId, OfficeCode, Version};
use crate::features::catalogue::acts::{AddPhoto, ArrangePhotos};
use crate::features::catalogue::store;
use crate::features::catalogue::testing::sale_pisang;
use crate::features::catalogue::{Aim, Product, State};
use crate::features::documents::GoodsPhoto;
use crate::server::blobs::{self, Stored};
use crate::server::db::{OfficeScope, PublicScope};
use crate::server::testing::{World, on_both_databases};

pub fn photo(office: OfficeCode, id: ListingId, name: &str) -> AddPhoto {
    let stored = Stored { office: office.number(), name: name.into(), media: "application/octet-stream", size_bytes: 1 };
    let photo = GoodsPhoto { stored, sizes: [(320, 240), (640, 480), (800, 600)], colour: "#c8a165".into(), likeness: Vec::new() };
    AddPhoto { office, id, photo, alt: "Sale pisang di piring.".into() }
}

fn arrange(office: OfficeCode, id: ListingId, seen: i64, photos: &[(BlobId, &str)]) -> ArrangePhotos {
    let photos = photos.iter().map(|(id, alt)| (*id, (*alt).to_owned())).collect();
    ArrangePhotos { office, id, seen: Version(seen), photos, aim: Aim::Keep }
}

pub async fn files(world: &World) -> Vec<String> {
    let officer = world.officer("Rini");
    let scope = OfficeScope::open(&world.db, &officer.actor).await.unwrap();
    blobs::names(scope.conn()).await.unwrap().into_iter().map(|(_, name)| name).collect()
}

async fn shown(world: &World) -> Vec<BlobId> {
    market(world).await[0].product.photos.iter().map(|photo| photo.id).collect()
}

on_both_databases! {
    async fn a_new_photo_is_seen_by_nobody_before_it_is_approved_and_the_old_ones_stay_until_then(world: World) {
        let (_, id) = public_product(&world).await;
        let (rini, lina, here) = (world.officer("Rini"), world.officer("Lina"), world.tamansari());
        let first = rini.does(photo(here, id, "satu")).await.unwrap();
        assert_eq!(shown(&world).await, []);
        let slug = market(&world).await[0].slug.clone();
        let visitor = PublicScope::open(&world.db).await.unwrap();
        assert_eq!(store::public_photo(&visitor, &slug, first).await.err(), Some(Refusal::NotFound));
        drop(visitor);
        rini.does(propose(here, id, 4, sale_pisang())).await.unwrap();
        lina.does(approve::<Product>(id, 5)).await.unwrap();
        assert_eq!(shown(&world).await, [first], "a form says nothing of photos, and loses none");
        let second = rini.does(photo(here, id, "dua")).await.unwrap();
        rini.does(arrange(here, id, 7, &[(second, "Dibungkus.")])).await.unwrap();
        assert_eq!((shown(&world).await, files(&world).await), (vec![first], vec!["dua".into(), "satu".into()]));
        rini.does(propose(here, id, 8, sale_pisang())).await.unwrap();
        lina.does(approve::<Product>(id, 9)).await.unwrap();
        assert_eq!((shown(&world).await, files(&world).await), (vec![second], vec!["dua".into()]), "no version names the first");
        let visitor = PublicScope::open(&world.db).await.unwrap();
        assert_eq!(store::public_photo(&visitor, &slug, first).await.err(), Some(Refusal::NotFound));
        assert_eq!(store::public_photo(&visitor, &slug, second).await.map(|(office, photo)| (office, photo.alt)), Ok((here, "Dibungkus.".into())));
    }

    async fn photos_are_put_in_order_and_a_ninth_is_one_too_many(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let shop = rini.does(open_shop(here)).await.unwrap();
        let id = rini.does(add(here, shop)).await.unwrap();
        let mut photos = Vec::new();
        for name in ["1", "2", "3", "4", "5", "6", "7", "8"] {
            photos.push(rini.does(photo(here, id, name)).await.unwrap());
        }
        assert_eq!(rini.does(photo(here, id, "9")).await, Err(Refusal::Conflict(Code::TooManyPhotos)));
        let (one, two) = (photos[0], photos[1]);
        let foreign = arrange(here, id, 9, &[(BlobId::from_u128(7), "")]);
        assert_eq!(rini.does(foreign).await, Err(Refusal::NotFound));
        assert_eq!(rini.does(arrange(here, id, 9, &[(one, ""), (one, "")])).await, Err(Refusal::NotFound));
        assert!(matches!(rini.does(arrange(here, id, 8, &[(one, "")])).await, Err(Refusal::Stale { .. })));
        rini.does(arrange(here, id, 9, &[(two, "Dua."), (one, "Satu.")])).await.unwrap();
        let product = listing::<Product>(&world, &rini.actor, id).await.unwrap();
        let last = product.standing.latest();
        let found: Vec<_> = last.photos.iter().map(|photo| (photo.id, photo.alt.as_str())).collect();
        assert_eq!((found, product.standing.state()), (vec![(two, "Dua."), (one, "Satu.")], State::Draft));
        assert_eq!(files(&world).await, ["1", "2"]);
    }

    async fn nobody_adds_a_photo_to_the_product_of_another(world: World) {
        let (_, id) = public_product(&world).await;
        let (yuni, lain, here, there) = (world.resident("Yuni"), world.stranger("Lain"), world.tamansari(), world.kampungbaru());
        assert_eq!(yuni.does(photo(here, id, "x")).await, Err(Refusal::NotFound));
        assert_eq!(lain.does(photo(here, id, "x")).await, Err(Refusal::NotFound));
        assert_eq!(lain.does(photo(there, id, "x")).await, Err(Refusal::NotFound));
        assert_eq!(world.head("Hadi").does(photo(here, id, "x")).await, Err(Refusal::Forbidden));
        let own = yuni.does(open_shop(here)).await.unwrap();
        let own = yuni.does(add(here, own)).await.unwrap();
        let stored = photo(there, own, "x").photo;
        assert_eq!(yuni.does(AddPhoto { photo: stored, ..photo(here, own, "x") }).await, Err(Refusal::NotFound), "a file of another office");
        yuni.does(photo(here, own, "x")).await.unwrap();
        assert_eq!(files(&world).await, ["x"]);
    }
}
