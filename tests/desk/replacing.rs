//! Which letter stands in the place of another.

use axum::http::StatusCode;
use smart_kampung::domain::{ApplicationId, Version};
use smart_kampung::features::applications::IdentitySeen;
use smart_kampung::features::applications::acts::{Agree, Approve, Claim, Issue, Issued};
use smart_kampung::server::http::router;

use super::{House, browser, page_of};
use crate::issuing::{case, code_of};
use crate::support::{Browser, does, hidden_fields};

async fn issued(house: &House) -> (ApplicationId, Issued) {
    let (rini, head) = (house.actor("Rini Wulandari").await, house.actor("Hadi Santoso").await);
    let id = house.sent().await;
    does(&house.engine, &rini, Claim { id, seen: Version(1) }).await;
    does(&house.engine, &rini, Approve { id, seen: Version(2), identity: IdentitySeen::PhotoAgainstKk }).await;
    let hash = case(&house.engine, id).await.snapshot.expect("a frozen letter").hash;
    does(&house.engine, &head, Agree { id, hash }).await;
    (id, does(&house.engine, &head, Issue { id, seen: Version(3), hash, host: "smartkampung.example".into() }).await)
}

#[tokio::test]
async fn a_letter_that_was_corrected_leads_to_the_one_in_its_place() {
    let house = House::new().await;
    let hadi = browser(&house.engine, "Hadi Santoso").await;
    let ((old, first), (_, second)) = (issued(&house).await, issued(&house).await);
    let revoke = async |words: &str| {
        let fields = hidden_fields(&hadi.page(&page_of(old)).await, "/api/desk/revoke");
        hadi.sends("/api/desk/revoke", &format!("{fields}&catatan=Alamatnya+dibetulkan.&{words}")).await
    };
    let number = second.number.replace('/', "%2F");
    for (words, sentence) in [
        (format!("alasan=wrong_content&pengganti={number}"), "Kosongkan, atau pilih alasan Terbit surat yang dibetulkan."),
        ("alasan=corrected&pengganti=500%2F1".to_owned(), "Isi nomor surat lain yang sah, untuk pemohon dan layanan yang sama."),
        (format!("alasan=corrected&pengganti={}", first.number.replace('/', "%2F")), "Isi nomor surat lain yang sah"),
    ] {
        let (status, _, page) = revoke(&words).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(page.contains(sentence), "{words}: {page}");
        assert!(page.contains("Alamatnya dibetulkan."), "what was typed stays");
    }
    let (status, to, page) = revoke(&format!("alasan=corrected&pengganti={number}")).await;
    assert_eq!((status, to), (StatusCode::SEE_OTHER, format!("{}?hasil=dicabut", page_of(old))), "{page}");

    let (code, next) = (code_of(&house.engine, &first).await, code_of(&house.engine, &second).await);
    let nobody = Browser { app: router(&house.engine), cookie: String::new() };
    let page = nobody.page(&format!("/v/{code}")).await;
    assert!(page.contains("Diganti") && page.contains(&format!("href=\"/v/{next}\"")), "{page}");
    assert!(nobody.page(&format!("/v/{next}")).await.contains("Sah"));
    assert!(hadi.page("/kantor/register").await.contains("Diganti"));
}
