//! Who hears the objections of an office: of nothing else, and always somebody.

use super::helpers::{accounts, admin, answer, answer_all, desk, finding, judge, keep, open, reviewer, standing};
use crate::access::{Code, Refusal};
use crate::domain::CampaignId;
use crate::features::compliance::acts::{
    DeclareHome, LockCampaign, ObjectToVerdict, PublishCampaign, ReassignOffice, ReviseVerdict, SubmitAssessment, UndoVerdict, VisitItem,
};
use crate::features::compliance::review::read::visit;
use crate::features::compliance::{Instrument, Score, Stage, Verdict};
use crate::server::testing::{Person, World, on_both_databases};

/// Every item is handed in, Gede has found this one to be met in part, and the head objects.
async fn objected(world: &World, item: &str) -> (CampaignId, [Person; 2]) {
    let (campaign, reviewers) = open(world).await;
    answer_all(world, campaign, Score::Met).await;
    world.head("Hadi").does(SubmitAssessment { campaign }).await.expect("it is handed in");
    judge(world, &reviewers[0], campaign, item, Verdict::Accept(Score::Partly)).await.expect("a verdict");
    object(world, campaign, item, &reviewers).await;
    (campaign, reviewers)
}

async fn object(world: &World, campaign: CampaignId, item: &str, [gede, siti]: &[Person; 2]) {
    let seen = answer(world, campaign, item).await.version;
    let act = ObjectToVerdict { campaign, item: item.into(), seen, reason: "Foto malam jelas.".into(), reviewers: accounts(&[gede, siti]) };
    world.head("Hadi").does(act).await.expect("an objection");
}

const PARTLY: Verdict = Verdict::Accept(Score::Partly);

on_both_databases! {
    async fn whoever_hears_objections_judges_visits_and_takes_back_nothing_else_of_the_office(world: World) {
        let (campaign, [gede, siti]) = objected(&world, "wifi").await;
        judge(&world, &gede, campaign, "toilet", Verdict::Accept(Score::Met)).await.unwrap();
        for item in Instrument::seeded().asked().filter(|item| item.code != "wifi") {
            for verdict in [PARTLY, Verdict::Return] {
                assert_eq!(judge(&world, &siti, campaign, &item.code, verdict).await, Err(Refusal::Forbidden), "{}", item.code);
            }
            let of = || finding(&world, campaign, &item.code);
            assert_eq!(siti.does(UndoVerdict { of: of().await }).await, Err(Refusal::Forbidden), "{}", item.code);
            assert_eq!(siti.does(VisitItem { of: of().await, value: Score::Missing }).await, Err(Refusal::Forbidden), "{}", item.code);
        }
        assert_eq!((standing(&world, campaign).await.waiting, standing(&world, campaign).await.accepted), (12, 1));

        judge(&world, &siti, campaign, "wifi", Verdict::Return).await.expect("what the office objects to");
        let seen = answer(&world, campaign, "wifi").await.version;
        world.officer("Rini").does(keep(campaign, "wifi", seen, Score::Met)).await.unwrap();
        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        assert_eq!(judge(&world, &siti, campaign, "wifi", PARTLY).await, Err(Refusal::Forbidden), "it is another answer now");
        judge(&world, &gede, campaign, "wifi", PARTLY).await.unwrap();
        let page = visit(&desk(&world, &siti), "tamansari-licin", "", "").await.unwrap();
        let forms: Vec<&str> = page.rows.iter().filter(|row| row.form.is_some()).map(|row| row.item.as_str()).collect();
        assert_eq!(forms, ["wifi"], "no other form is drawn for them");
        let of = finding(&world, campaign, "wifi").await;
        gede.does(VisitItem { of, value: Score::Missing }).await.expect("it was handed in anew, and is theirs again");
    }

    async fn what_was_heard_of_an_objection_is_not_for_the_one_whom_it_was_against(world: World) {
        let (campaign, [gede, siti]) = objected(&world, "wifi").await;
        judge(&world, &siti, campaign, "wifi", Verdict::Accept(Score::Met)).await.unwrap();
        judge(&world, &gede, campaign, "toilet", PARTLY).await.unwrap();
        let sees = async |who: &Person, item: &str| {
            let of = finding(&world, campaign, item).await;
            who.does(VisitItem { of, value: Score::Missing }).await
        };
        assert_eq!(sees(&gede, "wifi").await, Err(Refusal::Forbidden));
        let forms = async |who: &Person| {
            let page = visit(&desk(&world, who), "tamansari-licin", "", "").await.unwrap();
            page.rows.iter().filter(|row| row.form.is_some()).map(|row| row.item.clone()).collect::<Vec<_>>()
        };
        assert_eq!((forms(&gede).await, forms(&siti).await), (vec!["toilet".to_owned()], vec!["wifi".to_owned()]));
        sees(&gede, "toilet").await.expect("of what nobody objected to");
        sees(&siti, "wifi").await.expect("of what they have heard");

        // Everything is judged, and everybody reads it.
        for item in Instrument::seeded().asked().filter(|item| !["wifi", "toilet"].contains(&item.code.as_str())) {
            judge(&world, &gede, campaign, &item.code, PARTLY).await.unwrap();
        }
        let wayan = admin(&world);
        wayan.does(LockCampaign { id: campaign }).await.unwrap();
        wayan.does(PublishCampaign { id: campaign }).await.unwrap();
        let corrects = async |who: &Person, item: &str| {
            let of = finding(&world, campaign, item).await;
            who.clone().stepped_up().does(ReviseVerdict { of, value: Score::Partly }).await
        };
        assert_eq!(corrects(&gede, "wifi").await, Err(Refusal::Forbidden));
        corrects(&siti, "wifi").await.expect("theirs to correct");
    }

    async fn an_objection_is_heard_to_whomever_the_office_is_given(world: World) {
        let (campaign, both) = objected(&world, "wifi").await;
        let ([gede, siti], wayan) = (&both, admin(&world));
        let give = |to: &Person, present: &[&Person]| ReassignOffice {
            campaign,
            office: world.tamansari(),
            to: to.id(),
            reviewers: accounts(present),
        };
        let alone = wayan.does(give(gede, &[gede])).await;
        assert_eq!(alone, Err(Refusal::Conflict(Code::NobodyReviews)), "nobody else is left to hear what is said of them");
        let seat = standing(&world, campaign).await;
        assert_eq!((seat.reviewer, seat.second), (gede.id(), Some(siti.id())), "and nothing has changed");

        // Whoever heard the objections reviews the office from now on: the other one hears those against them.
        wayan.does(give(siti, &[gede, siti])).await.unwrap();
        let seat = standing(&world, campaign).await;
        assert_eq!((seat.reviewer, seat.second), (siti.id(), Some(gede.id())));
        judge(&world, siti, campaign, "toilet", PARTLY).await.unwrap();
        object(&world, campaign, "toilet", &both).await;
        assert_eq!(judge(&world, siti, campaign, "toilet", PARTLY).await, Err(Refusal::Forbidden), "it is about them");
        assert_eq!(judge(&world, gede, campaign, "wifi", PARTLY).await, Err(Refusal::Forbidden), "as before");

        // And back again, with one objection against each of them.
        wayan.does(give(gede, &[gede, siti])).await.unwrap();
        for (item, about, hears) in [("wifi", gede, siti), ("toilet", siti, gede)] {
            assert_eq!(judge(&world, about, campaign, item, PARTLY).await, Err(Refusal::Forbidden), "{item}");
            judge(&world, hears, campaign, item, PARTLY).await.expect("somebody hears it");
            assert!(matches!(answer(&world, campaign, item).await.stage, Stage::Accepted { by, .. } if by == hears.id()));
        }
        assert_eq!(standing(&world, campaign).await.waiting, 11, "nothing is stuck");
    }

    async fn who_hears_objections_and_has_gone_is_replaced_when_the_office_is_given_anew(world: World) {
        let (campaign, [gede, siti]) = objected(&world, "wifi").await;
        let made = reviewer(&world, "Made");
        made.does(DeclareHome { home: world.kampungbaru() }).await.unwrap();
        let anew = |present: &[&Person]| ReassignOffice { campaign, office: world.tamansari(), to: gede.id(), reviewers: accounts(present) };
        admin(&world).does(anew(&[&gede, &siti, &made])).await.unwrap();
        assert_eq!(standing(&world, campaign).await.second, Some(siti.id()), "as long as they may, it stays theirs");
        admin(&world).does(anew(&[&gede, &made])).await.unwrap();
        assert_eq!(standing(&world, campaign).await.second, Some(made.id()));
        judge(&world, &made, campaign, "wifi", PARTLY).await.unwrap();
    }
}
