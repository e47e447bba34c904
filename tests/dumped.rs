//! The recipe of `docs/operations.md` for PostgreSQL, which `backup` leaves to its own tools.

use std::path::Path;
use std::process::Command;

use smart_kampung::features::accounts::demo;
use smart_kampung::features::applications::{own_letter, store};
use smart_kampung::server::db::OwnScope;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::outbox::carry_due;

use crate::durability::Cluster;
use crate::issuing::renderer;
use crate::support::{Folder, Village, settings_with};

#[tokio::test]
async fn a_dump_and_the_files_after_it_are_a_whole_server_again() {
    let (folder, copy, mut cluster) = (Folder::new(), Folder::new(), Cluster::guarded("dumped", "kopi ijen"));
    cluster.make_database("kampung");
    let password = format!("{}/password", copy.path());
    std::fs::write(&password, "kopi ijen").expect("a password");
    let open = async |folder: &Folder, url: &str| {
        let options = ["--demo", "--database-url", url, "--database-password-file", &password];
        Engine::open(&settings_with(folder, &options)).await.expect("a server: is the site built?")
    };

    let engine = open(&folder, &cluster.address("kampung")).await;
    demo::invent_people(&engine.db).await.expect("people");
    let village = Village::tamansari(&engine).await;
    village.opens(&engine).await;
    let (case, _) = village.signs(&engine, async |_| ()).await;
    carry_due(&engine.db, &renderer(&engine)).await.expect("a paper");
    let record = engine.db.verify_record().await.expect("a whole record");
    let paper = own_letter(&engine.db, &village.resident(), &case.to_string()).await.expect("a paper");
    let bytes = engine.blobs.get(paper.file.office, &paper.file.name).await.expect("its bytes").to_vec();

    cluster.dump_and_restore("kampung", &Path::new(copy.path()).join("kampung.dump"), "again");
    for part in ["blobs", "root.key"] {
        let copied = Command::new("cp").args(["-a", &format!("{}/{part}", folder.path()), copy.path()]).status();
        assert!(copied.is_ok_and(|status| status.success()), "{part}");
    }
    engine.db.close().await;
    drop(folder);

    let again = open(&copy, &cluster.address("again")).await;
    assert_eq!(again.db.verify_record().await.expect("a whole record"), record);
    let scope = OwnScope::open(&again.db, &village.resident()).await.expect("a scope");
    assert_eq!(store::case(&scope, case).await.expect("the case opens").answers, crate::support::sku_answers());
    drop(scope);
    assert_eq!(again.blobs.get(paper.file.office, &paper.file.name).await.expect("the paper opens").to_vec(), bytes);
    again.db.close().await;
    cluster.end();
}
