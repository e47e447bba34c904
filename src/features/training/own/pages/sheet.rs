use leptos::prelude::*;

use crate::features::training::own::{ReadOwnTraining, ReadOwnTrainings, ReadWall};
use crate::features::training::public::TrainingSheet;
use crate::features::training::public::pages::body_view;
use crate::ui::{Ask, Read, ResidentLayout, ResidentTab, load, read};

const TRAININGS: Read<TrainingSheet> = read::<ReadOwnTrainings, _>();
const TRAINING: Read<TrainingSheet> = read::<ReadOwnTraining, _>();
const WALL: Read<TrainingSheet> = read::<ReadWall, _>();

/// `/akun/pelatihan`
#[component]
pub fn OwnTrainingsPage() -> AnyView {
    load(TRAININGS, Ask::nothing().query("hasil"), own_view)
}

/// `/akun/pelatihan/{id}`: one's own place in a training.
#[component]
pub fn OwnTrainingPage() -> AnyView {
    load(TRAINING, Ask::nothing().param("id").query("hasil"), own_view)
}

/// `/hadir/{id}`: where the QR code on the wall leads.
#[component]
pub fn AttendPage() -> AnyView {
    load(WALL, Ask::nothing().param("id").query("kode"), own_view)
}

fn own_view(view: TrainingSheet) -> AnyView {
    view! { <ResidentLayout tab=Some(ResidentTab::Account)>{body_view(view)}</ResidentLayout> }.into_any()
}
