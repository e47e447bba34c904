//! `/kantor/pelatihan/{id}`: a training, who takes part, who was there, and what came of it.

use super::figures::Outcome;
use crate::access::{ActName, Refusal};
use crate::domain::TrainingId;
use crate::features::training::material::takes_material;
use crate::features::training::office::Desk;
use crate::features::training::office::desk::{DESK, LANG};
use crate::features::training::office::doors::page_of;
use crate::features::training::office::drawn::attendance::{SessionFigure, TickFigure};
use crate::features::training::office::drawn::material::{FileFigure, MaterialsFigure};
use crate::features::training::office::drawn::training::{PersonFigure, TrainingFigure, training as draw};
use crate::features::training::office::views::TrainingDeskView;
use crate::features::training::office::words;
use crate::features::training::{Enrolment, Line, Material, Person, State, Training, store};
use crate::server::access_log::{self, AccessPurpose, Look};
use crate::server::act::Object;
use crate::server::clock::local;
use crate::ui::{Way, encode_pair, way};

/// What the address asks of the page.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The number of the session whose list is open.
    pub session: Option<u8>,
    /// What the last act has done: a word of a list.
    pub result: String,
    /// How people did in the tests is to be shown; each of them reads who has looked.
    pub scores: bool,
}

/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn training(desk: &Desk, id: TrainingId, asked: &Asked) -> Result<TrainingDeskView, Refusal> {
    let scope = desk.scope().await?;
    let training = store::training(&scope, id).await?;
    let (line, all) = (store::line(&scope, &training).await?, store::enrolments_of(&scope, id).await?);
    let moved = store::moved_up(&scope, id).await?;
    let files = store::materials(&scope, id).await?;
    drop(scope);
    let tested = training.outline.quiz.is_some() && training.state != State::Draft;
    let scores = tested && asked.scores;
    if scores {
        note_looks(desk, &all).await?;
    }
    let figure = TrainingFigure {
        here: page_of(id),
        id,
        seen: training.version,
        mark: words::state(&training, desk.today()),
        facts: words::facts(&training, line.seated(), line.waiting()),
        sessions: training.outline.sessions.all().iter().map(|one| words::session(*one)).collect(),
        ways: ways(desk, &training),
        opens: desk.may(ActName::OpenTraining) && training.state == State::Draft,
        finishes: desk.may(ActName::FinishTraining)
            && training.state == State::Open
            && training.outline.sessions.last_has_begun(local(desk.now(), desk.db().zone())),
        cancels: desk.may(ActName::CancelTraining) && matches!(training.state, State::Draft | State::Open),
        enrols: desk.may(ActName::EnrolFor) && training.accepts(&line, desk.today()).is_ok(),
        draft: training.state == State::Draft,
        people: all
            .iter()
            .map(|one| PersonFigure {
                tell: tell(desk, &training, one, line.sits(one.id), moved.iter().any(|(who, _)| *who == one.id)),
                ..person(desk, &training, &line, one)
            })
            .collect(),
        tested: scores,
        scores: (tested && !scores).then(|| way([&page_of(id), "?nilai=ya#peserta"].concat(), "Lihat nilai tes tiap peserta")),
        session: session(desk, &training, &line, &all, asked.session),
        outcome: Outcome::of(&all),
        materials: materials(desk, &training, files),
        key: desk.key(),
    };
    let mut view = desk.page(Some(way(DESK, "Pelatihan")), training.outline.title.clone(), draw(figure));
    view.result = words::result(&asked.result);
    Ok(view)
}

fn materials(desk: &Desk, training: &Training, files: Vec<Material>) -> MaterialsFigure {
    let (here, may) = (page_of(training.id), desk.may(ActName::AddMaterial));
    let takes = may && takes_material(training, files.len()).is_ok();
    let file = |one: Material| FileFigure {
        id: one.id,
        kind: one.kind(LANG),
        removes: may,
        way: way(["/m/pelatihan/", &training.id.to_string(), "/berkas/", &one.id.to_string()].concat(), one.title),
    };
    let upload = takes.then(|| ["/unggah/pelatihan/", &training.id.to_string(), "/berkas"].concat());
    MaterialsFigure { files: files.into_iter().map(file).collect(), upload, here, key: desk.key() }
}

/// Whoever has taken a test reads who has looked at it. Attendance is the office's own record, which it makes itself.
async fn note_looks(desk: &Desk, all: &[Enrolment]) -> Result<(), Refusal> {
    let tested = all.iter().filter(|one| one.before.is_some() || one.after.is_some());
    let look = |one: &Enrolment| {
        let object = Object::new("training_participant", one.id);
        Some(Look { subject: one.who.account()?, purpose: AccessPurpose::Training, object })
    };
    access_log::log_all(desk.db(), desk.actor(), tested.filter_map(look).collect()).await
}

fn ways(desk: &Desk, training: &Training) -> Vec<Way> {
    let mut ways = Vec::new();
    if desk.may(ActName::KeepTraining) && matches!(training.state, State::Draft | State::Open) {
        ways.push(way([&page_of(training.id), "/ubah"].concat(), "Ubah"));
    }
    let now = training.outline.sessions.numbered().filter(|(_, session)| session.day == desk.today());
    if desk.may(ActName::MarkAttendance) && training.state == State::Open {
        let wall = |number: u8| way([&page_of(training.id), "/layar/", &number.to_string()].concat(), format!("Layar kode sesi {number}"));
        ways.extend(now.map(|(number, _)| wall(number)));
    }
    if training.state == State::Finished {
        ways.push(way([&page_of(training.id), "/sertifikat"].concat(), "Sertifikat"));
    }
    if training.state != State::Draft {
        ways.push(way([&page_of(training.id), "/daftar-hadir"].concat(), "Cetak daftar hadir"));
    }
    ways
}

fn person(desk: &Desk, training: &Training, line: &Line, one: &Enrolment) -> PersonFigure {
    let phone = match &one.who {
        Person::Guest { phone: Some(phone) } => phone.masked(),
        Person::Guest { phone: None } => "Tanpa HP".to_owned(),
        Person::Resident(_) => "Akun warga".to_owned(),
    };
    let sessions = training.outline.sessions.all().len();
    let score = |score: Option<crate::features::training::Score>| {
        score.map_or_else(|| "–".to_owned(), |score| [&score.right.to_string(), "/", &score.of.to_string()].concat())
    };
    PersonFigure {
        id: one.id,
        name: one.name.as_str().to_owned(),
        contact: phone,
        place: line.place(one.id).map(words::place),
        present: [&one.presence.len().to_string(), "/", &sessions.to_string()].concat(),
        tests: [score(one.before), score(one.after)],
        leaves: desk.may(ActName::LeaveTraining) && training.state == State::Open && one.presence.is_empty(),
        tell: None,
    }
}

/// Whoever has an account reads it there; who has only a phone is written to by whoever wrote them down.
fn tell(desk: &Desk, training: &Training, one: &Enrolment, sits: bool, moved: bool) -> Option<Way> {
    let Person::Guest { phone: Some(phone) } = &one.who else { return None };
    let sessions = &training.outline.sessions;
    let next = sessions.all().iter().find(|session| session.day == desk.today().plus_days(1));
    let news = match next {
        Some(session) => words::tomorrow(training, *session),
        None if moved && desk.today() < sessions.first_day() => words::moved_up(training),
        None => return None,
    };
    if !sits || training.state != State::Open || !desk.may(ActName::EnrolFor) {
        return None;
    }
    let mut query = String::new();
    encode_pair(&mut query, "text", &news);
    let to = ["https://wa.me/62", phone.national().trim_start_matches('0'), "?", &query].concat();
    Some(way(to, ["Kabari ", one.name.as_str(), " lewat WhatsApp"].concat()))
}

/// The list of a session that has begun: the one that is asked for, or else the last one.
fn session(desk: &Desk, training: &Training, line: &Line, all: &[Enrolment], asked: Option<u8>) -> Option<SessionFigure> {
    if training.state == State::Draft {
        return None;
    }
    let begun: Vec<u8> =
        training.outline.sessions.numbered().filter(|(_, one)| one.day <= desk.today()).map(|(number, _)| number).collect();
    let number = asked.filter(|asked| begun.contains(asked)).or_else(|| begun.last().copied())?;
    let seated = all.iter().filter(|one| line.sits(one.id));
    let tick = |one: &Enrolment| TickFigure { id: one.id, name: one.name.as_str().to_owned(), present: one.was_at(number) };
    let tab = |number: &u8| {
        let label = number.to_string();
        way([&page_of(training.id), "?sesi=", &label, "#kehadiran"].concat(), ["Sesi ", &label].concat())
    };
    Some(SessionFigure {
        here: [&page_of(training.id), "?sesi=", &number.to_string()].concat(),
        id: training.id,
        number,
        title: training.outline.sessions.number(number).map(words::session).unwrap_or_default(),
        tabs: begun.iter().map(|one| (tab(one), *one == number)).collect(),
        may_note: desk.may(ActName::MarkAttendance) && training.state == State::Open,
        ticks: seated.map(tick).collect(),
        key: desk.key(),
    })
}
