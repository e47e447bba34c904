//! Where whoever is in the room types the code that is on its wall.

use super::doors::place_in;
use super::drawn::{self, WallFigure};
use crate::access::Refusal;
use crate::domain::TrainingId;
use crate::features::offices::gazetteer;
use crate::features::training::attendance_code::AttendanceCode;
use crate::features::training::public::{Reading, TrainingSheet, page_of_training};
use crate::features::training::store;
use crate::ui::{NoteView, note, way};

/// # Errors
/// `NotFound` for a training that nobody has announced; else those of the database.
pub async fn wall(reading: &Reading, id: TrainingId, code: &str) -> Result<TrainingSheet, Refusal> {
    let words = reading.words;
    let notice = store::notices(&reading.scope().await?, &[id]).await?.pop().ok_or(Refusal::NotFound)?;
    let mine = place_in(&reading.db, &reading.actor, id).await?;
    let figure = mine.is_some().then(|| WallFigure {
        training: id,
        // What is no code is not put into the field.
        code: AttendanceCode::parse(code).map(AttendanceCode::digits).unwrap_or_default(),
        labels: [words.code, words.code_hint],
        button: words.i_am_here,
        key: reading.db.fresh_key(),
        page: ["/hadir/", &id.to_string()].concat(),
    });
    let not_mine = || NoteView {
        way: Some(way(page_of_training(&notice.slug), words.open_it)),
        ..note("you", "info-circle", words.not_enrolled, words.not_enrolled_hint)
    };
    Ok(TrainingSheet {
        title: words.wall_title.to_owned(),
        lede: [&notice.told.title, ", ", &gazetteer().full_title(notice.office), ". ", words.wall_lede].concat(),
        back: Some(way("/akun/pelatihan", words.own_title)),
        note: figure.is_none().then(not_mine),
        drawn: figure.map(drawn::wall).unwrap_or_default(),
        ..TrainingSheet::default()
    })
}
