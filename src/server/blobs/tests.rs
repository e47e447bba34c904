//! Files come back as they went, and nobody else can read or exchange them.

use super::{Blobs, Lost};
use crate::server::clock::Entropy;
use crate::server::seal::{Keys, RootKey};
use crate::server::testing::Folder;

const TAMANSARI: i64 = 3_510_242_008;
const KAMPUNGBARU: i64 = 3_510_161_002;

fn blobs(folder: &Folder) -> Blobs {
    Blobs::open(&folder.path().join("blobs"), Keys::new(&RootKey::from_bytes([1; 32]), &[]), Entropy::system()).unwrap()
}

#[tokio::test]
async fn a_file_comes_back_as_it_went_and_its_bytes_are_not_on_the_disk() {
    let folder = Folder::new();
    let blobs = blobs(&folder);
    let photo = "foto kartu keluarga ".repeat(10_000).into_bytes();
    let stored = blobs.put(TAMANSARI, "image/jpeg", &photo).await.unwrap();
    assert_eq!(blobs.get(TAMANSARI, &stored.name).await.unwrap().as_slice(), photo);
    let on_disk = std::fs::read(blobs.folder().join(TAMANSARI.to_string()).join(&stored.name)).unwrap();
    assert!(!on_disk.windows(8).any(|bytes| bytes == b"keluarga"));
}

#[tokio::test]
async fn a_file_is_found_only_at_its_office_and_not_after_it_was_deleted() {
    let folder = Folder::new();
    let blobs = blobs(&folder);
    let stored = blobs.put(TAMANSARI, "image/jpeg", b"foto").await.unwrap();
    assert!(matches!(blobs.get(KAMPUNGBARU, &stored.name).await, Err(Lost::Missing)));
    blobs.delete(TAMANSARI, &stored.name).await.unwrap();
    blobs.delete(TAMANSARI, &stored.name).await.unwrap();
    assert!(matches!(blobs.get(TAMANSARI, &stored.name).await, Err(Lost::Missing)));
}

#[tokio::test]
async fn a_file_that_was_exchanged_for_another_does_not_open() {
    let folder = Folder::new();
    let blobs = blobs(&folder);
    let (one, two) =
        (blobs.put(TAMANSARI, "image/jpeg", b"satu").await.unwrap(), blobs.put(TAMANSARI, "image/jpeg", b"dua").await.unwrap());
    let at = |name: &str| blobs.folder().join(TAMANSARI.to_string()).join(name);
    std::fs::copy(at(&one.name), at(&two.name)).unwrap();
    assert!(matches!(blobs.get(TAMANSARI, &two.name).await, Err(Lost::Broken)));
}

#[tokio::test]
async fn a_name_cannot_leave_the_folder() {
    let folder = Folder::new();
    std::fs::write(folder.path().join("secret"), b"rahasia").unwrap();
    let blobs = blobs(&folder);
    for name in ["../secret", "../../secret", "/etc/passwd", "..", ""] {
        assert!(matches!(blobs.get(TAMANSARI, name).await, Err(Lost::Missing | Lost::Disk(_))), "{name}");
    }
}

#[tokio::test]
async fn many_first_files_of_an_office_at_once_all_arrive() {
    let folder = Folder::new();
    let blobs = blobs(&folder);
    let contents: Vec<_> = (0..32_u8).map(|byte| vec![byte; 100]).collect();
    let puts = contents.iter().map(|content| blobs.put(TAMANSARI, "image/jpeg", content));
    for (stored, content) in futures::future::join_all(puts).await.into_iter().zip(&contents) {
        assert_eq!(blobs.get(TAMANSARI, &stored.unwrap().name).await.unwrap().as_slice(), content);
    }
}
