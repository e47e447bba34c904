use std::time::{Duration, Instant};

use smart_kampung::access::{ActName, Actor, Decision, Hat, Refusal};
use smart_kampung::domain::{BlobId, CampaignId, Day, OfficeCode, Pin};
use smart_kampung::features::accounts::{demo, reviewers};
use smart_kampung::features::compliance::acts::{LockCampaign, OpenCampaign, PublishCampaign};
use smart_kampung::features::compliance::demo::settle_reviewers;
use smart_kampung::features::compliance::store::{self, Standing};
use smart_kampung::features::compliance::{
    Answer, Assessment, Class, Doubt, Evidence, EvidenceFile, FileKind, Instrument, Mark, Outcome, PhotoMark, Place, Score, Stage, Verdict,
    When,
};
use smart_kampung::features::offices::gazetteer;
use smart_kampung::server::act::{Act, Change, Moment, Object};
use smart_kampung::server::clock::day_at;
use smart_kampung::server::db::{RegencyScope, WriteScope};
use smart_kampung::server::engine::Engine;
use smart_kampung::server::likeness::MARK_BYTES;

use crate::load::{Load, run};
use crate::pages::tell;
use crate::prepared::signs_in;
use crate::report::{Guard, Report};
use crate::server::Server;

/// Periods in which all offices answer; the newest is open.
const PERIODS: usize = 10;
/// Of each item.
const PHOTOS: usize = 4;

/// Far more than the reviewers of a regency ask at once.
const STEADY: Load = Load { connections: 16, time: Duration::from_secs(6), rate: Some(60.0) };
const MOST: Guard = Guard::AtMost(30.0);

/// Who looks at the campaigns, and what counting again has shown.
pub struct Reviews {
    reviewer: String,
    admin: String,
    open: CampaignId,
    published: CampaignId,
    recounted: Recount,
}

/// From the answers of all offices to their classes, as often as that was done.
struct Recount {
    took: Vec<Duration>,
    offices: usize,
    /// Offices of which a count by hand says something else.
    differing: usize,
}

/// Lets all offices answer in so many periods, and reviewers judge them, as if each had been here.
pub async fn hold(engine: &Engine) -> Reviews {
    settle_reviewers(&engine.db).await.expect("homes");
    let people = demo::hats(&engine.db).await.expect("people");
    let hat = |name: &str| people.iter().find(|(known, _)| *known == name).expect("somebody").1;
    let (gede, wayan) = (hat("Gede Artawan"), hat("Wayan Sudarma"));
    let mut campaigns = Vec::new();
    for period in 0..PERIODS {
        campaigns.push(answer_in(engine, wayan, period).await);
    }
    let [.., published, open] = campaigns[..] else { panic!("two campaigns at least") };
    Reviews {
        reviewer: signs_in(engine, gede).await,
        admin: signs_in(engine, wayan).await,
        open,
        published,
        recounted: recount(engine, wayan, published).await,
    }
}

async fn answer_in(engine: &Engine, wayan: Hat, period: usize) -> CampaignId {
    let (admin, db) = (Actor::new(wayan, true), &engine.db);
    let opening = OpenCampaign {
        name: format!("Semester {}", period + 1),
        instrument: Instrument::seeded().code.clone(),
        closes: day_at(db.clock().now(), db.zone()).plus_days(30),
        offices: gazetteer().all().iter().map(|office| office.code).collect(),
        reviewers: reviewers(db).await.expect("reviewers").into_iter().map(|(account, _)| account).collect(),
    };
    let campaign = db.perform(admin.clone(), db.fresh_key(), opening).await.expect("a campaign");
    let is_over = period + 1 < PERIODS;
    for (at, seat) in store::seats(db, campaign).await.expect("seats").into_iter().enumerate() {
        db.perform_by_itself(seat.office, Answers { seat, at: at + period * 7, is_over }).await.expect("answers");
    }
    if is_over {
        db.perform(admin.clone(), db.fresh_key(), LockCampaign { id: campaign }).await.expect("it is locked");
        db.perform(admin, db.fresh_key(), PublishCampaign { id: campaign }).await.expect("it is published");
    }
    campaign
}

/// One office answers every item with photos, and its reviewer judges them.
struct Answers {
    seat: Standing,
    at: usize,
    /// The campaign has ended, so everything is judged.
    is_over: bool,
}

type Given = (Assessment, Vec<PhotoMark>);

impl Act for Answers {
    type Record = Option<Given>;
    type Done = ();
    const NAME: ActName = ActName::SubmitAssessment;

    async fn find(&self, _: &WriteScope<'_>) -> Result<Option<Given>, Refusal> {
        Ok(None)
    }

    fn decide(&self, _: &Actor, _: &Option<Given>) -> Decision {
        Decision::Allow
    }

    fn apply(&self, given: &mut Option<Given>, cx: &Moment) -> Result<Change<()>, Refusal> {
        let (instrument, officer) = (Instrument::seeded(), Mark { by: cx.fresh(), at: cx.now });
        let mut assessment = Assessment::new(self.seat.campaign, instrument);
        let mut marks = Vec::new();
        for (number, (item, answer)) in instrument.asked().zip(&mut assessment.answers).enumerate() {
            let note = "Ada di ruang tunggu, dibersihkan tiap pagi.".to_owned();
            answer.keep(score(self.at + number), note, "https://tamansari.desa.id/wifi".to_owned(), officer)?;
            for number in 0..PHOTOS.max(item.photos()) {
                let when = if number.is_multiple_of(2) { When::Day } else { When::Night };
                let evidence = Evidence { when, ..photo(cx, officer, self.at) };
                marks.push(self.mark_of(&evidence, &item.code));
                answer.add(evidence, officer)?;
            }
        }
        for answer in &mut assessment.answers {
            answer.add_file(file(cx, officer), officer)?;
        }
        assessment.submit(instrument, officer)?;
        let reviewer = Mark { by: self.seat.reviewer, at: cx.now };
        // In a campaign that goes on, a third is judged, a third waits, and of a third some has come back.
        for (number, answer) in assessment.answers.iter_mut().enumerate() {
            let verdict = match self.at % 3 {
                _ if self.is_over => Verdict::Accept(score(self.at * 3 + number)),
                0 => Verdict::Accept(score(self.at * 3 + number)),
                1 if number < 2 => Verdict::Return,
                _ => continue,
            };
            answer.judge(verdict, "Terlihat di foto, jadwalnya belum.".to_owned(), reviewer)?;
        }
        *given = Some((assessment, marks));
        Ok(Change::of(Object::new("assessment", self.seat.campaign), ()))
    }

    async fn save(given: &Option<Given>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let (assessment, marks) = given.as_ref().expect("answers");
        store::save(scope, assessment).await?;
        for mark in marks {
            store::add_mark(scope, mark).await?;
        }
        store::write_standing(scope, assessment, Instrument::seeded(), false).await
    }
}

impl Answers {
    /// As the same photo is known by: two of a million are never the same.
    fn mark_of(&self, photo: &Evidence, item: &str) -> PhotoMark {
        let digest = u128::from_str_radix(&photo.id.to_string().replace('-', ""), 16).expect("an identity").to_be_bytes();
        let mut likeness = vec![digest[15]; MARK_BYTES];
        (likeness[0], likeness[1]) = (1, 0);
        let (office, campaign) = (self.seat.office, self.seat.campaign);
        PhotoMark { id: photo.id, office, campaign, item: item.to_owned(), digest, likeness, alike: Vec::new() }
    }
}

/// Two thirds are met.
fn score(at: usize) -> Score {
    match at * 7 % 12 {
        0 => Score::Missing,
        1..=3 => Score::Partly,
        _ => Score::Met,
    }
}

fn photo(cx: &Moment, officer: Mark, at: usize) -> Evidence {
    let id: BlobId = cx.fresh();
    let pin = Pin { latitude: -8_219_000, longitude: 114_369_000 };
    Evidence {
        id,
        file: id.to_string(),
        sizes: [(160, 120), (640, 480), (1600, 1200)],
        colour: "#c8a165".into(),
        by: officer.by,
        added_at: officer.at,
        when: When::Any,
        taken: Day::new(2026, 12, 1),
        camera: None,
        place: Some(Place { pin, within: 12 }),
        metres: Some(40),
        resembles: false,
        doubts: if at.is_multiple_of(5) { vec![Doubt::OutsidePeriod] } else { Vec::new() },
        reason: "Kamera kantor".into(),
        agreed: true,
        period: None,
    }
}

fn file(cx: &Moment, officer: Mark) -> EvidenceFile {
    let id: BlobId = cx.fresh();
    EvidenceFile {
        id,
        file: id.to_string(),
        kind: FileKind::Pdf,
        size_bytes: 84_000,
        title: "Jadwal bulan ini".into(),
        by: officer.by,
        added_at: officer.at,
        agreed: false,
    }
}

/// Reads all answers of a campaign and counts what they come to, by the rule and by hand.
async fn recount(engine: &Engine, wayan: Hat, campaign: CampaignId) -> Recount {
    let (admin, instrument) = (Actor::new(wayan, true), Instrument::seeded());
    let mut took = Vec::new();
    let mut given = Vec::new();
    let mut outcomes = Vec::new();
    for _ in 0..50 {
        let begun = Instant::now();
        let scope = RegencyScope::open(&engine.db, &admin).await.expect("the regency");
        given = store::assessments_in(&scope, campaign).await.expect("answers");
        outcomes = given.iter().map(|(_, assessment)| assessment.outcome(instrument)).collect();
        took.push(begun.elapsed());
    }
    took.sort_unstable();
    let seats = store::seats(&engine.db, campaign).await.expect("seats");
    let seat_of = |office: OfficeCode| seats.iter().find(|seat| seat.office == office).expect("a seat");
    let is_same = |((office, assessment), outcome): &(&(OfficeCode, Assessment), &Outcome)| {
        let (points, class) = by_hand(&assessment.answers);
        let seat = seat_of(*office);
        (outcome.points, outcome.class) == (points, class) && (seat.points, seat.class) == (points, class)
    };
    let same = given.iter().zip(&outcomes).filter(is_same).count();
    Recount { took, offices: given.len(), differing: given.len() - same }
}

/// The rule in other words: every item weighs the same, four in five points are maju, three in five berkembang.
fn by_hand(answers: &[Answer]) -> (u32, Class) {
    let mut points = 0;
    for answer in answers {
        points += match answer.stage {
            Stage::Accepted { value: Score::Met, .. } => 2,
            Stage::Accepted { value: Score::Partly, .. } => 1,
            _ => 0,
        };
    }
    let most = 2 * u32::try_from(answers.len()).expect("few");
    let class = match points * 5 {
        fifths if fifths >= 4 * most => Class::Maju,
        fifths if fifths >= 3 * most => Class::Berkembang,
        _ => Class::Kurang,
    };
    (points, class)
}

/// The queue of a reviewer and the page of a campaign, beside all the answers of ten periods.
pub async fn measure(report: &mut Report, server: &Server, reviews: &Reviews) {
    let Recount { took, offices, differing } = &reviews.recounted;
    let p99 = took.get(took.len() * 99 / 100).copied().unwrap_or_default().as_secs_f64() * 1e3;
    report.add("13 items", format!("results of {offices} offices read and counted again, p99"), p99, "ms", Guard::AtMost(100.0));
    report.add("13 items", "the same, other than a count by hand", *differing as f64, "", Guard::AtMost(0.0));

    let get = |path: String, cookie: &str| {
        format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nCookie: {cookie}\r\n\r\n", server.address)
    };
    let (open, published) = (reviews.open, reviews.published);
    // A cookie that looks like a session goes past the pages that are kept, and belongs to nobody.
    let nobody = "sk-dev=x";
    let pages = [
        ("queue of a reviewer", get("/bpm/telaah".into(), &reviews.reviewer), "Menunggu Anda", MOST),
        ("page of a campaign that is open", get(format!("/bpm/kampanye/{open}"), &reviews.admin), "Kelas kantor per kecamatan", MOST),
        ("of one that is public", get(format!("/bpm/kampanye/{published}"), &reviews.reviewer), "Kelas kantor per kecamatan", MOST),
        ("all campaigns", get("/bpm/kampanye".into(), &reviews.admin), "Semester 10", Guard::None),
        (
            "an item beside its photos",
            get(format!("/bpm/telaah/sobo/toilet?kampanye={open}"), &reviews.reviewer),
            "Ukuran nilai",
            Guard::None,
        ),
        ("results of all offices, for everybody", get("/kepatuhan".into(), nobody), "Semester 9", Guard::None),
        ("the result of one", get("/kepatuhan/sobo".into(), nobody), "Semester 9", Guard::None),
    ];
    for (what, request, expected, guard) in pages {
        let shown = run(&server.address, STEADY, move |_| Some(request.clone()), expected).await;
        tell(report, "13 items", what, shown, Guard::None, guard);
    }
}
