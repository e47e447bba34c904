//! Two officers and one case.

use axum::body::Body;
use axum::http::{StatusCode, header};
use http_body_util::BodyExt;
use tower::ServiceExt;

use super::{House, browser, page_of};
use crate::support::{form, hidden_fields};

#[tokio::test]
async fn whoever_claims_second_is_led_to_the_case_and_reads_who_has_it() {
    let house = House::new().await;
    let id = house.sent().await;
    // Both have the queue before their eyes.
    let queue = house.joko.page("/kantor/permohonan").await;
    let (status, to, _) =
        house.rini.sends("/api/desk/claim", &hidden_fields(&house.rini.page("/kantor/permohonan").await, "/api/desk/claim")).await;
    assert_eq!((status, to), (StatusCode::SEE_OTHER, format!("{}?hasil=diambil", page_of(id))));
    let claim = hidden_fields(&queue, "/api/desk/claim");
    let (status, to, _) = house.joko.sends("/api/desk/claim", &claim).await;
    assert_eq!((status, &to), (StatusCode::SEE_OTHER, &format!("{}?hasil=berubah", page_of(id))));
    let page = house.joko.page(&to).await;
    assert!(page.contains("Permohonan ini baru saja berubah"), "{page}");
    assert!(page.contains("Dipegang Rini Wulandari sampai"), "{page}");
    assert!(!page.contains("Siti Aminah"), "the answers stay closed");
    assert!(!house.joko.page(&page_of(id)).await.contains("baru saja berubah"), "said once");

    // A page that is alive is led there as well.
    let asked = form("/api/desk/claim").header(header::COOKIE, &house.joko.cookie).header(header::ACCEPT, "application/json");
    let answer = house.joko.app.clone().oneshot(asked.body(Body::from(claim)).expect("a request")).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::OK);
    let next = answer.into_body().collect().await.expect("a whole body").to_bytes();
    let next: serde_json::Value = serde_json::from_slice(&next).expect("JSON");
    assert_eq!(next, serde_json::json!({ "to": to, "afresh": true }));
}

#[tokio::test]
async fn who_may_not_claim_is_offered_no_button_for_it() {
    let house = House::new().await;
    house.sent().await;
    let hadi = browser(&house.engine, "Hadi Santoso").await;
    for (who, offered) in [(&house.rini, true), (&hadi, false)] {
        let page = who.page("/kantor").await;
        assert!(page.contains("Surat Keterangan Usaha"), "{page}");
        assert_eq!(page.contains("/api/desk/claim"), offered, "{page}");
    }
}
