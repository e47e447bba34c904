use super::helpers::{DAY, announced, called, enrol, enrol_for, list, person, photos};
use crate::access::{Refusal, Role, Unit};
use crate::domain::Version;
use crate::features::training::acts::{
    CancelTraining, EnrolFor, FinishTraining, KeepTraining, LeaveTraining, MarkAttendance, OpenTraining,
};
use crate::features::training::store;
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn another_office_neither_sees_nor_moves_a_training_or_who_takes_part(world: World) {
        let (rini, sri) = (world.officer("Rini"), world.stranger("Sri"));
        let (here, there) = (world.tamansari(), world.kampungbaru());
        let training = announced(&rini, here, photos(1)).await;
        enrol(&world.resident("Siti"), here, training, "Siti Aminah").await.unwrap();
        enrol_for(&rini, training, "Mbah Karto").await.unwrap();
        let participant = called(&rini, training, "Siti Aminah").await;
        world.clock.forward(7 * DAY);
        let before = world.every_row().await;
        for name in ["Siti Aminah", "Mbah Karto"] {
            assert!(!before.contains(name), "a name is sealed");
        }

        let no = Some(Refusal::NotFound);
        let seen = Version(2);
        for office in [here, there] {
            let keep = KeepTraining { office, known: Some((training, seen)), outline: photos(9) };
            assert_eq!(sri.does(keep).await.err(), no);
            assert_eq!(sri.does(LeaveTraining { office, participant }).await.err(), no);
        }
        assert_eq!(sri.does(KeepTraining { office: here, known: None, outline: photos(9) }).await.err(), no);
        assert_eq!(sri.does(OpenTraining { training, seen }).await.err(), no);
        assert_eq!(sri.does(FinishTraining { training, seen }).await.err(), no);
        assert_eq!(sri.does(CancelTraining { training, seen, reason: "Iri.".into() }).await.err(), no);
        assert_eq!(sri.does(EnrolFor { training, name: person("Ayu"), phone: None }).await.err(), no);
        let mark = MarkAttendance { training, session: 1, present: vec![participant], absent: Vec::new() };
        assert_eq!(sri.does(mark).await.err(), no);
        let scope = OfficeScope::open(&world.db, &sri.actor).await.unwrap();
        assert!(store::trainings(&scope, None).await.unwrap().0.is_empty());
        assert_eq!(store::training(&scope, training).await.err(), no);
        assert_eq!(store::enrolment(&scope, participant).await.err(), no);
        assert!(store::enrolments_of(&scope, training).await.unwrap().is_empty());
        assert!(store::enrolled_here(&scope, &[training]).await.unwrap().is_empty());
        drop(scope);
        assert_eq!(world.every_row().await, before);
    }

    async fn who_takes_part_is_seen_by_the_office_and_by_oneself_alone(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let training = announced(&rini, here, photos(5)).await;
        let (siti, budi) = (world.resident("Siti"), world.resident("Budi"));
        enrol(&siti, here, training, "Siti").await.unwrap();
        enrol(&budi, here, training, "Budi").await.unwrap();
        let participant = called(&rini, training, "Siti").await;
        for stranger in [budi.clone(), world.staff("Wayan", Role::RegencyAdmin, Unit::Regency(3510)), world.nobody()] {
            assert!(stranger.does(LeaveTraining { office: here, participant }).await.is_err());
        }
        let at_the_office = OwnScope::open_at(&world.db, &budi.actor, here).await.unwrap();
        assert_eq!(store::enrolment(&at_the_office, participant).await.err(), Some(Refusal::NotFound));
        assert_eq!(store::enrolments(&at_the_office, training, &[participant]).await, Ok(Vec::new()));
        drop(at_the_office);
        let own = OwnScope::open(&world.db, &budi.actor).await.unwrap();
        let own = store::own_enrolments(&own).await.unwrap();
        assert_eq!(own.iter().map(|(office, one)| (*office, one.name.as_str())).collect::<Vec<_>>(), [(here, "Budi")]);
        assert_eq!(list(&rini, training).await.0.len(), 2);
    }
}
