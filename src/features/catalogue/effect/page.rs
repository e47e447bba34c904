use leptos::prelude::*;

use super::{EffectView, ReadEffect};
use crate::ui::{Ask, Drawing, OfficeLayout, OfficeTab, PageHead, Read, back_view, load, read, way};

const EFFECT: Read<EffectView> = read::<ReadEffect, _>();

/// `/kantor/produk/dampak`: whether trainings make listings better.
#[component]
pub fn EffectPage() -> AnyView {
    load(EFFECT, Ask::nothing(), effect_view)
}

fn effect_view(view: EffectView) -> AnyView {
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Market>
            <div class="page flow" data-read="">
                {back_view(way("/kantor/produk", "Produk"))}
                <PageHead title="Dampak pelatihan"/>
                <Drawing html=view.drawn/>
            </div>
        </OfficeLayout>
    }
    .into_any()
}
