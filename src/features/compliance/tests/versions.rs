//! Versions of the questions: edited while a campaign runs, published for ever, and what a trend makes of them.
//! Published versions are remembered by the process, so each story has codes of its own.

use super::helpers::{REGENCY, accept, admin, answers, desk, finding, keep, opening, reviewer, reviewers, standing, worker};
use crate::access::{ActName, Actor, Decision, Refusal, Role};
use crate::domain::{CampaignId, Lang, Version};
use crate::features::compliance::acts::{
    AddInstrumentItem, BeginInstrument, DropInstrumentItem, KeepInstrumentItem, LockCampaign, OpenCampaign, PublishCampaign,
    PublishInstrument, ReviseVerdict, SubmitAssessment,
};
use crate::features::compliance::public::json;
use crate::features::compliance::public::read::{Choices, board_on, office_on};
use crate::features::compliance::public::trend::{earlier, outcome_of, trend};
use crate::features::compliance::review::Desk;
use crate::features::compliance::review::read::item as review_item;
use crate::features::compliance::versions::{Edition, EditorView, VersionAct, read};
use crate::features::compliance::{Instrument, Item, ItemIcon, Score, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;
use crate::server::testing::{Person, World, on_both_databases};
use crate::ui::{Frame, FrameCounts};

const DAY: i64 = 86_400;
const SLUG: &str = "tamansari-licin";

/// A draft made from the version with which the system comes.
async fn draft(world: &World, year: u32, number: u32) -> String {
    let begin = BeginInstrument { year, number, base: Instrument::seeded().code.clone() };
    let code = begin.code();
    admin(world).does(begin).await.expect("it is begun");
    code
}

async fn edition(world: &World, code: &str) -> Edition {
    store::edition_known(&world.db, code).await.expect("a version")
}

async fn seen(world: &World, code: &str) -> Version {
    edition(world, code).await.version.expect("it is stored")
}

async fn keeps(world: &World, code: &str, item: Item, from: Option<&str>) {
    let act = KeepInstrumentItem { code: code.into(), seen: seen(world, code).await, item, from: from.map(str::to_owned) };
    admin(world).does(act).await.expect("it is kept");
}

async fn drops(world: &World, code: &str, item: &str) {
    let act = DropInstrumentItem { code: code.into(), seen: seen(world, code).await, item: item.into() };
    admin(world).does(act).await.expect("it is dropped");
}

async fn publishes(world: &World, code: &str) {
    let act = PublishInstrument { code: code.into(), seen: seen(world, code).await };
    admin(world).does(act).await.expect("it is published");
}

/// Opens a campaign for Tamansari with a version.
async fn opens(world: &World, version: &str, gede: &Person) -> CampaignId {
    let open = OpenCampaign { instrument: version.into(), ..opening(world, &[world.tamansari()], &[gede]) };
    admin(world).does(open).await.expect("it opens")
}

/// Tamansari answers, everything is judged, and everybody reads it.
async fn judged(world: &World, campaign: CampaignId, version: &Instrument, gede: &Person, value: impl Fn(&str) -> Score) {
    let office = world.tamansari();
    let officer = worker(world, Role::Operator, office);
    for item in version.asked() {
        officer.does(keep(campaign, &item.code, Version::FIRST, Score::Missing)).await.expect("an answer");
    }
    worker(world, Role::Head, office).does(SubmitAssessment { campaign }).await.expect("it is handed in");
    for item in version.asked() {
        accept(gede, campaign, office, &item.code, value(&item.code)).await;
    }
    admin(world).does(LockCampaign { id: campaign }).await.expect("it is locked");
    admin(world).does(PublishCampaign { id: campaign }).await.expect("it is public");
}

fn forms(view: &EditorView) -> Vec<VersionAct> {
    view.forms.iter().map(|form| form.act).collect()
}

/// Writes a version as it was seen, whatever has happened since: what a race would do.
struct Overwrite(Edition);

impl Act for Overwrite {
    type Record = Edition;
    type Done = ();
    const NAME: ActName = ActName::EditInstrument;

    async fn find(&self, _: &WriteScope<'_>) -> Result<Edition, Refusal> {
        Ok(self.0.clone())
    }

    fn decide(&self, _: &Actor, _: &Edition) -> Decision {
        Decision::Allow
    }

    fn apply(&self, edition: &mut Edition, _: &Moment) -> Result<Change<()>, Refusal> {
        Ok(Change::of(Object::new("instrument", edition.id), ()))
    }

    async fn save(edition: &Edition, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_edition(scope, edition).await
    }
}

on_both_databases! {
    async fn a_draft_that_is_edited_during_a_campaign_changes_nothing_of_it(world: World) {
        let [gede, _] = reviewers(&world).await;
        let running = opens(&world, "2016-13", &gede).await;
        let code = draft(&world, 2027, 31).await;
        let refused = OpenCampaign { instrument: code.clone(), ..opening(&world, &[world.tamansari()], &[&gede]) };
        assert_eq!(admin(&world).does(refused).await, Err(Refusal::NotFound), "a draft opens no campaign");
        drops(&world, &code, "laktasi").await;
        let mut wifi = edition(&world, &code).await.item("wifi").unwrap().clone();
        wifi.weight = 5;
        keeps(&world, &code, wifi, Some("wifi")).await;

        assert_eq!(answers(&world, running).await.answers.len(), 13);
        publishes(&world, &code).await;
        judged(&world, running, Instrument::seeded(), &gede, |item| if item == "wifi" { Score::Met } else { Score::Missing }).await;
        let seat = standing(&world, running).await;
        assert_eq!((seat.points, seat.verdicts.len()), (2, 13), "judged by its own version");
        assert_eq!(store::campaign_known(&world.db, running).await.unwrap().instrument, "2016-13");

        world.clock.forward(DAY);
        let next = opens(&world, &code, &gede).await;
        assert_eq!(standing(&world, next).await.verdicts.len(), 12, "one is not asked any more");
        let version = Instrument::known(&code).unwrap();
        judged(&world, next, version, &gede, |item| if item == "wifi" { Score::Met } else { Score::Missing }).await;
        assert_eq!(standing(&world, next).await.points, 10, "two points, five times");

        // What was published before is what it was.
        let seat = standing(&world, running).await;
        let again = outcome_of(Instrument::known("2016-13").unwrap(), &seat.verdicts);
        assert_eq!((again.points, again.value, again.class, again.passed), (seat.points, seat.value, seat.class, seat.passed));
    }

    async fn what_is_published_is_never_changed(world: World) {
        let code = draft(&world, 2027, 32).await;
        let before = edition(&world, &code).await;
        let wayan = admin(&world);
        publishes(&world, &code).await;
        let published = edition(&world, &code).await;
        for version in [before.version.unwrap(), published.version.unwrap()] {
            let drop = DropInstrumentItem { code: code.clone(), seen: version, item: "wifi".into() };
            assert!(matches!(wayan.does(drop).await, Err(Refusal::Stale { .. })));
        }
        assert_eq!(wayan.does(Overwrite(before.clone())).await, Err(Refusal::Busy), "it is another version now");
        let same = Edition { version: published.version, ..before };
        assert_eq!(wayan.does(Overwrite(same)).await, Err(Refusal::Busy), "the statement itself writes no published version");
        assert_eq!(edition(&world, &code).await, published);
        let begin = DropInstrumentItem { code: "2016-13".into(), seen: Version::FIRST, item: "wifi".into() };
        assert_eq!(wayan.does(begin).await, Err(Refusal::NotFound), "the one with which the system comes is nobody's to change");
    }

    async fn the_icon_that_was_chosen_stands_beside_the_item_where_an_office_answers(world: World) {
        let [gede, _] = reviewers(&world).await;
        let code = draft(&world, 2027, 38).await;
        let add = AddInstrumentItem { code: code.clone(), seen: seen(&world, &code).await, name: "Mobil siaga".into() };
        let new = admin(&world).does(add).await.unwrap();
        let mut car = Item { code: new.clone(), ..edition(&world, &code).await.item("wifi").unwrap().clone() };
        assert_eq!(edition(&world, &code).await.item(&new).unwrap().icon, ItemIcon::Common, "until one is chosen");
        (car.icon, car.name.id) = (ItemIcon::Car, "Mobil siaga".into());
        keeps(&world, &code, car, None).await;
        let compared = read::comparison(&desk(&world, &admin(&world)), &code).await.unwrap();
        assert!(compared.above.contains("Mobil siaga"), "{}", compared.above);
        publishes(&world, &code).await;
        let campaign = opens(&world, &code, &gede).await;
        let campaign = store::campaign_known(&world.db, campaign).await.unwrap();
        let icons: Vec<&str> = Instrument::known(&campaign.instrument).unwrap().asked().map(|item| item.icon.drawn_as()).collect();
        assert_eq!((icons[0], icons.last().copied(), icons.len()), ("item-1", Some("car"), 14));
    }

    async fn of_two_who_edit_one_draft_the_second_learns_who_was_faster(world: World) {
        let code = draft(&world, 2027, 33).await;
        let seen = seen(&world, &code).await;
        let add = |name: &str| AddInstrumentItem { code: code.clone(), seen, name: name.into() };
        let (wayan, ketut) = (admin(&world), world.staff("Ketut", Role::RegencyAdmin, REGENCY));
        assert_eq!(wayan.does(add("Air minum")).await.as_deref(), Ok("air_minum"));
        let late = ketut.does(add("Air bersih")).await;
        assert!(matches!(late, Err(Refusal::Stale { by: Some(by), .. }) if by == wayan.id()), "{late:?}");
        let again = BeginInstrument { year: 2027, number: 33, base: "2016-13".into() };
        let taken = Err(Refusal::Invalid(Problems::one("angka", ProblemCode::TooSmall { min: 34 })));
        assert_eq!(ketut.does(again).await, taken, "the code is given");
        let from_draft = BeginInstrument { year: 2027, number: 34, base: code.clone() };
        assert_eq!(ketut.does(from_draft).await, Err(Refusal::NotFound), "nothing is made from a draft");
    }

    async fn an_unfinished_draft_says_what_is_missing_and_is_not_published(world: World) {
        let code = draft(&world, 2027, 34).await;
        let wayan = admin(&world);
        let looks = async |person: &Person| read::version(&desk(&world, person), &code, "").await.expect("a page");
        let complete = looks(&wayan).await;
        assert_eq!(forms(&complete), [VersionAct::AddItem, VersionAct::KeepSettings, VersionAct::Publish]);
        let add = AddInstrumentItem { code: code.clone(), seen: seen(&world, &code).await, name: "Air minum".into() };
        wayan.does(add).await.unwrap();
        let view = looks(&wayan).await;
        assert_eq!(forms(&view), [VersionAct::AddItem, VersionAct::KeepSettings], "there is nothing to publish");
        assert!(view.above.contains("Air minum: Isi nama butir dalam bahasa Inggris."), "{}", view.above);
        assert!(view.above.contains(&format!("/bpm/kampanye/butir/{code}/air_minum?hasil=periksa#nama_en")));
        let publish = PublishInstrument { code: code.clone(), seen: seen(&world, &code).await };
        assert!(matches!(wayan.does(publish).await, Err(Refusal::Invalid(_))));
        let item = read::item(&desk(&world, &wayan), &code, "air_minum", "periksa").await.unwrap();
        assert_eq!(item.forms[0].problems.of("nama_en"), Some(ProblemCode::Missing), "at the field itself");
        let calm = read::item(&desk(&world, &wayan), &code, "air_minum", "").await.unwrap();
        assert!(calm.forms[0].problems.is_empty(), "nobody is told off before they have begun");
        let compared = read::comparison(&desk(&world, &wayan), &code).await.unwrap();
        assert!(compared.above.contains("Air minum") && compared.above.contains("Baru"), "{}", compared.above);
        assert!(compared.lede.starts_with("1 butir baru. Poin paling banyak 26 menjadi 28."), "{}", compared.lede);
    }

    async fn reviewers_read_versions_and_offices_do_not(world: World) {
        let code = draft(&world, 2027, 35).await;
        let gede = reviewer(&world, "Gede").stepped_up();
        let seen = seen(&world, &code).await;
        let add = AddInstrumentItem { code: code.clone(), seen, name: "Air minum".into() };
        let begin = BeginInstrument { year: 2027, number: 36, base: "2016-13".into() };
        for person in [&gede, &worker(&world, Role::Head, world.tamansari())] {
            assert_eq!(person.does(add.clone()).await, Err(Refusal::Forbidden));
            assert_eq!(person.does(begin.clone()).await, Err(Refusal::Forbidden));
            assert_eq!(person.does(PublishInstrument { code: code.clone(), seen }).await, Err(Refusal::Forbidden));
        }
        let mut once = admin(&world);
        once.actor = Actor::new(once.actor.hat().expect("a hat"), false);
        assert_eq!(once.does(PublishInstrument { code: code.clone(), seen }).await, Err(Refusal::StepUp), "what lasts for ever wants the second factor");
        for view in [read::versions(&desk(&world, &gede)).await.unwrap(), read::version(&desk(&world, &gede), &code, "").await.unwrap()] {
            assert_eq!(view.forms, [], "{}", view.title);
        }
        let item = read::item(&desk(&world, &gede), &code, "wifi", "").await.unwrap();
        assert!(item.forms.is_empty() && item.below.contains("Wi-Fi"));
        assert_eq!(read::version(&desk(&world, &gede), "1999-1", "").await.map(drop), Err(Refusal::NotFound));
        assert_eq!(read::item(&desk(&world, &gede), &code, "istana", "").await.map(drop), Err(Refusal::NotFound));
        let frame = Frame { unit: String::new(), place: String::new(), person: String::new(), role: String::new(), counts: FrameCounts::default() };
        let office = worker(&world, Role::Operator, world.tamansari());
        assert_eq!(Desk::of(world.db.clone(), office.actor, frame).map(drop), Err(Refusal::Forbidden));
    }

    async fn a_result_is_told_as_it_was_on_any_day(world: World) {
        let [gede, _] = reviewers(&world).await;
        let campaign = opens(&world, "2016-13", &gede).await;
        let office = world.tamansari();
        // 24 November 2026.
        judged(&world, campaign, Instrument::seeded(), &gede, |item| if item == "toilet" { Score::Missing } else { Score::Met }).await;
        world.clock.forward(2 * DAY);
        let of = finding(&world, campaign, "toilet").await;
        gede.clone().stepped_up().does(ReviseVerdict { of, value: Score::Met }).await.unwrap();

        let points = async |day: &str| {
            let day = crate::domain::Day::parse(day).expect("a day");
            let seats = store::public_seats_on(&world.db, campaign, day).await.unwrap();
            seats.first().map(|seat| (seat.points, seat.passed, seat.revision))
        };
        assert_eq!(points("2026-11-23").await, None, "nothing was public yet");
        assert_eq!(points("2026-11-24").await, Some((24, false, 0)), "until the end of the day");
        assert_eq!(points("2026-11-25").await, Some((24, false, 0)));
        assert_eq!(points("2026-11-26").await, Some((26, true, 1)));
        let reasons = async |revision: u32| {
            let shown = store::public_result_in(&world.db, campaign, office, revision).await.unwrap();
            shown.into_iter().find(|shown| shown.item == "toilet").map(|shown| (shown.value, shown.revised))
        };
        assert_eq!((reasons(0).await, reasons(1).await), (Some((Score::Missing, false)), Some((Score::Met, true))));

        let page = async |day: &str| office_on(&world.db, Lang::Id, "https://kampung.example", SLUG, day).await.unwrap();
        let (before, then, now) = (page("2026-11-23").await, page("2026-11-25").await, page("").await);
        assert_eq!(before.drawn.map_err(|(title, _)| title), Err("Pada tanggal itu belum ada hasil yang diumumkan".to_owned()));
        assert!(then.drawn.as_ref().is_ok_and(|html| html.contains("24 dari 26") && !html.contains("revisi 1")), "{then:?}");
        assert!(then.lede.starts_with("Yang tampil adalah keadaan pada akhir 25 November 2026."), "{}", then.lede);
        assert_eq!(then.back.0, "/kepatuhan?per=2026-11-25");
        assert!(now.drawn.is_ok_and(|html| html.contains("26 dari 26") && html.contains("revisi 1")));
        let board = async |day: &str| board_on(&world.db, Lang::Id, &Choices::of("", "").unwrap(), day).await.unwrap();
        assert!(board("2026-11-25").await.drawn.is_ok_and(|html| html.contains("92,30") && html.contains("/kepatuhan/tamansari-licin?per=2026-11-25")));
        assert!(board("2026-11-23").await.drawn.is_ok_and(|html| html.contains("belum ada hasil") && html.contains(r#"name="per""#)));
        let points_then = async |day: &str| json(&world.db, day).await.map(|lines| lines.contains(r#""points":24"#));
        assert_eq!((points_then("2026-11-25").await, points_then("").await), (Ok(true), Ok(false)), "programs read the same day");
        assert_eq!(points_then("kemarin").await, Err(Refusal::NotFound));
        let odd = board("kemarin").await;
        assert!(odd.lede.starts_with("Tanggal itu tidak terbaca.") && odd.drawn.is_ok(), "{}", odd.lede);
    }

    async fn a_trend_follows_an_item_that_was_renamed_and_not_one_that_was_dropped(world: World) {
        let [gede, _] = reviewers(&world).await;
        let first = opens(&world, "2016-13", &gede).await;
        let scores = |item: &str| match item {
            "wifi" | "laktasi" => Score::Met,
            "toilet" => Score::Partly,
            _ => Score::Missing,
        };
        judged(&world, first, Instrument::seeded(), &gede, scores).await;

        let code = draft(&world, 2027, 37).await;
        let wifi = edition(&world, &code).await.item("wifi").unwrap().clone();
        drops(&world, &code, "wifi").await;
        drops(&world, &code, "laktasi").await;
        let add = AddInstrumentItem { code: code.clone(), seen: seen(&world, &code).await, name: "Internet gratis".into() };
        let new = admin(&world).does(add).await.unwrap();
        let mut internet = Item { code: new.clone(), ..wifi };
        internet.name.id = "Internet gratis".into();
        keeps(&world, &code, internet, Some("wifi")).await;
        // It has its name still, and is said to be another item.
        let toilet = edition(&world, &code).await.item("toilet").unwrap().clone();
        keeps(&world, &code, toilet, None).await;
        publishes(&world, &code).await;

        world.clock.forward(DAY);
        let second = opens(&world, &code, &gede).await;
        let before = async |item: &str| review_item(&desk(&world, &gede), SLUG, Some(item), "", "").await.unwrap().item.before;
        let was = Some(("Semester 2 tahun 2026".to_owned(), "Terpenuhi (2): Terlihat di foto.".to_owned()));
        assert_eq!((before(&new).await, before("toilet").await), (was, None), "a reviewer reads it under its old name");
        judged(&world, second, Instrument::known(&code).unwrap(), &gede, |_| Score::Partly).await;
        let reached = store::public_seats_of_office(&world.db, world.tamansari()).await.unwrap();
        assert_eq!(reached.iter().map(|(campaign, _)| campaign.id).collect::<Vec<_>>(), [second, first]);
        let found = trend(&reached, Lang::Id.words().review(), Lang::Id).unwrap().unwrap();
        let cells = |name: &str| found.rows.iter().find(|row| row.item == name).map(|row| row.cells.join(" "));
        assert_eq!(cells("Internet gratis").as_deref(), Some("Sebagian Terpenuhi"), "it was Wi-Fi then");
        let name = |code: &str| Instrument::seeded().item(code).unwrap().name.id.clone();
        assert_eq!(cells(&name("toilet")).as_deref(), Some("Sebagian –"), "the map says that it is new");
        assert_eq!(cells(&name("laktasi")), None, "nobody asks it any more");
        assert_eq!(cells(&name("pengaduan")).as_deref(), Some("Sebagian Tidak"));
        for ((_, seat), told) in reached.iter().zip(earlier(&reached).unwrap()) {
            assert_eq!((told.class.as_str(), told.value), (seat.class.name(), format!("{},{:02}", seat.value / 100, seat.value % 100)));
        }
        let page = office_on(&world.db, Lang::Id, "https://kampung.example", SLUG, "").await.unwrap();
        assert!(page.drawn.is_ok_and(|html| html.contains("Dari waktu ke waktu") && html.contains("Internet gratis")));
    }
}
