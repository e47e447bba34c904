//! What anybody sees who holds a reference.

use std::sync::Arc;

use super::desk::Claims;
use super::people::Applicant;
use crate::access::Refusal;
use crate::domain::Reference;
use crate::features::applications::State;
use crate::features::applications::acts::Withdraw;
use crate::features::applications::doors::track_from;
use crate::features::applications::read::track;
use crate::features::applications::views::Found;
use crate::server::session::Doors;
use crate::server::session::otp::DemoGateway;
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn a_slip_is_caught_before_anything_is_looked_up(world: World) {
        let siti = Applicant::sends(&world, "Siti").await;
        let mut typed = siti.case().await.reference.unwrap().bare().into_bytes();
        typed[3] = if typed[3] == b'7' { b'8' } else { b'7' };
        let typed = String::from_utf8(typed).unwrap();
        assert_eq!(track(&world.db, &typed).await.unwrap().found, Found::Typo);
        assert_eq!(track(&world.db, "").await.unwrap().found, Found::Unasked);
        let other = Reference::from_number(1).to_string();
        assert_eq!(track(&world.db, &other).await.unwrap().found, Found::Nothing);
    }

    async fn after_six_misses_one_waits_and_other_networks_do_not(world: World) {
        let doors = Doors { db: world.db.clone(), gateway: Arc::new(DemoGateway::default()), secure: true, demo: false };
        let miss = |number| {
            let (doors, typed) = (doors.clone(), Reference::from_number(number).to_string());
            async move { track_from(&doors, b"203.0.113.0/24", &typed).await }
        };
        for number in 0..6 {
            assert_eq!(miss(number).await.unwrap().found, Found::Nothing);
        }
        assert_eq!(miss(6).await.unwrap_err(), Refusal::TooMany { retry_after: 10 });
        let elsewhere = track_from(&doors, b"198.51.100.0/24", &Reference::from_number(7).to_string()).await;
        assert_eq!(elsewhere.unwrap().found, Found::Nothing);
        world.clock.forward(10);
        assert_eq!(miss(8).await.unwrap().found, Found::Nothing);
    }

    async fn the_tracker_follows_the_case_and_names_neither_person_nor_service(world: World) {
        let siti = Applicant::sends(&world, "Siti").await;
        let number = siti.case().await.reference.unwrap().to_string();
        let Found::Case { state, promised, .. } = track(&world.db, &number).await.unwrap().found else { panic!("not found") };
        assert_eq!((state, promised.in_words(crate::domain::Lang::Id).as_str()), (State::Submitted, "Rabu, 25 November, 09.00"));

        world.officer("Rini").does(Claims { id: siti.id }).await.unwrap();
        siti.person.does(Withdraw { office: siti.office, id: siti.id, seen: siti.version().await }).await.unwrap();
        let shown = serde_json::to_string(&track(&world.db, &number).await.unwrap()).unwrap();
        assert!(shown.contains("withdrawn"), "{shown}");
        for secret in ["sku", "Usaha", "Siti", "3510242008", "Tamansari"] {
            assert!(!shown.contains(secret), "{secret} in {shown}");
        }
    }
}
