//! From "Mulai" to "Kirim permohonan".

use super::desk::{Approves, Claims};
use super::people::{Applicant, SKU, photo_questions, start, valid};
use crate::access::{ActName, Code, Refusal};
use crate::domain::IdemKey;
use crate::features::applications::State;
use crate::features::applications::acts::{Discard, RemoveAttachment, Submit, Withdraw};
use crate::features::applications::read;
use crate::features::applications::store;
use crate::features::applications::views::FillView;
use crate::forms::{Answers, ProblemCode};
use crate::server::blobs;
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn a_service_that_is_not_open_takes_nothing_in(world: World) {
        let siti = world.resident("Siti");
        assert_eq!(siti.does(start(world.tamansari(), "nikah")).await, Err(Refusal::Conflict(Code::ServiceClosed)));
        assert_eq!(siti.does(start(world.tamansari(), "emas")).await, Err(Refusal::NotFound));
        let nowhere = crate::domain::OfficeCode::try_from(3_510_992_001).unwrap();
        assert_eq!(siti.does(start(nowhere, SKU)).await, Err(Refusal::NotFound));
        assert_eq!(world.record().await, []);
    }

    async fn a_second_draft_of_a_service_is_refused_at_any_office(world: World) {
        let siti = Applicant::begins(&world, "Siti").await;
        assert_eq!(siti.person.does(start(world.tamansari(), SKU)).await, Err(Refusal::Conflict(Code::DraftExists)));
        assert_eq!(siti.person.does(start(world.kampungbaru(), SKU)).await, Err(Refusal::Conflict(Code::DraftExists)));
        assert!(siti.person.does(start(world.tamansari(), "skd")).await.is_ok(), "another service");
        assert!(world.resident("Budi").does(start(world.tamansari(), SKU)).await.is_ok(), "another person");
        siti.person.does(Discard { office: siti.office, id: siti.id }).await.unwrap();
        assert!(siti.person.does(start(world.kampungbaru(), SKU)).await.is_ok(), "the first was thrown away");
    }

    async fn a_form_without_a_photo_is_not_sent_and_says_which(world: World) {
        let siti = Applicant::fills(&world, "Siti").await;
        let photo = siti.case().await.photos_of("kk").next().unwrap().id;
        siti.person.does(RemoveAttachment { office: siti.office, id: siti.id, photo }).await.unwrap();
        let Err(Refusal::Invalid(problems)) = siti.submits().await else { panic!("sent without a photo") };
        let problems: Vec<_> = problems.iter().map(|problem| (problem.field.as_str(), problem.code)).collect();
        assert_eq!(problems, [("kk", ProblemCode::MissingFile)]);
        assert_eq!((siti.case().await.state, siti.case().await.reference), (State::Draft, None));
        assert_eq!(blobs::find(&*siti.own().await, photo).await.unwrap_err(), Refusal::NotFound, "its file has lost its name");
    }

    async fn the_id_of_a_photo_that_somebody_types_is_no_photo(world: World) {
        let siti = Applicant::begins(&world, "Siti").await;
        // Valid answers hold invented ids of photos under the names of the questions.
        siti.answers(&valid(siti.office)).await;
        let Err(Refusal::Invalid(problems)) = siti.submits().await else { panic!("sent with invented photos") };
        assert_eq!(problems.iter().map(|problem| problem.field.clone()).collect::<Vec<_>>(), photo_questions());
    }

    async fn what_was_looked_over_is_what_is_sent(world: World) {
        let siti = Applicant::fills(&world, "Siti").await;
        let seen = siti.version().await;
        siti.saves("keperluan", Answers::from_form("keperluan=Kredit").unwrap()).await.unwrap();
        let sent = siti.person.does(Submit { office: siti.office, id: siti.id, seen }).await;
        assert_eq!(sent, Err(Refusal::Stale { by: Some(siti.person.id()), at: world.clock.now() }));
        assert_eq!(siti.case().await.answers.typed("keperluan"), "Kredit", "what was typed is kept");
    }

    async fn sent_twice_is_one_case_with_one_reference(world: World) {
        let siti = Applicant::fills(&world, "Siti").await;
        let submit = Submit { office: siti.office, id: siti.id, seen: siti.version().await };
        let key = IdemKey::from_u128(4);
        let first = siti.person.does_under(key, submit.clone()).await.unwrap();
        let second = siti.person.does_under(key, submit.clone()).await.unwrap();
        assert_eq!(first, second);
        assert_eq!(siti.person.does(submit).await.unwrap_err().status(), 409, "another key is another wish");
        assert_eq!(store::own_cases(&siti.own().await).await.unwrap().len(), 1);
        let sent = world.record().await.into_iter().filter(|(act, _)| *act == ActName::Submit);
        assert_eq!(sent.count(), 1);
    }

    async fn a_draft_is_taken_up_on_another_phone_where_something_is_missing(world: World) {
        let siti = Applicant::begins(&world, "Siti").await;
        let mut half = valid(siti.office);
        half.put("nik", "3510 1645");
        half.put("keperluan", "");
        siti.answers(&half).await;

        let FillView::Step(step) = siti.step("pemohon").await.unwrap() else { panic!("no step") };
        assert_eq!(step.form.answers.typed("nik"), "3510 1645", "as typed, valid or not");
        let begin = read::begin(&siti.looking(), &SKU.parse().unwrap()).await.unwrap();
        assert_eq!(begin.draft.unwrap().path, "/permohonan/baru/sku/pemohon");
        siti.saves("pemohon", valid(siti.office)).await.unwrap();
        let begin = read::begin(&siti.looking(), &SKU.parse().unwrap()).await.unwrap();
        assert_eq!(begin.draft.unwrap().path, "/permohonan/baru/sku/keperluan");
    }

    async fn a_question_for_one_photo_takes_the_newest_and_others_stop_at_their_number(world: World) {
        let siti = Applicant::begins(&world, "Siti").await;
        let first = siti.attaches("ktp", "one").await.unwrap();
        let second = siti.attaches("ktp", "two").await.unwrap();
        assert_eq!(siti.case().await.photos_of("ktp").map(|photo| photo.id).collect::<Vec<_>>(), [second.photo]);
        assert_eq!(blobs::find(&*siti.own().await, first.photo).await.unwrap_err(), Refusal::NotFound);
        for name in ["a", "b", "c"] {
            siti.attaches("foto_usaha", name).await.unwrap();
        }
        assert_eq!(siti.attaches("foto_usaha", "d").await.unwrap_err(), Refusal::Conflict(Code::TooManyPhotos));
        assert_eq!(siti.attaches("nama_usaha", "d").await.unwrap_err(), Refusal::NotFound, "a question for words");
        assert_eq!(siti.attaches("pengantar", "d").await.unwrap_err(), Refusal::NotFound);
    }

    async fn who_has_told_about_themselves_is_not_asked_again(world: World) {
        let siti = Applicant::sends(&world, "Siti").await;
        let again = siti.person.does(start(siti.office, SKU)).await.unwrap();
        let draft = store::case(&*siti.own().await, again.id).await.unwrap();
        assert_eq!(draft.answers.typed("nik"), siti.case().await.answers.typed("nik"));
        assert_eq!(draft.answers.typed("nama_usaha"), "", "the wish itself is a new one");
        assert_eq!(draft.attachments, []);
    }

    async fn a_case_is_withdrawn_until_it_is_approved(world: World) {
        let rini = world.officer("Rini");
        let (siti, budi) = (Applicant::sends(&world, "Siti").await, Applicant::sends(&world, "Budi").await);
        rini.does(Claims { id: siti.id }).await.unwrap();
        rini.does(Approves { id: siti.id }).await.unwrap();
        let late = Withdraw { office: siti.office, id: siti.id, seen: siti.version().await };
        assert_eq!(siti.person.does(late).await, Err(Refusal::Conflict(Code::TooLateToWithdraw)));
        assert!(!siti.page().await.can_withdraw);

        let seen = budi.version().await;
        rini.does(Claims { id: budi.id }).await.unwrap();
        let stale = budi.person.does(Withdraw { office: budi.office, id: budi.id, seen }).await;
        assert_eq!(stale, Err(Refusal::Stale { by: Some(rini.id()), at: world.clock.now() }));
        let now = Withdraw { office: budi.office, id: budi.id, seen: budi.version().await };
        budi.person.does(now).await.unwrap();
        assert_eq!(budi.page().await.state, State::Withdrawn);
    }

    async fn what_is_thrown_away_is_gone(world: World) {
        let siti = Applicant::fills(&world, "Siti").await;
        let photo = siti.case().await.attachments[0].clone();
        siti.person.does(Discard { office: siti.office, id: siti.id }).await.unwrap();
        let left = siti.case().await;
        assert_eq!((left.state, left.answers.is_empty(), left.attachments.len()), (State::Closed, true, 0));
        for file in [photo.id, photo.thumbnail] {
            assert_eq!(blobs::find(&*siti.own().await, file).await.unwrap_err(), Refusal::NotFound);
        }
        assert_eq!(read::case(&siti.looking(), siti.id).await.unwrap_err(), Refusal::NotFound);
        assert_eq!(store::own_cases(&siti.own().await).await.unwrap(), []);
    }

    async fn a_sent_case_has_its_promise_and_its_answers_are_sealed(world: World) {
        let siti = Applicant::sends(&world, "Siti").await;
        let page = siti.page().await;
        assert_eq!(page.state, State::Submitted);
        // 420 working minutes from Tuesday 09.00: an hour into Wednesday.
        assert_eq!(page.promise.unwrap().due.in_words(crate::domain::Lang::Id), "Rabu, 25 November, 09.00");
        assert_eq!(page.reference.unwrap().to_string().len(), 11);
        let own = siti.own().await;
        let row = own.find::<crate::features::applications::entity::application::Entity>().one(own.conn()).await.unwrap().unwrap();
        let name = siti.case().await.answers.typed("nama").to_owned();
        assert!(!name.is_empty() && !row.body.windows(name.len()).any(|bytes| bytes == name.as_bytes()));
    }
}
