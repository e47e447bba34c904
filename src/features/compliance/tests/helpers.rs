use crate::access::{Refusal, Role, Unit};
use crate::domain::{AccountId, CampaignId, Day, OfficeCode, Version};
use crate::features::compliance::acts::{
    AddEvidence, AddFile, DeclareHome, Finding, JudgeItem, KeepAnswer, OpenCampaign, SubmitAssessment,
};
use crate::features::compliance::review::Desk;
use crate::features::compliance::store::{self, Standing};
use crate::features::compliance::{Answer, Assessment, FileKind, Instrument, Score, Verdict, Wanted, When};
use crate::features::documents::GoodsPhoto;
use crate::features::offices::gazetteer;
use crate::server::blobs::Stored;
use crate::server::db::OfficeScope;
use crate::server::likeness::MARK_BYTES;
use crate::server::testing::{Person, World};
use crate::ui::{Frame, FrameCounts};

pub const REGENCY: Unit = Unit::Regency(3510);

pub fn admin(world: &World) -> Person {
    world.staff("Wayan", Role::RegencyAdmin, REGENCY).stepped_up()
}

pub fn reviewer(world: &World, name: &str) -> Person {
    world.staff(name, Role::Reviewer, REGENCY)
}

/// Two reviewers who live in Kampungbaru, so that Tamansari falls to the first of them.
pub async fn reviewers(world: &World) -> [Person; 2] {
    let both = ["Gede", "Siti"].map(|name| reviewer(world, name));
    for person in &both {
        person.does(DeclareHome { home: world.kampungbaru() }).await.expect("a home");
    }
    both
}

pub fn closes(world: &World) -> Day {
    crate::server::clock::day_at(world.clock.now(), world.db.zone()).plus_days(30)
}

pub fn opening(world: &World, offices: &[OfficeCode], reviewers: &[&Person]) -> OpenCampaign {
    let reviewers = reviewers.iter().map(|reviewer| reviewer.id()).collect();
    OpenCampaign {
        name: "Semester 2 tahun 2026".into(),
        closes: closes(world),
        offices: offices.to_vec(),
        instrument: Instrument::seeded().code.clone(),
        reviewers,
    }
}

/// A campaign in which Tamansari answers, with its two reviewers.
pub async fn open(world: &World) -> (CampaignId, [Person; 2]) {
    let reviewers = reviewers(world).await;
    let campaign = admin(world).does(opening(world, &[world.tamansari()], &[&reviewers[0], &reviewers[1]])).await.expect("it opens");
    (campaign, reviewers)
}

pub async fn answers(world: &World, campaign: CampaignId) -> Assessment {
    let scope = OfficeScope::open(&world.db, &world.officer("Rini").actor).await.expect("an officer");
    store::assessment(&scope, campaign, Instrument::seeded()).await.expect("answers")
}

pub async fn answer(world: &World, campaign: CampaignId, item: &str) -> Answer {
    answers(world, campaign).await.answer(item).expect("an item").clone()
}

pub async fn standing(world: &World, campaign: CampaignId) -> Standing {
    store::seat_known(&world.db, campaign, world.tamansari()).await.expect("a seat")
}

pub fn keep(campaign: CampaignId, item: &str, seen: Version, claim: Score) -> KeepAnswer {
    KeepAnswer { campaign, item: item.into(), seen, claim, note: "Ada di ruang tunggu.".into(), note_is_public: false, link: String::new() }
}

pub fn photo(world: &World, campaign: CampaignId, item: &str, name: &str) -> AddEvidence {
    let stored = Stored { office: world.tamansari().number(), name: name.into(), media: "application/octet-stream", size_bytes: 1 };
    let photo = GoodsPhoto { stored, sizes: [(320, 240), (640, 480), (800, 600)], colour: "#c8a165".into(), likeness: vec![0; MARK_BYTES] };
    let digest = world.db.keys().blind_index(world.db.regency()).of("photo", name);
    AddEvidence {
        campaign,
        item: item.into(),
        photo,
        digest,
        alike: Vec::new(),
        when: When::Day,
        taken: None,
        camera: None,
        place: None,
        office: None,
        reason: "Tanggal tidak tercatat.".into(),
        agreed: true,
    }
}

/// A file of this kind, as the sandbox leaves it.
pub fn file(world: &World, campaign: CampaignId, item: &str, kind: FileKind) -> AddFile {
    let file = Stored { office: world.tamansari().number(), name: kind.media().into(), media: kind.media(), size_bytes: 84_000 };
    AddFile { campaign, item: item.into(), file, title: "SK tim Wi-Fi".into(), agreed: true }
}

/// Answers every item with `claim`, with all the photos and files that it takes; a note stands in every answer.
pub async fn answer_all(world: &World, campaign: CampaignId, claim: Score) {
    let rini = world.officer("Rini");
    for item in Instrument::seeded().asked() {
        let seen = answer(world, campaign, &item.code).await.version;
        rini.does(keep(campaign, &item.code, seen, claim)).await.expect("an answer");
        for (number, wanted) in item.evidence.iter().enumerate() {
            match wanted {
                Wanted::Photo { count, when, .. } => {
                    for copy in 0..*count {
                        let name = format!("{}-{number}-{copy}", item.code);
                        rini.does(AddEvidence { when: *when, ..photo(world, campaign, &item.code, &name) }).await.expect("a photo");
                    }
                }
                Wanted::File { .. } => drop(rini.does(file(world, campaign, &item.code, FileKind::Pdf)).await.expect("a file")),
                Wanted::Note { .. } | Wanted::Link { .. } | Wanted::Live { .. } => {}
            }
        }
    }
}

pub async fn judge(world: &World, by: &Person, campaign: CampaignId, item: &str, verdict: Verdict) -> Result<(), Refusal> {
    let of = finding(world, campaign, item).await;
    by.does(JudgeItem { of, verdict }).await
}

pub async fn finding(world: &World, campaign: CampaignId, item: &str) -> Finding {
    let seen = answer(world, campaign, item).await.version;
    Finding { office: world.tamansari(), campaign, item: item.into(), seen, reason: "Terlihat di foto.".into() }
}

/// The head and the reviewers have done their part: every item is accepted with `value`.
pub async fn accept_all(world: &World, by: &Person, campaign: CampaignId, value: Score) {
    for item in Instrument::seeded().asked() {
        judge(world, by, campaign, &item.code, Verdict::Accept(value)).await.expect("a verdict");
    }
}

pub fn accounts(people: &[&Person]) -> Vec<AccountId> {
    people.iter().map(|person| person.id()).collect()
}

/// Who looks, for the regency.
pub fn desk(world: &World, person: &Person) -> Desk {
    let frame = Frame {
        unit: "Kabupaten Banyuwangi".into(),
        place: String::new(),
        person: "Gede".into(),
        role: "Pemeriksa BPM Pemdes".into(),
        counts: FrameCounts::default(),
    };
    Desk::of(world.db.clone(), person.actor.clone(), frame).expect("somebody of the regency")
}

/// The offices of Tamansari's kecamatan but itself.
pub fn neighbours(world: &World) -> Vec<OfficeCode> {
    let here = world.tamansari();
    let near = |office: &OfficeCode| office.kecamatan() == here.kecamatan() && *office != here;
    gazetteer().all().iter().map(|office| office.code).filter(near).collect()
}

/// Who works for any office, under a name of their own.
pub fn worker(world: &World, role: Role, office: OfficeCode) -> Person {
    world.staff(&[role.code(), " ", &office.to_string()].concat(), role, Unit::Office(office)).stepped_up()
}

/// An office says of every item that there is nothing, which takes no photo.
pub async fn deny_all(world: &World, campaign: CampaignId, office: OfficeCode) {
    let officer = worker(world, Role::Operator, office);
    for item in Instrument::seeded().asked() {
        officer.does(keep(campaign, &item.code, Version::FIRST, Score::Missing)).await.expect("an answer");
    }
}

/// The same, handed in: each answer is in its third version then.
pub async fn hand_in(world: &World, campaign: CampaignId, office: OfficeCode) {
    deny_all(world, campaign, office).await;
    worker(world, Role::Head, office).does(SubmitAssessment { campaign }).await.expect("it is handed in");
}

pub async fn accept(by: &Person, campaign: CampaignId, office: OfficeCode, item: &str, value: Score) {
    let of = Finding { office, campaign, item: item.into(), seen: Version(3), reason: "Terlihat di foto.".into() };
    by.does(JudgeItem { of, verdict: Verdict::Accept(value) }).await.expect("a verdict");
}
