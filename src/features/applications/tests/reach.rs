//! Whose case it is.

use super::desk::Claims;
use super::people::{Applicant, SKU, start, stored};
use crate::access::{ActName, Refusal};
use crate::domain::{BlobId, Lang, Version};
use crate::features::applications::acts::{Attach, Discard, RemoveAttachment, Repair, SaveStep, Submit, Withdraw};
use crate::features::applications::read::{self, Looking};
use crate::features::applications::store;
use crate::forms::Answers;
use crate::server::blobs;
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn the_case_of_another_resident_is_not_there(world: World) {
        let siti = Applicant::fills(&world, "Siti").await;
        let photo = siti.case().await.attachments[0].id;
        let (office, id, seen) = (siti.office, siti.id, siti.version().await);
        let budi = world.resident("Budi");
        let posted = Answers::EMPTY;
        assert_eq!(budi.does(SaveStep { office, id, step: "usaha".to_owned(), posted: posted.clone() }).await, Err(Refusal::NotFound));
        let attach = Attach { office, id, field: "ktp".to_owned(), photo: stored(office, "a"), thumbnail: stored(office, "b") };
        assert_eq!(budi.does(attach).await, Err(Refusal::NotFound));
        assert_eq!(budi.does(RemoveAttachment { office, id, photo }).await, Err(Refusal::NotFound));
        assert_eq!(budi.does(Submit { office, id, seen }).await, Err(Refusal::NotFound));
        assert_eq!(budi.does(Repair { office, id, posted }).await, Err(Refusal::NotFound));
        assert_eq!(budi.does(Withdraw { office, id, seen }).await, Err(Refusal::NotFound));
        assert_eq!(budi.does(Discard { office, id }).await, Err(Refusal::NotFound));

        let his = OwnScope::open(&world.db, &budi.actor).await.unwrap();
        assert_eq!(store::case(&his, id).await.unwrap_err(), Refusal::NotFound);
        assert_eq!(store::case_of_photo(&his, photo).await.unwrap_err(), Refusal::NotFound);
        assert_eq!(blobs::find(&his, photo).await.unwrap_err(), Refusal::NotFound);
        assert_eq!(store::own_cases(&his).await.unwrap(), []);
        let looking = Looking::new(&world.db, &budi.actor, Lang::Id);
        assert_eq!(read::case(&looking, id).await.unwrap_err(), Refusal::NotFound);
        assert_eq!(read::fill(&looking, &SKU.parse().unwrap(), "usaha", false).await.unwrap_err(), Refusal::NotFound);
    }

    async fn an_officer_of_another_office_finds_nothing(world: World) {
        let siti = Applicant::sends(&world, "Siti").await;
        let lain = world.stranger("Lain");
        assert_eq!(lain.does(Claims { id: siti.id }).await, Err(Refusal::NotFound));
        let theirs = OfficeScope::open(&world.db, &lain.actor).await.unwrap();
        assert_eq!(store::case(&theirs, siti.id).await.unwrap_err(), Refusal::NotFound);
        assert_eq!(store::case_of_photo(&theirs, siti.case().await.attachments[0].id).await.unwrap_err(), Refusal::NotFound);
        assert_eq!(world.record_of(world.kampungbaru()).await, []);
    }

    async fn who_names_another_office_finds_their_own_case_no_more(world: World) {
        let siti = Applicant::begins(&world, "Siti").await;
        let wrong = SaveStep { office: world.kampungbaru(), id: siti.id, step: "usaha".to_owned(), posted: Answers::EMPTY };
        assert_eq!(siti.person.does(wrong).await, Err(Refusal::NotFound));
    }

    async fn nobody_known_begins_nothing(world: World) {
        assert_eq!(world.nobody().does(start(world.tamansari(), SKU)).await, Err(Refusal::SignIn));
        assert_eq!(world.record().await, []);
    }

    async fn a_case_that_does_not_exist_looks_like_another_persons(world: World) {
        let siti = Applicant::begins(&world, "Siti").await;
        let id = crate::domain::ApplicationId::from_u128(1);
        let missing = Submit { office: siti.office, id, seen: Version::FIRST };
        assert_eq!(siti.person.does(missing).await, Err(Refusal::NotFound));
        assert_eq!(store::case_of_photo(&*siti.own().await, BlobId::from_u128(1)).await.unwrap_err(), Refusal::NotFound);
        assert_eq!(world.record().await, [(ActName::StartApplication, Some(siti.person.id()))]);
    }
}
