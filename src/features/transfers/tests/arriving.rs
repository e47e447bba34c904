use super::helpers::{Offices, accept, decline, offices};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, Lang, OfficeCode};
use crate::features::applications::acts::StartApplication;
use crate::features::applications::{Application, arrives_at, said_before, store as cases};
use crate::features::services::catalogue;
use crate::forms::Answers;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::{OwnScope, WriteScope};
use crate::server::testing::{Person, World, on_both_databases};

/// What the moving letter of these stories has asked.
const SAID: [(&str, &str); 14] = [
    ("nama", "Siti Aminah"),
    ("alamat_tujuan", "Jalan Maron 3"),
    ("rt_tujuan", "3"),
    ("rw_tujuan", "2"),
    ("rumah_tujuan", "sendiri"),
    ("kk_pindah", "2"),
    ("hubungan", "1"),
    ("saya_pindah", "ya"),
    ("keluarga.0.nama", "Sumiyati"),
    ("ikut.0", "tidak"),
    ("keluarga.1.nama", "Rizki"),
    ("keluarga.1.nik", "3510240808120003"),
    ("keluarga.1.hubungan", "4"),
    ("ikut.1", "ya"),
];

/// Puts the answers of a moving letter into a case.
struct Say(ApplicationId);

impl Act for Say {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::SaveStep;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        cases::case(scope, self.0).await
    }

    fn decide(&self, _: &Actor, _: &Application) -> Decision {
        Decision::Allow
    }

    fn apply(&self, case: &mut Application, _: &Moment) -> Result<Change<()>, Refusal> {
        SAID.into_iter().for_each(|(name, value)| case.answers.put(name, value));
        Ok(Change::of(Object::new("application", case.id), ()))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        cases::save(scope, case).await
    }
}

async fn said(world: &World, person: &Person, office: OfficeCode, code: &str) -> Answers {
    let own = OwnScope::open(&world.db, &person.actor).await.unwrap();
    let service = catalogue().service(&code.parse().expect("a code"), Lang::Id).expect("a service");
    said_before(&own, service, office).await.unwrap()
}

async fn arrives(world: &World, person: &Person) -> Option<OfficeCode> {
    let own = OwnScope::open(&world.db, &person.actor).await.unwrap();
    arrives_at(&own, &"datang".parse().expect("a code")).await.unwrap()
}

async fn sent(offices: &Offices<'_>) -> crate::domain::LetterId {
    let (id, letter) = offices.sent().await;
    offices.here.rini.does(Say(id)).await.unwrap();
    letter
}

on_both_databases! {
    async fn who_was_taken_in_is_asked_nothing_twice_where_they_arrive(world: World) {
        let offices = offices(&world).await;
        let (siti, there) = (&offices.here.siti, world.kampungbaru());
        let letter = sent(&offices).await;
        assert_eq!((said(&world, siti, there, "datang").await, arrives(&world, siti).await), (Answers::EMPTY, None), "nobody has answered");
        offices.lain.does(accept(letter)).await.unwrap();
        offices.carried().await;
        assert_eq!(arrives(&world, siti).await, Some(there));
        let known = said(&world, siti, there, "datang").await;
        let begun = StartApplication { office: there, service: "datang".parse().expect("a code"), said: known };
        let draft = siti.does(begun).await.unwrap().id;
        let draft = cases::case(&OwnScope::open(&world.db, &siti.actor).await.unwrap(), draft).await.unwrap();
        let typed = |name: &str| draft.answers.typed(name).to_owned();
        assert_eq!([typed("nama"), typed("alamat_baru"), typed("rt_baru"), typed("status_kk")], ["Siti Aminah", "Jalan Maron 3", "3", "2"]);
        assert_eq!([typed("pengikut.0.nama"), typed("pengikut.0.nik"), typed("pengikut.1.nama")], ["Rizki", "3510240808120003", ""]);
    }

    async fn for_everybody_else_and_everywhere_else_nothing_is_known(world: World) {
        let offices = offices(&world).await;
        let (siti, there, budi) = (&offices.here.siti, world.kampungbaru(), world.resident("Budi"));
        let letter = sent(&offices).await;
        offices.lain.does(accept(letter)).await.unwrap();
        offices.carried().await;
        assert_eq!((said(&world, &budi, there, "datang").await, arrives(&world, &budi).await), (Answers::EMPTY, None), "somebody else");
        assert_eq!(said(&world, siti, world.tamansari(), "datang").await, Answers::EMPTY, "another office");
        assert_eq!(said(&world, siti, there, "sku").await, Answers::EMPTY, "another service");
    }

    async fn who_was_not_taken_in_arrives_nowhere(world: World) {
        let offices = offices(&world).await;
        let letter = sent(&offices).await;
        offices.dewi.does(decline(letter)).await.unwrap();
        offices.carried().await;
        let siti = &offices.here.siti;
        assert_eq!((said(&world, siti, world.kampungbaru(), "datang").await, arrives(&world, siti).await), (Answers::EMPTY, None));
    }
}
