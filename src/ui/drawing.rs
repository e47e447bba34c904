use leptos::prelude::*;

/// What the server has drawn to the end, as one string: the browser gets no code for it, and waking the page need not walk its hundreds of parts.
/// Whoever writes one escapes every word of it.
#[component]
pub fn Drawing(#[prop(into)] html: String) -> AnyView {
    view! { <div class="flow" inner_html=html></div> }.into_any()
}

/// The same where there may be nothing to show.
pub fn drawing_view(html: String) -> AnyView {
    if html.is_empty() { ().into_any() } else { view! { <Drawing html=html/> }.into_any() }
}
