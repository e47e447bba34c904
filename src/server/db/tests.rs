//! What each engine promises underneath: pragmas, limits, row security, one writer, no queue without
//! end.

use std::time::Duration;

use sea_orm::{ConnectionTrait, DbBackend, Statement, TransactionTrait};

use super::{Address, Db, NoDatabase, OfficeScope, Reach, Stop, Work, WriteScope, postgres};
use crate::access::Refusal;
use crate::server::testing::notes::{Write, notes};
use crate::server::testing::{World, on_both_databases, on_postgresql, on_sqlite};

fn write(text: &'static str) -> Write {
    Write { office: None, text, numbered: false }
}

/// Asks the writer's own connection, from inside a transaction.
struct Ask(&'static str);

impl Work for Ask {
    type Out = String;

    fn reach(&self) -> Reach {
        Reach::Office(3510)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<String, Stop> {
        ask(scope.conn(), self.0).await.map_err(|error| Stop::Failed(error.into()))
    }
}

async fn ask(conn: &impl ConnectionTrait, sql: &str) -> Result<String, sea_orm::DbErr> {
    let row = conn.query_one_raw(Statement::from_string(conn.get_database_backend(), sql)).await?.expect("a row");
    row.try_get_by_index::<String>(0).or_else(|_| row.try_get_by_index::<i64>(0).map(|number| number.to_string()))
}

/// Work that holds the writer until it is let go.
struct Hold(std::sync::Arc<tokio::sync::Semaphore>);

impl Work for Hold {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(3510)
    }

    async fn run(&self, _scope: &WriteScope<'_>) -> Result<(), Stop> {
        drop(self.0.acquire().await);
        Ok(())
    }
}

/// Work after which visitors see something else.
struct Publish;

impl Work for Publish {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(3510)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        scope.publish();
        Ok(())
    }
}

#[test]
fn the_writer_of_sqlite_is_durable_and_distrustful() {
    on_sqlite(|world: World| async move {
        for (pragma, value) in [
            ("PRAGMA journal_mode", "wal"),
            ("PRAGMA synchronous", "2"),
            ("PRAGMA foreign_keys", "1"),
            ("PRAGMA trusted_schema", "0"),
            ("PRAGMA cell_size_check", "1"),
            ("PRAGMA busy_timeout", "5000"),
            ("PRAGMA cache_size", "-65536"),
            ("PRAGMA temp_store", "2"),
            ("PRAGMA wal_autocheckpoint", "1000"),
            ("PRAGMA journal_size_limit", "67108864"),
            ("PRAGMA mmap_size", "0"),
            ("PRAGMA query_only", "0"),
        ] {
            assert_eq!(world.db.write(Ask(pragma)).await.as_deref(), Ok(value), "{pragma}");
        }
    });
}

#[test]
fn a_reader_of_sqlite_cannot_write() {
    on_sqlite(|world: World| async move {
        let readers = world.db.readers();
        assert_eq!(ask(readers, "PRAGMA query_only").await.unwrap(), "1");
        assert!(readers.execute_unprepared("DELETE FROM counter").await.is_err());
        // One connection of the pool, kept for both statements.
        let reader = readers.begin().await.unwrap();
        reader.execute_unprepared("PRAGMA query_only = OFF").await.unwrap();
        assert!(reader.execute_unprepared("DELETE FROM counter").await.is_err(), "the file is opened for reading");
    });
}

#[test]
fn the_linked_sqlite_is_one_without_the_wal_reset_bug() {
    on_sqlite(|world: World| async move {
        let version = super::sqlite::version(world.db.readers()).await.unwrap();
        assert!(version >= super::sqlite::OLDEST_SQLITE, "{version:?}");
    });
}

#[test]
fn a_second_process_waits_for_the_file_and_gets_it_when_the_first_lets_go() {
    on_sqlite(|world: World| async move {
        let again = super::migrate(&world.address);
        tokio::pin!(again);
        let early = tokio::time::timeout(std::time::Duration::from_millis(100), again.as_mut()).await;
        assert!(early.is_err(), "the file is in use");
        world.db.close().await;
        assert!(again.await.is_ok());
    });
}

#[test]
fn every_table_of_sqlite_is_strict_and_every_tenant_table_begins_with_its_office() {
    on_sqlite(|world: World| async move {
        let loose = "SELECT coalesce(group_concat(name), '') FROM pragma_table_list
                     WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name <> 'schema_step'";
        assert_eq!(ask(world.db.readers(), loose).await.unwrap(), "");
        let headless = "SELECT coalesce(group_concat(t.name), '') FROM pragma_table_list t JOIN pragma_table_info(t.name) c
                        WHERE t.schema = 'main' AND c.name = 'office_id' AND c.pk <> 1";
        assert_eq!(ask(world.db.readers(), headless).await.unwrap(), "");
    });
}

#[test]
fn a_connection_to_postgresql_commits_durably_and_waits_for_nobody_long() {
    on_postgresql(|world: World| async move {
        for (setting, value) in [
            ("SHOW synchronous_commit", "on"),
            ("SHOW statement_timeout", "5s"),
            ("SHOW lock_timeout", "2s"),
            ("SHOW idle_in_transaction_session_timeout", "10s"),
            ("SHOW transaction_isolation", "read committed"),
        ] {
            assert_eq!(ask(world.db.readers(), setting).await.unwrap(), value, "{setting}");
        }
    });
}

#[test]
fn a_role_that_row_security_does_not_bind_is_refused() {
    on_postgresql(|world: World| async move {
        let Address::Postgres { url, .. } = &world.address else { unreachable!() };
        let address = Address::parse(&crate::server::testing::as_superuser(url), None).unwrap();
        assert!(matches!(super::migrate(&address).await, Err(NoDatabase::RoleIgnoresRowSecurity)));
    });
}

#[test]
fn row_security_shows_one_office_inside_one_transaction_and_nothing_outside() {
    on_postgresql(|world: World| async move {
        world.officer("Rini").does(write("ours")).await.unwrap();
        world.stranger("Lain").does(write("theirs")).await.unwrap();
        let (conn, office) = (world.db.readers(), world.tamansari().number());
        let count = "SELECT count(*) FROM note";
        assert_eq!(ask(conn, count).await.unwrap(), "0", "without a setting");
        let transaction = conn.begin().await.unwrap();
        postgres::set_reach(&transaction, &Reach::Office(office).settings()).await.unwrap();
        assert_eq!(ask(&transaction, count).await.unwrap(), "1");
        let theirs = world.kampungbaru().number();
        let foreign = format!("UPDATE note SET office_id = {theirs}");
        assert!(transaction.execute_unprepared(&foreign).await.is_err(), "a row cannot be moved to another office");
        transaction.rollback().await.unwrap();
        for _ in 0..30 {
            assert_eq!(ask(conn, count).await.unwrap(), "0", "no connection of the pool remembers");
        }
    });
}

#[test]
fn every_tenant_table_of_postgresql_has_forced_row_security() {
    on_postgresql(|world: World| async move {
        let bare = "SELECT coalesce(string_agg(c.relname, ','), '') FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                    WHERE a.attname = 'office_id' AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
                    AND NOT (c.relrowsecurity AND c.relforcerowsecurity)";
        assert_eq!(ask(world.db.readers(), bare).await.unwrap(), "");
    });
}

on_both_databases! {
    async fn more_work_than_the_queue_holds_is_answered_busy_at_once(world: World) {
        let gate = std::sync::Arc::new(tokio::sync::Semaphore::new(0));
        let held: Vec<_> = (0..2_000).map(|_| tokio::spawn({
            let (db, gate) = (world.db.clone(), gate.clone());
            async move { db.write(Hold(gate)).await }
        })).collect();
        while world.db.writer().waiting() < 2_000 {
            tokio::task::yield_now().await;
        }
        assert_eq!(world.db.write(Ask("SELECT 'here'")).await, Err(Refusal::Busy));
        gate.close();
        for held in held {
            assert_eq!(held.await.unwrap(), Ok(()));
        }
        assert!(world.db.write(Ask("SELECT 'here'")).await.is_ok());
    }

    async fn a_scope_of_an_office_is_for_its_staff_alone(world: World) {
        let open = async |actor| OfficeScope::open(&world.db, &actor).await.map(drop);
        assert_eq!(open(world.nobody().actor).await, Err(Refusal::SignIn));
        assert_eq!(open(world.resident("Siti").actor).await, Err(Refusal::Forbidden));
        let regency = crate::access::Unit::Regency(3510);
        assert_eq!(open(world.staff("Admin", crate::access::Role::RegencyAdmin, regency).actor).await, Err(Refusal::Forbidden));
        assert_eq!(open(world.officer("Rini").actor).await, Ok(()));
    }

    async fn a_statement_that_does_not_say_which_office_it_means_trips_the_wire(world: World) {
        let rini = world.officer("Rini");
        rini.does(write("ours")).await.unwrap();
        let db = world.db.clone();
        let read = tokio::spawn(async move { crate::server::testing::notes::behind_every_scope(db.readers()).await.is_ok() });
        assert!(read.await.is_err(), "nobody noticed");
        let mean = world.db.write(crate::server::testing::notes::ForgetAll).await;
        assert!(matches!(mean, Err(Refusal::Internal(_))), "{mean:?}");
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        assert_eq!(notes(&scope).await.unwrap().len(), 1, "nothing was written");
    }

    async fn what_is_committed_is_read_at_once(world: World) {
        let rini = world.officer("Rini");
        for text in ["one", "two", "three"] {
            rini.does(write(text)).await.unwrap();
            let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
            assert!(notes(&scope).await.unwrap().iter().any(|note| note.text == text), "{text}");
        }
    }

    async fn a_schema_that_is_behind_is_not_opened(world: World) {
        world.behind_our_back("DELETE FROM schema_step WHERE version LIKE '%blob'").await.unwrap();
        let World { db, address, .. } = &world;
        let around = crate::server::testing::surroundings(&world.clock);
        db.close().await;
        assert!(matches!(Db::open(address, around).await, Err(NoDatabase::Behind(1))));
    }
}

/// Servers share nothing but the database.
#[test]
fn a_server_hears_within_a_second_that_another_has_changed_what_visitors_see() {
    on_postgresql(|world: World| async move {
        let other = Db::open(&world.address, crate::server::testing::surroundings(&world.clock)).await.unwrap();
        let before = other.edition().number();
        world.db.write(Publish).await.unwrap();
        let hears = async {
            while other.edition().number() == before {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(1), hears).await.expect("it hears");
        // Nobody waits for a line that is only listened to.
        tokio::time::timeout(Duration::from_secs(5), other.close()).await.expect("it closes");
    });
}

/// SQLite ends the transaction by itself and the library does not know: the connection is replaced.
#[test]
fn a_full_database_is_refused_plainly_and_the_next_wish_finds_the_space_that_came_back() {
    on_sqlite(|world: World| async move {
        let rini = world.officer("Rini");
        world.db.write(Ask("PRAGMA max_page_count = 1")).await.unwrap();
        let mut written = 0;
        let refusal = loop {
            assert!(written < 5_000, "it is never full");
            match rini.does(write(format!("note {written}").leak())).await {
                Ok(_) => written += 1,
                Err(refusal) => break refusal,
            }
        };
        assert_eq!((&refusal, refusal.status()), (&Refusal::Busy, 503));
        let sentence = crate::text::refusal_sentence(crate::text::Lang::Id, &refusal);
        assert!(sentence.contains("yang sama tidak tersimpan dua kali"), "{sentence}");
        let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
        assert_eq!(notes(&scope).await.unwrap().len(), written, "reading goes on, and nothing is lost");
        rini.does(write("after")).await.unwrap();
        assert_eq!(notes(&scope).await.unwrap().len(), written + 1);
        assert_eq!(world.db.verify_record().await.unwrap().1, i64::try_from(written).unwrap() + 1);
    });
}

#[test]
fn a_locked_database_is_waited_for() {
    on_sqlite(|world: World| async move {
        let Address::Sqlite(path) = &world.address else { unreachable!() };
        let hostile = super::sqlite::writer(path).await.unwrap();
        let lock = hostile.begin_with_options(sea_orm::TransactionOptions {
            sqlite_transaction_mode: Some(sea_orm::SqliteTransactionMode::Immediate),
            ..Default::default()
        });
        let lock = lock.await.unwrap();
        let waits = tokio::spawn({
            let rini = world.officer("Rini");
            async move { rini.does(write("patient")).await }
        });
        // Longer than SQLite itself waits for a lock.
        tokio::time::sleep(std::time::Duration::from_millis(5_500)).await;
        assert_eq!(ask(world.db.readers(), "SELECT count(*) FROM note").await.unwrap(), "0", "reading goes on");
        lock.rollback().await.unwrap();
        assert!(waits.await.unwrap().is_ok());
        assert_eq!(hostile.get_database_backend(), DbBackend::Sqlite);
    });
}
