//! What comes back, and what may be changed then.

use super::desk::{Claims, Returns};
use super::people::Applicant;
use crate::access::{ActName, Code, Refusal};
use crate::features::applications::acts::{RemoveAttachment, Repair};
use crate::features::applications::{EventKind, State, Target};
use crate::forms::Answers;
use crate::server::testing::{World, on_both_databases};

fn posted(form: &str) -> Answers {
    Answers::from_form(form).expect("answers")
}

/// A case with one answer and one photo returned.
async fn returned(world: &World) -> Applicant {
    let (rini, siti) = (world.officer("Rini"), Applicant::sends(world, "Siti").await);
    let kk = siti.case().await.photos_of("kk").next().expect("a photo").id;
    rini.does(Claims { id: siti.id }).await.expect("claimed");
    let targets = vec![Target::Answer("nama_usaha".to_owned()), Target::Photo { field: "kk".to_owned(), id: kk }];
    rini.does(Returns { id: siti.id, targets }).await.expect("returned");
    siti
}

on_both_databases! {
    async fn an_officer_who_has_not_claimed_the_case_returns_nothing(world: World) {
        let siti = Applicant::sends(&world, "Siti").await;
        let returns = Returns { id: siti.id, targets: vec![Target::Answer("nama".to_owned())] };
        assert_eq!(world.officer("Rini").does(returns.clone()).await, Err(Refusal::Forbidden));
        world.officer("Rini").does(Claims { id: siti.id }).await.unwrap();
        assert_eq!(world.officer("Joko").does(returns).await, Err(Refusal::Forbidden));
        assert_eq!(siti.case().await.state, State::InReview);
    }

    async fn a_returned_case_shows_the_officers_words_and_stops_the_clock(world: World) {
        let siti = returned(&world).await;
        let page = siti.page().await;
        let repair = page.repair.unwrap();
        assert_eq!(repair.answers.iter().map(|answer| answer.words.as_str()).collect::<Vec<_>>(), ["Tulisannya tidak terbaca"]);
        assert_eq!(repair.photos.iter().map(|photo| (photo.field.as_str(), photo.returned.is_some())).collect::<Vec<_>>(), [("kk", true)]);
        let questions: Vec<_> = repair.form.schema.steps[0].fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(questions, ["nama_usaha"]);
        assert_eq!(page.promise.unwrap().paused_with, Some(420));
        assert_eq!(page.state.who(), "you");
    }

    async fn only_what_was_returned_can_be_changed(world: World) {
        let siti = returned(&world).await;
        let nik = siti.case().await.answers.typed("nik").to_owned();
        let ktp = siti.case().await.photos_of("ktp").next().unwrap().id;
        assert_eq!(siti.attaches("ktp", "new").await.unwrap_err(), Refusal::Conflict(Code::NotReturned));
        assert_eq!(siti.saves("usaha", posted("nama_usaha=Lain")).await, Err(Refusal::Conflict(Code::NotEditable)));
        let remove = RemoveAttachment { office: siti.office, id: siti.id, photo: ktp };
        assert_eq!(siti.person.does(remove).await, Err(Refusal::Conflict(Code::NotEditable)));

        siti.attaches("kk", "sharp").await.unwrap();
        let repair = Repair { office: siti.office, id: siti.id, posted: posted("nama_usaha=Warung+Siti&nik=3510241234560009") };
        siti.person.does(repair).await.unwrap();
        let case = siti.case().await;
        assert_eq!((case.state, case.answers.typed("nama_usaha"), case.answers.typed("nik")), (State::Submitted, "Warung Siti", nik.as_str()));
        assert_eq!(case.photos_of("ktp").map(|photo| photo.id).collect::<Vec<_>>(), [ktp]);
    }

    async fn a_new_photo_that_is_blurred_again_gives_way_to_the_next(world: World) {
        let siti = returned(&world).await;
        let ktp = siti.case().await.photos_of("ktp").next().unwrap().id;
        let mut sent = Vec::new();
        for name in ["blurred", "sharp"] {
            world.clock.forward(60);
            sent.push(siti.attaches("kk", name).await.unwrap().photo);
        }
        let case = siti.case().await;
        assert_eq!(case.photos_of("kk").map(|photo| photo.id).collect::<Vec<_>>(), sent[1..]);
        assert_eq!(case.photos_of("ktp").map(|photo| photo.id).collect::<Vec<_>>(), [ktp]);
        assert_eq!(siti.attaches("ktp", "new").await.unwrap_err(), Refusal::Conflict(Code::NotReturned));
    }

    async fn a_repair_without_the_new_photo_is_refused_and_changes_nothing(world: World) {
        let siti = returned(&world).await;
        let before = siti.case().await;
        let repair = Repair { office: siti.office, id: siti.id, posted: posted("nama_usaha=") };
        let Err(Refusal::Invalid(problems)) = siti.person.does(repair).await else { panic!("sent as it was") };
        assert_eq!(problems.iter().map(|problem| problem.field.as_str()).collect::<Vec<_>>(), ["nama_usaha", "kk"]);
        assert_eq!(siti.case().await, before);
    }

    async fn a_mended_case_goes_on_with_the_time_that_was_left(world: World) {
        let siti = returned(&world).await;
        // The next day at the same time: the seven hours that were left begin to run now.
        world.clock.forward(24 * 3_600);
        siti.attaches("kk", "sharp").await.unwrap();
        siti.person.does(Repair { office: siti.office, id: siti.id, posted: posted("nama_usaha=Warung") }).await.unwrap();
        let page = siti.page().await;
        assert_eq!(page.promise.unwrap().due.in_words(crate::domain::Lang::Id), "Kamis, 26 November, 09.00");
        assert_eq!(
            page.timeline.iter().map(|row| row.kind).collect::<Vec<_>>(),
            [EventKind::Submitted, EventKind::Claimed, EventKind::FixRequested, EventKind::Repaired]
        );
        let acts: Vec<ActName> = world.record().await.into_iter().map(|(act, _)| act).rev().take(2).collect();
        assert_eq!(acts, [ActName::Repair, ActName::Attach]);
    }

    async fn a_case_that_is_not_returned_is_not_repaired(world: World) {
        let siti = Applicant::sends(&world, "Siti").await;
        let repair = Repair { office: siti.office, id: siti.id, posted: Answers::EMPTY };
        assert_eq!(siti.person.does(repair).await, Err(Refusal::Conflict(Code::NotEditable)));
        assert_eq!(siti.attaches("ktp", "new").await.unwrap_err(), Refusal::Conflict(Code::NotEditable));
    }
}
