//! Where reviewers live: no way leads from there to their own kecamatan.

use super::helpers::{REGENCY, accounts, admin, answer, answer_all, desk, judge, neighbours, open, opening, reviewer};
use crate::access::{ActName, Actor, Code, Refusal};
use crate::domain::OfficeCode;
use crate::features::accounts::testing::hat_of;
use crate::features::compliance::acts::{DeclareHome, LockCampaign, ObjectToVerdict, PublishCampaign, SubmitAssessment};
use crate::features::compliance::campaigns::read::campaigns;
use crate::features::compliance::{Instrument, Score, Verdict, store};
use crate::features::offices::gazetteer;
use crate::forms::{ProblemCode, Problems};
use crate::server::testing::{Person, World, on_both_databases};

async fn home_of(world: &World, person: &Person) -> Option<OfficeCode> {
    store::home_of(&world.db, &[person.id()]).await.expect("homes")[0].home
}

fn reviews_there<T>() -> Result<T, Refusal> {
    Err(Refusal::Invalid(Problems::one("desa", ProblemCode::ReviewsThere)))
}

on_both_databases! {
    async fn nobody_moves_to_where_they_have_an_office_until_it_is_somebody_else_s(world: World) {
        let (campaign, [gede, siti]) = open(&world).await;
        let near = neighbours(&world)[0];
        for home in [world.tamansari(), near] {
            assert_eq!(gede.does(DeclareHome { home }).await, reviews_there(), "the whole kecamatan");
        }
        assert_eq!(home_of(&world, &gede).await, Some(world.kampungbaru()), "nothing has changed");
        let said = async || store::moves(&world.db, &accounts(&[&gede])).await.unwrap().len();
        assert_eq!(said().await, 1, "and nothing is noted of it");
        let anywhere = gazetteer().all().iter().map(|office| office.code).find(|office| ![here(&world), world.kampungbaru().kecamatan()].contains(&office.kecamatan()));
        let elsewhere = anywhere.expect("a third kecamatan");
        gede.does(DeclareHome { home: elsewhere }).await.expect("they may move, but not there");
        gede.does(DeclareHome { home: elsewhere }).await.expect("the same again");
        assert_eq!((home_of(&world, &gede).await, said().await), (Some(elsewhere), 2), "is no change");

        // Who hears an objection has the office, too.
        siti.does(DeclareHome { home: elsewhere }).await.unwrap();
        answer_all(&world, campaign, Score::Met).await;
        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        judge(&world, &gede, campaign, "wifi", Verdict::Accept(Score::Partly)).await.unwrap();
        let (seen, reviewers) = (answer(&world, campaign, "wifi").await.version, accounts(&[&gede, &siti]));
        let object = ObjectToVerdict { campaign, item: "wifi".into(), seen, reason: "Foto jelas.".into(), reviewers };
        world.head("Hadi").does(object).await.unwrap();
        assert_eq!(siti.does(DeclareHome { home: near }).await, reviews_there());
        judge(&world, &siti, campaign, "wifi", Verdict::Accept(Score::Partly)).await.unwrap();

        // What is public is nobody's any more.
        for item in Instrument::seeded().asked().filter(|item| item.code != "wifi") {
            judge(&world, &gede, campaign, &item.code, Verdict::Accept(Score::Met)).await.unwrap();
        }
        admin(&world).does(LockCampaign { id: campaign }).await.unwrap();
        assert_eq!(gede.does(DeclareHome { home: near }).await, reviews_there(), "it is locked, and not public");
        admin(&world).does(PublishCampaign { id: campaign }).await.unwrap();
        gede.does(DeclareHome { home: near }).await.unwrap();
        assert_eq!(world.record_of(REGENCY).await.last(), Some(&(ActName::DeclareHome, Some(gede.id()))));
    }

    async fn bpm_reads_each_move_and_when_and_nobody_else_has_moved(world: World) {
        let mut wayan = admin(&world);
        wayan.actor = Actor::new(hat_of(&world, "Wayan Sudarma").await, true);
        for home in [world.kampungbaru(), world.tamansari()] {
            for name in ["Gede Artawan", "Siti Rahayu"] {
                if name == "Siti Rahayu" && home == world.tamansari() {
                    continue;
                }
                let actor = Actor::new(hat_of(&world, name).await, false);
                world.db.perform(actor, world.db.fresh_key(), DeclareHome { home }).await.unwrap();
            }
            world.clock.forward(86_400);
        }
        let view = campaigns(&desk(&world, &wayan)).await.unwrap();
        let lives = |name: &str| view.reviewers.iter().find(|(known, ..)| known == name).map(|(_, lives, _)| lives.as_str()).unwrap();
        let kecamatan = |office: OfficeCode| gazetteer().by_code(office).unwrap().kecamatan;
        let (before, now) = (kecamatan(world.kampungbaru()), kecamatan(world.tamansari()));
        let gede = lives("Gede Artawan");
        assert!(gede.starts_with(&format!("Kec. {now}. Sebelumnya Kec. {before} sampai ")), "{gede}");
        assert!(gede.contains("November 2026"), "{gede}");
        assert_eq!(lives("Siti Rahayu"), format!("Kec. {before}"));
    }

    async fn an_office_is_not_given_to_who_has_just_moved_there(world: World) {
        let made = reviewer(&world, "Made");
        made.does(DeclareHome { home: world.tamansari() }).await.unwrap();
        let opened = admin(&world).does(opening(&world, &[world.tamansari()], &[&made])).await;
        assert_eq!(opened.map(drop), Err(Refusal::Conflict(Code::NobodyReviews)));
    }
}

fn here(world: &World) -> i64 {
    world.tamansari().kecamatan()
}
