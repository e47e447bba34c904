//! From places in trainings to what somebody reads of them at home.

use super::drawn::{self, ListFigure, RowFigure};
use crate::access::Refusal;
use crate::domain::{Instant, OfficeCode};
use crate::features::offices::gazetteer;
use crate::features::training::certifying::{certificate_of, stands};
use crate::features::training::public::{Reading, TrainingSheet, page_of_training, with_name, with_number};
use crate::features::training::{Enrolment, Notice, NoticeState, Place, Sessions, store};
use crate::server::clock::day_at;
use crate::server::db::OwnScope;
use crate::ui::{MarkView, mark, way};

/// # Errors
/// `SignIn` when nobody is known; `Busy` or `Internal` of the database.
pub async fn own_trainings(reading: &Reading, result: &str) -> Result<TrainingSheet, Refusal> {
    let words = reading.words;
    let mine = store::own_enrolments(&OwnScope::open(&reading.db, &reading.actor).await?).await?;
    let ids: Vec<_> = mine.iter().map(|(_, enrolment)| enrolment.training).collect();
    let notices = store::notices(&reading.scope().await?, &ids).await?;
    let (mut coming, mut waiting, mut past) = (Vec::new(), Vec::new(), Vec::new());
    for (office, enrolment) in &mine {
        let Some(notice) = notices.iter().find(|notice| notice.id == enrolment.training) else { continue };
        if is_over(reading, notice) {
            let certified = is_certified(reading, *office, enrolment).await?;
            past.push(row(reading, notice, enrolment, had(reading, notice, enrolment, certified)));
            continue;
        }
        let (place, moved) = place(reading, *office, enrolment).await?;
        match place {
            Some(Place::Waiting { ahead }) => waiting.push(row(reading, notice, enrolment, in_line(reading, ahead))),
            _ => {
                let (first, mut row) = row(reading, notice, enrolment, mark("done", "circle-check", words.seated));
                row.lines.extend([tomorrow(reading, &notice.told.sessions), moved.map(|at| moved_up(reading, at))].into_iter().flatten());
                coming.push((first, row));
            }
        }
    }
    // Read with the newest first; what comes next stands above.
    coming.sort_by_key(|(first, _)| *first);
    let rows = |all: Vec<(i32, RowFigure)>| all.into_iter().map(|(_, row)| row).collect();
    let figure = ListFigure {
        parts: vec![(words.mine_coming, rows(coming)), (words.mine_waiting, rows(waiting)), (words.mine_past, rows(past))],
        none: [words.nothing_yet, words.nothing_yet_hint],
        find: way("/pelatihan", words.find),
    };
    Ok(TrainingSheet {
        title: words.own_title.to_owned(),
        lede: words.own_lede.to_owned(),
        back: Some(way("/akun", words.account)),
        result: told(reading, result).map(str::to_owned),
        drawn: drawn::list(figure),
        ..TrainingSheet::default()
    })
}

/// What an act has done. The address carries a word of a list, never a sentence.
pub fn told(reading: &Reading, code: &str) -> Option<&'static str> {
    let words = reading.words;
    Some(match code {
        "terdaftar" => words.enrolled_done,
        "menunggu" => words.waits_done,
        "mundur" => words.left_done,
        "hadir" => words.here_done,
        "tes" => words.tested_done,
        "pendapat" => words.told_done,
        _ => return None,
    })
}

fn is_over(reading: &Reading, notice: &Notice) -> bool {
    !matches!(notice.state, NoticeState::Open) || notice.told.sessions.last_day() < reading.today()
}

/// Where somebody stands, and since when they have a seat if they waited for it.
async fn place(reading: &Reading, office: OfficeCode, enrolment: &Enrolment) -> Result<(Option<Place>, Option<Instant>), Refusal> {
    let there = OwnScope::open_at(&reading.db, &reading.actor, office).await?;
    let training = store::training(&there, enrolment.training).await?;
    let moved = store::moved_up(&there, training.id).await?.into_iter().find(|(who, _)| *who == enrolment.id);
    Ok((store::line(&there, &training).await?.place(enrolment.id), moved.map(|(_, at)| at)))
}

/// "Besok ada sesi: Sabtu, 12 Desember 2026, 08.00–10.00 WIB"
pub fn tomorrow(reading: &Reading, sessions: &Sessions) -> Option<String> {
    let next = sessions.all().iter().find(|session| session.day == reading.today().plus_days(1))?;
    Some(with_name(reading.words.tomorrow, &reading.says(next)))
}

pub fn moved_up(reading: &Reading, at: Instant) -> String {
    with_name(reading.words.moved_up, &day_at(at, reading.db.zone()).in_words(reading.lang))
}

/// "Menunggu, 3 orang di depan Anda"
pub fn in_line(reading: &Reading, ahead: u32) -> MarkView {
    let words = reading.words;
    let said = if ahead == 0 { words.first_in_line.to_owned() } else { with_number(words.in_line, ahead) };
    mark("grey", "clock", said)
}

/// Whether a certificate was signed that stands still.
async fn is_certified(reading: &Reading, office: OfficeCode, enrolment: &Enrolment) -> Result<bool, Refusal> {
    if enrolment.certificate.is_none() {
        return Ok(false);
    }
    let there = OwnScope::open_at(&reading.db, &reading.actor, office).await?;
    Ok(stands(certificate_of(&there, enrolment).await?.as_ref()))
}

fn had(reading: &Reading, notice: &Notice, enrolment: &Enrolment, certified: bool) -> MarkView {
    let words = reading.words;
    if let NoticeState::Cancelled { .. } = notice.state {
        return mark("stop", "x", words.cancelled);
    }
    if certified {
        return mark("done", "circle-check", words.has_certificate);
    }
    let of = notice.told.sessions.all().len().to_string();
    let was = u32::try_from(enrolment.presence.len()).unwrap_or_default();
    mark("grey", "check", with_number(&with_name(words.attended, &of), was))
}

fn row(reading: &Reading, notice: &Notice, enrolment: &Enrolment, mark: MarkView) -> (i32, RowFigure) {
    let first = notice.told.sessions.all().first();
    let row = RowFigure {
        way: way(["/akun/pelatihan/", &enrolment.id.to_string()].concat(), notice.told.title.clone()),
        lines: [first.map(|session| reading.says(session)), Some(gazetteer().full_title(notice.office))].into_iter().flatten().collect(),
        mark,
        more: way(page_of_training(&notice.slug), reading.words.public_page),
    };
    (notice.told.sessions.first_day().number(), row)
}
