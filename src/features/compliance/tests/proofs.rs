//! What proves an answer beside its photos, and what a phone sends after it was out of reach.

use super::helpers::{accept_all, admin, answer, answer_all, answers, desk, file, judge, keep, open, photo, standing};
use crate::access::{Code, Refusal};
use crate::domain::{BlobId, Day, Version};
use crate::features::compliance::acts::{
    AddEvidence, AddFile, KeepAnswer, LockCampaign, PublishCampaign, RemoveEvidence, SubmitAssessment,
};
use crate::features::compliance::review::read;
use crate::features::compliance::village::{file_within, may_send_file, public_file};
use crate::features::compliance::{Doubt, EvidenceFile, FileKind, Happened, Score, Verdict, read_shown, shown, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::testing::on_both_databases;

fn refused<T>(code: Code) -> Result<T, Refusal> {
    Err(Refusal::Conflict(code))
}

fn day(text: &str) -> Option<Day> {
    Day::parse(text)
}

on_both_databases! {
    async fn a_file_proves_an_answer_as_a_photo_does_and_what_is_sent_twice_is_kept_once(world: World) {
        let (campaign, _) = open(&world).await;
        let (rini, hadi, sri) = (world.officer("Rini"), world.head("Hadi"), world.stranger("Sri"));
        let decree = file(&world, campaign, "wifi", FileKind::Pdf);
        assert_eq!(hadi.does(decree.clone()).await, Err(Refusal::Forbidden));
        assert_eq!(sri.does(decree.clone()).await, Err(Refusal::NotFound), "not in the campaign");
        assert_eq!(rini.does(file(&world, campaign, "istana", FileKind::Pdf)).await, Err(Refusal::NotFound));
        let key = world.db.fresh_key();
        let first = rini.does_under(key, decree.clone()).await.unwrap();
        assert_eq!(rini.does_under(key, decree).await, Ok(first), "after a cut");
        let wifi = answer(&world, campaign, "wifi").await;
        assert_eq!((wifi.files.len(), wifi.evidence.len()), (1, 0));
        assert_eq!((wifi.files[0].title.as_str(), wifi.files[0].kind, wifi.files[0].by), ("SK tim Wi-Fi", FileKind::Pdf, rini.id()));
        for _ in 1..EvidenceFile::MOST {
            rini.does(file(&world, campaign, "wifi", FileKind::Picture)).await.unwrap();
        }
        assert_eq!(rini.does(file(&world, campaign, "wifi", FileKind::Pdf)).await, refused(Code::TooManyPhotos));
        assert_eq!(may_send_file(&world.db, &rini.actor, "wifi").await, refused(Code::TooManyPhotos));
        assert_eq!(may_send_file(&world.db, &rini.actor, "toilet").await, Ok((world.tamansari(), campaign)));
        assert_eq!(may_send_file(&world.db, &hadi.actor, "toilet").await, Err(Refusal::Forbidden));
        assert_eq!(may_send_file(&world.db, &world.resident("Siti").actor, "toilet").await, Err(Refusal::NotFound));
        assert_eq!(standing(&world, campaign).await.answered, 0, "a file is no answer");

        rini.does(RemoveEvidence { campaign, item: "wifi".into(), photo: first }).await.unwrap();
        assert_eq!(rini.does(RemoveEvidence { campaign, item: "wifi".into(), photo: first }).await, Err(Refusal::NotFound));
        let history: Vec<Happened> = answer(&world, campaign, "wifi").await.history.into_iter().map(|event| event.what).collect();
        assert_eq!(history, [Happened::FileAdded, Happened::FileAdded, Happened::FileAdded, Happened::FileRemoved]);
        world.clock.forward(31 * 86_400);
        assert_eq!(rini.does(file(&world, campaign, "toilet", FileKind::Pdf)).await, refused(Code::CampaignClosed));
        assert_eq!(may_send_file(&world.db, &rini.actor, "toilet").await, refused(Code::CampaignClosed));
    }

    async fn a_file_is_for_the_office_and_its_reviewer_and_only_a_picture_for_everybody(world: World) {
        let (campaign, [gede, _]) = open(&world).await;
        let (rini, slug) = (world.officer("Rini"), "tamansari-licin");
        answer_all(&world, campaign, Score::Met).await;
        let decree = rini.does(file(&world, campaign, "wifi", FileKind::Pdf)).await.unwrap();
        let list = rini.does(file(&world, campaign, "wifi", FileKind::Picture)).await.unwrap();
        let in_vain = rini.does(file(&world, campaign, "toilet", FileKind::Picture)).await.unwrap();
        let seen = answer(&world, campaign, "wifi").await.version;
        let link = "https://tamansari.desa.id/wifi".to_owned();
        rini.does(KeepAnswer { link, note_is_public: true, ..keep(campaign, "wifi", seen, Score::Met) }).await.unwrap();
        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        for (who, found) in [(&rini, true), (&gede, true), (&world.stranger("Sri"), false), (&world.resident("Siti"), false)] {
            assert_eq!(file_within(&world.db, &who.actor, slug, decree).await.is_ok(), found, "{:?}", who.actor);
        }
        assert_eq!(file_within(&world.db, &rini.actor, "sobo", decree).await.err(), Some(Refusal::NotFound));
        let page = read::item(&desk(&world, &gede), slug, Some("wifi"), "", "").await.unwrap().item;
        assert_eq!(page.link.map(|link| link.host).as_deref(), Some("tamansari.desa.id"));
        let told: Vec<_> = page.files.iter().map(|file| (file.title.as_str(), file.about.as_str(), file.removable)).collect();
        assert_eq!(told, [("SK tim Wi-Fi", "PDF, 83 KB, 24 November 2026", false), ("SK tim Wi-Fi", "PDF, 83 KB, 24 November 2026", false), ("SK tim Wi-Fi", "Gambar, 83 KB, 24 November 2026", false)]);
        assert_eq!(page.files[1].to, format!("/m/kepatuhan/{slug}/berkas/{decree}"));

        let wayan = admin(&world);
        judge(&world, &gede, campaign, "toilet", Verdict::Accept(Score::Missing)).await.unwrap();
        wayan.does(LockCampaign { id: campaign }).await.unwrap();
        for item in answers(&world, campaign).await.answers.iter().filter(|answer| answer.item != "toilet") {
            judge(&world, &gede, campaign, &item.item, Verdict::Accept(Score::Met)).await.unwrap();
        }
        assert_eq!(public_file(&world.db, slug, list).await.err(), Some(Refusal::NotFound), "nobody reads the result yet");
        wayan.does(PublishCampaign { id: campaign }).await.unwrap();
        assert_eq!(public_file(&world.db, slug, list).await.map(|(office, file)| (office, file.title)), Ok((world.tamansari(), "SK tim Wi-Fi".into())));
        for (hidden, why) in [(decree, "it may name people"), (in_vain, "it counts for nothing"), (BlobId::from_u128(9), "there is none")] {
            assert_eq!(public_file(&world.db, slug, hidden).await.err(), Some(Refusal::NotFound), "{why}");
        }
        let shown = store::public_result(&world.db, campaign, world.tamansari()).await.unwrap();
        let links: Vec<_> = shown.iter().filter(|item| !item.link.is_empty()).map(|item| item.item.as_str()).collect();
        assert_eq!(links, ["wifi"]);
        let notes: Vec<_> = shown.iter().filter(|item| !item.note.is_empty()).map(|item| item.item.as_str()).collect();
        assert_eq!(notes, ["wifi"], "a note is for the reviewer unless the office says otherwise");
    }

    async fn what_was_typed_is_overtaken_by_words_and_not_by_the_photos_that_went_before_it(world: World) {
        let (campaign, [gede, _]) = open(&world).await;
        let (rini, lina) = (world.officer("Rini"), world.officer("Lina"));
        rini.does(photo(&world, campaign, "wifi", "satu")).await.unwrap();
        rini.does(file(&world, campaign, "wifi", FileKind::Pdf)).await.unwrap();
        // It was typed before both of them were sent.
        rini.does(keep(campaign, "wifi", Version::FIRST, Score::Met)).await.expect("nobody has typed in between");
        let late = lina.does(keep(campaign, "wifi", Version::FIRST, Score::Partly)).await;
        assert!(matches!(late, Err(Refusal::Stale { by: Some(by), .. }) if by == rini.id()), "{late:?}");
        lina.does(photo(&world, campaign, "wifi", "dua")).await.unwrap();
        let late = lina.does(keep(campaign, "wifi", Version(3), Score::Partly)).await;
        assert!(matches!(late, Err(Refusal::Stale { by: Some(by), .. }) if by == rini.id()), "the words are hers: {late:?}");
        let ahead = rini.does(keep(campaign, "wifi", Version(99), Score::Partly)).await;
        assert!(matches!(ahead, Err(Refusal::Stale { .. })), "nobody has seen that: {ahead:?}");

        // What came back from the reviewer was not what the phone had seen.
        answer_all(&world, campaign, Score::Met).await;
        let before = answer(&world, campaign, "wifi").await.version;
        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        judge(&world, &gede, campaign, "wifi", Verdict::Return).await.unwrap();
        let late = rini.does(keep(campaign, "wifi", before, Score::Partly)).await;
        assert!(matches!(late, Err(Refusal::Stale { by: Some(by), .. }) if by == gede.id()), "{late:?}");
    }

    async fn a_camera_that_says_another_day_is_a_doubt_for_the_reviewer_and_the_office_is_believed(world: World) {
        let (campaign, [gede, _]) = open(&world).await;
        let rini = world.officer("Rini");
        let from = |said, camera, reason: &str, name| {
            let mut photo = photo(&world, campaign, "wifi", name);
            (photo.taken, photo.camera, photo.reason) = (said, camera, reason.to_owned());
            photo
        };
        rini.does(from(day("2026-11-24"), day("2019-01-01"), "", "jam-salah")).await.unwrap();
        rini.does(from(None, day("2026-11-24"), "", "kamera")).await.expect("its camera knows");
        let silent = rini.does(from(None, day("2019-01-01"), "", "lama")).await;
        assert!(matches!(silent, Err(Refusal::Invalid(_))), "a clock that is wrong by years is explained: {silent:?}");
        let [said, read] = &answer(&world, campaign, "wifi").await.evidence[..] else { panic!("two photos") };
        assert_eq!((said.taken, said.camera, &said.doubts[..]), (day("2026-11-24"), day("2019-01-01"), &[Doubt::OtherDay][..]));
        assert_eq!((read.taken, &read.doubts[..]), (day("2026-11-24"), &[][..]));
        let page = read::item(&desk(&world, &gede), "tamansari-licin", Some("wifi"), "", "").await.unwrap().item;
        assert_eq!(page.photos[0].doubts, ["Kamera mencatat tanggal lain"]);
        assert_eq!(page.photos[0].lines, ["Diambil 24 November 2026", "Menurut kamera 1 Januari 2019"]);
        assert_eq!(page.photos[1].doubts, Vec::<String>::new());
    }

    async fn without_the_word_of_those_on_it_a_picture_is_not_taken_and_an_older_one_is_shown_to_nobody_outside(world: World) {
        let (campaign, [gede, _]) = open(&world).await;
        let rini = world.officer("Rini");
        let not_ticked = |field| Refusal::Invalid(Problems::one(field, ProblemCode::NotTicked));
        let unasked = AddEvidence { agreed: false, ..photo(&world, campaign, "wifi", "wajah") };
        assert_eq!(rini.does(unasked).await, Err(not_ticked("setuju")));
        let unasked = AddFile { agreed: false, ..file(&world, campaign, "wifi", FileKind::Picture) };
        assert_eq!(rini.does(unasked).await, Err(not_ticked("setuju_gambar")));
        let wifi = answer(&world, campaign, "wifi").await;
        assert_eq!((wifi.evidence.len(), wifi.files.len(), wifi.history.len()), (0, 0, 0));
        rini.does(AddFile { agreed: false, ..file(&world, campaign, "wifi", FileKind::Pdf) }).await.expect("nobody outside reads it");

        answer_all(&world, campaign, Score::Met).await;
        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        accept_all(&world, &gede, campaign, Score::Met).await;
        let mut given = answers(&world, campaign).await;
        assert!(shown(&given).iter().all(|item| !item.photos.is_empty()), "{:?}", shown(&given));
        let kept = serde_json::to_string(&shown(&given)).unwrap();
        assert_eq!(read_shown(&kept), Some(shown(&given)));
        let before = read_shown(&kept.replace(",\"agreed\":true", "")).expect("a result of before");
        assert!(before.iter().all(|item| item.photos.is_empty() && item.files.is_empty()), "kept before anybody asked");
        for answer in &mut given.answers {
            answer.evidence.iter_mut().for_each(|photo| photo.agreed = false);
        }
        assert!(shown(&given).iter().all(|item| item.photos.is_empty()), "it came before anybody asked");
    }

    async fn a_photo_that_comes_too_late_is_told_so_before_anything_else(world: World) {
        let (campaign, [gede, _]) = open(&world).await;
        let rini = world.officer("Rini");
        world.clock.forward(31 * 86_400);
        let mut late = photo(&world, campaign, "wifi", "telat");
        late.reason.clear();
        assert_eq!(rini.does(late).await, refused(Code::CampaignClosed), "and not asked for a reason");
        world.clock.forward(-31 * 86_400);
        answer_all(&world, campaign, Score::Missing).await;
        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        accept_all(&world, &gede, campaign, Score::Missing).await;
        assert_eq!(rini.does(file(&world, campaign, "wifi", FileKind::Pdf)).await, refused(Code::NotEditable));
    }
}
