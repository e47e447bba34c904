//! `/kantor/pelatihan/baru` and `/kantor/pelatihan/{id}/ubah`

use crate::access::{ActName, Refusal};
use crate::domain::TrainingId;
use crate::features::offices::gazetteer;
use crate::features::training::office::Desk;
use crate::features::training::office::desk::{DESK, kind_of};
use crate::features::training::office::doors::page_of;
use crate::features::training::office::drawn::form::{FormFigure, form};
use crate::features::training::office::views::{TrainingDeskView, TrainingForm};
use crate::features::training::{State, store};
use crate::ui::way;

/// # Errors
/// `Forbidden` for who may not.
pub fn new_form(desk: &Desk) -> Result<TrainingDeskView, Refusal> {
    desk.decide(ActName::KeepTraining).permit()?;
    let organiser = gazetteer().by_code(desk.office()).map(|office| ["Kantor ", &office.title()].concat());
    let typed = TrainingForm { penyelenggara: organiser.unwrap_or_default(), kuota: "20".to_owned(), ..TrainingForm::default() };
    let figure =
        FormFigure { typed, kind: kind_of(desk.office())?, known: None, announced: false, here: [DESK, "/baru"].concat(), key: desk.key() };
    Ok(desk.page(Some(way(DESK, "Pelatihan")), "Pelatihan baru", form(figure)))
}

/// # Errors
/// `NotFound` out of reach; `Forbidden` for who may not; `Conflict` when it is over.
pub async fn change_form(desk: &Desk, id: TrainingId) -> Result<TrainingDeskView, Refusal> {
    let scope = desk.scope().await?;
    let training = store::training(&scope, id).await?;
    drop(scope);
    desk.decide(ActName::KeepTraining).permit()?;
    let announced = match training.state {
        State::Draft => false,
        State::Open => true,
        State::Finished | State::Cancelled { .. } => return Err(Refusal::Conflict(crate::access::Code::TrainingOver)),
    };
    let known = training.version.map(|seen| (id, seen));
    let typed = TrainingForm::of(&training.outline);
    let here = [&page_of(id), "/ubah"].concat();
    let figure = FormFigure { typed, kind: kind_of(desk.office())?, known, announced, here, key: desk.key() };
    Ok(desk.page(Some(way(page_of(id), training.outline.title)), "Ubah pelatihan", form(figure)))
}
