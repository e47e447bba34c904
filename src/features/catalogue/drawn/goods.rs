use leptos::prelude::*;

use crate::features::catalogue::Picture;
use crate::features::catalogue::pages::{ON_CARDS, picture_view};
use crate::text::GoodsWords;
use crate::ui::Icon;

/// A page of products.
pub struct Goods {
    pub cards: Vec<ProductCard>,
    /// The address of the next page.
    pub next: Option<String>,
}

pub struct ProductCard {
    /// The address of its page, with what was looked for.
    pub to: String,
    pub name: String,
    pub picture: Picture,
    /// "Rp18.000", or that it is sold out.
    pub price: String,
    /// "per bungkus"
    pub per: String,
    pub permits: Vec<String>,
    /// "Tamansari"
    pub village: String,
    pub kecamatan: String,
    /// "± 3 km", where somebody has said where they are.
    pub distance: Option<String>,
}

pub fn goods_view(goods: Goods, words: &'static GoodsWords) -> AnyView {
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
