use leptos::prelude::*;

use crate::features::catalogue::{MarketView, ReadMarket};
use crate::text::MarketWords;
use crate::ui::{Ask, Canonical, Drawing, FeedLink, NearButton, PageHead, PublicLayout, Read, back_view, load, read, use_words};

const MARKET: Read<MarketView> = read::<ReadMarket, _>();

const FEED: &str = "/produk.rss";

/// `/produk`: what is for sale in the regency; `/d/{slug}/produk`: in one village.
#[component]
pub fn MarketPage() -> AnyView {
    let words = use_words().market();
    let names = ["cari", "kategori", "kecamatan", "harga", "halal", "pirt", "musim", "ada", "urut", "dari", "setelah"];
    let ask = names.into_iter().fold(Ask::nothing().param("slug"), Ask::query);
    load(MARKET, ask, move |view| market_view(view, words))
}

fn market_view(view: MarketView, words: &'static MarketWords) -> AnyView {
    let place = view.village.as_ref().map(|village| village.words.clone()).unwrap_or_default();
    let elsewhere = match &view.village {
        Some(_) => view! { <p class="links"><a class="link" href="/produk">{words.all}</a></p> }.into_any(),
        None => view! {
            <FeedLink address=FEED title=words.feed/>
            <p class="links"><a class="link" href=FEED rel="external">{words.feed}</a></p>
        }
        .into_any(),
    };
    let told = view.told.map(|told| view! { <p class="note" role="status">{told}</p> }.into_any());
    view! {
        <PublicLayout place=place>
            <div class="page flow">
                {view.village.map(back_view)}
                <PageHead title=view.title description=words.description/>
                <Canonical address=view.address/>
                <p class="lede">{words.lede}</p>
                <Drawing html=view.finder/>
                {view.nearest.map(|to| view! { <NearButton to/> }.into_any())}
                {told}
                <Drawing html=view.found/>
                {elsewhere}
            </div>
        </PublicLayout>
    }
    .into_any()
}
