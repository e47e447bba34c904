//! What goes back to the resident.

use axum::http::StatusCode;
use smart_kampung::domain::Version;
use smart_kampung::features::applications::acts::Claim;
use smart_kampung::features::applications::{State, Target};

use super::{House, page_of};
use crate::issuing::case;
use crate::support::{does, hidden_fields};

#[tokio::test]
async fn a_note_without_a_reason_stays_on_the_page_with_its_fold_open() {
    let house = House::new().await;
    let id = house.sent().await;
    does(&house.engine, &house.actor("Rini Wulandari").await, Claim { id, seen: Version(1) }).await;
    let page = house.rini.page(&page_of(id)).await;
    assert!(!open(&page, "kembali-nama_usaha"), "folded away at first");
    let fields = hidden_fields(&page, "/api/desk/request_fix");

    let typed = "&alasan.nama_usaha=&catatan.nama_usaha=Tulis+nama+di+papan.&alasan.ktp@=incomplete&catatan.ktp@=Tambahkan+KTP.";
    let (status, _, page) = house.rini.sends("/api/desk/request_fix", &[&fields, typed].concat()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Pilih alasan."), "{page}");
    assert!(page.contains("Tulis nama di papan.") && page.contains("Tambahkan KTP."), "what was typed stays");
    assert!(open(&page, "kembali-nama_usaha") && open(&page, "kembali-ktp@"), "{page}");
    assert!(!open(&page, "kembali-jenis_usaha"), "nothing is there");
    assert_eq!(case(&house.engine, id).await.state, State::InReview, "nothing was returned");

    let fixed = typed.replace("alasan.nama_usaha=", "alasan.nama_usaha=incomplete");
    let fields = hidden_fields(&page, "/api/desk/request_fix");
    let (status, to, _) = house.rini.sends("/api/desk/request_fix", &[&fields, &*fixed].concat()).await;
    assert_eq!((status, to), (StatusCode::SEE_OTHER, format!("{}?hasil=dikembalikan", page_of(id))));
    let targets: Vec<Target> = case(&house.engine, id).await.returned.into_iter().map(|item| item.target).collect();
    assert_eq!(targets.len(), 2);
    assert!(
        [Target::Answer("nama_usaha".into()), Target::Absent("ktp".into())].iter().all(|target| targets.contains(target)),
        "{targets:?}"
    );
}

/// Whether what folds away is open.
fn open(page: &str, id: &str) -> bool {
    let tags = || page.split("<details").skip(1).filter_map(|rest| rest.split('>').next());
    let tag = tags().find(|tag| tag.contains(&format!("id=\"{id}\""))).unwrap_or_else(|| panic!("no {id} in {page}"));
    tag.contains(" open")
}
