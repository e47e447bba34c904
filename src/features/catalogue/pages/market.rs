use leptos::prelude::*;

use super::parts::goods_view;
use crate::features::catalogue::{FinderView, MarketView, PickView, ReadMarket, TickView};
use crate::text::MarketWords;
use crate::ui::{Ask, Canonical, FeedLink, Icon, NearButton, PageHead, PublicLayout, Read, load, read, use_words};

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
    let place = view.village.as_ref().map(|village| village.place.clone()).unwrap_or_default();
    let back = view.village.map(|village| {
        let to = ["/d/", &village.slug].concat();
        view! { <a class="back no-print" href=to><Icon name="chevron-left"/>{village.place}</a> }.into_any()
    });
    let elsewhere = match &back {
        Some(_) => view! { <p class="links"><a class="link" href="/produk">{words.all}</a></p> }.into_any(),
        None => view! {
            <FeedLink address=FEED title=words.feed/>
            <p class="links"><a class="link" href=FEED rel="external">{words.feed}</a></p>
        }
        .into_any(),
    };
    let goods = if view.goods.cards.is_empty() { none_view(view.none, view.hint, view.way) } else { goods_view(view.goods, words) };
    let nearest = view.finder.nearest.clone();
    let told = view.told.map(|told| view! { <p class="note" role="status">{told}</p> }.into_any());
    view! {
        <PublicLayout place=place>
            <div class="page flow">
                {back}
                <PageHead title=view.title description=words.description/>
                <Canonical address=view.address/>
                <p class="lede">{words.lede}</p>
                {finder_view(view.finder)}
                <NearButton to=nearest/>
                {told}
                {goods}
                {elsewhere}
            </div>
        </PublicLayout>
    }
    .into_any()
}

/// A plain form: what is looked for and chosen stands in the address, and can be shared.
pub fn finder_view(finder: FinderView) -> AnyView {
    let here = (!finder.from.is_empty()).then(|| view! { <input type="hidden" name="dari" value=finder.from/> }.into_any());
    view! {
        <form class="flow no-print" method="get" action=finder.to role="search">
            <div class="field">
                <label for="cari">{finder.label}</label>
                <p class="hint" id="cari-hint">{finder.hint}</p>
                <div class="find">
                    <input class="box" id="cari" name="cari" type="search" maxlength="100" autocomplete="off" aria-describedby="cari-hint" value=finder.typed/>
                    <button class="btn"><Icon name="search"/>{finder.search}</button>
                </div>
            </div>
            <details class="sheet" data-flush="">
                <summary class="row"><span class="in"><b>{finder.summary}</b></span><Icon name="chevron-down"/></summary>
                <div class="flow p-4">
                    <div class="cols" data-two="">{finder.picks.into_iter().map(pick_view).collect_view()}</div>
                    <div class="opts">{finder.ticks.into_iter().map(tick_view).collect_view()}</div>
                    {here}
                    <button class="btn">{finder.show}</button>
                </div>
            </details>
        </form>
    }
    .into_any()
}

fn pick_view(PickView { name, label, choices, chosen }: PickView) -> AnyView {
    let choice = |(code, name): (String, String)| {
        let here = code == chosen;
        view! { <option value=code selected=here>{name}</option> }.into_any()
    };
    let choices = choices.into_iter().map(choice).collect_view();
    view! {
        <div class="field">
            <label for=name.clone()>{label}</label>
            <span class="pick"><select class="box" id=name.clone() name=name>{choices}</select></span>
        </div>
    }
    .into_any()
}

fn tick_view(TickView { name, label, on }: TickView) -> AnyView {
    view! { <label class="opt"><input type="checkbox" name=name value="ya" checked=on/><span><b>{label}</b></span></label> }.into_any()
}

/// Why there is nothing, and what to try.
fn none_view(none: String, hint: String, way: Option<(String, String)>) -> AnyView {
    view! {
        <div class="empty" role="status">
            <img src="/gambar/kosong/belum-ada-produk.svg" alt="" width="160" height="120"/>
            <b>{none}</b>
            <p>{hint}</p>
            {way.map(|(to, name)| view! { <a class="btn" href=to>{name}</a> }.into_any())}
        </div>
    }
    .into_any()
}
