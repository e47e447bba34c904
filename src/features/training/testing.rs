//! A training that somebody was at from beginning to end, for stories of those who read certificates.

use super::acts::{Enrol, FinishTraining, KeepTraining, MarkAttendance, OpenTraining, SignCertificate};
use super::{Audience, Funding, Outline, Session, Sessions, Topic, Venue, store};
use crate::access::{Actor, Role, Unit};
use crate::domain::{OfficeCode, ParticipantId, PersonName, TimeOfDay, TrainingId, Version};
use crate::features::offices::{KeepProfile, NEVER, OfficeProfile, Official, gazetteer};
use crate::server::clock::day_at;
use crate::server::db::OfficeScope;
use crate::server::testing::{Person, World};

/// Of one session, today from eight to eleven; the world begins at nine.
pub fn today(world: &World, title: &str, topic: Topic) -> Outline {
    let (day, hour) = (day_at(world.clock.now(), world.db.zone()), |hour| TimeOfDay::new(hour, 0).expect("an hour"));
    Outline {
        title: title.into(),
        summary: "Membuat foto dagangan yang menarik.".into(),
        topic,
        audiences: vec![Audience::Businesses],
        organiser: "Kantor".into(),
        speaker: String::new(),
        venue: Venue::At("Balai".into()),
        sessions: Sessions::new(vec![Session { day, from: hour(8), until: hour(11) }]).expect("a session"),
        quota: 20,
        closes: day,
        funding: Funding::Free,
        links: Vec::new(),
        quiz: None,
    }
}

pub fn trainer(world: &World, office: OfficeCode) -> Person {
    world.staff("Pelatih", Role::Operator, Unit::Office(office))
}

pub async fn announced(world: &World, office: OfficeCode, outline: Outline) -> TrainingId {
    let by = trainer(world, office);
    let training = by.does(KeepTraining { office, known: None, outline }).await.expect("a training");
    by.does(OpenTraining { training, seen: Version::FIRST }).await.expect("it is announced");
    training
}

pub async fn enrols(world: &World, office: OfficeCode, training: TrainingId, who: &Actor, name: &str) -> ParticipantId {
    let name = PersonName::parse(name).expect("a name");
    world.db.perform(who.clone(), world.db.fresh_key(), Enrol { office, training, name: name.clone() }).await.expect("a place");
    let by = trainer(world, office);
    let scope = OfficeScope::open(&world.db, &by.actor).await.expect("an office");
    let all = store::enrolments_of(&scope, training).await.expect("a list");
    all.into_iter().rfind(|one| one.name == name).expect("somebody").id
}

/// Whoever is named was at its session, and it is over.
pub async fn was_held(world: &World, office: OfficeCode, training: TrainingId, present: &[ParticipantId]) {
    let by = trainer(world, office);
    let present = present.to_vec();
    by.does(MarkAttendance { training, session: 1, present, absent: Vec::new() }).await.expect("noted");
    by.does(FinishTraining { training, seen: Version::FIRST.next() }).await.expect("it is over");
}

pub fn head(world: &World, office: OfficeCode) -> Person {
    world.staff("Kepala", Role::Head, Unit::Office(office)).stepped_up()
}

/// A certificate of a training of this name, for somebody with an account.
pub async fn certified(world: &World, office: OfficeCode, title: &str, who: &Actor, name: &str) -> ParticipantId {
    let training = announced(world, office, today(world, title, Topic::ProductPhotos)).await;
    let participant = enrols(world, office, training, who, name).await;
    was_held(world, office, training, &[participant]).await;
    letterhead(world, office).await;
    head(world, office).does(SignCertificate { participant, host: "smartkampung.example".into() }).await.expect("a certificate");
    participant
}

/// May be there already.
async fn letterhead(world: &World, office: OfficeCode) {
    let kind = gazetteer().by_code(office).expect("an office").kind;
    let official = Official {
        name: "HADI SANTOSO".into(),
        rank: Some("Penata Tingkat I (III/d)".into()),
        nip: Some("198101012006041001".into()),
        staff_number: None,
    };
    let profile = OfficeProfile { address: "Jalan Raya 12".into(), head: Some(official), ..OfficeProfile::proposed(kind) };
    drop(head(world, office).does(KeepProfile { seen: NEVER, profile }).await);
}
