//! What the first pages say of the review: refusals and silence first.

use super::helpers::{admin, answer, answer_all, closes, desk, hand_in, judge, keep, neighbours, open, opening, reviewer, reviewers};
use crate::domain::{CampaignId, Day, Lang, OfficeCode, Version};
use crate::features::compliance::acts::{DeclareHome, LockCampaign, PublishCampaign, SubmitAssessment};
use crate::features::compliance::review::read::queue;
use crate::features::compliance::{Instrument, Score, Verdict, counts_of_office, counts_of_regency};
use crate::server::testing::{Person, World, on_both_databases};
use crate::ui::CountView;

fn said(counts: &[CountView]) -> Vec<(&str, &str, &str)> {
    counts.iter().map(|count| (count.figure.as_str(), count.what.as_str(), count.more.as_str())).collect()
}

async fn of(world: &World, office: OfficeCode, today: Day) -> (Vec<CountView>, u32) {
    counts_of_office(&world.db, office, today).await.expect("counts")
}

fn today(world: &World) -> Day {
    closes(world).plus_days(-30)
}

async fn of_reviewer(world: &World, person: &Person) -> Vec<CountView> {
    queue(&desk(world, person), "", "").await.expect("a queue").counts
}

fn figures(counts: &[CountView]) -> Vec<&str> {
    counts.iter().map(|count| count.figure.as_str()).collect()
}

async fn publish(world: &World, by: &Person, id: CampaignId) {
    admin(world).does(LockCampaign { id }).await.expect("it is locked");
    for item in Instrument::seeded().asked() {
        let _ = judge(world, by, id, &item.code, Verdict::Accept(Score::Met)).await;
    }
    admin(world).does(PublishCampaign { id }).await.expect("it is public");
}

on_both_databases! {
    async fn an_office_is_told_what_it_has_to_answer_and_until_when(world: World) {
        let day = today(&world);
        assert_eq!(of(&world, world.tamansari(), day).await, (Vec::new(), 0), "there is no campaign");
        let (campaign, [gede, _]) = open(&world).await;
        assert_eq!(of(&world, world.kampungbaru(), day).await, (Vec::new(), 0), "an office that is not in it");

        let last = closes(&world).in_words(Lang::Id);
        let until = ["Sampai ", &last].concat();
        let (counts, _) = of(&world, world.tamansari(), day).await;
        assert_eq!(said(&counts), [("13", "Butir belum dijawab", "Dari 13 butir kepatuhan"), ("30", "Hari lagi mengajukan", &until)]);
        world.officer("Rini").does(keep(campaign, "wifi", Version::FIRST, Score::Met)).await.unwrap();
        let (counts, _) = of(&world, world.tamansari(), closes(&world).plus_days(-3)).await;
        assert_eq!((figures(&counts), counts[1].who.as_deref()), (vec!["12", "3"], Some("stop")));
        answer_all(&world, campaign, Score::Met).await;
        let (counts, _) = of(&world, world.tamansari(), closes(&world)).await;
        assert_eq!((counts[0].more.as_str(), counts[1].more.as_str()), ("Periksa buktinya, lalu ajukan", "Hari ini hari terakhir"));
        let (counts, _) = of(&world, world.tamansari(), closes(&world).plus_days(1)).await;
        assert_eq!((counts[1].figure.as_str(), &counts[1].more), ("0", &["Lewat sejak ", &last].concat()));

        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        assert_eq!(of(&world, world.tamansari(), day).await, (Vec::new(), 0), "it is with the reviewer");
        judge(&world, &gede, campaign, "wifi", Verdict::Return).await.unwrap();
        let (counts, returned) = of(&world, world.tamansari(), closes(&world).plus_days(1)).await;
        assert_eq!(said(&counts), [("1", "Butir dikembalikan", "Perlu bukti lagi"), ("0", "Hari lagi mengajukan", "Perbaikan masih diterima")]);
        assert_eq!(returned, 1);
        admin(&world).does(LockCampaign { id: campaign }).await.unwrap();
        assert_eq!(of(&world, world.tamansari(), day).await, (Vec::new(), 0), "nothing can be changed any more");
    }

    async fn the_newest_campaign_counts_and_never_another_office_s(world: World) {
        let (first, [gede, siti]) = open(&world).await;
        answer_all(&world, first, Score::Met).await;
        world.head("Hadi").does(SubmitAssessment { campaign: first }).await.unwrap();
        let near = neighbours(&world)[0];
        let people: [&Person; 2] = [&gede, &siti];
        world.clock.forward(86_400);
        let second = admin(&world).does(opening(&world, &[world.tamansari(), near], &people)).await.unwrap();
        hand_in(&world, second, near).await;
        let (counts, _) = of(&world, world.tamansari(), today(&world)).await;
        assert_eq!(counts[0].figure, "13", "of the second campaign");
        assert_eq!(of(&world, near, today(&world)).await, (Vec::new(), 0));
        assert!(answer(&world, first, "wifi").await.claim.is_some());
    }

    async fn a_reviewer_counts_their_own_and_the_regency_all(world: World) {
        assert_eq!(counts_of_regency(&world.db, today(&world)).await, Ok(Vec::new()));
        let [gede, siti] = reviewers(&world).await;
        let made = reviewer(&world, "Made");
        made.does(DeclareHome { home: world.tamansari() }).await.unwrap();
        let near = neighbours(&world);
        let offices = [world.tamansari(), near[0], near[1]];
        let campaign = admin(&world).does(opening(&world, &offices, &[&gede, &siti, &made])).await.unwrap();
        answer_all(&world, campaign, Score::Met).await;
        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        judge(&world, &gede, campaign, "wifi", Verdict::Return).await.unwrap();

        assert_eq!(figures(&of_reviewer(&world, &gede).await), ["12", "1", "1", "30"]);
        assert_eq!(figures(&of_reviewer(&world, &siti).await), ["0", "0", "0", "30"]);
        assert_eq!(of_reviewer(&world, &reviewer(&world, "Agung")).await, Vec::new(), "who has not said where they live has no queue");
        let counts = counts_of_regency(&world.db, today(&world)).await.unwrap();
        assert_eq!(
            said(&counts)[..2],
            [("12", "Butir menunggu pemeriksa", "Semester 2 tahun 2026"), ("2", "Kantor belum mengajukan", "Dari 3 kantor")]
        );
        for office in &near[..2] {
            hand_in(&world, campaign, *office).await;
        }
        assert_eq!(figures(&counts_of_regency(&world.db, today(&world)).await.unwrap()), ["38", "0", "30"]);
    }

    async fn what_is_public_waits_for_nobody(world: World) {
        let (campaign, [gede, _]) = open(&world).await;
        answer_all(&world, campaign, Score::Met).await;
        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        publish(&world, &gede, campaign).await;
        assert_eq!(of_reviewer(&world, &gede).await, Vec::new());
        assert_eq!(counts_of_regency(&world.db, today(&world)).await, Ok(Vec::new()));
        assert_eq!(of(&world, world.tamansari(), today(&world)).await, (Vec::new(), 0));
    }
}
