use leptos::prelude::*;

use crate::ui::{Icon, use_visitor};

/// Prints the page; the loader does, once all photos have come. Only where there is a script to do it; every browser has its
/// own way besides.
#[component]
pub fn PrintButton(#[prop(default = "Cetak")] label: &'static str) -> AnyView {
    if use_visitor().saver {
        return ().into_any();
    }
    view! { <button class="btn btn-second btn-row btn-alive" type="button" data-cetak=""><Icon name="printer"/>{label}</button> }.into_any()
}
