//! What is left lying: closed when its time is over, and not an hour before.

use super::desk::{Claims, Returns};
use super::people::{Applicant, SKU, start};
use crate::access::{ActName, Refusal};
use crate::domain::IdemKey;
use crate::features::applications::acts::Expire;
use crate::features::applications::{State, Target, Tidied, tidy};
use crate::server::blobs::{Blobs, find};
use crate::server::clock::Entropy;
use crate::server::seal::{Keys, RootKey};
use crate::server::testing::notes::{WithPhoto, Write};
use crate::server::testing::{World, on_both_databases};

const DAY: i64 = 86_400;

fn files(world: &World) -> Blobs {
    Blobs::open(&world.folder().join("blobs"), Keys::new(&RootKey::from_bytes([7; 32]), &[]), Entropy::system()).unwrap()
}

async fn cases_closed(world: &World) -> usize {
    tidy(&world.db, &files(world)).await.cases
}

on_both_databases! {
    async fn a_draft_is_destroyed_thirty_days_after_it_was_last_touched(world: World) {
        let siti = Applicant::begins(&world, "Siti").await;
        world.clock.forward(20 * DAY);
        let photo = siti.attaches("ktp", "ktp").await.unwrap().photo;
        world.clock.forward(30 * DAY);
        assert_eq!(cases_closed(&world).await, 0, "to the day");
        world.clock.forward(1);
        assert_eq!(cases_closed(&world).await, 1);
        let case = siti.case().await;
        assert_eq!((case.state, case.answers.is_empty(), case.attachments.len()), (State::Closed, true, 0));
        assert_eq!(find(&*siti.own().await, photo).await.unwrap_err(), Refusal::NotFound);
        assert_eq!(world.record().await.last(), Some(&(ActName::Expire, None)), "nobody did it, and the record says so");
        assert_eq!(cases_closed(&world).await, 0, "once");
        assert!(siti.person.does(start(siti.office, SKU)).await.is_ok(), "there is room for a new one");
    }

    async fn a_returned_case_is_closed_when_nobody_mends_it_for_fourteen_days(world: World) {
        let (siti, rini) = (Applicant::sends(&world, "Siti").await, world.officer("Rini"));
        rini.does(Claims { id: siti.id }).await.unwrap();
        rini.does(Returns { id: siti.id, targets: vec![Target::Answer("nama_usaha".to_owned())] }).await.unwrap();
        world.clock.forward(14 * DAY);
        assert_eq!(cases_closed(&world).await, 0, "to the day");
        world.clock.forward(1);
        assert_eq!(cases_closed(&world).await, 1);
        assert_eq!(siti.page().await.state, State::Closed);
    }

    async fn what_is_with_an_office_is_never_closed_by_itself_and_nobody_wishes_it(world: World) {
        let (siti, budi) = (Applicant::sends(&world, "Siti").await, Applicant::begins(&world, "Budi").await);
        world.clock.forward(31 * DAY);
        let expire = Expire { id: budi.id };
        assert_eq!(world.officer("Rini").does(expire.clone()).await, Err(Refusal::Forbidden));
        assert_eq!(budi.person.does(expire.clone()).await, Err(Refusal::NotFound), "it names no office");
        assert_eq!(world.nobody().does(expire).await, Err(Refusal::NotFound));
        assert_eq!(world.db.perform_by_itself(siti.office, Expire { id: siti.id }).await, Err(Refusal::Forbidden));
        assert_eq!(world.db.perform_by_itself(world.kampungbaru(), Expire { id: budi.id }).await, Err(Refusal::NotFound));
        assert_eq!(cases_closed(&world).await, 1);
        assert_eq!(siti.case().await.state, State::Submitted);
    }

    async fn an_answer_is_kept_for_thirty_days(world: World) {
        let (rini, key) = (world.officer("Rini"), IdemKey::from_u128(7));
        let write = Write { office: None, text: "once", numbered: false };
        let first = rini.does_under(key, write.clone()).await.unwrap();
        world.clock.forward(30 * DAY);
        assert_eq!(tidy(&world.db, &files(&world)).await, Tidied::default());
        assert_eq!(rini.does_under(key, write.clone()).await, Ok(first));
        world.clock.forward(1);
        assert_eq!(tidy(&world.db, &files(&world)).await.answers, 1);
        assert!(rini.does_under(key, write).await.is_err(), "a new wish, whose text is there already");
    }

    async fn a_file_that_no_row_names_goes_after_two_days_and_a_named_or_a_young_one_stays(world: World) {
        let (files, office) = (files(&world), world.tamansari().number());
        let put = async |content: &'static [u8], office| files.put(office, "image/jpeg", content).await.unwrap();
        let (named, orphan, young) = (put(b"named", office).await, put(b"orphan", office).await, put(b"young", office).await);
        let theirs = put(b"orphan", world.kampungbaru().number()).await;
        world.officer("Rini").does(WithPhoto { photo: named.clone() }).await.unwrap();
        let age = |stored: &crate::server::blobs::Stored, seconds: i64| {
            let path = files.folder().join(stored.office.to_string()).join(&stored.name);
            let at = u64::try_from(world.clock.now().plus_seconds(-seconds).micros()).unwrap();
            let at = std::time::UNIX_EPOCH + std::time::Duration::from_micros(at);
            std::fs::File::options().write(true).open(path).unwrap().set_modified(at).unwrap();
        };
        for (stored, days) in [(&named, 3), (&orphan, 3), (&theirs, 3), (&young, 1)] {
            age(stored, days * DAY);
        }
        assert_eq!(tidy(&world.db, &files).await.files, 2, "one at each office");
        assert!(files.get(office, &orphan.name).await.is_err() && files.get(theirs.office, &theirs.name).await.is_err());
        assert!(files.get(office, &named.name).await.is_ok() && files.get(office, &young.name).await.is_ok());
        // Put again by somebody who is about to name it, an old orphan is young.
        age(&young, 3 * DAY);
        put(b"young", office).await;
        age(&young, 0);
        assert_eq!(tidy(&world.db, &files).await.files, 0);
    }
}
