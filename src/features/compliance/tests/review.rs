//! What a reviewer is shown: their queue, an item, and what they can do with it.

use super::helpers::{
    accept, accept_all, accounts, admin, answer, answer_all, answers, desk, finding, hand_in, judge, neighbours, open, opening, photo,
    reviewer, reviewers, standing, worker,
};
use crate::access::{Refusal, Role};
use crate::domain::CampaignId;
use crate::features::compliance::acts::{DeclareHome, LockCampaign, ObjectToVerdict, PublishCampaign, SubmitAssessment, VisitItem};
use crate::features::compliance::review::read::{item, next_item, queue, visit};
use crate::features::compliance::review::{QueueView, ReviewView, VerdictForm};
use crate::features::compliance::{Score, Verdict};
use crate::features::offices::gazetteer;
use crate::server::testing::{Person, World, on_both_databases};

const DAY: i64 = 86_400;

async fn queue_of(world: &World, person: &Person) -> QueueView {
    queue(&desk(world, person), "", "").await.expect("a queue")
}

async fn page(world: &World, person: &Person, code: &str) -> ReviewView {
    let code = Some(code).filter(|code| !code.is_empty());
    item(&desk(world, person), "tamansari-licin", code, "", "").await.expect("a page")
}

fn waits(view: &QueueView) -> Vec<(&str, &str)> {
    view.waiting.iter().map(|row| (row.way.words.as_str(), row.waits.as_str())).collect()
}

/// Tamansari has said that every item is met, and its head has handed it in.
async fn handed_in(world: &World) -> (CampaignId, [Person; 2]) {
    let (campaign, reviewers) = open(world).await;
    answer_all(world, campaign, Score::Met).await;
    world.head("Hadi").does(SubmitAssessment { campaign }).await.expect("it is handed in");
    (campaign, reviewers)
}

async fn object(world: &World, campaign: CampaignId, code: &str, reviewers: &[Person; 2]) {
    let seen = answer(world, campaign, code).await.version;
    let reviewers = accounts(&[&reviewers[0], &reviewers[1]]);
    let act = ObjectToVerdict { campaign, item: code.into(), seen, reason: "Foto malam jelas.".into(), reviewers };
    world.head("Hadi").does(act).await.expect("an objection");
}

on_both_databases! {
    async fn a_queue_is_a_reviewer_s_and_begins_with_where_they_live(world: World) {
        let (_, [gede, _]) = open(&world).await;
        assert_eq!(queue(&desk(&world, &admin(&world)), "", "").await.map(drop), Err(Refusal::Forbidden));
        assert_eq!(queue(&desk(&world, &gede), "bukan-kampanye", "").await.map(drop), Err(Refusal::NotFound));
        let made = queue_of(&world, &reviewer(&world, "Made")).await;
        assert_eq!((made.home.declared, made.home.choices.len(), made.waiting.len() + made.others.len()), (None, 217, 0));
        let view = queue_of(&world, &gede).await;
        assert_eq!(view.home.declared, Some(gazetteer().by_code(world.kampungbaru()).unwrap().full_name()));
        assert_eq!((view.waiting.len(), view.others.len()), (0, 1));
    }

    async fn what_has_waited_longest_stands_first(world: World) {
        let gede = reviewer(&world, "Gede");
        gede.does(DeclareHome { home: world.kampungbaru() }).await.unwrap();
        let offices = &neighbours(&world)[..3];
        let campaign = admin(&world).does(opening(&world, offices, &[&gede])).await.unwrap();
        hand_in(&world, campaign, offices[1]).await;
        world.clock.forward(DAY);
        hand_in(&world, campaign, offices[0]).await;
        let named = |at: usize| gazetteer().full_title(offices[at]);
        let [first, second] = [named(1), named(0)];
        let view = queue_of(&world, &gede).await;
        assert_eq!(waits(&view), [(&first[..], "13 butir menunggu 1 hari"), (&second[..], "13 butir menunggu sejak hari ini")]);
        assert_eq!(view.others.iter().map(|row| row.way.words.clone()).collect::<Vec<_>>(), [named(2)]);
        accept(&gede, campaign, offices[1], "wifi", Score::Met).await;
        accept(&gede, campaign, offices[1], "ruang_baca", Score::Partly).await;
        let view = queue_of(&world, &gede).await;
        assert_eq!(waits(&view)[0].1, "11 butir menunggu 1 hari");
        assert_eq!(view.waiting[0].progress, "1 terpenuhi, 1 sebagian, 11 belum ditelaah");
        assert_eq!(view.waiting[0].petak.concat(), "21-----------");

    }

    async fn a_high_risk_stands_above_what_has_waited_longer_and_says_why(world: World) {
        let gede = reviewer(&world, "Gede");
        gede.does(DeclareHome { home: world.kampungbaru() }).await.unwrap();
        let offices = &neighbours(&world)[..3];
        let campaign = admin(&world).does(opening(&world, offices, &[&gede])).await.unwrap();
        for office in [offices[2], offices[1]] {
            hand_in(&world, campaign, office).await;
            world.clock.forward(DAY);
        }
        for name in ["satu", "dua", "tiga"] {
            let mut doubtful = photo(&world, campaign, "wifi", name);
            doubtful.photo.stored.office = offices[0].number();
            worker(&world, Role::Operator, offices[0]).does(doubtful).await.unwrap();
        }
        hand_in(&world, campaign, offices[0]).await;
        let view = queue_of(&world, &gede).await;
        let rows: Vec<(&str, &str)> = view.waiting.iter().map(|row| (row.way.words.as_str(), row.marks[0].words.as_str())).collect();
        let named = |at: usize| gazetteer().full_title(offices[at]);
        let first = "Risiko sedang: kampanye pertamanya";
        let [risky, oldest, newer] = [named(0), named(2), named(1)];
        assert_eq!(rows, [(&risky[..], "Risiko tinggi: 3 foto diragukan, kampanye pertamanya"), (&oldest[..], first), (&newer[..], first)]);
        assert_eq!(view.counts[0].to, view.waiting[0].way.to, "and that is where one begins");
        // Whoever has answered before is known.
        let next = admin(&world).does(opening(&world, &offices[1..], &[&gede])).await.unwrap();
        hand_in(&world, next, offices[1]).await;
        let view = queue(&desk(&world, &gede), &next.to_string(), "").await.unwrap();
        assert!(view.waiting[0].marks.is_empty(), "{:?}", view.waiting[0].marks);
    }

    async fn the_next_item_follows_and_comes_round(world: World) {
        let (campaign, [gede, siti]) = handed_in(&world).await;
        let next = async |after: &str| {
            let (assessment, seat) = (answers(&world, campaign).await, standing(&world, campaign).await);
            next_item(&assessment, &seat, gede.id(), after).map(str::to_owned)
        };
        assert_eq!(next("").await.as_deref(), Some("wifi"));
        judge(&world, &gede, campaign, "wifi", Verdict::Accept(Score::Met)).await.unwrap();
        judge(&world, &gede, campaign, "toilet", Verdict::Return).await.unwrap();
        assert_eq!(next("wifi").await.as_deref(), Some("ruang_baca"));
        let last = answers(&world, campaign).await.answers.last().unwrap().item.clone();
        assert_eq!(next(&last).await.as_deref(), Some("ruang_baca"), "it comes round");
        let view = page(&world, &gede, "").await;
        assert!(view.item.title.starts_with("2. "), "the first that waits: {}", view.item.title);
        assert_eq!(view.progress, ("1 dari 13 butir ditelaah".to_owned(), 1, 13));
        accept_rest(&world, &gede, campaign).await;
        assert_eq!(next("wifi").await, None);
        let (assessment, seat) = (answers(&world, campaign).await, standing(&world, campaign).await);
        assert_eq!(next_item(&assessment, &seat, siti.id(), ""), None);
    }

    async fn only_who_can_do_it_is_shown_a_form(world: World) {
        let (campaign, [gede, siti]) = handed_in(&world).await;
        let wayan = admin(&world);
        assert!(matches!(page(&world, &gede, "wifi").await.item.form, Some(VerdictForm::Judge(_))));
        for reader in [&siti, &wayan] {
            let view = page(&world, reader, "wifi").await;
            assert_eq!((view.item.form, view.items.len(), view.ways.len()), (None, 13, 0));
        }
        judge(&world, &gede, campaign, "wifi", Verdict::Accept(Score::Partly)).await.unwrap();
        let view = page(&world, &gede, "wifi").await;
        assert!(matches!(view.item.form, Some(VerdictForm::Undo(_))));
        assert_eq!((view.item.mark.words.as_str(), view.item.reason.as_str()), ("Sebagian", "Terlihat di foto."));
        assert_eq!(view.item.claim.map(|claim| claim.words), Some("Terpenuhi".to_owned()), "the office's own value stays");
        assert_eq!(page(&world, &siti, "wifi").await.item.form, None);

        let at = |person: &Person| (desk(&world, person), "tamansari-licin");
        let visited = |view: crate::features::compliance::review::VisitView| {
            view.rows.iter().filter(|row| row.form.is_some()).map(|row| row.item.clone()).collect::<Vec<_>>()
        };
        let (looking, slug) = at(&gede);
        let view = visit(&looking, slug, "", "").await.unwrap();
        assert_eq!(view.rows[0].item, "toilet");
        assert_eq!(visited(view), ["wifi"], "what was accepted can be seen again");
        let (looking, slug) = at(&wayan);
        assert_eq!(visited(visit(&looking, slug, "", "").await.unwrap()), Vec::<String>::new());
        gede.does(VisitItem { of: finding(&world, campaign, "wifi").await, value: Score::Missing }).await.unwrap();
        let view = page(&world, &gede, "wifi").await;
        assert_eq!(view.item.mark.words, "Tidak");
        assert!(matches!(view.item.form, Some(VerdictForm::Undo(_))), "a visit is taken back as a verdict is");
        assert!(view.item.history[0].what.starts_with("Kunjungan"));
        assert_eq!(item(&desk(&world, &gede), "tamansari-licin", Some("kolam"), "", "").await.map(drop), Err(Refusal::NotFound));
        assert_eq!(item(&desk(&world, &gede), "sobo", Some("wifi"), "", "").await.map(drop), Err(Refusal::NotFound));
    }

    async fn an_objection_waits_for_the_second_reviewer_alone(world: World) {
        let (campaign, both) = handed_in(&world).await;
        let [gede, siti] = &both;
        judge(&world, gede, campaign, "wifi", Verdict::Accept(Score::Partly)).await.unwrap();
        object(&world, campaign, "wifi", &both).await;
        let (first, second) = (queue_of(&world, gede).await, queue_of(&world, siti).await);
        assert_eq!(waits(&first)[0].1, "12 butir menunggu sejak hari ini", "all but what is about them");
        assert_eq!(waits(&second)[0].1, "1 butir menunggu sejak hari ini");
        assert_eq!(second.waiting[0].marks[0].words, "Hanya keberatan");
        assert!(first.waiting[0].marks.iter().all(|mark| mark.words != "Hanya keberatan"));
        assert!(matches!(page(&world, siti, "").await.item.form, Some(VerdictForm::Judge(_))), "they are led to it");
        assert!(page(&world, siti, "").await.item.title.starts_with("1. "));
        assert_eq!(page(&world, siti, "toilet").await.item.form, None, "the rest is the first reviewer's");
        assert_eq!(page(&world, gede, "wifi").await.item.form, None);
    }

    async fn after_its_publication_a_value_is_corrected_with_a_fresh_factor(world: World) {
        let (campaign, [gede, siti]) = handed_in(&world).await;
        let wayan = admin(&world);
        accept_all(&world, &gede, campaign, Score::Met).await;
        wayan.does(LockCampaign { id: campaign }).await.unwrap();
        wayan.does(PublishCampaign { id: campaign }).await.unwrap();
        assert!(matches!(page(&world, &gede, "wifi").await.item.form, Some(VerdictForm::ShowFactor(to, _)) if to.starts_with("/masuk/kode?lanjut=%2Fbpm")));
        assert!(matches!(page(&world, &gede.clone().stepped_up(), "wifi").await.item.form, Some(VerdictForm::Revise(_))));
        assert_eq!(page(&world, &siti.stepped_up(), "wifi").await.item.form, None);
        assert_eq!(page(&world, &wayan, "wifi").await.item.form, None);
    }

    async fn neighbours_and_the_period_before_are_there_to_compare(world: World) {
        let [gede, siti] = reviewers(&world).await;
        let made = reviewer(&world, "Made");
        made.does(DeclareHome { home: world.tamansari() }).await.unwrap();
        let near = neighbours(&world);
        let offices: Vec<_> = [world.tamansari(), world.kampungbaru()].into_iter().chain(near[..4].iter().copied()).collect();
        let wayan = admin(&world);
        let campaign = wayan.does(opening(&world, &offices, &[&gede, &made])).await.unwrap();
        for office in &offices {
            hand_in(&world, campaign, *office).await;
        }
        accept(&made, campaign, world.kampungbaru(), "wifi", Score::Met).await;
        assert_eq!(page(&world, &gede, "wifi").await.item.neighbours, [], "another kecamatan is no neighbour");
        for office in &near[..4] {
            accept(&gede, campaign, *office, "wifi", Score::Partly).await;
        }
        accept(&gede, campaign, world.tamansari(), "wifi", Score::Met).await;
        let view = page(&world, &gede, "wifi").await;
        let named = |office| gazetteer().full_title(office);
        assert_eq!(view.item.neighbours.iter().map(|other| other.name.clone()).collect::<Vec<_>>(), near[..3].iter().copied().map(named).collect::<Vec<_>>());
        assert!(view.item.neighbours.iter().all(|other| other.mark.words == "Sebagian"));
        assert_eq!(page(&world, &gede, "toilet").await.item.neighbours, []);
        assert_eq!(view.item.before, None);

        world.clock.forward(DAY);
        let next = wayan.does(opening(&world, &[world.tamansari()], &[&siti])).await.unwrap();
        let view = page(&world, &siti, "wifi").await;
        assert_eq!(view.item.before, Some(("Semester 2 tahun 2026".to_owned(), "Terpenuhi (2): Terlihat di foto.".to_owned())));
        assert_eq!(view.item.mark.words, "Belum diajukan");
        let older = item(&desk(&world, &gede), "tamansari-licin", Some("wifi"), &campaign.to_string(), "").await.unwrap();
        assert_eq!((older.item.mark.words.as_str(), older.item.before), ("Terpenuhi", None));
        let tabs = queue_of(&world, &gede).await.tabs;
        assert_eq!(tabs.iter().map(|(_, here)| *here).collect::<Vec<_>>(), [true, false], "both are to be reviewed");
        assert!(tabs[0].0.to.ends_with(&next.to_string()));
    }
}

/// Every item that still waits is met.
async fn accept_rest(world: &World, by: &Person, campaign: CampaignId) {
    for waiting in answers(world, campaign).await.answers.iter().filter(|answer| answer.waits()) {
        judge(world, by, campaign, &waiting.item, Verdict::Accept(Score::Met)).await.expect("a verdict");
    }
}
