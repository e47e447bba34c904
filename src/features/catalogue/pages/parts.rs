//! What the pages of the market share.

use leptos::prelude::*;

use crate::features::catalogue::{ContactView, Fact, Goods, Picture, ProductCard};
use crate::text::MarketWords;
use crate::ui::{Icon, NamedIcon};

/// Foreign pages, named by sellers: search engines shall not take them for ours.
pub const FOREIGN: &str = "ugc nofollow noopener";

/// Over a page of ours that counts and leads on: not one of the app, and none for search engines.
pub const COUNTED: &str = "external nofollow";

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

/// Two beside each other on a phone, some more on a screen.
const ON_CARDS: &str = "(min-width:48rem) 14rem, 45vw";

pub fn goods_view(goods: Goods, words: &'static MarketWords) -> AnyView {
    let more = goods.next.map(|next| view! { <a class="btn btn-second" href=next>{words.next}</a> }.into_any());
    view! {
        {goods.cards.iter().any(|card| card.picture.webp.is_empty()).then(|| view! { <p class="soft">{words.no_photos}</p> }.into_any())}
        <ul class="cards">{goods.cards.into_iter().enumerate().map(card_view).collect_view()}</ul>
        {more}
    }
    .into_any()
}

/// The first row is seen at once.
fn card_view((at, card): (usize, ProductCard)) -> AnyView {
    let permit = |kind: String| view! { <span class="say" data-who="done"><Icon name="circle-check"/>{kind}</span> }.into_any();
    let permits = card.permits.into_iter().map(permit).collect_view();
    let distance = card.distance.map(|distance| view! { <b>{distance}</b> }.into_any());
    view! {
        <li>
            <a class="card" href=card.to>
                {picture_view(card.picture, ON_CARDS, at < 2)}
                <div>
                    <span class="card-name">{card.name}</span>
                    <b class="price">{card.price}</b>
                    <small>{card.per}</small>
                    {permits}
                    <span class="card-place"><span>{card.village}</span><span>"Kec. " {card.kecamatan}</span>{distance}</span>
                </div>
            </a>
        </li>
    }
    .into_any()
}

/// To call the seller, and to tell somebody of the page. In a browser that shares by itself nothing more is needed.
pub fn contact_view(contact: ContactView, words: &'static MarketWords) -> AnyView {
    view! {
        <p class="links no-print">
            <a class="link" href=contact.call><Icon name="device-mobile"/>{words.call} " " {contact.number}</a>
            <a class="link" href=contact.share rel=FOREIGN><Icon name="brand-whatsapp"/>{words.share}</a>
        </p>
    }
    .into_any()
}

pub fn facts_view(facts: Vec<Fact>) -> AnyView {
    let line = |fact: Fact| view! { <li><NamedIcon name=fact.icon/><div><b>{fact.what}</b><p>{fact.hint}</p></div></li> }.into_any();
    view! { <section class="sheet"><ul class="items">{facts.into_iter().map(line).collect_view()}</ul></section> }.into_any()
}
