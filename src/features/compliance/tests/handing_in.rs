//! What the list of an item asks for is there before its office hands it in.

use super::helpers::{answer, answer_all, file, keep, open, photo, standing};
use crate::access::Refusal;
use crate::domain::{BlobId, CampaignId};
use crate::features::compliance::acts::{AddEvidence, KeepAnswer, RemoveEvidence, SubmitAssessment};
use crate::features::compliance::village::{Desk, overview};
use crate::features::compliance::{FileKind, Score, When};
use crate::forms::{ProblemCode, Problems};
use crate::server::testing::{World, on_both_databases};
use crate::ui::{Frame, FrameCounts};

/// Why the head may not hand in: the fields of the list.
async fn lacking(world: &World, campaign: CampaignId) -> Vec<(String, ProblemCode)> {
    match world.head("Hadi").does(SubmitAssessment { campaign }).await {
        Err(Refusal::Invalid(problems)) => problems.iter().map(|problem| (problem.field.clone(), problem.code)).collect(),
        other => panic!("it is not complete: {other:?}"),
    }
}

fn one(field: &str, code: ProblemCode) -> Vec<(String, ProblemCode)> {
    vec![(field.to_owned(), code)]
}

async fn first_photo(world: &World, campaign: CampaignId, item: &str) -> BlobId {
    answer(world, campaign, item).await.evidence[0].id
}

on_both_databases! {
    async fn a_file_a_note_and_a_photo_by_night_are_asked_for_as_a_photo_is(world: World) {
        let (campaign, _) = open(&world).await;
        let rini = world.officer("Rini");
        answer_all(&world, campaign, Score::Met).await;

        let paper = answer(&world, campaign, "penjaga_24jam").await.files[0].id;
        rini.does(RemoveEvidence { campaign, item: "penjaga_24jam".into(), photo: paper }).await.unwrap();
        assert_eq!(lacking(&world, campaign).await, one("penjaga_24jam-berkas", ProblemCode::MissingFile));
        rini.does(photo(&world, campaign, "penjaga_24jam", "jadwal")).await.unwrap();
        assert_eq!(lacking(&world, campaign).await, one("penjaga_24jam-berkas", ProblemCode::MissingFile), "a photo is no file");
        rini.does(file(&world, campaign, "penjaga_24jam", FileKind::Picture)).await.unwrap();

        let seen = answer(&world, campaign, "sedekah_oksigen").await.version;
        rini.does(KeepAnswer { note: String::new(), ..keep(campaign, "sedekah_oksigen", seen, Score::Partly) }).await.unwrap();
        assert_eq!(lacking(&world, campaign).await, one("sedekah_oksigen-catatan", ProblemCode::Missing), "of what is met in part, too");
        let seen = answer(&world, campaign, "sedekah_oksigen").await.version;
        rini.does(keep(campaign, "sedekah_oksigen", seen, Score::Partly)).await.unwrap();

        let night = answer(&world, campaign, "pagar_terbuka").await.evidence.iter().find(|photo| photo.when == When::Night).unwrap().id;
        rini.does(RemoveEvidence { campaign, item: "pagar_terbuka".into(), photo: night }).await.unwrap();
        rini.does(photo(&world, campaign, "pagar_terbuka", "siang-lagi")).await.unwrap();
        assert_eq!(lacking(&world, campaign).await, one("pagar_terbuka-malam", ProblemCode::MissingFile), "two by day are none by night");
        assert_eq!(standing(&world, campaign).await.waiting, 0, "nothing was handed in all the while");
        rini.does(AddEvidence { when: When::Night, ..photo(&world, campaign, "pagar_terbuka", "malam") }).await.unwrap();
        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        assert_eq!(standing(&world, campaign).await.waiting, 13);
    }

    async fn where_day_and_night_are_told_apart_a_photo_says_which_and_elsewhere_none_is_kept(world: World) {
        let (campaign, _) = open(&world).await;
        let rini = world.officer("Rini");
        let unsaid = AddEvidence { when: When::Any, ..photo(&world, campaign, "penerangan", "lampu") };
        let which = Refusal::Invalid(Problems::one("saat", ProblemCode::MissingChoice));
        assert_eq!(rini.does(unsaid).await, Err(which));
        assert_eq!(answer(&world, campaign, "penerangan").await.evidence, []);
        rini.does(AddEvidence { when: When::Night, ..photo(&world, campaign, "penerangan", "lampu") }).await.unwrap();
        rini.does(photo(&world, campaign, "wifi", "alat")).await.unwrap();
        let when = async |item: &str| answer(&world, campaign, item).await.evidence[0].when;
        assert_eq!((when("penerangan").await, when("wifi").await), (When::Night, When::Any), "nobody asks it of the Wi-Fi");
    }

    async fn the_list_says_of_each_kind_how_much_is_there_and_the_form_what_each_is_called(world: World) {
        let (campaign, _) = open(&world).await;
        answer_all(&world, campaign, Score::Met).await;
        let (rini, hadi) = (world.officer("Rini"), world.head("Hadi"));
        let gone = first_photo(&world, campaign, "penerangan").await;
        rini.does(RemoveEvidence { campaign, item: "penerangan".into(), photo: gone }).await.unwrap();
        let frame =
            Frame { unit: String::new(), place: String::new(), person: String::new(), role: String::new(), counts: FrameCounts::default() };
        let desk = Desk::of(world.db.clone(), hadi.actor.clone(), frame).unwrap();
        let view = overview(&desk, "").await.unwrap().campaign.unwrap();
        let proofs = |item: &str| view.rows.iter().find(|row| row.code == item).map(|row| row.proofs.clone()).unwrap();
        let said = |field: &str, words: &str| (field.to_owned(), words.to_owned());
        assert_eq!(proofs("wifi"), [said("wifi-foto", "Bukti foto: 1 dari 1"), said("wifi-berkas", "Berkas: 1 dari 1")]);
        assert_eq!(proofs("sedekah_oksigen"), [said("sedekah_oksigen-foto", "Bukti foto: 1 dari 1"), said("sedekah_oksigen-catatan", "Catatan: ada")]);
        assert_eq!(proofs("penerangan"), [said("penerangan-malam", "Foto malam hari: 0 dari 1")]);
        let lacks = view.rows.iter().find(|row| row.code == "penerangan").map(|row| row.mark.words.as_str());
        assert_eq!(lacks, Some("Kurang 1 foto malam hari"));
        let fields = view.submit.unwrap().fields;
        let called = |field: &str| fields.iter().find(|(name, _)| name == field).map(|(_, label)| label.as_str()).unwrap();
        assert!(called("penerangan-malam").starts_with("foto malam hari butir 10, "), "{}", called("penerangan-malam"));
        for (field, _) in lacking(&world, campaign).await {
            assert!(fields.iter().any(|(name, _)| *name == field), "what is refused has a name and a place: {field}");
        }
    }
}
