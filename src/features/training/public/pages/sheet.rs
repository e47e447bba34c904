use leptos::prelude::*;

use crate::features::training::public::{ReadTraining, ReadTrainings, TrainingSheet};
use crate::ui::{Ask, Canonical, Drawing, PageHead, PublicLayout, Read, back_view, done_view, load, note_view, read};

const TRAININGS: Read<TrainingSheet> = read::<ReadTrainings, _>();
const TRAINING: Read<TrainingSheet> = read::<ReadTraining, _>();

/// `/pelatihan`: trainings of all offices; `/d/{slug}/pelatihan`: of one village.
#[component]
pub fn NoticesPage() -> AnyView {
    let names = ["bidang", "untuk", "kecamatan", "lalu", "setelah"];
    load(TRAININGS, names.into_iter().fold(Ask::nothing().param("slug"), Ask::query), public_view)
}

/// `/pelatihan/{slug}`: one training, and the form to enrol.
#[component]
pub fn NoticePage() -> AnyView {
    load(TRAINING, Ask::nothing().param("slug"), public_view)
}

fn public_view(view: TrainingSheet) -> AnyView {
    let address = view.address.clone();
    view! { <PublicLayout place=view.place.clone()><Canonical address/>{body_view(view)}</PublicLayout> }.into_any()
}

/// What every page about trainings has between its layout.
pub fn body_view(view: TrainingSheet) -> AnyView {
    view! {
        <div class="page flow">
            {view.back.map(back_view)}
            <PageHead title=view.title description=view.description/>
            {view.result.map(done_view)}
            <p class="lede">{view.lede}</p>
            {view.note.map(note_view)}
            <Drawing html=view.drawn/>
        </div>
    }
    .into_any()
}
