use super::helpers::{Offices, annex, offices};
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{ApplicationId, Day, Version};
use crate::features::applications::acts::ReceiveSkpwni;
use crate::features::applications::{Application, EventKind, OfficeHours, Skpwni, Stamp, State, office_skpwni, own_skpwni, store as cases};
use crate::features::letters::F103;
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::blobs::Stored;
use crate::server::clock::day_at;
use crate::server::db::{OwnScope, WriteScope};
use crate::server::outbox::Carried;
use crate::server::testing::{World, on_both_databases};

/// Siti moves to Surabaya.
fn to_surabaya() -> F103 {
    F103 { class: 4, ..annex(None, false) }
}

/// Passes the papers on, whatever the service: the letters of these stories are no moving letters.
struct PassOn(ApplicationId);

impl Act for PassOn {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::Forward;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        cases::case(scope, self.0).await
    }

    fn decide(&self, _: &Actor, _: &Application) -> Decision {
        Decision::Allow
    }

    fn apply(&self, case: &mut Application, cx: &Moment) -> Result<Change<()>, Refusal> {
        case.forward("471/12".into(), &OfficeHours::default(), Stamp { by: cx.actor.account(), role: cx.actor.role(), now: cx.now })?;
        Ok(Change::of(Object::new("application", case.id), ()))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        cases::save(scope, case).await
    }
}

fn received(world: &World, id: ApplicationId, seen: i64, number: &str) -> ReceiveSkpwni {
    let office = world.tamansari().number();
    let file = Stored { office, name: ["file of ", number].concat(), media: "application/pdf", size_bytes: 9 };
    ReceiveSkpwni { id, seen: Version(seen), number: number.to_owned(), dated: today(world), file }
}

fn today(world: &World) -> Day {
    day_at(world.db.clock().now(), world.db.zone())
}

/// Signed, and with Dukcapil; it is seen as version 6.
async fn with_dukcapil(offices: &Offices<'_>, form: F103) -> ApplicationId {
    let (id, _) = offices.issued(1, Some(form)).await;
    offices.here.rini.does(PassOn(id)).await.unwrap();
    id
}

on_both_databases! {
    async fn a_skpwni_is_noted_of_a_move_out_of_the_regency_alone_and_after_it_was_forwarded(world: World) {
        let offices = offices(&world).await;
        let (id, _) = offices.issued(1, Some(to_surabaya())).await;
        assert_eq!(offices.here.rini.does(received(&world, id, 5, "1")).await, Err(Refusal::Conflict(Code::NotForwarded)));
        offices.here.rini.does(PassOn(id)).await.unwrap();
        let at = |code| Err(Refusal::Invalid(Problems::one("tanggal", code)));
        let (first, last) = (today(&world), today(&world));
        let early = ReceiveSkpwni { dated: first.plus_days(-1), ..received(&world, id, 6, "1") };
        assert_eq!(offices.here.rini.does(early).await, at(ProblemCode::DayTooEarly { first }));
        let late = ReceiveSkpwni { dated: last.plus_days(1), ..received(&world, id, 6, "1") };
        assert_eq!(offices.here.rini.does(late).await, at(ProblemCode::DayTooLate { last }));
        assert!(matches!(offices.here.rini.does(received(&world, id, 5, "1")).await, Err(Refusal::Stale { .. })));
        assert_eq!(offices.case(id).await.state, State::Forwarded);

        let inside = F103 { class: 3, ..annex(Some(world.kampungbaru()), false) };
        let (id, _) = offices.issued(2, Some(inside)).await;
        offices.here.rini.does(PassOn(id)).await.unwrap();
        assert_eq!(offices.here.rini.does(received(&world, id, 6, "1")).await, Err(Refusal::Conflict(Code::NoSkpwni)));
    }

    async fn nobody_but_the_office_notes_a_skpwni_and_nobody_else_reads_it(world: World) {
        let offices = offices(&world).await;
        let id = with_dukcapil(&offices, to_surabaya()).await;
        for person in [&offices.lain, &offices.tono, &offices.here.siti, &world.nobody()] {
            assert_eq!(person.does(received(&world, id, 6, "1")).await, Err(Refusal::NotFound));
        }
        offices.here.rini.does(received(&world, id, 6, "SKPWNI/3578/1")).await.unwrap();
        let (case, budi) = (id.to_string(), world.resident("Budi"));
        for person in [&offices.lain, &offices.tono, &budi, &world.nobody()] {
            assert!(own_skpwni(&world.db, &person.actor, &case).await.is_err());
            assert!(office_skpwni(&world.db, &person.actor, &case).await.is_err());
        }
        assert_eq!(own_skpwni(&world.db, &offices.here.siti.actor, &case).await.unwrap().number, "SKPWNI/3578/1");
        assert_eq!(office_skpwni(&world.db, &offices.here.head.actor, &case).await.unwrap().number, "SKPWNI/3578/1");
    }

    async fn a_skpwni_completes_the_case_and_a_wrong_number_is_mended_by_the_right_one(world: World) {
        let offices = offices(&world).await;
        let id = with_dukcapil(&offices, to_surabaya()).await;
        let own = async || {
            let scope = OwnScope::open(&world.db, &offices.here.siti.actor).await.unwrap();
            cases::skpwni(&scope, id).await.unwrap()
        };
        assert_eq!(own().await, None);
        let (key, first) = (world.db.fresh_key(), received(&world, id, 6, "SKPWNI/3578/1"));
        offices.here.rini.does_under(key, first.clone()).await.unwrap();
        offices.here.rini.does_under(key, first).await.unwrap();
        assert_eq!(offices.case(id).await.state, State::Completed);
        assert!(matches!(own().await, Some(Skpwni { number, .. }) if number == "SKPWNI/3578/1"));
        world.clock.forward(60);
        offices.here.head.does(received(&world, id, 7, "SKPWNI/3578/2")).await.unwrap();
        assert!(matches!(own().await, Some(Skpwni { number, .. }) if number == "SKPWNI/3578/2"));
        let scope = OwnScope::open(&world.db, &offices.here.siti.actor).await.unwrap();
        let told = cases::timeline(&scope, &offices.case(id).await).await.unwrap();
        assert_eq!(told.into_iter().filter(|event| event.kind == EventKind::SkpwniReceived).count(), 2);
        assert_eq!(offices.carried().await, Carried { done: 0, put_off: 0 }, "nobody in the regency is to take them in");
    }
}
