//! What pictures are asked for on their way in, and what their reviewer reads of them.

use axum::http::StatusCode;
use image::RgbImage;
use image::codecs::jpeg::JpegEncoder;
use smart_kampung::access::{Code, Refusal};
use smart_kampung::domain::{Lang, OfficeKind, Pin};
use smart_kampung::features::compliance::Doubt;
use smart_kampung::features::offices::{KeepProfile, NEVER, OfficeProfile};
use smart_kampung::forms::ProblemCode;
use smart_kampung::server::clock::day_at;
use smart_kampung::text::told;

use super::House;
use crate::likeness::photos::{Scene, rescaled};
use crate::sandbox::pictures::small_jpeg;
use crate::support::{self, does, hat};

#[tokio::test]
async fn a_picture_of_which_nobody_says_that_it_may_become_public_is_not_taken() {
    let house = House::new().await;
    let officer = &house.village.officer;
    let because = [("alasan", "Kamera kantor."), ("_oleh", "")];
    for agreed in ["", "tidak"] {
        let silent = [&because[..], &[("setuju", agreed)]].concat();
        let photo = house.sends_to(officer, ("/unggah/kepatuhan/wifi", "foto"), &silent, &small_jpeg()).await;
        assert_eq!(photo.problem("setuju"), Some(ProblemCode::NotTicked), "{agreed}");
        assert!(photo.refused().1.contains(&("alasan".into(), "Kamera kantor.".into())), "what was typed stays");
        let door = ("/unggah/kepatuhan/wifi/berkas", "berkas");
        let list = house.sends_to(officer, door, &[("isi_berkas", "Daftar tim"), ("setuju_gambar", agreed)], &small_jpeg()).await;
        assert_eq!(list.problem("setuju_gambar"), Some(ProblemCode::NotTicked), "{agreed}");
    }
    assert_eq!(std::fs::read_dir(house.served.blobs.folder()).expect("the folder").count(), 0, "nothing was put on the disk");
    let pdf = house.sends_to(officer, ("/unggah/kepatuhan/wifi/berkas", "berkas"), &[("isi_berkas", "SK")], b"%PDF-1.7 SK %%EOF\n").await;
    assert_eq!(pdf.status, StatusCode::SEE_OTHER, "a PDF is for whoever reviews alone");
    assert_eq!(house.sends(officer, "wifi", &because, &small_jpeg()).await.status, StatusCode::SEE_OTHER);
    assert!(house.photos("wifi").await[0].agreed, "and it is kept with the photo");
}

impl House {
    /// A page as somebody reads it.
    async fn page(&self, name: &str, path: &str) -> String {
        let cookie = support::cookie_of(&self.served, hat(&self.served, name).await).await;
        let page = support::Browser { app: smart_kampung::server::http::router(&self.served), cookie }.page(path).await;
        page.replace("<!>", "")
    }
}

fn jpeg(photo: &RgbImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(photo).expect("a photo");
    bytes
}

#[tokio::test]
async fn a_photo_of_another_office_is_found_small_and_pressed_by_the_reviewer_and_by_nobody_else() {
    let house = House::new().await;
    let (here, there) = (&house.village.officer, &house.elsewhere.officer);
    let because = [("alasan", "Kamera kantor.")];
    let taken = Scene::new(7).photo(800, 600);
    let original = jpeg(&taken, 90);
    assert_eq!(house.sends(here, "wifi", &because, &original).await.status, StatusCode::SEE_OTHER);
    let copy = house.sends(there, "wifi", &because, &jpeg(&rescaled(&taken, 0.6), 55)).await;
    assert_eq!(copy.status, StatusCode::SEE_OTHER, "whoever sends it is told nothing");
    let again = house.sends(there, "toilet", &because, &original).await.refused().2;
    assert_eq!(again, told(Lang::Id, Refusal::Conflict(Code::PhotoAgain)), "and of the very file only that it is not taken");
    let other = house.sends(there, "toilet", &because, &jpeg(&Scene::new(8).photo(800, 600), 90)).await;
    assert_eq!(other.status, StatusCode::SEE_OTHER);

    let like = "Mirip dengan foto Desa Tamansari (Kec. Licin)";
    let reviewed = house.page("Siti Rahayu", "/bpm/telaah/sobo/wifi").await;
    assert!(reviewed.contains(like) && reviewed.contains("/m/kepatuhan/tamansari-licin/"), "side by side");
    let toilet = house.page("Siti Rahayu", "/bpm/telaah/sobo/toilet").await;
    assert!(toilet.contains("Berkas yang sama dengan foto Desa Tamansari (Kec. Licin)"), "what was tried");
    assert!(!toilet.contains("Mirip dengan"), "another picture is like none");
    assert!(!house.page("Gede Artawan", "/bpm/telaah/tamansari-licin/wifi").await.contains("Mirip dengan"), "it was there first");
    for item in ["wifi", "toilet"] {
        let own = house.page("Sri Lestari", &format!("/kantor/kepatuhan/{item}")).await;
        assert!(!own.contains("Mirip") && !own.contains("Tamansari"), "{item}");
    }
}

#[tokio::test]
async fn a_photo_from_far_away_says_why_and_its_reviewer_reads_how_far_it_is() {
    let house = House::new().await;
    let officer = &house.village.officer;
    let pin = Some(Pin { latitude: -8_219_000, longitude: 114_369_000 });
    let profile = OfficeProfile { pin, ..OfficeProfile::proposed(OfficeKind::Desa) };
    does(&house.served, &house.village.head, KeepProfile { seen: NEVER, profile }).await;
    let today = day_at(house.served.db.clock().now(), house.served.db.zone());
    let (day, month, year) = (today.day().to_string(), today.month().to_string(), today.year().to_string());
    let at = |place: &'static str, why: &'static str| {
        vec![("tanggal.hari", &*day), ("tanggal.bulan", &*month), ("tanggal.tahun", &*year), ("tempat", place), ("alasan", why)]
    };
    let home = "-8.22200,114.36900,10";
    let silent = house.sends(officer, "wifi", &at(home, ""), &small_jpeg()).await;
    assert_eq!(silent.problem("alasan"), Some(ProblemCode::Missing), "it is at the officer's house");
    let unknown = house.sends(officer, "wifi", &at("", ""), &small_jpeg()).await;
    assert_eq!(unknown.problem("alasan"), Some(ProblemCode::Missing), "nobody knows where");
    assert_eq!(house.photos("wifi").await, []);
    let near = house.sends(officer, "wifi", &at("-8.21950,114.36900,10", ""), &small_jpeg()).await;
    assert_eq!(near.status, StatusCode::SEE_OTHER, "at the gate nobody asks");
    let explained = house.sends(officer, "wifi", &at(home, "Alat dipasang di rumah."), &[small_jpeg(), vec![1]].concat()).await;
    assert_eq!(explained.status, StatusCode::SEE_OTHER);
    let [near, far] = house.photos("wifi").await.try_into().expect("two photos");
    assert_eq!((near.doubts.as_slice(), near.metres.is_some_and(|metres| metres < 100)), (&[][..], true));
    assert_eq!((far.doubts.as_slice(), far.metres.is_some_and(|metres| (300..370).contains(&metres))), (&[Doubt::FarAway][..], true));
    let page = house.page("Gede Artawan", "/bpm/telaah/tamansari-licin/wifi").await;
    assert!(page.contains("Diambil jauh dari kantor") && page.contains("Alasan kantor: Alat dipasang di rumah."));
    let metres = format!("jarak {} m dari kantor", far.metres.expect("it is known"));
    assert!(page.contains(&metres), "{metres}");
}
