//! What the office's own pages say at each stage.

use super::helpers::{accept_all, admin, answer, answer_all, file, judge, keep, open, opening, photo, reviewer, reviewers};
use crate::access::{Code, Refusal};
use crate::domain::{BlobId, Version};
use crate::features::compliance::acts::{DeclareHome, LockCampaign, ObjectToVerdict, PublishCampaign, SubmitAssessment};
use crate::features::compliance::village::{
    CampaignView, Desk, ItemView, OverviewView, item, may_send, overview, photo_within, public_photo,
};
use crate::features::compliance::{FileKind, Instrument, Score, Verdict};
use crate::server::testing::{Person, on_both_databases};
use crate::ui::{Frame, FrameCounts};

fn desk(person: &Person) -> Desk {
    let frame =
        Frame { unit: String::new(), place: String::new(), person: String::new(), role: String::new(), counts: FrameCounts::default() };
    Desk::of(person.db().clone(), person.actor.clone(), frame).expect("a desk")
}

async fn list(person: &Person) -> OverviewView {
    overview(&desk(person), "").await.expect("a list")
}

async fn round(person: &Person) -> CampaignView {
    list(person).await.campaign.expect("a campaign")
}

async fn page(person: &Person, code: &str) -> ItemView {
    item(&desk(person), code, "").await.expect("a page")
}

fn mark<'a>(view: &'a CampaignView, code: &str) -> &'a str {
    view.rows.iter().find(|row| row.code == code).map(|row| row.mark.words.as_str()).expect("a row")
}

on_both_databases! {
    async fn before_a_campaign_there_is_nothing_and_in_one_the_office_sees_what_it_lacks(world: World) {
        let (rini, hadi) = (world.officer("Rini"), world.head("Hadi"));
        assert_eq!(list(&rini).await.campaign, None);
        assert_eq!(item(&desk(&rini), "wifi", "").await.err(), Some(Refusal::NotFound));
        let (campaign, _) = open(&world).await;
        let empty = round(&rini).await;
        assert_eq!((empty.rows.len(), empty.squares.len(), empty.counted.as_str()), (13, 13, "13 belum diisi"));
        assert!(empty.until.starts_with("sampai Kamis 24 Desember 2026, 30 hari lagi"), "{}", empty.until);
        assert_eq!(empty.comes_to, "Menurut kantor Anda sekarang: 0 dari 26, kelas Kurang. 8 butir lagi menuju Berkembang (16 poin).");
        assert_eq!((empty.note.title.as_str(), empty.submit.is_some(), empty.who_submits.as_str()), ("Belum diajukan", false, "Kepala desa yang mengajukan."));
        rini.does(keep(campaign, "wifi", Version::FIRST, Score::Met)).await.unwrap();
        assert_eq!(mark(&round(&rini).await, "wifi"), "Kurang 1 foto, 1 berkas");
        rini.does(photo(&world, campaign, "wifi", "satu")).await.unwrap();
        assert_eq!(mark(&round(&rini).await, "wifi"), "Kurang 1 berkas");
        rini.does(file(&world, campaign, "wifi", FileKind::Pdf)).await.unwrap();
        let begun = round(&hadi).await;
        assert_eq!((mark(&begun, "wifi"), mark(&begun, "toilet")), ("Siap", "Belum diisi"));
        assert_eq!((begun.counted.as_str(), begun.squares[0].as_str()), ("1 terpenuhi, 12 belum diisi", "2"));
        assert!(begun.submit.is_some_and(|form| form.fields.len() == 13 + 17), "only the head hands in");
        let wifi = page(&rini, "wifi").await;
        assert_eq!((wifi.number.as_str(), wifi.photos_title.as_str(), wifi.icon.as_str()), ("Butir 1 dari 13", "Bukti foto: 1 dari 1", "item-1"));
        let form = wifi.answer.expect("a form");
        assert_eq!((form.claim.as_str(), form.options[0].code.as_str(), form.more.len()), ("2", "2", 3));
        assert!(wifi.upload.open && wifi.photos[0].removable && wifi.objection.is_none());
        assert_eq!(wifi.history.iter().map(|line| line.what.as_str()).collect::<Vec<_>>(), ["Berkas ditambahkan.", "Foto ditambahkan.", "Diisi: 2, terpenuhi."]);
        let looking = page(&hadi, "wifi").await;
        assert!(looking.answer.is_none() && !looking.upload.open && !looking.photos[0].removable);
        assert_eq!(looking.says[0].said, "2, terpenuhi");
        assert_eq!(item(&desk(&rini), "satgas_kemiskinan", "").await.err(), Some(Refusal::NotFound), "it is not asked");
    }

    async fn what_lies_with_the_reviewer_is_read_and_what_comes_back_is_mended(world: World) {
        let (campaign, [gede, siti]) = open(&world).await;
        let (rini, hadi) = (world.officer("Rini"), world.head("Hadi"));
        answer_all(&world, campaign, Score::Met).await;
        hadi.does(SubmitAssessment { campaign }).await.unwrap();
        let waiting = round(&hadi).await;
        assert_eq!((waiting.note.title.as_str(), mark(&waiting, "wifi")), ("13 butir menunggu pemeriksa", "Menunggu pemeriksa"));
        assert!(waiting.submit.is_none() && round(&rini).await.who_submits.is_empty());
        let read = page(&rini, "wifi").await;
        assert!(read.answer.is_none() && !read.upload.open && read.notes.is_empty());
        assert_eq!(may_send(&world.db, &rini.actor, "wifi").await.err(), Some(Refusal::Conflict(Code::CampaignClosed)));

        judge(&world, &gede, campaign, "wifi", Verdict::Return).await.unwrap();
        judge(&world, &gede, campaign, "toilet", Verdict::Accept(Score::Partly)).await.unwrap();
        judge(&world, &gede, campaign, "laktasi", Verdict::Accept(Score::Met)).await.unwrap();
        let returned = round(&hadi).await;
        assert_eq!((returned.note.title.as_str(), returned.submit.is_some()), ("1 butir perlu bukti", true));
        assert_eq!((mark(&returned, "wifi"), mark(&returned, "toilet"), mark(&returned, "laktasi")), ("Perlu bukti", "Sebagian", "Terpenuhi"));
        let mended = page(&rini, "wifi").await;
        assert!(mended.answer.is_some() && mended.upload.open);
        assert_eq!(mended.notes[0].text, "“Terlihat di foto.”");
        assert!(mended.notes[0].title.starts_with("Catatan pemeriksa, 24 November 2026"), "{}", mended.notes[0].title);
        assert!(may_send(&world.db, &rini.actor, "wifi").await.is_ok());
        assert_eq!(may_send(&world.db, &hadi.actor, "wifi").await.err(), Some(Refusal::Forbidden));
        assert_eq!(may_send(&world.db, &world.resident("Siti").actor, "wifi").await.err(), Some(Refusal::NotFound));

        assert!(page(&rini, "toilet").await.objection.is_none(), "the head objects");
        assert!(page(&hadi, "laktasi").await.objection.is_none(), "there is nothing to object to");
        let seen = page(&hadi, "toilet").await.objection.expect("a form").seen;
        let reviewers = vec![gede.id(), siti.id()];
        hadi.does(ObjectToVerdict { campaign, item: "toilet".into(), seen, reason: "Sabunnya ada.".into(), reviewers }).await.unwrap();
        let objected = page(&hadi, "toilet").await;
        assert_eq!((objected.mark.words.as_str(), objected.notes[0].text.as_str()), ("Keberatan", "“Sabunnya ada.”"));
        assert!(objected.objection.is_none());
    }

    async fn a_campaign_that_is_over_says_so_and_shows_what_came_of_it(world: World) {
        let (campaign, [gede, _]) = open(&world).await;
        let (rini, hadi, wayan) = (world.officer("Rini"), world.head("Hadi"), admin(&world));
        answer_all(&world, campaign, Score::Met).await;
        world.clock.forward(31 * 86_400);
        let late = round(&hadi).await;
        assert_eq!((late.note.title.as_str(), late.submit.is_some()), ("Waktu mengisi sudah habis", false));
        assert!(late.until.ends_with("sudah lewat"));
        assert!(page(&rini, "wifi").await.answer.is_none());
        world.clock.forward(-31 * 86_400);
        hadi.does(SubmitAssessment { campaign }).await.unwrap();
        wayan.does(LockCampaign { id: campaign }).await.unwrap();
        assert_eq!(round(&rini).await.note.title, "Jawaban sudah dikunci");
        accept_all(&world, &gede, campaign, Score::Partly).await;
        let settled = round(&rini).await;
        let few = "Wi-Fi gratis tanpa kata sandi, Perpustakaan mini atau sudut baca, Pagar dan gerbang terbuka 24 jam";
        let said = ["Hasil pemeriksaan: 13 dari 26, kelas Kurang. 3 butir lagi menuju Berkembang (3 poin): ", few, "."].concat();
        assert_eq!((settled.comes_to, settled.until.as_str()), (said, "batas pengisian 24 Desember 2026"));
        assert_eq!((settled.counted.as_str(), settled.squares[0].as_str()), ("13 sebagian", "1"));
        let evidence = answer(&world, campaign, "wifi").await.evidence[0].clone();
        let slug = "tamansari-licin";
        assert_eq!(public_photo(&world.db, slug, evidence.id).await.err(), Some(Refusal::NotFound));
        wayan.does(PublishCampaign { id: campaign }).await.unwrap();
        let public = round(&rini).await.note;
        assert_eq!(public.way.map(|way| way.to).as_deref(), Some("/kepatuhan/tamansari-licin"));
        assert_eq!(public_photo(&world.db, slug, evidence.id).await.map(|(office, photo)| (office, photo.file)), Ok((world.tamansari(), evidence.file)));
        assert_eq!(public_photo(&world.db, slug, BlobId::from_u128(9)).await.err(), Some(Refusal::NotFound));
        assert_eq!(public_photo(&world.db, "atlantis", BlobId::from_u128(9)).await.err(), Some(Refusal::NotFound));
    }

    async fn the_pages_of_another_office_say_nothing_of_it(world: World) {
        let [gede, _] = reviewers(&world).await;
        let made = reviewer(&world, "Made");
        made.does(DeclareHome { home: world.tamansari() }).await.unwrap();
        let offices = [world.tamansari(), world.kampungbaru()];
        let campaign = admin(&world).does(opening(&world, &offices, &[&gede, &made])).await.unwrap();
        answer_all(&world, campaign, Score::Met).await;
        let (rini, sri) = (world.officer("Rini"), world.stranger("Sri"));
        assert_eq!(round(&rini).await.counted, "13 terpenuhi");
        let theirs = round(&sri).await;
        assert_eq!((theirs.counted.as_str(), theirs.who_submits.as_str()), ("13 belum diisi", "Lurah yang mengajukan."));
        let page = page(&sri, "wifi").await;
        assert!(page.photos.is_empty() && page.history.is_empty() && page.notes.is_empty());
        let evidence = answer(&world, campaign, "wifi").await.evidence[0].clone();
        let photo = photo_within(&world.db, &rini.actor, "tamansari-licin", evidence.id).await;
        assert_eq!(photo, Ok((world.tamansari(), evidence.clone())));
        for slug in ["tamansari-licin", "kampungbaru", "sobo"] {
            assert_eq!(photo_within(&world.db, &sri.actor, slug, evidence.id).await.err(), Some(Refusal::NotFound), "{slug}");
        }
        assert!(photo_within(&world.db, &gede.actor, "tamansari-licin", evidence.id).await.is_ok());
        assert_eq!(Instrument::seeded().asked().count(), theirs.rows.len());
    }
}
