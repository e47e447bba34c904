use leptos::prelude::*;

use super::first::FIRST;

/// An icon beside a word that says the same. The small sprite serves a resident's first screens, the
/// large one the rest.
#[component]
pub fn Icon(name: &'static str) -> AnyView {
    let sprite = if FIRST.contains(&name) { "/ikon.svg#" } else { "/ikon-lain.svg#" };
    view! { <svg aria-hidden="true"><use href=[sprite, name].concat()></use></svg> }.into_any()
}
