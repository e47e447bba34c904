//! With which settings and over which data a server does not start.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use smart_kampung::features::accounts::demo;
use smart_kampung::server::engine::{Engine, Exposure, NotStarted};

use crate::durability::Cluster;
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
        (&["--public-url", "http://localhost:3000@kampung.example"], Exposure::PublicUrl),
        (&["--public-url", "http://[::1].kampung.example"], Exposure::PublicUrl),
        (&["--public-url", ""], Exposure::PublicUrl),
        (&["--trusted-proxies", "127.0.0.1"], Exposure::TrustedProxies),
        (&["--public-url", "http://localhost:3000", "--trusted-proxies", "127.0.0.1"], Exposure::TrustedProxies),
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

#[tokio::test]
async fn postgresql_asks_for_the_password_of_the_file_and_a_demonstration_makes_its_key() {
    let (folder, mut cluster) = (Folder::new(), Cluster::guarded("guarded", "kopi ijen"));
    for name in ["kampung", "earnest"] {
        cluster.make_database(name);
    }
    let (url, earnest) = (cluster.address("kampung"), cluster.address("earnest"));
    let written = |name: &str, text: &str| {
        let path = format!("{}/{name}", folder.path());
        std::fs::write(&path, text).expect("a file");
        path
    };
    let (right, wrong) = (written("right", "kopi ijen\n"), written("wrong", "kopi ijo\n"));

    let without = ["--demo", "--database-url", &url];
    let with_wrong = ["--demo", "--database-url", &url, "--database-password-file", &wrong];
    let in_earnest = ["--database-url", &earnest, "--database-password-file", &right];
    for options in [&without[..], &with_wrong] {
        let refused = refused(&folder, options).await;
        assert!(matches!(refused, NotStarted::Database(_)), "{options:?}: {refused}");
    }
    let no_key = refused(&folder, &in_earnest).await;
    assert!(matches!(no_key, NotStarted::Key(_)), "no key is made for data in earnest: {no_key}");

    let options = ["--demo", "--database-url", &url, "--database-password-file", &right];
    for _ in 0..2 {
        let engine = Engine::open(&settings_with(&folder, &options)).await.expect("a server by one line");
        demo::invent_people(&engine.db).await.expect("people");
        assert!(demo::whom_to_sign_in_as(&engine.db).await.expect("people").contains("wayan.kabupaten"), "the key opens what it sealed");
        engine.db.close().await;
    }
    let refused_without_demo = refused(&folder, &["--database-url", &url, "--database-password-file", &right]).await;
    assert!(matches!(refused_without_demo, NotStarted::InventedPeople), "{refused_without_demo}");
    std::fs::remove_file(format!("{}/root.key", folder.path())).expect("the key was made beside the data");
    let no_key = refused(&folder, &options).await;
    assert!(matches!(no_key, NotStarted::Key(_)), "beside data that is there no new key is made: {no_key}");
    cluster.end();
}

/// An incident that nobody can look up is none.
#[test]
fn what_happens_is_written_to_stderr_one_line_of_json_an_event() {
    let folder = Folder::new();
    let site = concat!(env!("CARGO_MANIFEST_DIR"), "/target/site");
    let mut server = Command::new(env!("CARGO_BIN_EXE_smart-kampung"))
        .args(["serve", "--demo", "--address", "127.0.0.1:0", "--site", site, "--data", folder.path()])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a server");
    let (tell, told) = mpsc::channel();
    let lines = BufReader::new(server.stderr.take().expect("a pipe")).lines().map_while(Result::ok);
    let reading = std::thread::spawn(move || lines.filter(|line| line.contains("tidied up")).for_each(|line| drop(tell.send(line))));
    let line = told.recv_timeout(Duration::from_secs(60)).unwrap_or_default();
    server.kill().expect("its end");
    server.wait().expect("its end");
    reading.join().expect("all was read");
    let event: serde_json::Value = serde_json::from_str(&line).unwrap_or_else(|_| panic!("no event: {line}"));
    assert_eq!((&event["level"], &event["fields"]["message"]), (&"INFO".into(), &"tidied up".into()), "{line}");
}
