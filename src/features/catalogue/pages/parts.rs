//! What the pages of the market share.

use leptos::prelude::*;

use crate::features::catalogue::{Fact, Goods, ProductCard};
use crate::text::MarketWords;
use crate::ui::{Icon, NamedIcon};

/// Foreign pages, named by sellers: search engines shall not take them for ours.
pub const FOREIGN: &str = "ugc nofollow noopener";

/// Over a page of ours that counts and leads on: not one of the app, and none for search engines.
pub const COUNTED: &str = "external nofollow";

pub fn goods_view(goods: Goods, words: &'static MarketWords) -> AnyView {
    let more = goods.next.map(|next| view! { <a class="btn btn-second" href=next>{words.next}</a> }.into_any());
    view! {
        <p class="soft">{words.no_photos}</p>
        <ul class="cards">{goods.cards.into_iter().map(card_view).collect_view()}</ul>
        {more}
    }
    .into_any()
}

fn card_view(card: ProductCard) -> AnyView {
    let permit = |kind: String| view! { <span class="say" data-who="done"><Icon name="circle-check"/>{kind}</span> }.into_any();
    let permits = card.permits.into_iter().map(permit).collect_view();
    view! {
        <li>
            <a class="card" href=["/produk/", &card.slug].concat()>
                <img src=card.picture alt="" width="160" height="160" loading="lazy"/>
                <div>
                    <span class="card-name">{card.name}</span>
                    <b class="price">{card.price}</b>
                    <small>{card.per}</small>
                    {permits}
                    <span class="card-place"><span>{card.village}</span><span>"Kec.\u{a0}" {card.kecamatan}</span></span>
                </div>
            </a>
        </li>
    }
    .into_any()
}

pub fn facts_view(facts: Vec<Fact>) -> AnyView {
    let line = |fact: Fact| view! { <li><NamedIcon name=fact.icon/><div><b>{fact.what}</b><p>{fact.hint}</p></div></li> }.into_any();
    view! { <section class="sheet"><ul class="items">{facts.into_iter().map(line).collect_view()}</ul></section> }.into_any()
}

/// What search engines read. It is data, not code.
pub fn data_view(data: String) -> AnyView {
    view! { <script type="application/ld+json">{data}</script> }.into_any()
}
