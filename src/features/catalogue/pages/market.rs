use leptos::prelude::*;

use super::parts::goods_view;
use crate::features::catalogue::{FilterView, MarketView, ReadMarket};
use crate::text::MarketWords;
use crate::ui::{Ask, Icon, PageHead, PublicLayout, Read, load, read, use_words};

const MARKET: Read<MarketView> = read::<ReadMarket, _>();

/// `/produk`: what is for sale in the regency; `/d/{slug}/produk`: in one village.
#[component]
pub fn MarketPage() -> AnyView {
    let words = use_words().market();
    let ask = Ask::nothing().param("slug").query("kategori").query("kecamatan").query("setelah");
    load(MARKET, ask, move |view| market_view(view, words))
}

fn market_view(view: MarketView, words: &'static MarketWords) -> AnyView {
    let place = view.village.as_ref().map(|village| village.place.clone()).unwrap_or_default();
    let back = view.village.map(|village| {
        let to = ["/d/", &village.slug].concat();
        view! { <a class="back no-print" href=to><Icon name="chevron-left"/>{village.place}</a> }.into_any()
    });
    let elsewhere = back.is_some().then(|| view! { <p class="links"><a class="link" href="/produk">{words.all}</a></p> }.into_any());
    let goods = if view.goods.cards.is_empty() { none_view(view.hint, view.way, words) } else { goods_view(view.goods, words) };
    view! {
        <PublicLayout place=place>
            <div class="page flow">
                {back}
                <PageHead title=view.title description=words.description/>
                <p class="lede">{words.lede}</p>
                {view.filter.map(|filter| filter_view(filter, words))}
                {goods}
                {elsewhere}
            </div>
        </PublicLayout>
    }
    .into_any()
}

/// A plain form: what is chosen stands in the address, and can be shared.
fn filter_view(filter: FilterView, words: &'static MarketWords) -> AnyView {
    let kinds = pick_view("kategori", words.category, words.every_category, filter.categories, &filter.category);
    let places = pick_view("kecamatan", words.kecamatan, words.everywhere, filter.all_kecamatan, &filter.kecamatan);
    view! {
        <details class="sheet no-print" data-flush="">
            <summary class="row"><Icon name="search"/><span class="in"><b>{filter.summary}</b></span><Icon name="chevron-down"/></summary>
            <form class="flow p-4" method="get" action="/produk" role="search">
                <div class="cols" data-two="">{kinds}{places}</div>
                <button class="btn">{words.show}</button>
            </form>
        </details>
    }
    .into_any()
}

fn pick_view(name: &'static str, label: &'static str, all: &'static str, choices: Vec<(String, String)>, chosen: &str) -> AnyView {
    let choice = |(code, name): (String, String)| {
        let here = code == chosen;
        view! { <option value=code selected=here>{name}</option> }.into_any()
    };
    let choices = choices.into_iter().map(choice).collect_view();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <span class="pick"><select class="box" id=name name=name><option value="">{all}</option>{choices}</select></span>
        </div>
    }
    .into_any()
}

/// Why there is nothing, and what to try.
fn none_view(hint: String, way: Option<(String, String)>, words: &'static MarketWords) -> AnyView {
    view! {
        <div class="empty" role="status">
            <img src="/gambar/kosong/belum-ada-produk.svg" alt="" width="160" height="120"/>
            <b>{words.none}</b>
            <p>{hint}</p>
            {way.map(|(to, name)| view! { <a class="btn" href=to>{name}</a> }.into_any())}
        </div>
    }
    .into_any()
}
