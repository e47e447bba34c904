//! With which settings and over which data a server does not start.

use smart_kampung::features::accounts::demo;
use smart_kampung::server::engine::{Engine, Exposure, NotStarted};

use crate::support::{Folder, settings, settings_with};

async fn refused(folder: &Folder, options: &[&str]) -> NotStarted {
    Engine::open(&settings_with(folder, options)).await.err().unwrap_or_else(|| panic!("started with {options:?}"))
}

#[tokio::test]
async fn a_demonstration_that_another_machine_could_reach_does_not_start() {
    let folder = Folder::new();
    for (options, exposure) in [
        (&["--address", "0.0.0.0:3000"][..], Exposure::Address),
        (&["--address", "[::]:3000"], Exposure::Address),
        (&["--public-url", "https://kampung.example"], Exposure::PublicUrl),
        (&["--public-url", "http://localhost.kampung.example:3000"], Exposure::PublicUrl),
        (&["--public-url", "http://localhost@kampung.example"], Exposure::PublicUrl),
        (&["--public-url", ""], Exposure::PublicUrl),
        (&["--trusted-proxies", "127.0.0.1"], Exposure::TrustedProxies),
        (&["--public-url", "http://localhost:3000", "--trusted-proxies", "127.0.0.1"], Exposure::TrustedProxies),
        (&["--public-url", "http://localhost:3000@kampung.example"], Exposure::PublicUrl),
        (&["--public-url", "http://[::1].kampung.example"], Exposure::PublicUrl),
    ] {
        let refused = refused(&folder, &[options, &["--demo"]].concat()).await;
        assert!(matches!(refused, NotStarted::DemoInPublic(by) if by == exposure), "{options:?}: {refused}");
        assert!(refused.to_string().contains("one-time codes"), "{refused}");
    }
    let untouched = std::fs::read_dir(folder.path()).expect("the folder").count();
    assert_eq!(untouched, 0, "nothing was made");
    for url in ["http://localhost:3000", "http://127.0.0.1:3000/", "https://[::1]", "http://LOCALHOST"] {
        let folder = Folder::new();
        Engine::open(&settings_with(&folder, &["--demo", "--public-url", url])).await.unwrap_or_else(|error| panic!("{url}: {error}"));
    }
}

#[tokio::test]
async fn invented_people_are_served_in_a_demonstration_alone() {
    let folder = Folder::new();
    let engine = Engine::open(&settings_with(&folder, &["--demo"])).await.expect("a server: is the site built?");
    demo::invent_people(&engine.db).await.expect("people");
    engine.db.close().await;
    let refused = refused(&folder, &[]).await;
    assert!(matches!(refused, NotStarted::InventedPeople) && refused.to_string().contains("administrator"), "{refused}");
    let again = Engine::open(&settings_with(&folder, &["--demo"])).await.expect("a demonstration goes on");
    again.db.close().await;
}

#[tokio::test]
async fn a_database_without_invented_people_starts_again_and_again() {
    let folder = Folder::new();
    for _ in 0..2 {
        Engine::open(&settings(&folder)).await.expect("a server: is the site built?").db.close().await;
    }
}
