//! From what was done to what an office and the regency are shown.

use super::drawn::learned::{LearnedFigure, OfficeLine, PersonLine, learned as draw_learned};
use super::drawn::learning::{ColleagueFigure, LearningFigure, TaskFigure, learning as draw_learning};
use super::{LearnedView, Progress, Task};
use crate::access::{Actor, Refusal, Role, Unit, named};
use crate::domain::{AccountId, Instant, OfficeCode};
use crate::features::accounts::{Worker, role_name, workers};
use crate::features::offices::{Kecamatan, Office, gazetteer};
use crate::features::training::office::{Desk, TrainingDeskView};
use crate::server::audit::{self, First};
use crate::server::db::{Db, RegencyScope};
use crate::server::engine::PracticePlace;
use crate::server::session::PracticeTicket;
use crate::ui::{Frame, MarkView, mark, use_visitor, way};

/// `/kantor/belajar`: the tasks of who looks, and the way to where they practise; a head reads how far the others of the
/// office are, too.
///
/// # Errors
/// `SignIn` for nobody known; `Busy` or `Internal` of the database.
pub async fn learning(desk: &Desk, practice: Option<&PracticePlace>) -> Result<TrainingDeskView, Refusal> {
    let account = desk.actor().account().ok_or(Refusal::SignIn)?;
    let firsts = audit::firsts_here(&desk.scope().await?).await?;
    let own = Progress::of(desk.actor().role(), account, desk.office(), &firsts);
    let colleagues = match desk.actor().role() {
        // At the practice office the others are invented.
        Role::Head if !desk.db().is_practice() => workers(desk.db(), &[desk.office()]).await?,
        _ => Vec::new(),
    };
    let figure = LearningFigure {
        said: said(&own, desk.db().is_practice()),
        practise: practice.map(|place| place.way_in(&ticket(desk, account).in_writing(desk.db()), use_visitor().saver)),
        tasks: own.tasks.iter().map(|(task, at)| task_figure(desk, *task, *at)).collect(),
        colleagues: colleagues.into_iter().filter(|one| one.account != account).map(|one| colleague(one, &firsts)).collect(),
    };
    Ok(desk.page(Some(way("/kantor/pelatihan", "Pelatihan")), "Belajar memakai situs ini", draw_learning(figure)))
}

fn ticket(desk: &Desk, account: AccountId) -> PracticeTicket {
    PracticeTicket { account, office: desk.office(), role: desk.actor().role() }
}

fn said(own: &Progress, practice: bool) -> String {
    match (own.is_trained(), practice) {
        (true, false) => "Semua tugas selesai. Anda tercatat sudah terlatih.".to_owned(),
        (true, true) => "Semua tugas sudah Anda coba di sini. Di kantor Anda tercatat: sudah terlatih.".to_owned(),
        (false, false) => [&own.words(), " tugas selesai. Sistem mencentangnya sendiri begitu Anda mengerjakannya."].concat(),
        (false, true) => [&own.words(), " tugas sudah Anda coba di sini. Sistem mencentangnya sendiri, di kantor Anda juga."].concat(),
    }
}

fn task_figure(desk: &Desk, task: Task, at: Option<Instant>) -> TaskFigure {
    TaskFigure {
        way: way(task.page(), task.title()),
        hint: task.hint(),
        mark: match at {
            Some(at) => mark("done", "circle-check", ["Selesai ", &desk.when(at)].concat()),
            None => mark("grey", "clock", "Belum"),
        },
    }
}

fn colleague(worker: Worker, firsts: &[First]) -> ColleagueFigure {
    let Line { progress, role, name } = Line::of(worker, firsts);
    ColleagueFigure { name, role, mark: trained_mark(&progress), done: progress.words() }
}

fn trained_mark(progress: &Progress) -> MarkView {
    if progress.is_trained() { mark("done", "circle-check", "Terlatih") } else { mark("grey", "clock", "Belum") }
}

/// Somebody in a list.
struct Line {
    name: String,
    role: String,
    progress: Progress,
}

impl Line {
    fn of(worker: Worker, firsts: &[First]) -> Self {
        let progress = match worker.unit {
            Unit::Office(office) => Progress::of(worker.role, worker.account, office, firsts),
            Unit::Kecamatan(_) | Unit::Regency(_) => Progress { tasks: Vec::new() },
        };
        Self { role: role_name(worker.role, Some(worker.unit)).to_owned(), name: worker.name, progress }
    }
}

/// `/bpm/belajar`: the 217 offices with how many of their people are trained; of a kecamatan, each person.
///
/// # Errors
/// `Forbidden` for who does not act for the regency; `NotFound` for a kecamatan that there is not; `Busy` or `Internal`
/// of the database.
pub async fn learned(db: &Db, actor: &Actor, frame: Frame, kecamatan: &str) -> Result<LearnedView, Refusal> {
    if !matches!(actor.role(), Role::Reviewer | Role::RegencyAdmin) {
        return Err(Refusal::Forbidden);
    }
    let within = named(kecamatan, |slug| gazetteer().kecamatan_by_slug(slug))?;
    let firsts = audit::firsts_within(&RegencyScope::open(db, actor).await?).await?;
    let all: Vec<&Office> = gazetteer().all().iter().filter(|office| within.is_none_or(|one| one == office.in_kecamatan())).collect();
    let codes: Vec<OfficeCode> = all.iter().map(|office| office.code).collect();
    let people = workers(db, &codes).await?;
    let of = |office: &Office| {
        let here = people.iter().filter(|worker| worker.unit == Unit::Office(office.code));
        here.map(|worker| Line::of(worker.clone(), &firsts)).collect::<Vec<_>>()
    };
    let offices: Vec<(&Office, Vec<Line>)> = all.into_iter().map(|office| (office, of(office))).collect();
    let figure = LearnedFigure {
        said: in_all(&offices),
        chosen: within.map(Kecamatan::slug).unwrap_or_default(),
        kecamatan: gazetteer().every_kecamatan().into_iter().map(|one| (one.slug(), one.name.to_owned())).collect(),
        offices: if within.is_none() { offices.iter().map(office_line).collect() } else { Vec::new() },
        people: if within.is_some() { offices.into_iter().flat_map(person_lines).collect() } else { Vec::new() },
    };
    Ok(LearnedView { frame, drawn: draw_learned(figure) })
}

fn in_all(offices: &[(&Office, Vec<Line>)]) -> String {
    let count = |wanted: fn(&[Line]) -> bool| offices.iter().filter(|(_, people)| wanted(people)).count();
    let people: usize = offices.iter().map(|(_, people)| people.len()).sum();
    let trained: usize = offices.iter().map(|(_, people)| trained_of(people)).sum();
    let whole = count(|people| !people.is_empty() && trained_of(people) == people.len());
    let empty = count(<[Line]>::is_empty);
    format!(
        "{trained} dari {people} pegawai terlatih. Dari {} kantor, {whole} sudah terlatih seluruhnya dan {empty} belum punya pegawai.",
        offices.len()
    )
}

fn trained_of(people: &[Line]) -> usize {
    people.iter().filter(|line| line.progress.is_trained()).count()
}

fn office_line((office, people): &(&Office, Vec<Line>)) -> OfficeLine {
    OfficeLine {
        to: ["/bpm/belajar?kecamatan=", &office.in_kecamatan().slug()].concat(),
        name: office.full_name(),
        people: people.len().to_string(),
        trained: trained_of(people).to_string(),
        tasks: [
            &people.iter().map(|line| line.progress.done()).sum::<usize>().to_string(),
            " dari ",
            &people.iter().map(|line| line.progress.tasks.len()).sum::<usize>().to_string(),
        ]
        .concat(),
    }
}

fn person_lines((office, people): (&Office, Vec<Line>)) -> Vec<PersonLine> {
    if people.is_empty() {
        return vec![PersonLine {
            office: office.full_name(),
            name: "Belum ada pegawai".to_owned(),
            role: "-".to_owned(),
            done: "-".to_owned(),
            mark: mark("grey", "clock", "Belum"),
        }];
    }
    let line = |line: Line| PersonLine {
        office: office.full_name(),
        mark: trained_mark(&line.progress),
        done: line.progress.words(),
        role: line.role,
        name: line.name,
    };
    people.into_iter().map(line).collect()
}
