//! What everybody reads of a review, asked of the whole router: after its publication and not before.

use axum::http::StatusCode;
use smart_kampung::access::Actor;
use smart_kampung::domain::{CampaignId, Day, OfficeCode, Version};
use smart_kampung::features::compliance::acts::{
    AddEvidence, AddFile, Finding, JudgeItem, KeepAnswer, LockCampaign, OpenCampaign, PublishCampaign, SubmitAssessment,
};
use smart_kampung::features::compliance::{Instrument, Score, Verdict, Wanted, demo, store};
use smart_kampung::features::documents::GoodsPhoto;
use smart_kampung::server::act::Act;
use smart_kampung::server::blobs::Stored;
use smart_kampung::server::db::RegencyScope;
use smart_kampung::server::engine::Engine;

use crate::support::{ask, does, engine_with_people, hat};

const TAMANSARI: i64 = 3_510_242_008;

/// Who has shown the second factor just now.
async fn as_person<A: Act>(engine: &Engine, name: &str, act: A) -> A::Done {
    does(engine, &Actor::new(hat(engine, name).await, true), act).await
}

fn office() -> OfficeCode {
    TAMANSARI.try_into().expect("a code")
}

/// Tamansari claims two everywhere; Gede accepts, but for the toilet, of which he says why.
async fn judged(engine: &Engine) -> CampaignId {
    demo::settle_reviewers(&engine.db).await.expect("homes");
    let gede = hat(engine, "Gede Artawan").await;
    let open = OpenCampaign {
        name: "Semester <b>2</b>".into(),
        closes: Day::new(2199, 12, 31).expect("a day"),
        offices: vec![office()],
        instrument: "2016-13".into(),
        reviewers: vec![gede.account],
    };
    let campaign = as_person(engine, "Wayan Sudarma", open).await;
    for item in Instrument::seeded().asked() {
        let (seen, item_code) = (Version::FIRST, item.code.clone());
        let keep = KeepAnswer {
            campaign,
            item: item_code.clone(),
            seen,
            claim: Score::Met,
            note: "Rahasia kantor".into(),
            note_is_public: false,
            link: String::new(),
        };
        as_person(engine, "Rini Wulandari", keep).await;
        let photos = item.evidence.iter().enumerate().flat_map(|(number, wanted)| match wanted {
            Wanted::Photo { count, when, .. } => (0..*count).map(|copy| (number, copy, *when)).collect(),
            _ => Vec::new(),
        });
        for (number, copy, when) in photos {
            let name = format!("{item_code}{number}{copy}");
            let stored = Stored { office: TAMANSARI, name, media: "application/octet-stream", size_bytes: 1 };
            let photo =
                GoodsPhoto { stored, sizes: [(320, 240), (640, 480), (1280, 960)], colour: "#c8a165".into(), likeness: vec![0; 290] };
            let digest = engine.db.keys().blind_index(3510).of("photo", &photo.stored.name);
            let add = AddEvidence {
                campaign,
                item: item_code.clone(),
                photo,
                digest,
                alike: Vec::new(),
                when,
                taken: None,
                camera: None,
                place: None,
                office: None,
                reason: "Sinyal hilang".into(),
                agreed: true,
            };
            as_person(engine, "Rini Wulandari", add).await;
        }
        for number in item.evidence.iter().enumerate().filter(|(_, wanted)| matches!(wanted, Wanted::File { .. })).map(|(number, _)| number)
        {
            let file = Stored { office: TAMANSARI, name: format!("{item_code}-{number}"), media: "application/pdf", size_bytes: 1 };
            as_person(engine, "Rini Wulandari", AddFile { campaign, item: item_code.clone(), file, title: "SK".into(), agreed: false })
                .await;
        }
    }
    as_person(engine, "Hadi Santoso", SubmitAssessment { campaign }).await;
    let gede = smart_kampung::features::accounts::demo::actor(&engine.db, "Gede Artawan").await.expect("a reviewer");
    let scope = RegencyScope::open(&engine.db, &gede).await.expect("the regency");
    let assessment = store::assessment_of(&scope, campaign, office()).await.expect("answers").expect("answers");
    drop(scope);
    for answer in assessment.answers {
        let (verdict, reason) = if answer.item == "toilet" {
            (Verdict::Accept(Score::Partly), "Sabun <i>belum</i> ada.")
        } else {
            (Verdict::Accept(Score::Met), "")
        };
        let of = Finding { office: office(), campaign, item: answer.item, seen: answer.version, reason: reason.into() };
        as_person(engine, "Gede Artawan", JudgeItem { of, verdict }).await;
    }
    campaign
}

#[tokio::test]
async fn a_result_is_read_with_its_reasons_once_it_is_public_and_not_before() {
    let engine = engine_with_people().await;
    let campaign = judged(&engine).await;
    for path in ["/kepatuhan", "/kepatuhan/tamansari-licin", "/kepatuhan.csv", "/kepatuhan.json", "/kepatuhan/tamansari-licin/lencana.svg"]
    {
        let (status, page) = ask(&engine, path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(
            !page.contains("96,15") && !page.contains("Sabun") && !page.contains("\"maju\",") && !page.contains(">Maju<"),
            "{path}: {page}"
        );
    }
    as_person(&engine, "Wayan Sudarma", LockCampaign { id: campaign }).await;
    as_person(&engine, "Wayan Sudarma", PublishCampaign { id: campaign }).await;

    let (_, board) = ask(&engine, "/kepatuhan").await;
    assert!(board.contains("96,15") && board.contains("12 / 13") && board.contains("Semester &lt;b&gt;2&lt;/b&gt;"), "{board}");
    assert_eq!(board.matches("tabindex=\"-1\"><title>").count(), 217, "every village is a link of the map");
    assert!(board.contains("Desa Tamansari (Kec.\u{a0}Licin): Maju") || board.contains("Desa Tamansari (Kec. Licin): Maju"), "{board}");
    assert_eq!(board.matches("<td data-th=\"Kantor\"").count(), 1, "who was not judged stands behind one line: {board}");
    assert!(board.contains("216 desa dan kelurahan belum dinilai.") && board.contains("href=\"/kepatuhan?semua=1\""), "{board}");
    let (_, all) = ask(&engine, "/kepatuhan?semua=1").await;
    assert_eq!(all.matches("<td data-th=\"Kantor\"").count(), 217, "{all}");
    assert!(all.contains("<a href=\"/kepatuhan\" class=\"link\">Sembunyikan") && all.contains("name=\"semua\""), "{all}");
    let (_, sobo) = ask(&engine, "/kepatuhan?kecamatan=kec-banyuwangi").await;
    assert!(sobo.contains("18 desa dan kelurahan belum dinilai.") && !sobo.contains("Tidak ada kantor yang cocok"), "{sobo}");
    assert!(sobo.contains("href=\"/kepatuhan?kecamatan=kec-banyuwangi&amp;semua=1\""), "{sobo}");
    let (_, not_judged) = ask(&engine, "/kepatuhan?kelas=belum").await;
    assert_eq!(not_judged.matches("<td data-th=\"Kantor\"").count(), 216, "who asks for them sees them: {not_judged}");
    let (_, maju) = ask(&engine, "/kepatuhan?kelas=maju").await;
    assert_eq!(maju.matches("<td data-th=\"Kantor\"").count(), 1, "{maju}");
    let (_, elsewhere) = ask(&engine, "/kepatuhan?kelas=maju&kecamatan=kec-genteng").await;
    assert!(elsewhere.contains("Tidak ada kantor yang cocok"), "{elsewhere}");

    let (_, page) = ask(&engine, "/kepatuhan/tamansari-licin").await;
    for words in
        ["25 dari 26, nilai 96,15", "12 dari 13 butir terpenuhi", "Sabun &lt;i&gt;belum&lt;/i&gt; ada.", "/foto/kepatuhan/tamansari-licin/"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    for secret in ["Rahasia kantor", "Sinyal hilang", "Gede", "Rini", "Hadi"] {
        assert!(!page.contains(secret), "{secret} is nobody's business: {page}");
    }
    let (_, village) = ask(&engine, "/d/tamansari-licin").await;
    assert!(village.contains("href=\"/kepatuhan/tamansari-licin\"") && village.contains("Kepatuhan Smart Kampung: Maju"), "{village}");
    let (_, other) = ask(&engine, "/kepatuhan/sobo").await;
    assert!(other.contains("Belum dinilai"), "{other}");

    let (_, csv) = ask(&engine, "/kepatuhan.csv").await;
    assert_eq!(csv.lines().count(), 2, "{csv}");
    assert!(csv.contains("3510242008,\"Desa Tamansari\",\"Licin\""), "{csv}");
    let (_, json) = ask(&engine, "/kepatuhan.json").await;
    let lines: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!((&lines[0]["value_hundredths"], &lines[0]["items"]), (&9_615.into(), &"2221222222222".into()));
    let (_, then) = ask(&engine, "/kepatuhan.json?per=2020-01-01").await;
    assert_eq!(then, "[]", "nothing was public on that day");
    for wrong in ["kemarin", "2126-01-01"] {
        assert_eq!(ask(&engine, &format!("/kepatuhan.csv?per={wrong}")).await.0, StatusCode::NOT_FOUND, "{wrong}");
    }
    let (_, badge) = ask(&engine, "/kepatuhan/tamansari-licin/lencana.svg").await;
    assert!(badge.contains("Maju") && !badge.contains("<b>"), "{badge}");
}
