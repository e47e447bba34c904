//! `/kantor/pelatihan/{id}/daftar-hadir`: the list that people sign with a pen, for who has no phone.

use crate::access::Refusal;
use crate::domain::TrainingId;
use crate::features::offices::gazetteer;
use crate::features::training::office::Desk;
use crate::features::training::office::doors::page_of;
use crate::features::training::office::drawn::sign_list::{SignListFigure, sign_list as draw};
use crate::features::training::office::views::TrainingDeskView;
use crate::features::training::office::words;
use crate::features::training::store;
use crate::ui::way;

/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn sign_list(desk: &Desk, id: TrainingId) -> Result<TrainingDeskView, Refusal> {
    let scope = desk.scope().await?;
    let training = store::training(&scope, id).await?;
    let (line, all) = (store::line(&scope, &training).await?, store::enrolments_of(&scope, id).await?);
    drop(scope);
    let outline = &training.outline;
    let figure = SignListFigure {
        office: gazetteer().full_title(desk.office()),
        venue: outline.venue.place().to_owned(),
        speaker: outline.speaker.clone(),
        sessions: outline.sessions.numbered().map(|(number, one)| (["Sesi ", &number.to_string()].concat(), words::session(one))).collect(),
        names: all.iter().filter(|one| line.sits(one.id)).map(|one| one.name.as_str().to_owned()).collect(),
    };
    let mut view = desk.page(Some(way(page_of(id), outline.title.clone())), ["Daftar hadir ", &outline.title].concat(), draw(figure));
    view.sheet = true;
    Ok(view)
}
