//! The cover of a title: who may bring it, and what everybody is shown.

use super::helpers::{enter, named, turtle};
use crate::access::{Actor, Refusal};
use crate::domain::{OfficeCode, TitleId};
use crate::features::documents::GoodsPhoto;
use crate::features::library::acts::{KeepCover, RemoveCover};
use crate::features::library::{Cover, cover_picture, may_keep_cover, public_cover, store};
use crate::server::blobs::Stored;
use crate::server::db::PublicScope;
use crate::server::testing::{World, on_both_databases};

fn photo(office: OfficeCode, title: TitleId, name: &str) -> KeepCover {
    let stored = Stored { office: office.number(), name: name.into(), media: "application/octet-stream", size_bytes: 9 };
    let photo = GoodsPhoto { stored, sizes: [(320, 480), (640, 960), (1280, 1920)], colour: "#c8a165".into(), likeness: Vec::new() };
    KeepCover { office, title, photo }
}

async fn shown(world: &World, title: TitleId) -> Option<Cover> {
    let scope = PublicScope::open(&world.db).await.expect("everybody");
    store::covers_of(&scope, &[title]).await.expect("covers").pop()
}

on_both_databases! {
    async fn the_library_that_entered_a_title_shows_its_cover_and_nobody_else_does(world: World) {
        let (rini, sri, here, there) = (world.officer("Rini"), world.stranger("Sri"), world.tamansari(), world.kampungbaru());
        let title = enter(&rini, here, turtle(), 1).await;
        for (who, office, refusal) in [
            (world.head("Hadi"), here, Refusal::Forbidden),
            (sri.clone(), there, Refusal::Forbidden),
            (sri.clone(), here, Refusal::NotFound),
            (world.resident("Siti"), here, Refusal::Forbidden),
            (world.nobody(), here, Refusal::Forbidden),
        ] {
            assert_eq!(who.does(photo(office, title, "a")).await, Err(refusal));
            assert!(may_keep_cover(&world.db, &who.actor, &title.to_string()).await.is_err());
        }
        assert_eq!(rini.does(photo(here, TitleId::from_u128(7), "a")).await, Err(Refusal::NotFound));
        assert_eq!(rini.does(RemoveCover { office: here, title }).await, Err(Refusal::NotFound), "there is none");
        let mut foreign = photo(here, title, "a");
        foreign.photo.stored.office = there.number();
        assert_eq!(rini.does(foreign).await, Err(Refusal::NotFound), "a file of another office");
        assert_eq!(shown(&world, title).await, None);
        assert_eq!(may_keep_cover(&world.db, &rini.actor, &title.to_string()).await, Ok((here, title)));
        assert!(may_keep_cover(&world.db, &Actor::anonymous(), "besok").await.is_err());
    }

    async fn a_new_cover_takes_the_place_of_the_old_one_whose_address_is_gone(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let (title, other) = (enter(&rini, here, turtle(), 1).await, enter(&rini, here, named("Lain"), 1).await);
        rini.does(photo(here, title, "pertama")).await.unwrap();
        let first = shown(&world, title).await.expect("a cover");
        let address = |cover: &Cover| (cover.title.to_string(), cover.photo.id.to_string());
        let (of, id) = address(&first);
        assert_eq!(public_cover(&world.db, &of, &id).await, Ok((here, "pertama".to_owned())));
        assert_eq!(public_cover(&world.db, &other.to_string(), &id).await, Err(Refusal::NotFound), "of another title");
        let picture = cover_picture(Some(&first));
        assert_eq!((picture.width, picture.height), (640, 960));
        assert!(picture.webp.contains(&["/foto/buku/", &of, "/", &id, "/320.webp 320w"].concat()), "{}", picture.webp);

        let (one, two) = tokio::join!(rini.does(photo(here, title, "kedua")), rini.does(photo(here, title, "ketiga")));
        assert_eq!((one, two), (Ok(()), Ok(())));
        let last = shown(&world, title).await.expect("one of them");
        assert!(["kedua", "ketiga"].contains(&last.photo.file.as_str()));
        assert_eq!(public_cover(&world.db, &of, &id).await, Err(Refusal::NotFound), "the old one is gone");
        let named = world.every_row().await;
        assert!(!named.contains("pertama"), "its bytes are named by nothing");
        rini.does(RemoveCover { office: here, title }).await.unwrap();
        assert_eq!(shown(&world, title).await, None);
        assert_eq!(cover_picture(None).src, "/gambar/buku.svg");
    }
}
