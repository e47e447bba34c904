use leptos::prelude::*;

use crate::ui::Icon;

/// Prints the page. Only where there is a script to do it; every browser has its own way besides.
#[component]
pub fn PrintButton(#[prop(default = "Cetak")] label: &'static str) -> AnyView {
    let alive = RwSignal::new(false);
    Effect::new(move |_| alive.set(true));
    let print = |_| _ = window().print();
    view! { <button class="btn btn-second btn-row no-print" type="button" hidden=move || !alive.get() on:click=print><Icon name="printer"/>{label}</button> }
        .into_any()
}
