//! What the regency is shown of a campaign: the figures are those of the answers.

use super::helpers::{accept, admin, deny_all, desk, hand_in, keep, neighbours, opening, reviewer, worker};
use crate::access::{Actor, Refusal, Role};
use crate::domain::{CampaignId, OfficeCode, Version};
use crate::features::accounts;
use crate::features::compliance::acts::{DeclareHome, Finding, VisitItem};
use crate::features::compliance::campaigns::CampaignView;
use crate::features::compliance::campaigns::read::{campaign, campaigns};
use crate::features::compliance::{Assessment, Class, Instrument, Score, claims, doubtful, second_looks, store};
use crate::features::offices::gazetteer;
use crate::server::db::RegencyScope;
use crate::server::testing::{Person, World, on_both_databases};
use crate::ui::CountView;

async fn shown(world: &World, person: &Person, id: CampaignId, state: &str) -> CampaignView {
    campaign(&desk(world, person), &id.to_string(), state, "").await.expect("a page")
}

/// Five offices of Licin: all judged, partly judged, handed in, begun, untouched.
async fn five(world: &World) -> (CampaignId, Person, Vec<OfficeCode>) {
    let gede = reviewer(world, "Gede");
    gede.does(DeclareHome { home: world.kampungbaru() }).await.expect("a home");
    let offices = neighbours(world)[..5].to_vec();
    let id = admin(world).does(opening(world, &offices, &[&gede])).await.expect("it opens");
    for office in &offices[..3] {
        hand_in(world, id, *office).await;
    }
    for (at, item) in Instrument::seeded().asked().enumerate() {
        accept(&gede, id, offices[0], &item.code, Score::ALL[usize::from(at < 11) + usize::from(at < 9)]).await;
    }
    for item in ["wifi", "toilet"] {
        accept(&gede, id, offices[1], item, Score::Missing).await;
    }
    worker(world, Role::Operator, offices[3]).does(keep(id, "wifi", Version::FIRST, Score::Missing)).await.expect("an answer");
    (id, gede, offices)
}

async fn given(world: &World, by: &Person, id: CampaignId) -> Vec<(OfficeCode, Assessment)> {
    let scope = RegencyScope::open(&world.db, &by.actor).await.expect("the regency");
    store::assessments_in(&scope, id).await.expect("answers")
}

fn figures(tiles: &[CountView]) -> Vec<&str> {
    tiles.iter().map(|tile| tile.figure.as_str()).collect()
}

on_both_databases! {
    async fn the_figures_of_a_campaign_are_those_of_its_answers(world: World) {
        let (id, gede, offices) = five(&world).await;
        let view = shown(&world, &admin(&world), id, "").await;
        let (answers, seeded) = (given(&world, &gede, id).await, Instrument::seeded());
        assert_eq!(answers.len(), 4, "one has answered nothing");

        let judged = answers.iter().filter(|(_, given)| given.progress().accepted > 0);
        let judged: Vec<Class> = judged.map(|(_, given)| given.outcome(seeded).class).collect();
        let of = |class: Class| judged.iter().filter(|other| **other == class).count().to_string();
        let recount = [of(Class::Maju), of(Class::Berkembang), of(Class::Kurang), (offices.len() - judged.len()).to_string()];
        let settled: Vec<_> = answers.iter().filter(|(_, given)| given.is_settled()).collect();
        assert_eq!(figures(&view.classes)[..4], recount);
        let waiting = answers.iter().filter(|(_, given)| given.progress().waiting > 0).count();
        assert_eq!(figures(&view.progress), ["1", "1", &waiting.to_string(), &settled.len().to_string()]);

        assert_eq!(view.items.len(), 13);
        for item in seeded.asked() {
            let times = |score: Score| answers.iter().filter(|(_, given)| given.answer(&item.code).unwrap().accepted() == Some(score)).count() as u32;
            let line = view.items.iter().find(|line| line.name == item.name.id).unwrap();
            assert_eq!(line.counts, [Score::Met, Score::Partly, Score::Missing].map(times), "{}", item.code);
        }
        let share = |name: &str| view.items.iter().find(|line| line.name == seeded.item(name).unwrap().name.id).unwrap().share.clone();
        assert_eq!((share("wifi").as_str(), view.items[0].share.as_str()), ("50 %", "100 %"), "what fails most stands first");

        let accepted: u32 = answers.iter().map(|(_, given)| given.progress().accepted).sum();
        let waiting: u32 = answers.iter().map(|(_, given)| given.progress().waiting).sum();
        let [line] = &view.reviewers[..] else { panic!("one reviewer: {:?}", view.reviewers) };
        assert_eq!((line.offices, line.judged, line.waiting, line.shares.as_str()), (5, accepted, waiting, "60 %, 13 %, 27 %"));
        let both = || answers.iter().flat_map(|(_, given)| &given.answers).filter_map(|answer| Some((answer.claim?, answer.accepted()?)));
        let own = both().filter(|(claim, value)| claim == value).count() * 100 / both().count();
        assert_eq!((line.own.as_str(), own, line.again.as_str()), ("27 %", 26, "–"), "rounded, and nobody has looked again");
        assert!(view.agreement.starts_with("Belum ada putusan") && view.chart.contains("0 maju, 1 berkembang, 1 kurang, 3 belum dinilai"));
        let licin = &view.kecamatan[..];
        assert_eq!((licin.len(), licin[0].name.as_str(), licin[0].counts.iter().sum::<u32>()), (1, "Licin", 5));
        let late = view.late.unwrap();
        assert_eq!((late.offices.len(), late.who.as_str(), late.text.ends_with("30 hari lagi.")), (2, "office", true));
        let remind = late.remind.unwrap().to;
        assert!(remind.starts_with("https://wa.me/?text=Pengingat%20"), "{remind}");
        assert!(remind.contains("Belum%20mengajukan%3A%20Desa%20") && remind.contains("%20Masuk%20ke%20Smart%20Kampung"), "{remind}");
        assert_eq!(view.visits.len(), 1, "one in ten of three");
        assert!(view.visits[0].why.contains("kampanye pertamanya"), "{:?}", view.visits);
        assert_eq!(view.visits[0].way.words, gazetteer().full_title(offices[0]), "it says nothing is there, and nearly all was");
    }

    async fn what_a_visit_finds_is_weighed_against_the_verdict_from_the_desk(world: World) {
        let (id, gede, offices) = five(&world).await;
        let visit = |item: &str, value: Score| {
            let of = Finding { office: offices[1], campaign: id, item: item.into(), seen: Version(4), reason: "Dilihat di kantor.".into() };
            gede.does(VisitItem { of, value })
        };
        visit("wifi", Score::Missing).await.unwrap();
        visit("toilet", Score::Met).await.unwrap();
        let view = shown(&world, &gede, id, "").await;
        assert_eq!(view.reviewers[0].again, "1 dari 2");
        assert!(view.agreement.starts_with("2 putusan dilihat ulang") && view.agreement.ends_with("1 tetap sama (50 %)."), "{}", view.agreement);
        for (office, given) in given(&world, &gede, id).await {
            let seat = store::seat_known(&world.db, id, office).await.unwrap();
            assert_eq!((seat.claims, seat.doubts, seat.looks), (claims(&given), doubtful(&given), second_looks(&given)), "{office}");
        }
    }

    async fn the_table_shows_the_offices_of_one_state(world: World) {
        let (id, gede, offices) = five(&world).await;
        let rows = async |state: &str| {
            let view = shown(&world, &gede, id, state).await;
            view.rows.into_iter().map(|row| row.way.words).collect::<Vec<_>>()
        };
        let named = |at: std::ops::Range<usize>| offices[at].iter().map(|office| gazetteer().full_title(*office)).collect::<Vec<_>>();
        assert_eq!(rows("").await, named(0..5));
        assert_eq!(rows("selesai").await, named(0..1));
        assert_eq!(rows("menunggu").await, named(1..3));
        assert_eq!(rows("mengisi").await, named(3..4));
        assert_eq!(rows("belum").await, named(4..5));
        let view = shown(&world, &gede, id, "").await;
        assert_eq!(view.tabs.iter().map(|tab| tab.count).collect::<Vec<_>>(), [5, 1, 1, 2, 1]);
        assert_eq!((view.rows[0].petak.concat().as_str(), view.rows[0].result.is_empty()), ("2222222221100", false));
        assert_eq!((view.rows[1].progress.as_str(), view.rows[1].result.as_str()), ("2 dari 13", "0,00, Kurang"), "as everybody would read it");
        assert_eq!((view.rows[2].progress.as_str(), view.rows[2].result.as_str()), ("0 dari 13", ""));
        assert_eq!((view.step, view.give), (None, None), "a reviewer only reads it");
        let wayan = shown(&world, &admin(&world), id, "").await;
        assert_eq!(wayan.step.map(|step| (step.step_up, step.publishes)), Some((None, false)));
        assert_eq!(campaign(&desk(&world, &gede), "lain", "", "").await.map(drop), Err(Refusal::NotFound));
    }

    async fn an_office_whose_reviewer_is_gone_has_nobody_and_everybody_sees_it(world: World) {
        let (id, gede, _) = five(&world).await;
        // Nobody has given this reviewer a right that would be valid now.
        let view = shown(&world, &gede, id, "").await;
        assert_eq!(view.orphans.len(), 5);
        assert!(view.orphans[0].why.ends_with("tidak bertugas lagi"), "{:?}", view.orphans[0]);
    }

    async fn nobody_opens_a_campaign_before_reviewers_say_where_they_live(world: World) {
        let mut wayan = admin(&world);
        wayan.actor = Actor::new(accounts::testing::hat_of(&world, "Wayan Sudarma").await, true);
        let view = campaigns(&desk(&world, &wayan)).await.unwrap();
        let names: Vec<&str> = view.reviewers.iter().map(|(name, ..)| name.as_str()).collect();
        assert_eq!((names.len(), names.contains(&"Gede Artawan"), view.reviewers.iter().any(|(.., known)| *known)), (3, true, false));
        assert!(view.open.unwrap().nobody.is_some());
        for (name, home) in [("Gede Artawan", world.kampungbaru()), ("Siti Rahayu", world.tamansari())] {
            let actor = Actor::new(accounts::testing::hat_of(&world, name).await, false);
            world.db.perform(actor, world.db.fresh_key(), DeclareHome { home }).await.unwrap();
            let view = campaigns(&desk(&world, &wayan)).await.unwrap();
            let nobody = view.open.unwrap().nobody;
            assert_eq!(nobody.map(|note| note.text.contains(gazetteer().by_code(world.kampungbaru()).unwrap().name)), (name == "Gede Artawan").then_some(true), "{name}");
        }
        let reads = campaigns(&desk(&world, &reviewer(&world, "Gede"))).await.unwrap();
        assert_eq!(reads.open, None);
    }

    async fn what_is_begun_and_not_handed_in_is_late_after_the_last_day(world: World) {
        let (id, gede, offices) = five(&world).await;
        deny_all(&world, id, offices[4]).await;
        world.clock.forward(31 * 86_400);
        let late = shown(&world, &gede, id, "").await.late.unwrap();
        assert_eq!((late.who.as_str(), late.offices.len(), late.text.ends_with("lewat 1 hari.")), ("stop", 2, true));
    }
}
