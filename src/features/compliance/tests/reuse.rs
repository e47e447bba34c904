//! What was accepted in one period proves the same in the next, once and where somebody has looked.

use super::helpers::{accept_all, admin, answer, answer_all, desk as regency, judge, keep, open, opening, photo};
use crate::access::{Code, Refusal};
use crate::domain::CampaignId;
use crate::features::compliance::acts::{LockCampaign, OpenCampaign, PublishCampaign, RemoveEvidence, ReuseEvidence, SubmitAssessment};
use crate::features::compliance::review::read::item as reviewed;
use crate::features::compliance::village::{CampaignView, Desk, ItemView, item, overview, photo_within};
use crate::features::compliance::{Answer, Happened, Instrument, Score, Verdict};
use crate::forms::{ProblemCode, Problems};
use crate::server::testing::{Person, World, on_both_databases};
use crate::ui::{Frame, FrameCounts};

const HALF_A_YEAR: i64 = 182 * 86_400;

fn reuse(campaign: CampaignId, item: &str) -> ReuseEvidence {
    ReuseEvidence { campaign, item: item.into(), unchanged: true }
}

fn desk(person: &Person) -> Desk {
    let frame =
        Frame { unit: String::new(), place: String::new(), person: String::new(), role: String::new(), counts: FrameCounts::default() };
    Desk::of(person.db().clone(), person.actor.clone(), frame).expect("a desk")
}

async fn page(person: &Person, code: &str) -> ItemView {
    item(&desk(person), code, "").await.expect("a page")
}

async fn list(person: &Person) -> CampaignView {
    overview(&desk(person), "").await.expect("a list").campaign.expect("a campaign")
}

fn periods(answer: &Answer) -> Vec<Option<&str>> {
    answer.evidence.iter().map(|photo| photo.period.as_deref()).collect()
}

/// Everything was accepted with two points and is public; half a year later Tamansari answers again.
async fn next_period(world: &World) -> (CampaignId, CampaignId, [Person; 2]) {
    let (before, reviewers) = open(world).await;
    answer_all(world, before, Score::Met).await;
    closed(world, before, &reviewers[0], Score::Met).await;
    (before, again(world, "Semester 1 tahun 2027", &reviewers).await, reviewers)
}

async fn closed(world: &World, campaign: CampaignId, reviewer: &Person, value: Score) {
    world.head("Hadi").does(SubmitAssessment { campaign }).await.expect("it is handed in");
    accept_all(world, reviewer, campaign, value).await;
    admin(world).does(LockCampaign { id: campaign }).await.expect("it is locked");
    admin(world).does(PublishCampaign { id: campaign }).await.expect("it is public");
}

async fn again(world: &World, name: &str, [gede, siti]: &[Person; 2]) -> CampaignId {
    world.clock.forward(HALF_A_YEAR);
    let open = OpenCampaign { name: name.into(), ..opening(world, &[world.tamansari()], &[gede, siti]) };
    admin(world).does(open).await.expect("it opens")
}

on_both_databases! {
    async fn only_who_has_looked_takes_over_and_only_what_lasts_and_was_accepted(world: World) {
        let (before, now, _) = next_period(&world).await;
        let (rini, sri) = (world.officer("Rini"), world.stranger("Sri"));
        let unseen = ReuseEvidence { unchanged: false, ..reuse(now, "difabel") };
        assert_eq!(rini.does(unseen).await, Err(Refusal::Invalid(Problems::one("masih_sama", ProblemCode::NotTicked))));
        for fresh in ["toilet", "penerangan", "pagar_terbuka", "papan_informasi"] {
            assert!(page(&rini, fresh).await.reuse.is_none());
            assert_eq!(rini.does(reuse(now, fresh)).await, Err(Refusal::Conflict(Code::PhotoAgain)), "{fresh} is looked at anew");
        }
        assert_eq!(rini.does(reuse(before, "difabel")).await, Err(Refusal::Conflict(Code::CampaignClosed)), "that period is over");
        assert_eq!(rini.does(reuse(now, "helipad")).await, Err(Refusal::NotFound));
        assert_eq!(sri.does(reuse(now, "difabel")).await, Err(Refusal::NotFound), "another office is not in it");
        assert_eq!(world.head("Hadi").does(reuse(now, "difabel")).await, Err(Refusal::Forbidden), "who hands in does not answer");
        assert!(page(&world.head("Hadi"), "difabel").await.reuse.is_none());

        let offered = page(&rini, "difabel").await.reuse.expect("it stands");
        assert_eq!(offered.photos.len(), 3);
        assert!(offered.says.starts_with("Sudah diterima pada Semester 2 tahun 2026."), "{}", offered.says);
        rini.does(reuse(now, "difabel")).await.unwrap();
        let taken = answer(&world, now, "difabel").await;
        assert_eq!(periods(&taken), [Some("Semester 2 tahun 2026"); 3]);
        assert_eq!(taken.claim, None, "the value is the office's own to give");
        assert!(page(&rini, "difabel").await.reuse.is_none(), "nothing is left to take");
        assert_eq!(rini.does(reuse(now, "difabel")).await, Err(Refusal::Conflict(Code::PhotoAgain)));
        let there = photo_within(&world.db, &rini.actor, "tamansari-licin", taken.evidence[0].id).await.unwrap();
        assert_eq!(there.1.file, answer(&world, before, "difabel").await.evidence[0].file, "the very file");

        // Taken away here, it is still what everybody reads of the last period.
        let (new, old) = (taken.evidence[0].id, answer(&world, before, "difabel").await.evidence[0].id);
        rini.does(RemoveEvidence { campaign: now, item: "difabel".into(), photo: new }).await.unwrap();
        assert!(photo_within(&world.db, &rini.actor, "tamansari-licin", old).await.is_ok());
        assert_eq!(page(&rini, "difabel").await.reuse.map(|reuse| reuse.photos.len()), Some(1), "and may be taken again");
    }

    async fn the_note_comes_with_it_where_nothing_is_written_and_the_office_counts_what_is_filled(world: World) {
        let (_, now, _) = next_period(&world).await;
        let rini = world.officer("Rini");
        let said = async || list(&rini).await.records;
        rini.does(photo(&world, now, "bermain_anak", "ayunan")).await.unwrap();
        assert!(page(&rini, "bermain_anak").await.reuse.is_none(), "what is there already is not offered");
        let swing = answer(&world, now, "bermain_anak").await.evidence[0].id;
        rini.does(RemoveEvidence { campaign: now, item: "bermain_anak".into(), photo: swing }).await.unwrap();
        assert_eq!(said().await, "6 dari 30 bukti terisi oleh catatan aplikasi ini. 12 foto periode lalu dapat dipakai lagi: buka butirnya.");
        let row = list(&rini).await.rows.into_iter().find(|row| row.code == "sedekah_oksigen").unwrap();
        assert!(row.proofs.contains(&("sedekah_oksigen-lalu".to_owned(), "1 foto periode lalu dapat dipakai lagi".to_owned())), "{:?}", row.proofs);
        for item in Instrument::seeded().asked().filter(|item| item.lasts) {
            rini.does(reuse(now, &item.code)).await.unwrap();
        }
        assert_eq!(said().await, "18 dari 30 bukti terisi oleh catatan aplikasi ini.", "more than half");
        let trees = answer(&world, now, "sedekah_oksigen").await;
        assert_eq!((trees.note.as_str(), trees.note_is_public), ("Ada di ruang tunggu.", false));
        assert_eq!(answer(&world, now, "difabel").await.note, "", "no list asks for one");

        let mut written = keep(now, "sedekah_oksigen", trees.version, Score::Met);
        written.note = "Dua pohon lagi.".into();
        rini.does(written).await.unwrap();
        let gone = answer(&world, now, "sedekah_oksigen").await.evidence[0].id;
        rini.does(RemoveEvidence { campaign: now, item: "sedekah_oksigen".into(), photo: gone }).await.unwrap();
        rini.does(reuse(now, "sedekah_oksigen")).await.unwrap();
        assert_eq!(answer(&world, now, "sedekah_oksigen").await.note, "Dua pohon lagi.", "what is written stays");
    }

    async fn its_reviewer_reads_from_when_it_is_and_what_comes_back_wants_something_new(world: World) {
        let (_, now, [gede, siti]) = next_period(&world).await;
        let (rini, hadi) = (world.officer("Rini"), world.head("Hadi"));
        for item in Instrument::seeded().asked() {
            let seen = answer(&world, now, &item.code).await.version;
            let claim = if item.lasts && item.code != "wifi" { Score::Met } else { Score::Missing };
            rini.does(keep(now, &item.code, seen, claim)).await.unwrap();
            if claim == Score::Met {
                rini.does(reuse(now, &item.code)).await.unwrap();
            }
        }
        hadi.does(SubmitAssessment { campaign: now }).await.unwrap();
        let view = reviewed(&regency(&world, &gede), "tamansari-licin", Some("laktasi"), "", "").await.unwrap();
        let lines = &view.item.photos[0].lines;
        assert!(lines.iter().any(|line| line == "Diterima pada Semester 2 tahun 2026; menurut kantor keadaannya masih sama"), "{lines:?}");
        assert!(view.item.photos[0].doubts.is_empty() && view.item.photos[0].alike.is_empty());
        assert!(answer(&world, now, "laktasi").await.history.iter().any(|event| matches!(&event.what, Happened::Reused(period) if period == "Semester 2 tahun 2026")));

        judge(&world, &gede, now, "laktasi", Verdict::Return).await.unwrap();
        for photo in answer(&world, now, "laktasi").await.evidence {
            rini.does(RemoveEvidence { campaign: now, item: "laktasi".into(), photo: photo.id }).await.unwrap();
        }
        assert!(page(&rini, "laktasi").await.reuse.is_none());
        assert_eq!(rini.does(reuse(now, "laktasi")).await, Err(Refusal::Conflict(Code::PhotoAgain)));
        for name in ["kursi", "pintu"] {
            rini.does(photo(&world, now, "laktasi", name)).await.unwrap();
        }
        closed(&world, now, &gede, Score::Met).await;

        // A year later the new photos serve, those that served twice do not.
        let third = again(&world, "Semester 2 tahun 2027", &[gede, siti]).await;
        assert_eq!(rini.does(reuse(third, "difabel")).await, Err(Refusal::Conflict(Code::PhotoAgain)), "once more, and no more");
        rini.does(reuse(third, "laktasi")).await.unwrap();
        assert_eq!(periods(&answer(&world, third, "laktasi").await), [Some("Semester 1 tahun 2027"); 2]);
    }

    async fn what_was_not_accepted_or_is_not_public_yet_serves_for_nothing(world: World) {
        let (before, [gede, siti]) = open(&world).await;
        answer_all(&world, before, Score::Met).await;
        world.head("Hadi").does(SubmitAssessment { campaign: before }).await.unwrap();
        for item in Instrument::seeded().asked() {
            let value = if item.code == "difabel" { Score::Met } else { Score::Missing };
            judge(&world, &gede, before, &item.code, Verdict::Accept(value)).await.unwrap();
        }
        let rini = world.officer("Rini");
        let both = [gede, siti];
        let early = again(&world, "Semester 1 tahun 2027", &both).await;
        assert_eq!(rini.does(reuse(early, "difabel")).await, Err(Refusal::Conflict(Code::PhotoAgain)), "nobody has published it");
        admin(&world).does(LockCampaign { id: before }).await.unwrap();
        admin(&world).does(PublishCampaign { id: before }).await.unwrap();
        assert_eq!(rini.does(reuse(early, "laktasi")).await, Err(Refusal::Conflict(Code::PhotoAgain)), "it was not found there");
        assert_eq!(rini.does(reuse(early, "difabel")).await, Ok(()));
    }
}
