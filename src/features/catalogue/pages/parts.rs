//! What the pages of the market share.

use leptos::prelude::*;

use crate::features::catalogue::{ContactView, Fact, Picture};
use crate::ui::{Icon, NamedIcon};

/// Foreign pages, named by sellers: search engines shall not take them for ours.
pub const FOREIGN: &str = "ugc nofollow noopener";

/// Over a page of ours that counts and leads on: not one of the app, and none for search engines.
pub const COUNTED: &str = "external nofollow";

/// How wide a card stands: two beside each other on a phone, some more on a screen.
pub const ON_CARDS: &str = "(min-width:48rem) 14rem, 45vw";

/// A photo in the format that the browser knows and the size that it needs; its colour until it has come.
/// `wide`: how wide it stands, as HTML's `sizes`. Only what is seen at once is fetched at once.
pub fn picture_view(picture: Picture, wide: &'static str, at_once: bool) -> AnyView {
    let Picture { src, webp, jpeg, width, height, colour, alt } = picture;
    let loading = if at_once { "eager" } else { "lazy" };
    let priority = at_once.then_some("high");
    if webp.is_empty() {
        return view! { <img src=src alt=alt width=width height=height loading=loading/> }.into_any();
    }
    view! {
        <span class="photo">
            <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true"><path fill=colour d="M0 0h1v1H0z"/></svg>
            <picture>
                <source type="image/webp" srcset=webp sizes=wide/>
                <img src=src srcset=jpeg sizes=wide alt=alt width=width height=height loading=loading fetchpriority=priority/>
            </picture>
        </span>
    }
    .into_any()
}

/// To call the seller, and to tell somebody of the page. In a browser that shares by itself nothing more is needed.
pub fn contact_view(ContactView { call, share }: ContactView) -> AnyView {
    view! {
        <p class="links no-print">
            <a class="link" href=call.to><Icon name="device-mobile"/>{call.words}</a>
            <a class="link" href=share.to rel=FOREIGN><Icon name="brand-whatsapp"/>{share.words}</a>
        </p>
    }
    .into_any()
}

pub fn facts_view(facts: Vec<Fact>) -> AnyView {
    let line = |fact: Fact| view! { <li><NamedIcon name=fact.icon/><div><b>{fact.what}</b><p>{fact.hint}</p></div></li> }.into_any();
    view! { <section class="sheet"><ul class="items">{facts.into_iter().map(line).collect_view()}</ul></section> }.into_any()
}
