//! A backup counts when it has been restored; a damaged one never does.

use std::path::{Path, PathBuf};

use super::{Backup, Damage, NoBackup, NoRestore, backup, latest, plan, verify};
use crate::server::blobs::Blobs;
use crate::server::db::{Address, Db, OfficeScope};
use crate::server::seal::{Keys, RootKey};
use crate::server::testing::notes::{WithPhoto, Write, notes};
use crate::server::testing::{World, on_postgresql, on_sqlite, surroundings};

/// A world with notes of two offices and a photo, and where its backups go.
struct Kept {
    world: World,
    files: PathBuf,
    backups: PathBuf,
}

impl Kept {
    async fn new(world: World) -> Self {
        let (files, backups) = (world.folder().join("blobs"), world.folder().join("backups"));
        let blobs = Blobs::open(&files, world.db.keys().clone(), world.db.entropy().clone()).unwrap();
        let photo = blobs.put(world.tamansari().number(), "image/jpeg", &[7; 200_000]).await.unwrap();
        let (rini, lain) = (world.officer("Rini"), world.stranger("Lain"));
        rini.does(WithPhoto { photo }).await.unwrap();
        for text in ["one", "two", "three"] {
            rini.does(Write { office: None, text, numbered: true }).await.unwrap();
        }
        lain.does(Write { office: None, text: "theirs", numbered: false }).await.unwrap();
        Self { world, files, backups }
    }

    fn keys(&self) -> &Keys {
        self.world.db.keys()
    }

    async fn backup(&self) -> Result<Backup, NoBackup> {
        backup(&self.world.address, &self.files, &self.backups, self.keys(), self.world.clock.now()).await
    }

    async fn verify(&self, folder: &Path) -> Result<super::Verified, Damage> {
        verify(&folder.join("kampung.db"), &self.backups.join("files"), self.keys()).await
    }

    fn photo(&self) -> PathBuf {
        let folder = self.backups.join("files").join(self.world.tamansari().number().to_string());
        std::fs::read_dir(folder).unwrap().next().unwrap().unwrap().path()
    }
}

async fn alter(database: &Path, sql: &str) {
    use sea_orm::ConnectionTrait;
    let conn = sea_orm::Database::connect(format!("sqlite://{}?mode=rw", database.display())).await.unwrap();
    conn.execute_unprepared(sql).await.unwrap();
    conn.close().await.unwrap();
}

#[test]
fn a_backup_restores_to_a_database_that_says_the_same() {
    on_sqlite(|world| async move {
        let kept = Kept::new(world).await;
        let made = kept.backup().await.unwrap();
        assert_eq!((made.verified.offices, made.verified.lines, made.verified.files, made.verified.opened), (2, 5, 1, 6));
        // Written after the backup: not in it.
        kept.world.officer("Rini").does(Write { office: None, text: "later", numbered: false }).await.unwrap();

        let elsewhere = kept.world.folder().join("elsewhere");
        std::fs::create_dir_all(&elsewhere).unwrap();
        let plan = plan(&made.folder, &elsewhere, &elsewhere.join("blobs"), kept.keys()).await.unwrap();
        assert!(!elsewhere.join("kampung.db").exists(), "planning changes nothing");
        plan.carry_out().unwrap();

        let restored = Db::open(&Address::Sqlite(elsewhere.join("kampung.db")), surroundings(&kept.world.clock)).await.unwrap();
        let rini = kept.world.officer("Rini");
        let scope = OfficeScope::open(&restored, &rini.actor).await.unwrap();
        let mut texts: Vec<_> = notes(&scope).await.unwrap().into_iter().map(|note| note.text).collect();
        texts.sort();
        assert_eq!(texts, ["one", "three", "two"]);
        let blobs = Blobs::open(&elsewhere.join("blobs"), kept.keys().clone(), restored.entropy().clone()).unwrap();
        let name = kept.photo().file_name().unwrap().to_string_lossy().into_owned();
        assert_eq!(blobs.get(kept.world.tamansari().number(), &name).await.unwrap().as_slice(), [7; 200_000]);
        assert_eq!(restored.verify_record().await.unwrap(), (2, 5));
        drop(scope);
        restored.close().await;
    });
}

#[test]
fn a_restore_never_overwrites() {
    on_sqlite(|world| async move {
        let kept = Kept::new(world).await;
        let made = kept.backup().await.unwrap();
        let home = kept.world.folder();
        assert!(matches!(plan(&made.folder, home, &kept.files, kept.keys()).await, Err(NoRestore::Occupied(_))));
        let elsewhere = home.join("elsewhere");
        let plan = plan(&made.folder, &elsewhere, &kept.files, kept.keys()).await.unwrap();
        std::fs::create_dir_all(&elsewhere).unwrap();
        std::fs::write(elsewhere.join("kampung.db"), b"somebody was faster").unwrap();
        assert!(matches!(plan.carry_out(), Err(NoRestore::Occupied(_))));
        assert_eq!(std::fs::read(elsewhere.join("kampung.db")).unwrap(), b"somebody was faster");
    });
}

#[test]
fn a_second_backup_copies_only_what_is_new_and_the_newest_is_found() {
    on_sqlite(|world| async move {
        let kept = Kept::new(world).await;
        let first = kept.backup().await.unwrap();
        assert!(matches!(kept.backup().await, Err(NoBackup::Exists(_))), "in the same second");
        let before = std::fs::metadata(kept.photo()).unwrap().modified().unwrap();
        kept.world.clock.forward(3_600);
        let second = kept.backup().await.unwrap();
        assert_eq!(std::fs::metadata(kept.photo()).unwrap().modified().unwrap(), before);
        assert_ne!(first.folder, second.folder);
        std::fs::create_dir_all(kept.backups.join("99991231T000000Z.partial")).unwrap();
        assert_eq!(latest(&kept.backups).unwrap(), Some(second.folder));
    });
}

#[test]
fn a_damaged_backup_is_noticed_wherever_it_is_damaged() {
    on_sqlite(|world| async move {
        let kept = Kept::new(world).await;
        let folder = kept.backup().await.unwrap().folder;
        let database = folder.join("kampung.db");
        let whole = std::fs::read(&database).unwrap();

        let guard = "DROP TRIGGER audit_no_update; UPDATE audit SET role = 'kades' WHERE seq = 2";
        alter(&database, guard).await;
        assert!(matches!(kept.verify(&folder).await, Err(Damage::Record(_))));

        std::fs::write(&database, &whole).unwrap();
        let child = "CREATE TABLE child (id INTEGER PRIMARY KEY REFERENCES child (id)) STRICT;
                     PRAGMA foreign_keys = OFF; INSERT INTO child SELECT 1; CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
                     CREATE TABLE orphan (of INTEGER REFERENCES parent (id)) STRICT; INSERT INTO orphan VALUES (9)";
        alter(&database, child).await;
        assert!(matches!(kept.verify(&folder).await, Err(Damage::ForeignKey(table)) if table == "orphan"));

        std::fs::write(&database, &whole).unwrap();
        let index = "CREATE INDEX extra ON note (text); PRAGMA writable_schema = ON;
                     UPDATE sqlite_master SET sql = 'CREATE INDEX extra ON note (number)' WHERE name = 'extra'";
        alter(&database, index).await;
        assert!(matches!(kept.verify(&folder).await, Err(Damage::Integrity(_))));

        std::fs::write(&database, &whole).unwrap();
        alter(&database, "UPDATE idempotency SET answer = x'01' WHERE rowid = (SELECT min(rowid) FROM idempotency)").await;
        assert!(matches!(kept.verify(&folder).await, Err(Damage::Sealed(_))));

        // A page of the file that is not what it was: SQLite or one of our own checks says so.
        let page = 4_096;
        for at in (1..whole.len() / page).map(|page_number| page_number * page) {
            let mut torn = whole.clone();
            torn[at..at + 64].fill(0xff);
            std::fs::write(&database, torn).unwrap();
            assert!(kept.verify(&folder).await.is_err(), "page at {at}");
        }
        std::fs::write(&database, &whole).unwrap();

        let photo = std::fs::read(kept.photo()).unwrap();
        let mut flipped = photo.clone();
        flipped[100_000] ^= 1;
        std::fs::write(kept.photo(), &flipped).unwrap();
        assert!(matches!(kept.verify(&folder).await, Err(Damage::Sealed(_))));
        let path = kept.photo();
        std::fs::remove_file(&path).unwrap();
        assert!(matches!(kept.verify(&folder).await, Err(Damage::MissingFile(_))));
        std::fs::write(path, photo).unwrap();
        assert!(kept.verify(&folder).await.is_ok());

        let other = Keys::new(&RootKey::from_bytes([9; 32]), &[]);
        let wrong_key = verify(&database, &kept.backups.join("files"), &other).await;
        assert!(matches!(wrong_key, Err(Damage::Sealed(_))), "a backup whose key is lost is no backup");
    });
}

#[test]
fn a_backup_that_does_not_restore_leaves_nothing_behind() {
    on_sqlite(|world| async move {
        let kept = Kept::new(world).await;
        kept.world.behind_our_back("DROP TRIGGER audit_no_update; UPDATE audit SET role = 'kades' WHERE seq = 2").await.unwrap();
        assert!(matches!(kept.backup().await, Err(NoBackup::Damage(Damage::Record(_)))));
        assert_eq!(latest(&kept.backups).unwrap(), None);
        let left: Vec<_> = std::fs::read_dir(&kept.backups).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["files"]);
    });
}

#[test]
fn postgresql_is_told_to_use_its_own_tools() {
    on_postgresql(|world| async move {
        let made = backup(&world.address, world.folder(), world.folder(), world.db.keys(), world.clock.now()).await;
        assert!(matches!(made, Err(NoBackup::PostgresHasItsOwn)));
    });
}
