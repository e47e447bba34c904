use leptos::prelude::*;

use crate::features::training::learning::{LearnedView, ReadLearned};
use crate::ui::{Ask, Drawing, PageHead, Read, RegencyLayout, RegencyTab, load, read};

const LEARNED: Read<LearnedView> = read::<ReadLearned, _>();

/// `/bpm/belajar`: who has been trained in the offices.
#[component]
pub fn LearnedPage() -> AnyView {
    load(LEARNED, Ask::nothing().query("kecamatan"), learned_view)
}

fn learned_view(view: LearnedView) -> AnyView {
    view! {
        <RegencyLayout frame=view.frame tab=RegencyTab::Learning>
            <div class="page flow">
                <PageHead title="Belajar"/>
                <Drawing html=view.drawn/>
            </div>
        </RegencyLayout>
    }
    .into_any()
}
