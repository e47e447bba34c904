use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};

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

/// The one address of a page that has several: for search engines, and for browsers that share a page.
#[component]
pub fn Canonical(address: String) -> AnyView {
    view! { <Link rel="canonical" href=address/> }.into_any()
}

/// What other sites are told of a page when somebody passes on its address.
#[component]
pub fn ShareHead(
    title: String,
    description: String,
    /// Whole, like that of the picture.
    address: String,
    image: Option<String>,
    /// `product`, `website`: a word of ogp.me.
    kind: &'static str,
) -> AnyView {
    let image = image.map(|image| {
        view! {
            <Meta property="og:image" content=image/>
            <Meta property="og:image:width" content="1200"/>
            <Meta property="og:image:height" content="630"/>
        }
        .into_any()
    });
    view! {
        <Meta property="og:type" content=kind/>
        <Meta property="og:title" content=title/>
        <Meta property="og:description" content=description/>
        <Meta property="og:url" content=address.clone()/>
        {image}
        <Canonical address/>
    }
    .into_any()
}

/// A feed of what the page shows, for whoever subscribes to it.
#[component]
pub fn FeedLink(address: &'static str, title: &'static str) -> AnyView {
    view! { <Link rel="alternate" type_="application/rss+xml" title=title href=address/> }.into_any()
}

/// What search engines read. It is data, not code.
pub fn data_view(data: String) -> AnyView {
    view! { <script type="application/ld+json">{data}</script> }.into_any()
}
