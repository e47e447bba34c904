use leptos::prelude::*;

/// An icon of the sprite `public/ikon.svg`, beside a word that says the same.
#[component]
pub fn Icon(name: &'static str) -> AnyView {
    view! { <svg aria-hidden="true"><use href=["/ikon.svg#", name].concat()></use></svg> }.into_any()
}
