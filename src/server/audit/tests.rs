//! The record cannot be changed through the database, and where it was changed behind its back, that
//! is found.

use super::Fault;
use crate::server::testing::notes::Write;
use crate::server::testing::{World, on_both_databases};

async fn world_with_four_lines(world: &World) {
    let rini = world.officer("Rini");
    for text in ["one", "two", "three"] {
        rini.does(Write { office: None, text, numbered: false }).await.unwrap();
    }
    world.stranger("Lain").does(Write { office: None, text: "theirs", numbered: false }).await.unwrap();
}

/// Lets an intruder with all rights do what the guards of the database forbid, and keeps a copy.
async fn unguarded(world: &World) {
    let guards = if world.db.is_postgres() {
        "ALTER TABLE audit DISABLE TRIGGER ALL; ALTER TABLE audit_head DISABLE TRIGGER ALL;"
    } else {
        "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete; DROP TRIGGER audit_head_no_delete; DROP TRIGGER audit_head_grows;"
    };
    let copy = "CREATE TABLE audit_copy AS SELECT * FROM audit; CREATE TABLE audit_head_copy AS SELECT * FROM audit_head;";
    world.behind_our_back(&format!("{guards}{copy}")).await.unwrap();
}

on_both_databases! {
    async fn the_database_refuses_to_change_or_cut_the_record(world: World) {
        world_with_four_lines(&world).await;
        let mut tries = vec![
            "UPDATE audit SET act = 'nothing'",
            "DELETE FROM audit WHERE seq = 3",
            "UPDATE audit_head SET seq = 0",
            "DELETE FROM audit_head",
        ];
        if world.db.is_postgres() {
            tries.extend(["TRUNCATE audit", "TRUNCATE audit_head"]);
        }
        for sql in tries {
            assert!(world.behind_our_back(sql).await.is_err(), "{sql}");
        }
        assert_eq!(world.db.verify_record().await.unwrap(), (2, 4));
    }

    async fn every_changed_column_and_every_missing_line_is_found(world: World) {
        world_with_four_lines(&world).await;
        unguarded(&world).await;
        let (office, other) = (world.tamansari().number(), world.kampungbaru().number());
        let (a, b) = ("00000000000000000000000000000001", "00000000000000000000000000000002");
        let id = |digits: &str| if world.db.is_postgres() { format!("'{digits}'::uuid") } else { format!("x'{digits}'") };
        let bytes = |digits: &str| if world.db.is_postgres() { format!("'\\x{digits}'::bytea") } else { format!("x'{digits}'") };
        let line = format!("WHERE office_id = {office} AND seq = 2");
        let end = format!("WHERE office_id = {office} AND seq = 3");
        let intrusions = [
            format!("UPDATE audit SET at = at + 1 {line}"),
            format!("UPDATE audit SET actor = NULL {line}"),
            format!("UPDATE audit SET actor = {} {line}", id(a)),
            format!("UPDATE audit SET hat = {} {line}", id(a)),
            format!("UPDATE audit SET actor = hat, hat = actor {line}"),
            format!("UPDATE audit SET role = 'kades' {line}"),
            format!("UPDATE audit SET act = 'applications.issue' {line}"),
            format!("UPDATE audit SET role = role || 'a', act = substr(act, 2) {line}"),
            format!("UPDATE audit SET object_kind = 'letter' {line}"),
            format!("UPDATE audit SET object_id = {} {line}", id(b)),
            format!("UPDATE audit SET fields = '' {line}"),
            format!("UPDATE audit SET request = {} {line}", id(b)),
            format!("UPDATE audit SET prev = {} {line}", bytes(a)),
            format!("UPDATE audit SET hash = {} {line}", bytes(b)),
            format!("UPDATE audit SET hash = {} {end}", bytes(b)),
            format!("UPDATE audit SET office_id = {other}, seq = 2 {end}"),
            format!("UPDATE audit SET seq = 9 {end}"),
            format!("DELETE FROM audit {line}"),
            format!("DELETE FROM audit {end}"),
            format!("DELETE FROM audit WHERE office_id = {office} AND seq = 1"),
            format!("DELETE FROM audit WHERE office_id = {office}"),
            format!("DELETE FROM audit_head WHERE office_id = {office}"),
            format!("UPDATE audit_head SET seq = 2 WHERE office_id = {office}"),
            format!("UPDATE audit_head SET hash = {} WHERE office_id = {office}", bytes(a)),
        ];
        for intrusion in intrusions {
            world.behind_our_back(&intrusion).await.unwrap();
            let found = world.db.verify_record().await;
            assert!(matches!(found, Err(Fault::Changed { .. } | Fault::Missing { .. } | Fault::End { .. })), "{intrusion}: {found:?}");
            let undo = "DELETE FROM audit; INSERT INTO audit SELECT * FROM audit_copy;
                        DELETE FROM audit_head; INSERT INTO audit_head SELECT * FROM audit_head_copy;";
            world.behind_our_back(undo).await.unwrap();
            assert_eq!(world.db.verify_record().await.unwrap(), (2, 4));
        }
    }

    async fn a_line_says_who_acted_under_which_hat_on_what_and_when(world: World) {
        let rini = world.officer("Rini");
        let written = rini.does(Write { office: None, text: "one", numbered: false }).await.unwrap();
        let line = &crate::server::audit::verify::whole_lines(&world.db, world.tamansari().number()).await.unwrap()[0];
        let hat = rini.actor.hat().unwrap().membership.unwrap().0;
        assert_eq!((line.seq, line.at), (1, world.clock.now().micros()));
        assert_eq!(line.actor.map(|id| id.as_u128()), Some(rini.id().as_u128()));
        assert_eq!(line.hat.map(|id| id.as_u128()), Some(hat.as_u128()));
        assert_eq!((line.role.as_str(), line.act.as_str()), ("operator", "applications.start"));
        assert_eq!((line.object_kind.as_str(), line.object_id.as_u128()), ("note", written.id.as_u128()));
        assert_eq!(line.fields, "text");
    }
}
