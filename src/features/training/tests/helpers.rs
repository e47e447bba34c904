use crate::access::Refusal;
use crate::domain::{Day, OfficeCode, ParticipantId, PersonName, TimeOfDay, TrainingId, Version};
use crate::features::training::acts::{Enrol, EnrolFor, KeepTraining, OpenTraining};
use crate::features::training::attendance_code::{AttendanceCode, Wall};
use crate::features::training::store;
use crate::features::training::{
    Audience, Enrolment, Funding, Line, Notice, Outline, Place, Question, Quiz, Session, Sessions, Topic, Training, Venue,
};
use crate::server::db::{OfficeScope, PublicScope};
use crate::server::testing::{Person, World};

/// The world begins on Tuesday 24 November 2026, at nine.
pub const DAY: i64 = 86_400;

pub fn day(number: u8) -> Day {
    Day::new(2026, 12, number).expect("a day")
}

pub fn session(on: Day, from: u8, until: u8) -> Session {
    let hour = |hour| TimeOfDay::new(hour, 0).expect("an hour");
    Session { day: on, from: hour(from), until: hour(until) }
}

/// Two mornings in December; one can enrol in November.
pub fn photos(quota: u16) -> Outline {
    Outline {
        title: "Foto Produk dengan HP".into(),
        summary: "Membuat foto dagangan yang menarik.".into(),
        topic: Topic::ProductPhotos,
        audiences: vec![Audience::Businesses, Audience::Residents],
        organiser: "Kantor Desa Tamansari".into(),
        speaker: "Sekar Ayu".into(),
        venue: Venue::At("Balai desa".into()),
        sessions: Sessions::new(vec![session(day(1), 8, 11), session(day(2), 8, 11)]).expect("sessions"),
        quota,
        closes: Day::new(2026, 11, 30).expect("a day"),
        funding: Funding::Free,
        links: Vec::new(),
        quiz: None,
    }
}

pub fn quiz() -> Quiz {
    let question = |text: &str, right| Question { text: text.into(), choices: vec!["Pagi".into(), "Malam".into()], right };
    Quiz::new(vec![question("Cahaya terbaik?", 0), question("Cahaya terburuk?", 1)]).expect("a test")
}

pub async fn keep(by: &Person, office: OfficeCode, outline: Outline) -> TrainingId {
    by.does(KeepTraining { office, known: None, outline }).await.expect("a training")
}

/// An announced training.
pub async fn announced(by: &Person, office: OfficeCode, outline: Outline) -> TrainingId {
    let training = keep(by, office, outline).await;
    by.does(OpenTraining { training, seen: Version::FIRST }).await.expect("it is announced");
    training
}

pub async fn change(by: &Person, office: OfficeCode, id: TrainingId, outline: Outline) -> Result<TrainingId, Refusal> {
    let seen = training(by, id).await.version.expect("a version");
    by.does(KeepTraining { office, known: Some((id, seen)), outline }).await
}

pub async fn training(by: &Person, id: TrainingId) -> Training {
    let scope = OfficeScope::open(by.db(), &by.actor).await.expect("an officer");
    store::training(&scope, id).await.expect("a training")
}

/// What the screen in the room shows.
pub async fn on_the_wall(world: &World, by: &Person, id: TrainingId, session: u8) -> Result<AttendanceCode, Refusal> {
    let training = training(by, id).await;
    let wall = Wall::all(&training, world.db.zone()).into_iter().find(|wall| wall.session == session).expect("a session");
    wall.shown(&world.db.keys().blind_index(training.office.number()), world.clock.now())
}

pub fn person(name: &str) -> PersonName {
    PersonName::parse(name).expect("a name")
}

pub async fn enrol(who: &Person, office: OfficeCode, training: TrainingId, name: &str) -> Result<Place, Refusal> {
    who.does(Enrol { office, training, name: person(name) }).await
}

pub async fn enrol_for(by: &Person, training: TrainingId, name: &str) -> Result<Place, Refusal> {
    by.does(EnrolFor { training, name: person(name), phone: None }).await
}

/// All who are in it, first come first, and how they stand.
pub async fn list(by: &Person, id: TrainingId) -> (Vec<Enrolment>, Line) {
    let scope = OfficeScope::open(by.db(), &by.actor).await.expect("an officer");
    let training = store::training(&scope, id).await.expect("a training");
    (store::enrolments_of(&scope, id).await.expect("a list"), store::line(&scope, &training).await.expect("a line"))
}

pub async fn called(by: &Person, id: TrainingId, name: &str) -> ParticipantId {
    list(by, id).await.0.into_iter().find(|one| one.name.as_str() == name).expect(name).id
}

pub async fn notice(world: &World, id: TrainingId) -> Option<Notice> {
    let scope = PublicScope::open(&world.db).await.expect("everybody");
    store::notices(&scope, &[id]).await.expect("notices").pop()
}

/// Every turn is somebody's, in the order in which they came, and everybody sees as many as there are.
pub async fn holds_true(world: &World, by: &Person, id: TrainingId) {
    let (all, line) = list(by, id).await;
    let quota = usize::from(training(by, id).await.outline.quota);
    assert_eq!(all.len(), line.length() as usize);
    assert!(all.windows(2).all(|two| two[0].turn < two[1].turn), "each turn once");
    for (at, one) in all.iter().enumerate() {
        let place = if at < quota { Place::Seated } else { Place::Waiting { ahead: u32::try_from(at - quota).expect("few") } };
        assert_eq!(line.place(one.id), Some(place));
    }
    let shown = notice(world, id).await.map(|notice| (notice.seated, notice.waiting));
    assert_eq!(shown, Some((line.seated(), line.waiting())));
}
