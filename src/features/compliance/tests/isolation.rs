use super::helpers::{admin, answer, answer_all, keep, opening, photo, reviewer, reviewers, standing};
use crate::access::{Code, Refusal, Role, Unit};
use crate::domain::Version;
use crate::features::compliance::acts::{AddEvidence, DeclareHome, Finding, JudgeItem, RemoveEvidence, SubmitAssessment};
use crate::features::compliance::{Album, Happened, Instrument, Score, Verdict, store};
use crate::server::db::{OfficeScope, RegencyScope};
use crate::server::likeness::Mark;
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn no_office_reads_or_changes_the_answers_of_another(world: World) {
        let [gede, siti] = reviewers(&world).await;
        let made = reviewer(&world, "Made");
        made.does(DeclareHome { home: world.tamansari() }).await.unwrap();
        let offices = [world.tamansari(), world.kampungbaru()];
        let campaign = admin(&world).does(opening(&world, &offices, &[&gede, &siti, &made])).await.unwrap();
        answer_all(&world, campaign, Score::Met).await;
        let sri = world.stranger("Sri");
        let theirs = OfficeScope::open(&world.db, &sri.actor).await.unwrap();
        let read = store::assessment(&theirs, campaign, Instrument::seeded()).await.unwrap();
        assert!(read.version.is_none() && read.progress().answered == 0, "{read:?}");
        drop(theirs);
        // The same address in another office is that office's own answer.
        sri.does(keep(campaign, "wifi", Version::FIRST, Score::Missing)).await.unwrap();
        let mut theirs = photo(&world, campaign, "wifi", "milik-sobo");
        theirs.photo.stored.office = world.kampungbaru().number();
        sri.does(theirs).await.unwrap();
        let here = answer(&world, campaign, "wifi").await;
        assert_eq!((here.claim, here.evidence.len()), (Some(Score::Met), 1));
        let seat = store::seat_known(&world.db, campaign, world.kampungbaru()).await.unwrap();
        assert_eq!(seat.answered, 1);

        // A reviewer of one of them is none of the other.
        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        let of = Finding { office: world.tamansari(), campaign, item: "wifi".into(), seen: answer(&world, campaign, "wifi").await.version, reason: "x".into() };
        assert_eq!(made.does(JudgeItem { of, verdict: Verdict::Accept(Score::Met) }).await, Err(Refusal::Forbidden));

        // The regency reads both, and a kecamatan the one that is its own.
        let regency = RegencyScope::open(&world.db, &gede.actor).await.unwrap();
        for office in offices {
            assert!(store::assessment_of(&regency, campaign, office).await.unwrap().is_some(), "{office}");
        }
        let camat = world.staff("Agus", Role::Camat, Unit::Kecamatan(world.tamansari().kecamatan()));
        let licin = RegencyScope::open(&world.db, &camat.actor).await.unwrap();
        assert!(store::assessment_of(&licin, campaign, world.tamansari()).await.unwrap().is_some());
        assert!(store::assessment_of(&licin, campaign, world.kampungbaru()).await.unwrap().is_none());
        assert!(RegencyScope::open(&world.db, &sri.actor).await.is_err());
    }

    async fn a_photo_of_the_same_bytes_is_taken_anew_by_whomever_it_was_used_and_nobody_is_told_by_whom(world: World) {
        let [gede, siti] = reviewers(&world).await;
        let made = reviewer(&world, "Made");
        made.does(DeclareHome { home: world.tamansari() }).await.unwrap();
        let offices = [world.tamansari(), world.kampungbaru()];
        let campaign = admin(&world).does(opening(&world, &offices, &[&gede, &siti, &made])).await.unwrap();
        let (rini, sri) = (world.officer("Rini"), world.stranger("Sri"));
        let first = rini.does(photo(&world, campaign, "toilet", "gayung")).await.unwrap().expect("a new photo");
        let mut theirs = photo(&world, campaign, "wifi", "gayung");
        theirs.photo.stored.office = world.kampungbaru().number();
        assert_eq!(sri.does(theirs.clone()).await, Ok(None));
        assert_eq!(rini.does(photo(&world, campaign, "wifi", "gayung")).await, Ok(None), "of one's own, too");
        let pressed_twice = rini.does(photo(&world, campaign, "toilet", "gayung")).await;
        assert_eq!(pressed_twice, Err(Refusal::Conflict(Code::PhotoAgain)), "and nothing is noted of that");
        let here = answer(&world, campaign, "wifi").await;
        assert_eq!((here.evidence.len(), here.history.last().map(|event| event.what.clone())), (0, Some(Happened::PhotoAgain(first))));
        let seat = store::seat_known(&world.db, campaign, world.kampungbaru()).await.unwrap();
        assert_eq!(seat.doubts, 1, "a try to use it is a reason to look there");
        let [mark] = &store::marks(&world.db, &[first]).await.unwrap()[..] else { panic!("one mark") };
        assert_eq!((mark.office, mark.item.as_str()), (world.tamansari(), "toilet"));
        rini.does(RemoveEvidence { campaign, item: "toilet".into(), photo: first }).await.unwrap();
        let taken = sri.does(theirs).await.unwrap();
        assert!(taken.is_some(), "it is evidence of nothing any more");
    }

    async fn who_sends_and_removes_a_picture_again_and_again_hides_nothing_by_it(world: World) {
        let [gede, siti] = reviewers(&world).await;
        let offices = [world.tamansari(), world.kampungbaru()];
        let made = reviewer(&world, "Made");
        made.does(DeclareHome { home: world.tamansari() }).await.unwrap();
        let campaign = admin(&world).does(opening(&world, &offices, &[&gede, &siti, &made])).await.unwrap();
        let (rini, sri, album) = (world.officer("Rini"), world.stranger("Sri"), Album::default());
        let likeness = Mark::of(&image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([(x * x + 3 * y * x) as u8; 3]))).to_bytes().to_vec();
        let looks = |mut add: AddEvidence| {
            add.photo.likeness.clone_from(&likeness);
            add
        };
        let mut theirs = looks(photo(&world, campaign, "wifi", "asli"));
        theirs.photo.stored.office = world.kampungbaru().number();
        let original = sri.does(theirs).await.unwrap().expect("a photo");
        let here = (world.tamansari(), campaign);
        for name in ["satu", "dua", "tiga", "empat"] {
            let copy = rini.does(looks(photo(&world, campaign, "wifi", name))).await.unwrap().expect("a photo");
            album.alike(&world.db, &likeness, here).await.unwrap();
            rini.does(RemoveEvidence { campaign, item: "wifi".into(), photo: copy }).await.unwrap();
        }
        for name in ["lima", "enam", "tujuh"] {
            rini.does(looks(photo(&world, campaign, "wifi", name))).await.unwrap();
        }
        let alike = album.alike(&world.db, &likeness, here).await.unwrap();
        assert_eq!(alike.first().map(|first| (first.id, first.elsewhere)), Some((original, true)), "{alike:?}");
        assert!(alike[1..].iter().all(|own| !own.elsewhere));
        let mut copied = photo(&world, campaign, "toilet", "delapan");
        copied.alike = alike;
        rini.does(copied).await.unwrap();
        assert_eq!(standing(&world, campaign).await.doubts, 4, "none of them has a day; one is a stranger's as well");
    }
}
