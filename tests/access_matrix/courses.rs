//! What stands in for the `{words}` of the table about trainings.

use smart_kampung::domain::{BlobId, ParticipantId, PersonName, TimeOfDay, TrainingId, Version};
use smart_kampung::features::training::acts::{
    AddMaterial, Enrol, EnrolFor, FinishTraining, KeepTraining, MarkAttendance, OpenTraining, SignCertificate,
};
use smart_kampung::features::training::{Audience, Funding, Outline, Session, Sessions, Topic, Venue, store};
use smart_kampung::server::clock::day_at;
use smart_kampung::server::db::OfficeScope;
use smart_kampung::server::engine::Engine;

use crate::support::{Village, does};

/// A training of one session, today, which has begun whenever the table is gone through.
pub async fn draft(engine: &Engine, village: &Village) -> TrainingId {
    let today = day_at(engine.db.clock().now(), engine.db.zone());
    let hour = |hour| TimeOfDay::new(hour, 0).expect("an hour");
    let outline = Outline {
        title: "Pelatihan Contoh".into(),
        summary: "Contoh.".into(),
        topic: Topic::Computers,
        audiences: vec![Audience::Residents],
        organiser: "Kantor".into(),
        speaker: String::new(),
        venue: Venue::At("Balai".into()),
        sessions: Sessions::new(vec![Session { day: today, from: hour(0), until: hour(9) }]).expect("a session"),
        quota: 100,
        closes: today,
        funding: Funding::Free,
        links: Vec::new(),
        quiz: None,
    };
    does(engine, &village.officer, KeepTraining { office: village.office, known: None, outline }).await
}

pub async fn announced(engine: &Engine, village: &Village) -> TrainingId {
    let training = draft(engine, village).await;
    does(engine, &village.officer, OpenTraining { training, seen: Version::FIRST }).await;
    training
}

/// Somebody without a phone, in a training of their own.
pub async fn participant(engine: &Engine, village: &Village) -> ParticipantId {
    let training = announced(engine, village).await;
    let name = PersonName::parse("Siti Contoh").expect("a name");
    does(engine, &village.officer, EnrolFor { training, name, phone: None }).await;
    let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
    store::enrolments_of(&scope, training).await.expect("a list").pop().expect("somebody").id
}

/// An announced training and its address.
pub async fn noticed(engine: &Engine, village: &Village) -> (TrainingId, String) {
    let training = announced(engine, village).await;
    let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
    (training, store::training(&scope, training).await.expect("a training").slug)
}

/// The owner's own place in a training of its own.
pub async fn own_place(engine: &Engine, village: &Village) -> ParticipantId {
    let training = announced(engine, village).await;
    let name = PersonName::parse("Ratna Contoh").expect("a name");
    does(engine, &village.resident(), Enrol { office: village.office, training, name }).await;
    let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
    store::enrolments_of(&scope, training).await.expect("a list").pop().expect("somebody").id
}

/// The same with a certificate.
pub async fn certified(engine: &Engine, village: &Village) -> ParticipantId {
    let participant = own_place(engine, village).await;
    let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
    let training = store::enrolment(&scope, participant).await.expect("somebody").training;
    drop(scope);
    let present = vec![participant];
    does(engine, &village.officer, MarkAttendance { training, session: 1, present, absent: Vec::new() }).await;
    does(engine, &village.officer, FinishTraining { training, seen: Version::FIRST.next() }).await;
    does(engine, &village.head, SignCertificate { participant, host: engine.host.clone() }).await;
    participant
}

/// A training in which the owner has a seat, and a file for those who have one.
pub async fn material(engine: &Engine, village: &Village) -> (TrainingId, BlobId) {
    let participant = own_place(engine, village).await;
    let scope = OfficeScope::open(&engine.db, &village.officer).await.expect("an office");
    let training = store::enrolment(&scope, participant).await.expect("somebody").training;
    drop(scope);
    let file = engine.blobs.put(village.office.number(), "application/pdf", b"%PDF-1.7 a guide %%EOF\n").await.expect("a file");
    (training, does(engine, &village.officer, AddMaterial { training, file, title: "Panduan".into() }).await)
}
