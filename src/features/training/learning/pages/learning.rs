use leptos::prelude::*;

use crate::features::training::learning::ReadLearning;
use crate::features::training::office::TrainingDeskView;
use crate::features::training::office::pages::desk_view;
use crate::ui::{Ask, Read, load, read};

const LEARNING: Read<TrainingDeskView> = read::<ReadLearning, _>();

/// `/kantor/belajar`
#[component]
pub fn LearningPage() -> AnyView {
    load(LEARNING, Ask::nothing(), desk_view)
}
