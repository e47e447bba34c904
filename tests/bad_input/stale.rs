//! Two who settle the same thing, and a database that does not answer.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use sea_orm::{ConnectionTrait, Database};
use smart_kampung::domain::Version;
use smart_kampung::features::applications::acts::Reject;
use smart_kampung::features::applications::{Reason, ReasonCode};

use super::{ANOTHER, House, KEY, body, get};

fn settings(key: &str, seen: &str, address: &str, paper: &str) -> String {
    body(&[
        ("_seen", seen),
        ("_key", key),
        ("kertas", paper),
        ("huruf", "serif"),
        ("buku", "satu"),
        ("pola", "{kode}/{urut:3}/{tahun}"),
        ("alamat", address),
        ("kepala_nama", "HADI SANTOSO"),
        ("_di", "/kantor/pengaturan"),
    ])
}

#[tokio::test]
async fn of_two_who_keep_the_settings_the_second_sees_both_and_decides() {
    let house = House::new().await;
    let (hadi, joko) = (house.cookie("Hadi Santoso").await, house.cookie("Joko Prasetyo").await);
    let keeps = "/api/desk/keep_settings";
    assert_eq!(house.sends(&hadi, keeps, &settings(KEY, "0", "Jl. Raya Tamansari 1", "f4")).await.status, StatusCode::SEE_OTHER);
    let before = house.written().await;
    let page = house.sends(&joko, keeps, &settings(ANOTHER, "0", "Jl. <Baru> 7", "a4")).await;
    assert_eq!((page.status, house.written().await), (StatusCode::CONFLICT, before));
    assert!(page.html.contains("Data ini baru saja diubah orang lain."), "{}", page.html);
    assert!(page.holds("Jl. <Baru> 7"), "what was typed stays");
    let stored = page.html.matches("Yang tersimpan sekarang: ").count();
    assert!(page.html.contains("<b>Jl. Raya Tamansari 1</b>") && page.html.contains("<b>F4 (folio)</b>"), "{}", page.html);
    assert_eq!(stored, 2, "only where the two differ");
    assert!(!page.html.contains(".wasm"), "the browser code, which does not know it, stays away");
    assert!(page.html.contains("name=\"_seen\" value=\"1\""), "pressed again, it is meant");
    assert_eq!(house.sends(&joko, keeps, &settings(ANOTHER, "1", "Jl. Baru 7", "a4")).await.status, StatusCode::SEE_OTHER);
    assert!(house.asks(get(&hadi, "/kantor/pengaturan")).await.holds("Jl. Baru 7"));
}

/// The form that was sent has no place any more: the page says so, and gives the words back.
#[tokio::test]
async fn of_two_who_settle_a_case_the_second_is_told_and_has_their_words() {
    let house = House::new().await;
    let id = house.held_case().await;
    let reason = Reason { code: ReasonCode::NotEligible, words: "Bukan warga sini.".into() };
    let rejected = Reject { id, seen: Version(2), reason };
    house.engine.db.perform(house.actor("Rini Wulandari").await, house.engine.db.fresh_key(), rejected).await.expect("rejected");
    let before = house.written().await;
    let (case, here) = (id.to_string(), format!("/kantor/permohonan/{id}"));
    let typed = "Alamat <usaha> di luar desa ini.";
    let sent = body(&[("_id", &case), ("_seen", "2"), ("_key", KEY), ("alasan", "not_eligible"), ("catatan", typed), ("_di", &here)]);
    let page = house.sends(&house.cookie("Rini Wulandari").await, "/api/desk/reject", &sent).await;
    assert_eq!((page.status, house.written().await), (StatusCode::CONFLICT, before));
    assert!(page.html.contains("Data ini baru saja diubah orang lain.") && page.html.contains(&super::escaped(typed)), "{}", page.html);
}

/// Another program holds the database's lock: the page says so within ten seconds, holds what was typed, and
/// the same bytes sent again are one wish, whether or not the first ones were written in the end.
#[tokio::test]
async fn while_the_database_is_locked_a_form_is_held_and_sent_again_it_is_one() {
    let house = House::new().await;
    let ratna = house.cookie("Ratna Contoh").await;
    let intruder = Database::connect(format!("sqlite://{}/kampung.db?mode=rw", house.engine.folder())).await.expect("the database");
    intruder.execute_unprepared("BEGIN IMMEDIATE").await.expect("the lock");
    let asked = Instant::now();
    let sent = body(&[("nama", "Ratna <Baru>"), ("_key", KEY), ("_di", "/akun/nama")]);
    let good = body(&[("nama", "Ratna Baru"), ("_key", KEY), ("_di", "/akun/nama")]);
    let page = house.sends(&ratna, "/api/accounts/edit_profile", &good).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(asked.elapsed() < Duration::from_secs(10), "{:?}", asked.elapsed());
    assert!(page.html.contains("Server sedang sibuk") && page.html.contains("Yang sudah kami terima tetap aman."), "{}", page.html);
    assert!(page.holds("Ratna Baru") && page.holds(KEY) && page.html.contains("Kirim lagi"), "{}", page.html);
    // What needs no write is answered all the same.
    assert_eq!(house.sends(&ratna, "/api/accounts/edit_profile", &sent).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    intruder.execute_unprepared("ROLLBACK").await.expect("the lock is free");
    intruder.close().await.expect("closed");
    let before = house.written().await;
    for _ in 0..2 {
        assert_eq!(house.sends(&ratna, "/api/accounts/edit_profile", &good).await.status, StatusCode::SEE_OTHER);
    }
    assert!(house.written().await <= before + 1);
    assert!(house.asks(get(&ratna, "/akun/nama")).await.holds("Ratna Baru"));
}

/// Nobody can be known while the sessions cannot be read: the form is held before anything else is asked.
#[tokio::test]
async fn while_the_database_cannot_be_read_a_form_is_held_all_the_same() {
    let house = House::new().await;
    let ratna = house.cookie("Ratna Contoh").await;
    let intruder = Database::connect(format!("sqlite://{}/kampung.db?mode=rw", house.engine.folder())).await.expect("the database");
    intruder.execute_unprepared("ALTER TABLE session RENAME TO gone").await.expect("nothing to read");
    let sent = body(&[("nama", "Ratna Baru"), ("_key", KEY), ("_di", "/akun/nama")]);
    let page = house.sends(&ratna, "/api/accounts/edit_profile", &sent).await;
    assert_eq!((page.status, page.kept.as_str()), (StatusCode::SERVICE_UNAVAILABLE, "no-store"));
    assert!(page.holds("Ratna Baru") && page.holds(KEY) && page.html.contains("Kirim lagi"), "{}", page.html);
    intruder.execute_unprepared("ALTER TABLE gone RENAME TO session").await.expect("it is back");
    assert_eq!(house.sends(&ratna, "/api/accounts/edit_profile", &sent).await.status, StatusCode::SEE_OTHER);
    assert!(house.asks(get(&ratna, "/akun/nama")).await.holds("Ratna Baru"));
}
