use leptos::prelude::*;

use super::first::FIRST;

/// An icon beside a word that says the same. The small sprite serves a resident's first screens, the
/// large one the rest.
#[component]
pub fn Icon(name: &'static str) -> AnyView {
    icon_view(name)
}

/// One whose name comes with the view: a service by its code, a state by its own.
#[component]
pub fn NamedIcon(#[prop(into)] name: String) -> AnyView {
    icon_view(&name)
}

fn icon_view(name: &str) -> AnyView {
    let sprite = if FIRST.contains(&name) { "/ikon.svg#" } else { "/ikon-lain.svg#" };
    view! { <svg aria-hidden="true"><use href=[sprite, name].concat()></use></svg> }.into_any()
}
