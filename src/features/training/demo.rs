//! The trainings of a demonstration: one in which there is room, and one that was held; both invented, and done as
//! anybody's are.

use super::acts::{Enrol, EnrolFor, FinishTraining, KeepTraining, MarkAttendance, OpenTraining, TellFeedback};
use super::store::{self, Posted};
use super::{Audience, Feedback, Funding, Outline, Question, Quiz, Session, Sessions, Topic, Venue};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{Day, OfficeCode, PersonName, TimeOfDay, TrainingId, Version};
use crate::features::accounts::demo;
use crate::server::act::{Act, Change, Moment};
use crate::server::clock::day_at;
use crate::server::db::{Db, OfficeScope, PublicScope, WriteScope};
use crate::server::incident;

/// Who holds them: of Tamansari, and of Sobo, which is a kelurahan.
const OPEN: (&str, i64) = ("Rini Wulandari", 3_510_242_008);
const HELD: (&str, i64) = ("Sri Lestari", 3_510_161_002);

/// How many days ago the one that was held was.
const DAYS_AGO: i32 = 20;

/// Holds them where no office has announced one yet.
///
/// # Errors
/// As `perform`.
pub async fn invent_trainings(db: &Db) -> Result<(), Refusal> {
    let public = PublicScope::open(db).await?;
    let today = day_at(db.clock().now(), db.zone());
    let (coming, held) = (Posted { from: Some(today), ..Posted::default() }, Posted::default());
    if !store::posted(&public, &coming, None).await?.is_empty() || !store::posted(&public, &held, None).await?.is_empty() {
        return Ok(());
    }
    drop(public);
    Course::of(db, OPEN, 0).await?.announces(today).await?;
    Course::of(db, HELD, DAYS_AGO).await?.was_held(today.plus_days(-DAYS_AGO)).await
}

/// An office that holds a training, some days ago or today.
struct Course<'a> {
    db: &'a Db,
    keeper: Actor,
    office: OfficeCode,
    days_ago: i32,
}

impl<'a> Course<'a> {
    async fn of(db: &'a Db, (name, office): (&str, i64), days_ago: i32) -> Result<Self, Refusal> {
        let office = OfficeCode::try_from(office).map_err(|_| incident::report("an invented training is nowhere", &"demo"))?;
        Ok(Self { db, keeper: demo::actor(db, name).await?, office, days_ago })
    }

    async fn does<A: Act>(&self, act: A) -> Result<A::Done, Refusal> {
        self.db.perform(self.keeper.clone(), self.db.fresh_key(), Then { act, days: self.days_ago }).await
    }

    /// The same by a resident, who has an account.
    async fn lets<A: Act>(&self, name: &str, act: A) -> Result<A::Done, Refusal> {
        let resident = demo::actor(self.db, name).await?;
        self.db.perform(resident, self.db.fresh_key(), Then { act, days: self.days_ago }).await
    }

    async fn begins(&self, outline: Outline) -> Result<TrainingId, Refusal> {
        let training = self.does(KeepTraining { office: self.office, known: None, outline }).await?;
        self.does(OpenTraining { training, seen: Version::FIRST }).await?;
        Ok(training)
    }

    async fn enrols(&self, training: TrainingId, guests: &[&str], resident: &str) -> Result<(), Refusal> {
        for name in guests {
            self.does(EnrolFor { training, name: called(name)?, phone: None }).await?;
        }
        self.lets(resident, Enrol { office: self.office, training, name: called(resident)? }).await.map(drop)
    }

    async fn announces(&self, today: Day) -> Result<(), Refusal> {
        let photos = Outline {
            title: "Foto Produk dengan HP".into(),
            summary: "Memotret dagangan dengan cahaya pagi dan alas sederhana, lalu memasangnya di pasar desa. Bawa satu produk.".into(),
            topic: Topic::ProductPhotos,
            audiences: vec![Audience::Businesses, Audience::Residents],
            organiser: "Kantor Desa Tamansari".into(),
            speaker: "Sekar Wulansari".into(),
            venue: Venue::At("Balai Desa Tamansari".into()),
            sessions: two_mornings(today.plus_days(10))?,
            quota: 6,
            closes: today.plus_days(9),
            funding: Funding::Free,
            links: Vec::new(),
            quiz: Some(quiz()?),
        };
        let training = self.begins(photos).await?;
        self.enrols(training, &["Mbah Karto", "Lilis Kurniasari"], "Ratna Contoh").await
    }

    async fn was_held(&self, day: Day) -> Result<(), Refusal> {
        let computers = Outline {
            title: "Komputer Dasar untuk Warga".into(),
            summary: "Mengetik surat, menyimpan berkas, dan mencari layanan kantor.".into(),
            topic: Topic::Computers,
            audiences: vec![Audience::Residents, Audience::Youth],
            organiser: "Kantor Kelurahan Sobo".into(),
            speaker: "Yoga Pranadipa".into(),
            venue: Venue::At("Aula Kelurahan Sobo".into()),
            sessions: Sessions::new(vec![morning(day)?]).map_err(|_| broken())?,
            quota: 10,
            closes: day,
            funding: Funding::KelurahanFunds,
            links: Vec::new(),
            quiz: None,
        };
        let training = self.begins(computers).await?;
        self.enrols(training, &["Endah Maryani", "Tulus Anggara", "Nanik Suhartati"], "Budi Contoh").await?;
        let scope = OfficeScope::open(self.db, &self.keeper).await?;
        let all = store::enrolments_of(&scope, training).await?;
        drop(scope);
        // One of them did not come.
        let present = all.iter().filter(|one| one.name.as_str() != "Nanik Suhartati").map(|one| one.id).collect();
        self.does(MarkAttendance { training, session: 1, present, absent: Vec::new() }).await?;
        let feedback = Feedback { stars: 5, text: "Pelan dan jelas. Komputernya cukup untuk semua.".into() };
        self.lets("Budi Contoh", TellFeedback { office: self.office, training, feedback }).await?;
        // On the day after it: at whatever hour this runs, its session has begun then.
        let finish = Then { act: FinishTraining { training, seen: Version::FIRST.next() }, days: self.days_ago - 1 };
        self.db.perform(self.keeper.clone(), self.db.fresh_key(), finish).await
    }
}

fn two_mornings(day: Day) -> Result<Sessions, Refusal> {
    Sessions::new(vec![morning(day)?, morning(day.plus_days(1))?]).map_err(|_| broken())
}

fn morning(day: Day) -> Result<Session, Refusal> {
    let hour = |hour| TimeOfDay::new(hour, 0).ok_or_else(broken);
    Ok(Session { day, from: hour(8)?, until: hour(11)? })
}

fn quiz() -> Result<Quiz, Refusal> {
    let question =
        |text: &str, choices: [&str; 3], right| Question { text: text.into(), choices: choices.map(str::to_owned).to_vec(), right };
    let questions = vec![
        question("Cahaya mana yang paling baik untuk foto produk?", ["Lampu kuning malam hari", "Cahaya pagi dari samping", "Kilat HP"], 1),
        question("Apa yang terlihat di latar belakang?", ["Alas polos", "Isi dapur", "Orang lewat"], 0),
    ];
    Quiz::new(questions).map_err(|_| broken())
}

fn called(name: &str) -> Result<PersonName, Refusal> {
    PersonName::parse(name).map_err(|_| broken())
}

fn broken() -> Refusal {
    incident::report("an invented training is none", &"demo")
}

/// The same act as it would have been some days ago: a new demonstration has no yesterday.
struct Then<A> {
    act: A,
    days: i32,
}

impl<A: Act> Act for Then<A> {
    type Record = A::Record;
    type Done = A::Done;
    const NAME: ActName = A::NAME;

    fn office(&self) -> Option<OfficeCode> {
        self.act.office()
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<A::Record, Refusal> {
        self.act.find(scope).await
    }

    fn decide(&self, actor: &Actor, record: &A::Record) -> Decision {
        self.act.decide(actor, record)
    }

    fn apply(&self, record: &mut A::Record, cx: &Moment) -> Result<Change<A::Done>, Refusal> {
        let mut then = cx.clone();
        then.now = cx.now.plus_seconds(-i64::from(self.days) * 86_400);
        self.act.apply(record, &then)
    }

    async fn save(record: &A::Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        A::save(record, scope).await
    }
}
