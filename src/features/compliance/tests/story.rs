use super::helpers::{
    accept_all, accounts, admin, answer, answer_all, answers, closes, finding, judge, keep, open, opening, photo, reviewer, reviewers,
    standing,
};
use crate::access::{ActName, Code, Refusal};
use crate::domain::{AccountId, Version};
use crate::features::compliance::acts::{
    DeclareHome, LockCampaign, ObjectToVerdict, PublishCampaign, ReassignOffice, RemoveEvidence, ReviseVerdict, SubmitAssessment,
    UndoVerdict, VisitItem,
};
use crate::features::compliance::{Class, Happened, Instrument, Score, Stage, Verdict, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::testing::{World, on_both_databases};

fn refused<T>(code: Code) -> Result<T, Refusal> {
    Err(Refusal::Conflict(code))
}

on_both_databases! {
    async fn a_campaign_opens_with_a_reviewer_for_each_office_or_not_at_all(world: World) {
        let [gede, siti] = reviewers(&world).await;
        let (wayan, here, there) = (admin(&world), world.tamansari(), world.kampungbaru());
        let both = opening(&world, &[here, there], &[&gede, &siti]);
        assert_eq!(wayan.does(both.clone()).await, refused(Code::NobodyReviews), "both live there");
        assert_eq!(wayan.does(opening(&world, &[here], &[])).await, refused(Code::NobodyReviews));
        assert_eq!(gede.does(opening(&world, &[here], &[&gede])).await, Err(Refusal::Forbidden));
        assert_eq!(store::campaigns(&world.db).await.unwrap(), []);
        let made = reviewer(&world, "Made");
        assert_eq!(wayan.does(opening(&world, &[here], &[&made])).await, refused(Code::NobodyReviews), "nobody knows where they live");
        made.does(DeclareHome { home: here }).await.unwrap();
        let with_made = opening(&world, &[here, there], &[&gede, &siti, &made]);
        let campaign = wayan.does(with_made).await.unwrap();
        let seats = store::seats(&world.db, campaign).await.unwrap();
        assert_eq!(seats.iter().map(|seat| (seat.office, seat.reviewer)).collect::<Vec<_>>(), [(there, made.id()), (here, gede.id())]);
    }

    async fn an_office_answers_item_by_item_and_its_head_hands_in_what_is_complete(world: World) {
        let (campaign, _) = open(&world).await;
        let (rini, hadi) = (world.officer("Rini"), world.head("Hadi"));
        assert_eq!(rini.does(keep(campaign, "istana", Version::FIRST, Score::Met)).await, Err(Refusal::NotFound));
        assert_eq!(world.stranger("Sri").does(keep(campaign, "wifi", Version::FIRST, Score::Met)).await, Err(Refusal::NotFound), "not in the campaign");
        assert_eq!(hadi.does(keep(campaign, "wifi", Version::FIRST, Score::Met)).await, Err(Refusal::Forbidden));
        rini.does(keep(campaign, "wifi", Version::FIRST, Score::Met)).await.unwrap();
        // A colleague's phone, on which the answer looks as it did before.
        let late = world.officer("Lina").does(keep(campaign, "wifi", Version::FIRST, Score::Partly)).await;
        assert!(matches!(late, Err(Refusal::Stale { by: Some(by), .. }) if by == rini.id()), "{late:?}");
        world.officer("Lina").does(keep(campaign, "toilet", Version::FIRST, Score::Missing)).await.unwrap();

        let submit = SubmitAssessment { campaign };
        assert_eq!(rini.does(submit.clone()).await, Err(Refusal::Forbidden), "the head hands in");
        let Err(Refusal::Invalid(problems)) = hadi.does(submit.clone()).await else { panic!("it is not complete") };
        let mut missing = Problems::default();
        for item in Instrument::seeded().asked().filter(|item| item.code != "toilet") {
            match item.code.as_str() {
                "wifi" => ["wifi-foto", "wifi-berkas"].into_iter().for_each(|field| missing.add(field, ProblemCode::MissingFile)),
                code => missing.add(code, ProblemCode::MissingChoice),
            }
        }
        assert_eq!(problems, missing, "what is not there needs no photo");
        assert_eq!(standing(&world, campaign).await.waiting, 0);

        answer_all(&world, campaign, Score::Met).await;
        hadi.does(submit.clone()).await.unwrap();
        let seat = standing(&world, campaign).await;
        assert_eq!((seat.answered, seat.waiting, seat.accepted, seat.waits_since), (13, 13, 0, Some(world.clock.now())));
        assert_eq!(hadi.does(submit).await, refused(Code::NothingReturned));
        let seen = answer(&world, campaign, "wifi").await.version;
        assert_eq!(rini.does(keep(campaign, "wifi", seen, Score::Partly)).await, refused(Code::NotEditable));
        assert_eq!(rini.does(photo(&world, campaign, "wifi", "lagi")).await, refused(Code::NotEditable));
    }

    async fn the_answers_of_a_period_are_not_those_of_the_next(world: World) {
        let (first, [gede, siti]) = open(&world).await;
        answer_all(&world, first, Score::Met).await;
        let next = admin(&world).does(opening(&world, &[world.tamansari()], &[&gede, &siti])).await.unwrap();
        assert_eq!(answers(&world, next).await.progress().answered, 0);
        world.officer("Rini").does(keep(next, "wifi", Version::FIRST, Score::Missing)).await.unwrap();
        assert_eq!(answer(&world, first, "wifi").await.claim, Some(Score::Met));
        assert_eq!((standing(&world, first).await.answered, standing(&world, next).await.answered), (13, 1));
    }

    async fn what_is_sent_twice_is_kept_once(world: World) {
        let (campaign, _) = open(&world).await;
        let (rini, key) = (world.officer("Rini"), world.db.fresh_key());
        let once = photo(&world, campaign, "wifi", "satu");
        let first = rini.does_under(key, once.clone()).await.unwrap().expect("a new photo");
        assert_eq!(rini.does_under(key, once).await, Ok(Some(first)), "after a cut");
        let wifi = answer(&world, campaign, "wifi").await;
        assert_eq!((wifi.evidence.len(), wifi.history.len()), (1, 1));
        assert_eq!(rini.does(RemoveEvidence { campaign, item: "wifi".into(), photo: first }).await, Ok(()));
        assert_eq!(rini.does(RemoveEvidence { campaign, item: "wifi".into(), photo: first }).await, Err(Refusal::NotFound));
        assert_eq!(answer(&world, campaign, "wifi").await.evidence, []);
    }

    async fn a_reviewer_judges_and_the_offices_own_value_stays(world: World) {
        let (campaign, [gede, siti]) = open(&world).await;
        let (rini, hadi) = (world.officer("Rini"), world.head("Hadi"));
        assert_eq!(judge(&world, &gede, campaign, "wifi", Verdict::Accept(Score::Met)).await, refused(Code::ItemNotWaiting), "nothing was handed in");
        answer_all(&world, campaign, Score::Met).await;
        hadi.does(SubmitAssessment { campaign }).await.unwrap();
        for stranger in [&siti, &admin(&world), &reviewer(&world, "Made"), &rini] {
            let verdict = judge(&world, stranger, campaign, "wifi", Verdict::Accept(Score::Met)).await;
            assert!(matches!(verdict, Err(Refusal::Forbidden | Refusal::NotFound)), "{verdict:?}");
        }
        judge(&world, &gede, campaign, "wifi", Verdict::Accept(Score::Partly)).await.unwrap();
        let wifi = answer(&world, campaign, "wifi").await;
        assert_eq!((wifi.claim, wifi.accepted()), (Some(Score::Met), Some(Score::Partly)));
        assert_eq!(judge(&world, &gede, campaign, "wifi", Verdict::Accept(Score::Met)).await, refused(Code::ItemNotWaiting), "judged once");

        // Two are returned: only they open, and come back alone.
        for item in ["toilet", "difabel"] {
            judge(&world, &gede, campaign, item, Verdict::Return).await.unwrap();
        }
        let seat = standing(&world, campaign).await;
        assert_eq!((seat.waiting, seat.returned, seat.accepted, seat.verdicts.as_str()), (10, 2, 1, "1------------"));
        let seen = answer(&world, campaign, "toilet").await.version;
        rini.does(keep(campaign, "toilet", seen, Score::Partly)).await.unwrap();
        hadi.does(SubmitAssessment { campaign }).await.unwrap();
        assert_eq!(standing(&world, campaign).await.waiting, 12);
        assert_eq!(answer(&world, campaign, "wifi").await.accepted(), Some(Score::Partly), "what was accepted is not handed in again");
    }

    async fn a_verdict_is_taken_back_by_who_gave_it_while_nobody_has_gone_on(world: World) {
        let (campaign, [gede, siti]) = open(&world).await;
        answer_all(&world, campaign, Score::Met).await;
        let hadi = world.head("Hadi");
        hadi.does(SubmitAssessment { campaign }).await.unwrap();
        judge(&world, &gede, campaign, "wifi", Verdict::Return).await.unwrap();
        let undo = UndoVerdict { of: finding(&world, campaign, "wifi").await };
        assert_eq!(siti.does(undo.clone()).await, Err(Refusal::Forbidden));
        gede.does(undo.clone()).await.unwrap();
        assert_eq!(answer(&world, campaign, "wifi").await.stage, Stage::Submitted);
        assert!(matches!(gede.does(undo).await, Err(Refusal::Stale { .. })), "it was seen otherwise");

        judge(&world, &gede, campaign, "wifi", Verdict::Return).await.unwrap();
        let seen = answer(&world, campaign, "wifi").await.version;
        world.officer("Rini").does(keep(campaign, "wifi", seen, Score::Met)).await.unwrap();
        let undo = UndoVerdict { of: finding(&world, campaign, "wifi").await };
        assert_eq!(gede.does(undo).await, refused(Code::ItemNotWaiting), "the office has begun to mend it");
    }

    async fn what_a_visit_found_is_taken_back_by_who_found_it_while_nothing_is_public(world: World) {
        let (campaign, [gede, siti]) = open(&world).await;
        answer_all(&world, campaign, Score::Met).await;
        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        accept_all(&world, &gede, campaign, Score::Partly).await;
        let before = standing(&world, campaign).await;
        gede.does(VisitItem { of: finding(&world, campaign, "wifi").await, value: Score::Missing }).await.unwrap();
        let undo = UndoVerdict { of: finding(&world, campaign, "wifi").await };
        for stranger in [&siti, &admin(&world)] {
            assert_eq!(stranger.does(undo.clone()).await, Err(Refusal::Forbidden));
        }
        assert_eq!(answer(&world, campaign, "wifi").await.accepted(), Some(Score::Missing));
        gede.does(undo.clone()).await.unwrap();
        let wifi = answer(&world, campaign, "wifi").await;
        assert_eq!((wifi.accepted(), wifi.history.last().map(|event| event.what.clone())), (Some(Score::Partly), Some(Happened::Undone)));
        let after = standing(&world, campaign).await;
        assert_eq!((after.points, after.verdicts, after.looks), (before.points, before.verdicts, before.looks), "the figures are those of the desk");
        assert!(matches!(gede.does(undo).await, Err(Refusal::Stale { .. })), "it was seen otherwise");
        gede.does(UndoVerdict { of: finding(&world, campaign, "wifi").await }).await.expect("the verdict from the desk is theirs, too");
        assert_eq!(answer(&world, campaign, "wifi").await.stage, Stage::Submitted);

        judge(&world, &gede, campaign, "wifi", Verdict::Accept(Score::Partly)).await.unwrap();
        gede.does(VisitItem { of: finding(&world, campaign, "wifi").await, value: Score::Met }).await.unwrap();
        admin(&world).does(LockCampaign { id: campaign }).await.unwrap();
        admin(&world).does(PublishCampaign { id: campaign }).await.unwrap();
        let undo = UndoVerdict { of: finding(&world, campaign, "wifi").await };
        assert_eq!(gede.does(undo).await, refused(Code::CampaignClosed), "everybody reads it");
    }

    async fn an_objection_is_heard_by_another_reviewer_once(world: World) {
        let (campaign, [gede, siti]) = open(&world).await;
        answer_all(&world, campaign, Score::Met).await;
        let hadi = world.head("Hadi");
        hadi.does(SubmitAssessment { campaign }).await.unwrap();
        let object = |seen, reviewers: &[AccountId]| ObjectToVerdict {
            campaign,
            item: "pagar_terbuka".into(),
            seen,
            reason: "Foto malam jelas.".into(),
            reviewers: reviewers.to_vec(),
        };
        let both = accounts(&[&gede, &siti]);
        let seen = answer(&world, campaign, "pagar_terbuka").await.version;
        assert_eq!(hadi.does(object(seen, &both)).await, refused(Code::NotReturned), "there is no verdict");
        judge(&world, &gede, campaign, "pagar_terbuka", Verdict::Accept(Score::Partly)).await.unwrap();
        let seen = answer(&world, campaign, "pagar_terbuka").await.version;
        assert_eq!(world.officer("Rini").does(object(seen, &both)).await, Err(Refusal::Forbidden));
        assert_eq!(hadi.does(object(seen, &both[..1])).await, refused(Code::NobodyReviews));
        hadi.does(object(seen, &both)).await.unwrap();
        assert_eq!(judge(&world, &gede, campaign, "pagar_terbuka", Verdict::Accept(Score::Partly)).await, Err(Refusal::Forbidden), "it is about them");
        judge(&world, &siti, campaign, "pagar_terbuka", Verdict::Accept(Score::Missing)).await.unwrap();
        siti.does(UndoVerdict { of: finding(&world, campaign, "pagar_terbuka").await }).await.unwrap();
        assert_eq!(judge(&world, &gede, campaign, "pagar_terbuka", Verdict::Accept(Score::Met)).await, Err(Refusal::Forbidden), "still about them");
        judge(&world, &siti, campaign, "pagar_terbuka", Verdict::Accept(Score::Partly)).await.unwrap();
        let seen = answer(&world, campaign, "pagar_terbuka").await.version;
        assert_eq!(hadi.does(object(seen, &both)).await, refused(Code::NotReturned), "the second word stands");
    }

    async fn who_moves_into_the_kecamatan_judges_no_more_and_the_office_is_given_on(world: World) {
        let (campaign, [gede, siti]) = open(&world).await;
        answer_all(&world, campaign, Score::Met).await;
        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        let there = DeclareHome { home: world.tamansari() };
        let first = Err(Refusal::Invalid(Problems::one("desa", ProblemCode::ReviewsThere)));
        assert_eq!(gede.does(there.clone()).await, first, "it is given to somebody else before");
        let reviewers = accounts(&[&gede, &siti]);
        let give = |to: AccountId| ReassignOffice { campaign, office: world.tamansari(), to, reviewers: reviewers.clone() };
        let wayan = admin(&world);
        assert_eq!(siti.does(give(siti.id())).await, Err(Refusal::Forbidden), "nobody takes an office");
        wayan.does(give(siti.id())).await.unwrap();
        gede.does(there).await.expect("they have nothing there any more");
        assert_eq!(judge(&world, &gede, campaign, "wifi", Verdict::Accept(Score::Met)).await, Err(Refusal::Forbidden));
        assert_eq!(wayan.does(give(gede.id())).await, refused(Code::NobodyReviews));
        judge(&world, &siti, campaign, "wifi", Verdict::Accept(Score::Met)).await.unwrap();
    }

    async fn results_are_public_when_all_is_judged_and_a_correction_is_a_revision(world: World) {
        let (campaign, [gede, _]) = open(&world).await;
        let (hadi, wayan) = (world.head("Hadi"), admin(&world));
        answer_all(&world, campaign, Score::Met).await;
        hadi.does(SubmitAssessment { campaign }).await.unwrap();
        let (lock, publish) = (LockCampaign { id: campaign }, PublishCampaign { id: campaign });
        assert_eq!(wayan.does(publish.clone()).await, refused(Code::CampaignClosed), "it is not locked");
        wayan.does(lock.clone()).await.unwrap();
        assert_eq!(wayan.does(lock).await, refused(Code::CampaignClosed));
        assert_eq!(wayan.does(publish.clone()).await, refused(Code::ReviewOpen));
        accept_all(&world, &gede, campaign, Score::Met).await;
        gede.does(VisitItem { of: finding(&world, campaign, "toilet").await, value: Score::Missing }).await.unwrap();
        assert_eq!(store::public_seats(&world.db, campaign).await.unwrap(), [], "nobody reads it yet");
        let here = world.tamansari();
        assert_eq!(store::public_result(&world.db, campaign, here).await, Err(Refusal::NotFound), "nor its reasons");
        assert_eq!(gede.does(publish.clone()).await, Err(Refusal::Forbidden));
        wayan.does(publish).await.unwrap();
        let [seat] = &store::public_seats(&world.db, campaign).await.unwrap()[..] else { panic!("one office") };
        assert_eq!((seat.points, seat.class, seat.passed, seat.revision), (24, Class::Maju, false, 0));
        assert_eq!(store::public_result(&world.db, campaign, here).await.map(|shown| shown.len()), Ok(13));

        let of = finding(&world, campaign, "toilet").await;
        assert_eq!(gede.does(UndoVerdict { of: of.clone() }).await, refused(Code::CampaignClosed), "it is public");
        assert_eq!(gede.does(ReviseVerdict { of: of.clone(), value: Score::Met }).await, Err(Refusal::StepUp));
        let gede = gede.stepped_up();
        gede.does(ReviseVerdict { of, value: Score::Met }).await.unwrap();
        let [seat] = &store::public_seats(&world.db, campaign).await.unwrap()[..] else { panic!("one office") };
        assert_eq!((seat.points, seat.passed, seat.revision), (26, true, 1));
        assert_eq!(world.record().await.last(), Some(&(ActName::ReviseVerdict, Some(gede.id()))));
    }

    async fn a_phone_that_was_offline_is_told_that_the_time_is_over(world: World) {
        let (campaign, [gede, _]) = open(&world).await;
        let (rini, hadi) = (world.officer("Rini"), world.head("Hadi"));
        answer_all(&world, campaign, Score::Met).await;
        world.clock.forward(31 * 86_400);
        assert!(closes(&world) > answers_close(&world).await);
        let seen = answer(&world, campaign, "wifi").await.version;
        assert_eq!(rini.does(keep(campaign, "wifi", seen, Score::Partly)).await, refused(Code::CampaignClosed));
        assert_eq!(rini.does(photo(&world, campaign, "wifi", "telat")).await, refused(Code::CampaignClosed));
        assert_eq!(hadi.does(SubmitAssessment { campaign }).await, refused(Code::CampaignClosed));
        world.clock.forward(-31 * 86_400);
        hadi.does(SubmitAssessment { campaign }).await.unwrap();
        judge(&world, &gede, campaign, "wifi", Verdict::Return).await.unwrap();
        world.clock.forward(31 * 86_400);
        let seen = answer(&world, campaign, "wifi").await.version;
        rini.does(keep(campaign, "wifi", seen, Score::Partly)).await.expect("a returned item is mended after the last day");
        admin(&world).does(LockCampaign { id: campaign }).await.unwrap();
        assert_eq!(hadi.does(SubmitAssessment { campaign }).await, refused(Code::CampaignClosed));
        let again = judge(&world, &gede, campaign, "toilet", Verdict::Return).await;
        assert_eq!(again, refused(Code::CampaignClosed), "the office could not mend it any more");
        assert_eq!(answers(&world, campaign).await.answer("wifi").unwrap().claim, Some(Score::Partly));
    }
}

async fn answers_close(world: &World) -> crate::domain::Day {
    store::campaigns(&world.db).await.expect("campaigns")[0].closes
}
