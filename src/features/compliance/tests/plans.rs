//! What an office undertakes about items that are not met, refusals first.

use super::helpers::{
    accept, accept_all, admin, answer_all, desk as regency, hand_in, judge, neighbours, open, opening, reviewer, reviewers,
};
use crate::access::{Code, Refusal};
use crate::domain::{CampaignId, Day, OfficeKind, Version};
use crate::features::compliance::acts::{DeclareHome, FinishPlan, KeepPlan, LockCampaign, PublishCampaign, SubmitAssessment};
use crate::features::compliance::review::read::item as reviewed;
use crate::features::compliance::village::{Desk, PlanView, item, overview};
use crate::features::compliance::{ActivityCode, Instrument, Plan, Score, Undertaking, Verdict, store};
use crate::features::offices::gazetteer;
use crate::forms::{ProblemCode, Problems};
use crate::server::clock::day_at;
use crate::server::db::OfficeScope;
use crate::server::testing::{Person, World, on_both_databases};
use crate::ui::{Frame, FrameCounts};

const DAY: i64 = 86_400;

fn today(world: &World) -> Day {
    day_at(world.clock.now(), world.db.zone())
}

fn soap(until: Day) -> Undertaking {
    let code = ActivityCode::parse(OfficeKind::Desa, "02.06.91").ok();
    Undertaking { what: "Beli sabun dan ember.".into(), owner: "Rini Wulandari".into(), until, code }
}

fn plan(world: &World, campaign: CampaignId, item: &str, seen: Option<i64>) -> KeepPlan {
    KeepPlan { campaign, item: item.into(), seen: seen.map(Version), content: soap(today(world).plus_days(10)) }
}

fn finish(campaign: CampaignId, seen: i64, on: Day) -> FinishPlan {
    FinishPlan { campaign, item: "toilet".into(), seen: Version(seen), on }
}

fn desk(person: &Person) -> Desk {
    let frame =
        Frame { unit: String::new(), place: String::new(), person: String::new(), role: String::new(), counts: FrameCounts::default() };
    Desk::of(person.db().clone(), person.actor.clone(), frame).expect("a desk")
}

async fn plans(person: &Person, campaign: CampaignId) -> Vec<Plan> {
    let scope = OfficeScope::open(person.db(), &person.actor).await.expect("an office");
    store::plans(&scope, campaign).await.expect("plans")
}

async fn shown(person: &Person, code: &str) -> Option<PlanView> {
    item(&desk(person), code, "").await.expect("a page").plan
}

/// Of all that was handed in the toilet came back, and the Wi-Fi has one point; both offices are asked.
async fn judged(world: &World) -> (CampaignId, Person) {
    let [gede, _] = reviewers(world).await;
    let made = reviewer(world, "Made");
    made.does(DeclareHome { home: world.tamansari() }).await.expect("a home");
    let offices = [world.tamansari(), world.kampungbaru()];
    let campaign = admin(world).does(opening(world, &offices, &[&gede, &made])).await.expect("it opens");
    answer_all(world, campaign, Score::Met).await;
    world.head("Hadi").does(SubmitAssessment { campaign }).await.expect("it is handed in");
    judge(world, &gede, campaign, "toilet", Verdict::Return).await.expect("a verdict");
    judge(world, &gede, campaign, "wifi", Verdict::Accept(Score::Partly)).await.expect("a verdict");
    judge(world, &gede, campaign, "laktasi", Verdict::Accept(Score::Met)).await.expect("a verdict");
    (campaign, gede)
}

on_both_databases! {
    async fn nothing_is_undertaken_where_nothing_is_to_be_done_or_in_the_past_or_by_somebody_else(world: World) {
        let (campaign, gede) = judged(&world).await;
        let (rini, sri) = (world.officer("Rini"), world.stranger("Sri"));
        let not_asked = Err(Refusal::Conflict(Code::NotReturned));
        assert_eq!(rini.does(plan(&world, campaign, "laktasi", None)).await, not_asked, "it is met");
        assert_eq!(rini.does(plan(&world, campaign, "perpustakaan", None)).await, Err(Refusal::NotFound), "it is not asked");
        assert_eq!(sri.does(plan(&world, campaign, "toilet", None)).await, not_asked, "what came back there is no matter here");
        assert_eq!(gede.does(plan(&world, campaign, "toilet", None)).await, Err(Refusal::NotFound), "a reviewer has no office");
        assert_eq!(rini.does(plan(&world, campaign, "toilet", Some(1))).await, Err(Refusal::NotFound), "there is none to change");
        let past = KeepPlan { content: soap(today(&world).plus_days(-1)), ..plan(&world, campaign, "toilet", None) };
        let early = Problems::one("tenggat", ProblemCode::DayTooEarly { first: today(&world) });
        assert_eq!(rini.does(past).await, Err(Refusal::Invalid(early)));
        assert_eq!(rini.does(finish(campaign, 1, today(&world))).await, Err(Refusal::NotFound), "nothing was undertaken");
        assert_eq!(plans(&rini, campaign).await, []);
    }

    async fn who_saw_another_version_is_told_and_another_office_finds_nothing(world: World) {
        let (campaign, _) = judged(&world).await;
        let (rini, hadi, sri) = (world.officer("Rini"), world.head("Hadi"), world.stranger("Sri"));
        rini.does(plan(&world, campaign, "toilet", None)).await.unwrap();
        for seen in [None, Some(7)] {
            let late = hadi.does(plan(&world, campaign, "toilet", seen)).await;
            assert!(matches!(late, Err(Refusal::Stale { by: Some(by), .. }) if by == rini.id()), "{late:?}");
        }
        let late = hadi.does(finish(campaign, 7, today(&world))).await;
        assert!(matches!(late, Err(Refusal::Stale { by: Some(by), .. }) if by == rini.id()), "{late:?}");
        assert_eq!(sri.does(finish(campaign, 1, today(&world))).await, Err(Refusal::NotFound));
        assert_eq!((plans(&sri, campaign).await.len(), plans(&rini, campaign).await.len()), (0, 1));
        hadi.does(KeepPlan { content: soap(today(&world).plus_days(20)), ..plan(&world, campaign, "toilet", Some(1)) }).await.unwrap();
        let [kept] = plans(&rini, campaign).await.try_into().unwrap();
        assert_eq!((kept.version, kept.content), (Some(Version(2)), soap(today(&world).plus_days(20))));
    }

    async fn a_plan_is_written_runs_late_and_is_done(world: World) {
        let (campaign, gede) = judged(&world).await;
        let (rini, hadi) = (world.officer("Rini"), world.head("Hadi"));
        assert_eq!(shown(&rini, "laktasi").await, None);
        let empty = shown(&rini, "wifi").await.unwrap();
        assert!(empty.note.is_none() && empty.finish.is_none());
        let form = empty.form.unwrap();
        assert_eq!((form.seen, form.code.as_str(), form.code_label.as_str()), (Version(0), "02.06.91", "Kode kegiatan APBDes"), "the instrument suggests it");
        rini.does(plan(&world, campaign, "toilet", None)).await.unwrap();
        let begun = shown(&hadi, "toilet").await.unwrap();
        assert_eq!(begun.form.map(|form| (form.seen, form.owner)), Some((Version(1), "Rini Wulandari".into())));
        assert_eq!(begun.note.unwrap().title, "Rencana perbaikan, sampai 4 Desember 2026");
        let row = async || overview(&desk(&rini), "").await.unwrap().campaign.unwrap().plans.remove(0);
        assert_eq!((row().await.mark.words.as_str(), row().await.way.to.as_str()), ("Berjalan", "/kantor/kepatuhan/toilet"));

        world.clock.forward(13 * DAY);
        let late = row().await;
        assert_eq!((late.mark.who.as_str(), late.mark.words.as_str()), ("stop", "Lewat 3 hari"));
        let beside = reviewed(&regency(&world, &gede), "tamansari-licin", Some("toilet"), "", "").await.unwrap().item.plan.unwrap();
        assert_eq!((beside.who.as_str(), beside.title.as_str()), ("stop", "Rencana perbaikan lewat 3 hari"));
        assert!(beside.text.contains("Rini Wulandari") && beside.text.contains("02.06.91"), "{}", beside.text);

        let ahead = Problems::one("selesai", ProblemCode::DayTooLate { last: today(&world) });
        assert_eq!(hadi.does(finish(campaign, 1, today(&world).plus_days(1))).await, Err(Refusal::Invalid(ahead)));
        hadi.does(finish(campaign, 1, today(&world).plus_days(-1))).await.unwrap();
        assert!(overview(&desk(&rini), "").await.unwrap().campaign.unwrap().plans.is_empty());
        let done = shown(&rini, "toilet").await.unwrap();
        assert_eq!((done.finish, done.note.unwrap().title.as_str()), (None, "Rencana perbaikan selesai 6 Desember 2026"));
    }

    async fn everybody_reads_what_is_open_once_the_result_is_public_and_never_who_sees_to_it(world: World) {
        let (campaign, [gede, _]) = open(&world).await;
        answer_all(&world, campaign, Score::Met).await;
        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        admin(&world).does(LockCampaign { id: campaign }).await.unwrap();
        accept_all(&world, &gede, campaign, Score::Partly).await;
        let rini = world.officer("Rini");
        rini.does(plan(&world, campaign, "toilet", None)).await.unwrap();
        let steps = async || store::next_steps(&world.db, campaign, world.tamansari()).await.unwrap();
        assert_eq!(steps().await, [], "the result is nobody's yet");
        admin(&world).does(PublishCampaign { id: campaign }).await.unwrap();
        let until = today(&world).plus_days(10);
        assert_eq!(steps().await, [("toilet".to_owned(), "Beli sabun dan ember.".to_owned(), until)]);
        assert_eq!(store::next_steps(&world.db, campaign, world.kampungbaru()).await.unwrap(), []);
        // A plan is also made after the publication, and then it is done.
        rini.does(plan(&world, campaign, "wifi", None)).await.unwrap();
        assert_eq!(steps().await.len(), 2);
        rini.does(finish(campaign, 1, today(&world))).await.unwrap();
        assert_eq!(steps().await.into_iter().map(|(item, ..)| item).collect::<Vec<_>>(), ["wifi"]);
    }

    async fn an_office_is_shown_the_nearest_ones_that_have_what_it_lacks(world: World) {
        let [gede, _] = reviewers(&world).await;
        let here = world.tamansari();
        let near = neighbours(&world);
        let offices = [&[here][..], &near[..3]].concat();
        let campaign = admin(&world).does(opening(&world, &offices, &[&gede])).await.unwrap();
        for (office, value) in offices.iter().zip([Score::Missing, Score::Met, Score::Met, Score::Partly]) {
            hand_in(&world, campaign, *office).await;
            for item in Instrument::seeded().asked() {
                accept(&gede, campaign, *office, &item.code, value).await;
            }
        }
        let shown = async || overview(&desk(&world.officer("Rini")), "").await.unwrap().campaign.unwrap().examples;
        assert_eq!(shown().await, [], "nothing is public");
        admin(&world).does(LockCampaign { id: campaign }).await.unwrap();
        admin(&world).does(PublishCampaign { id: campaign }).await.unwrap();
        let rows = shown().await;
        assert_eq!(rows.len(), 13);
        let mut names: Vec<&str> = rows[0].offices.iter().map(|way| way.words.as_str()).collect();
        let mut met = near[..2].iter().map(|office| gazetteer().full_title(*office)).collect::<Vec<_>>();
        names.sort_unstable();
        met.sort_unstable();
        assert_eq!(names, met);
        assert!(rows[0].offices[0].to.starts_with("/kepatuhan/"), "{rows:?}");
    }

    async fn an_office_is_reminded_before_the_last_day_and_not_once_it_has_handed_in(world: World) {
        let (campaign, [gede, _]) = open(&world).await;
        let rini = world.officer("Rini");
        let reminder = async || overview(&desk(&rini), "").await.unwrap().campaign.unwrap().reminder;
        assert_eq!(reminder().await, None, "30 days are long");
        world.clock.forward(16 * DAY);
        let first = reminder().await.unwrap();
        assert_eq!((first.who.as_str(), first.title.as_str(), first.text.as_str()), ("you", "Tinggal 14 hari untuk mengisi", "13 butir belum lengkap."));
        world.clock.forward(11 * DAY);
        assert_eq!(reminder().await.map(|note| (note.who, note.title)), Some(("stop".into(), "Tinggal 3 hari untuk mengisi".into())));
        answer_all(&world, campaign, Score::Met).await;
        assert_eq!(reminder().await.unwrap().text, "Semua butir sudah lengkap. Tinggal diajukan.");
        world.head("Hadi").does(SubmitAssessment { campaign }).await.unwrap();
        judge(&world, &gede, campaign, "toilet", Verdict::Return).await.unwrap();
        assert_eq!(reminder().await, None, "what came back may be mended after the last day, too");
    }
}
