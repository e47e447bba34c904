use leptos::prelude::*;

/// An icon of the sprite `public/ikon.svg`, beside a word that says the same.
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
    view! { <svg aria-hidden="true"><use href=["/ikon.svg#", name].concat()></use></svg> }.into_any()
}
