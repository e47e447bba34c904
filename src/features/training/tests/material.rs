use super::helpers::{announced, enrol, keep, photos};
use crate::access::{ActName, Actor, Code, Refusal};
use crate::domain::{BlobId, TrainingId, Version};
use crate::features::training::acts::{AddMaterial, CancelTraining, RemoveMaterial};
use crate::features::training::{Material, material_for, may_add_material, store};
use crate::server::blobs::Stored;
use crate::server::db::OfficeScope;
use crate::server::testing::{Person, World, on_both_databases};

fn file(world: &World, training: TrainingId, title: &str) -> AddMaterial {
    let file = Stored { office: world.tamansari().number(), name: title.into(), media: Material::PDF, size_bytes: 2_048 };
    AddMaterial { training, file, title: title.into() }
}

async fn titles(by: &Person, training: TrainingId) -> Vec<String> {
    let scope = OfficeScope::open(by.db(), &by.actor).await.expect("an office");
    store::materials(&scope, training).await.expect("files").into_iter().map(|one| one.title).collect()
}

async fn given(world: &World, to: &Actor, training: TrainingId, file: BlobId) -> Result<String, Refusal> {
    material_for(&world.db, to, &training.to_string(), &file.to_string()).await.map(|(_, material)| material.title)
}

on_both_databases! {
    async fn only_the_office_and_those_with_a_seat_are_given_a_file(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let (id, other) = (announced(&rini, here, photos(1)).await, announced(&rini, here, photos(1)).await);
        let (siti, budi, ayu) = (world.resident("Siti"), world.resident("Budi"), world.resident("Ayu"));
        enrol(&siti, here, id, "Siti").await.unwrap();
        enrol(&budi, here, id, "Budi").await.unwrap();
        enrol(&ayu, here, other, "Ayu").await.unwrap();
        let guide = rini.does(file(&world, id, "Panduan")).await.unwrap();
        let no = Err(Refusal::NotFound);
        assert_eq!(given(&world, &siti.actor, id, guide).await.as_deref(), Ok("Panduan"));
        assert_eq!(given(&world, &world.head("Hadi").actor, id, guide).await.as_deref(), Ok("Panduan"));
        assert_eq!(given(&world, &budi.actor, id, guide).await, no, "who waits");
        assert_eq!(given(&world, &ayu.actor, id, guide).await, no, "of another training");
        assert_eq!(given(&world, &ayu.actor, other, guide).await, no, "by the address of one's own");
        assert_eq!(given(&world, &world.stranger("Lain").actor, id, guide).await, no, "another office");
        assert_eq!(given(&world, &Actor::anonymous(), id, guide).await, no);
        rini.does(CancelTraining { training: id, seen: Version(2), reason: "Hujan.".into() }).await.unwrap();
        assert_eq!(given(&world, &siti.actor, id, guide).await, no, "it does not take place");
        assert_eq!(rini.does(file(&world, id, "Lagi")).await, Err(Refusal::Conflict(Code::TrainingOver)));
    }

    async fn only_officers_bring_and_remove_files_and_no_more_than_ten(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let id = keep(&rini, here, photos(5)).await;
        for (who, refusal) in [
            (world.head("Hadi"), Refusal::Forbidden),
            (world.stranger("Lain"), Refusal::NotFound),
            (world.resident("Siti"), Refusal::NotFound),
            (world.nobody(), Refusal::NotFound),
        ] {
            assert_eq!(who.does(file(&world, id, "Panduan")).await, Err(refusal.clone()));
            assert!(may_add_material(&world.db, &who.actor, &id.to_string()).await.is_err());
        }
        let foreign = Stored { office: world.kampungbaru().number(), name: "x".into(), media: Material::PDF, size_bytes: 1 };
        let theirs = AddMaterial { training: id, file: foreign, title: "Milik lain".into() };
        assert_eq!(rini.does(theirs).await, Err(Refusal::NotFound), "a file of another office");
        let adds = (0..12).map(|number| rini.does(file(&world, id, ["Bagian ", &number.to_string()].concat().leak())));
        let all = futures::future::join_all(adds).await;
        assert_eq!(all.iter().filter(|answer| answer.is_ok()).count(), 10, "{all:?}");
        assert!(all.iter().all(|answer| answer.is_ok() || *answer == Err(Refusal::Conflict(Code::TooManyFiles))), "{all:?}");
        let first = *all.iter().flatten().next().expect("one");
        for (who, refusal) in [(world.head("Hadi"), Refusal::Forbidden), (world.stranger("Lain"), Refusal::NotFound)] {
            assert_eq!(who.does(RemoveMaterial { file: first }).await, Err(refusal));
        }
        assert_eq!(rini.does(RemoveMaterial { file: first }).await, Ok(id));
        assert_eq!(rini.does(RemoveMaterial { file: first }).await, Err(Refusal::NotFound));
        assert_eq!(titles(&rini, id).await.len(), 9);
        assert_eq!(titles(&world.stranger("Lain"), id).await, [""; 0]);
        let acts: Vec<ActName> = world.record().await.into_iter().map(|(act, _)| act).collect();
        assert_eq!(acts.iter().filter(|act| **act == ActName::AddMaterial).count(), 10);
        assert_eq!(acts.iter().filter(|act| **act == ActName::RemoveMaterial).count(), 1);
    }
}
