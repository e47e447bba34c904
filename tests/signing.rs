//! The head's desk as a browser without scripts meets it: letter by letter, then one press for all.

use axum::http::StatusCode;
use smart_kampung::access::Actor;
use smart_kampung::domain::{ApplicationId, Version};
use smart_kampung::features::applications::acts::{Approve, Claim, SendBack};
use smart_kampung::features::applications::{IdentitySeen, Reason, ReasonCode};
use smart_kampung::features::letters::hex;
use smart_kampung::server::http::router;

use crate::issuing::case;
use crate::support::{Browser, Step, Village, cookie_of, does, engine_with_people, hat, hidden_fields};

const DESK: &str = "/kantor/tanda-tangan";

#[tokio::test]
async fn ten_letters_are_read_one_by_one_and_signed_at_one_press_that_may_come_twice() {
    let engine = engine_with_people().await;
    let (hadi, rini) = (hat(&engine, "Hadi Santoso").await, hat(&engine, "Rini Wulandari").await);
    let head = Browser { app: router(&engine), cookie: cookie_of(&engine, hadi).await };
    let (hadi, rini) = (Actor::new(hadi, true), Actor::new(rini, true));
    let village = Village::tamansari(&engine).await;
    village.opens(&engine).await;
    let mut cases: Vec<ApplicationId> = Vec::new();
    for _ in 1..=11 {
        cases.push(village.case_at(&engine, Step::Approved).await);
    }

    let (status, _, page) = head.sends("/api/desk/sign_all", &format!("_key={}&_di={DESK}", key(1))).await;
    assert_eq!(status, StatusCode::CONFLICT, "nothing is preselected");
    assert!(page.contains("Buka dan baca dulu suratnya"), "{page}");

    let mut next = DESK.to_owned();
    for at in 1..=10 {
        let page = head.page(&next).await;
        assert!(page.contains(&format!("Surat <!>{at}")) || page.contains(&format!("Surat {at}")), "{page}");
        let (status, to, _) = head.sends("/api/desk/agree", &hidden_fields(&page, "/api/desk/agree")).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        next = to;
    }
    // The eleventh is passed over.
    let unread = head.page(&next).await;
    let unread = hidden_fields(&unread, "/api/desk/agree")
        .split('&')
        .find_map(|field| field.strip_prefix("_id=").map(str::to_owned))
        .expect("an id");
    let question = head.page(&format!("{DESK}?setelah={unread}")).await;
    assert!(question.contains("Tandatangani <!>10") || question.contains("Tandatangani 10"), "{question}");
    let named = hidden_fields(&question, "/api/desk/sign_all");
    assert_eq!(named.matches("surat.").count(), 10);

    // One changes meanwhile; and a forged field names the letter that nobody has opened.
    let changed = *cases.iter().find(|id| id.to_string() != unread).expect("one of ten");
    let reason = Reason { code: ReasonCode::Other, words: "Periksa alamatnya.".into() };
    does(&engine, &hadi, SendBack { id: changed, seen: Version(3), reason }).await;
    does(&engine, &rini, Claim { id: changed, seen: Version(4) }).await;
    does(&engine, &rini, Approve { id: changed, seen: Version(5), identity: IdentitySeen::PhotoAgainstKk }).await;
    let unread_hash = case(&engine, unread.parse().expect("an id")).await.snapshot.expect("a frozen letter").hash;
    let body = format!("{named}&surat.{unread}={}", hex(&unread_hash));

    let (status, to, _) = head.sends("/api/desk/sign_all", &body).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/kantor/tanda-tangan?hasil=9.0.2"));
    let (status, again, _) = head.sends("/api/desk/sign_all", &body).await;
    assert_eq!((status, &again), (StatusCode::SEE_OTHER, &to), "the same press has the same answer");
    let page = head.page(&to).await;
    assert!(page.contains("surat sudah ditandatangani") && page.contains("surat belum ditandatangani"), "{page}");

    // The page was open in a second window, whose key is another.
    let old = body.split('&').find(|field| field.starts_with("_key=")).expect("a key").to_owned();
    let (_, to, _) = head.sends("/api/desk/sign_all", &body.replace(&old, &format!("_key={}", key(2)))).await;
    assert_eq!(to, "/kantor/tanda-tangan?hasil=0.9.2");
    assert!(head.page(&to).await.contains("surat sudah ditandatangani sebelum ini"));

    // Other letters under the first key are another wish.
    let fewer = body.rsplit_once('&').expect("fields").0;
    let (status, _, page) = head.sends("/api/desk/sign_all", fewer).await;
    assert_eq!(status, StatusCode::CONFLICT, "{page}");
    let register = head.page("/kantor/register").await;
    assert_eq!(register.matches(">SITI AMINAH<").count(), 9);
}

fn key(number: u32) -> String {
    format!("018f2f6e-7f5a-7c3e-9d1a-{number:012}")
}
