use leptos::prelude::*;

/// Where `public/menunggu.js` lists what waits on this phone, and what was typed and not sent. Empty, and nothing
/// to look at, until it does. `desk`: for whom it waits. `about`: what this page is about. `open`: something may
/// still be sent from it.
pub fn waiting_view(desk: String, about: String, open: bool) -> AnyView {
    view! { <div data-menunggu=desk data-tentang=about data-terbuka=open.then_some("") hidden=true></div> }.into_any()
}
