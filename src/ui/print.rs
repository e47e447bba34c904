use leptos::prelude::*;

use crate::ui::Icon;

/// Prints the page; the loader does, once all photos have come. Only where there is a script to do it; every browser has its
/// own way besides.
#[component]
pub fn PrintButton(#[prop(default = "Cetak")] label: &'static str) -> AnyView {
    view! { <button class="btn btn-second btn-row no-print" type="button" data-cetak=""><Icon name="printer"/>{label}</button> }.into_any()
}
