use leptos::prelude::*;
use leptos_meta::{Meta, Title};

use super::wire::arrive;

/// Title of the tab, description for search and sharing, and the one `h1`. After a navigation
/// inside the app the focus moves there, so that a screen reader announces the new page.
#[component]
pub fn PageHead(
    #[prop(into)] title: String,
    /// One sentence for search engines and share cards; absent on personal pages.
    #[prop(optional, into)]
    description: Option<String>,
) -> AnyView {
    Effect::new(|_| arrive("judul"));
    // leptos_meta 0.8 writes the text of a title into the page as it is, and in the browser as a text: what
    // is escaped for the one is wrong for the other. Without `<` no name ends the element.
    let tab = [&title.replace('<', "‹"), " · Smart Kampung"].concat();
    view! {
        <Title text=tab/>
        {description.map(|text| view! { <Meta name="description" content=text/> })}
        <h1 id="judul" tabindex="-1">{title}</h1>
    }
    .into_any()
}
