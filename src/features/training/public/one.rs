//! One training: all that everybody may know of it, whether there is room, and the form to enrol.

use super::drawn::{self, EnrolFigure, OneFigure};
use super::list::room;
use super::structured::training_data;
use super::words::{with_name, with_number};
use super::{Reading, TrainingSheet, page_of_training};
use crate::access::{Refusal, Role};
use crate::features::offices::gazetteer;
use crate::features::training::{Notice, NoticeState, store};
use crate::server::db::OwnScope;
use crate::server::http::way_in;
use crate::ui::{NoteView, note, way};

/// # Errors
/// `NotFound` for a training that nobody has announced; else those of the database.
pub async fn training(reading: &Reading, slug: &str) -> Result<TrainingSheet, Refusal> {
    let notice = store::notice(&reading.scope().await?, slug).await?;
    let place = gazetteer().by_code(notice.office).ok_or(Refusal::NotFound)?;
    let (words, address) = (reading.words, [reading.origin.as_str(), &page_of_training(slug)].concat());
    let mine = is_mine(reading, &notice).await?;
    let takes = matches!(notice.state, NoticeState::Open) && reading.today() <= notice.told.closes;
    let told = &notice.told;
    let figure = OneFigure {
        room: room(reading, &notice),
        summary: told.summary.clone(),
        enrol: if takes && !mine { enrol(reading, &notice) } else { None },
        when: words.when.to_owned(),
        sessions: told.sessions.all().iter().map(|session| reading.says(session)).collect(),
        about: words.facts.to_owned(),
        facts: facts(reading, &notice),
        more: way(super::page_of_trainings(place), [words.of, &place.title()].concat()),
        data: training_data(&notice, &address),
    };
    Ok(TrainingSheet {
        title: told.title.clone(),
        description: [told.topic.words(reading.lang), ". ", &place.full_title(), ". ", words.description].concat(),
        address,
        place: place.full_title(),
        back: Some(way("/pelatihan", words.all)),
        lede: [told.topic.words(reading.lang), ", ", &place.full_title()].concat(),
        note: hint(reading, &notice, mine),
        drawn: drawn::one(figure),
        ..TrainingSheet::default()
    })
}

async fn is_mine(reading: &Reading, notice: &Notice) -> Result<bool, Refusal> {
    let Some(account) = reading.actor.account().filter(|_| reading.is_resident()) else { return Ok(false) };
    let there = OwnScope::open_at(&reading.db, &reading.actor, notice.office).await?;
    Ok(store::own_enrolment(&there, notice.id, account).await?.is_some())
}

/// What somebody must know before all else.
fn hint(reading: &Reading, notice: &Notice, mine: bool) -> Option<NoteView> {
    let words = reading.words;
    let enrolled =
        || NoteView { way: Some(way("/akun/pelatihan", words.see_mine)), ..note("done", "circle-check", words.enrolled_already, "") };
    match &notice.state {
        NoticeState::Cancelled { reason } => Some(note("stop", "alert-triangle", words.cancelled_note, reason.clone())),
        _ if mine => Some(enrolled()),
        NoticeState::Open if notice.told.closes < reading.today() => {
            let closed = with_name(words.enrolment_is_over, &notice.told.closes.in_words(reading.lang));
            Some(note("office", "clock", words.enrolment_over, closed))
        }
        NoticeState::Open | NoticeState::Finished => None,
    }
}

/// A resident has the form; a visitor signs in first, and comes back to it.
fn enrol(reading: &Reading, notice: &Notice) -> Option<EnrolFigure> {
    let words = reading.words;
    let page = page_of_training(&notice.slug);
    let room = u32::from(notice.told.quota) > notice.seated;
    let heading = if room { words.enrol } else { words.enrol_waiting }.to_owned();
    let fate = if room { words.seat_is_yours.to_owned() } else { with_number(words.you_would_wait, notice.waiting) };
    match reading.actor.role() {
        Role::Resident => Some(EnrolFigure::Form {
            heading,
            sentences: vec![fate, words.free.to_owned()],
            training: notice.id,
            name: reading.name.clone(),
            labels: [words.name, words.name_hint],
            key: reading.db.fresh_key(),
            page,
        }),
        Role::Anonymous => Some(EnrolFigure::SignIn {
            sentences: vec![fate, words.sign_in_first.to_owned()],
            way: way(way_in("/masuk", &page), heading.clone()),
            heading,
        }),
        _ => None,
    }
}

fn facts(reading: &Reading, notice: &Notice) -> Vec<(String, String)> {
    let (words, lang, told) = (reading.words, reading.lang, &notice.told);
    let audiences: Vec<&str> = told.audiences.iter().map(|audience| audience.words(lang)).collect();
    let left = u32::from(told.quota).saturating_sub(notice.seated);
    let counts = matches!(notice.state, NoticeState::Open);
    let waiting = if notice.waiting == 0 { words.nobody_waits.to_owned() } else { with_number(words.seats_said, notice.waiting) };
    let all = [
        (words.place, told.place.clone()),
        (words.online_name, if told.online { words.online.to_owned() } else { String::new() }),
        (words.organiser, told.organiser.clone()),
        (words.speaker, told.speaker.clone()),
        (words.made_for, audiences.join(", ")),
        (words.topic, told.topic.words(lang).to_owned()),
        (words.enrol_until, told.closes.with_weekday(lang)),
        (words.seats, with_number(words.seats_said, told.quota.into())),
        (words.places, if counts { left.to_string() } else { String::new() }),
        (words.waiting, if counts { waiting } else { String::new() }),
        (words.test, if told.with_test { words.test_said.to_owned() } else { String::new() }),
        (words.certificate, words.certificate_said.to_owned()),
    ];
    all.into_iter().filter(|(_, says)| !says.is_empty()).map(|(name, says)| (name.to_owned(), says)).collect()
}
