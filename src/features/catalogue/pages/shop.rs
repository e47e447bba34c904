use leptos::prelude::*;

use super::parts::{FOREIGN, contact_view, facts_view, goods_view};
use crate::features::catalogue::{ReadShop, ShopView};
use crate::text::MarketWords;
use crate::ui::{Ask, Icon, PageHead, PublicLayout, Read, ShareHead, data_view, drawing_view, load, read, use_words};

const SHOP: Read<ShopView> = read::<ReadShop, _>();

/// `/toko/{slug}`: a shop and what it sells.
#[component]
pub fn ShopPage() -> AnyView {
    let words = use_words().market();
    load(SHOP, Ask::nothing().param("slug").query("setelah"), move |view| shop_view(view, words))
}

fn shop_view(view: ShopView, words: &'static MarketWords) -> AnyView {
    let village = ["/d/", &view.village_slug, "/produk"].concat();
    let description = [view.shop.name.as_str(), ", ", &view.shop.village].concat();
    let goods = (!view.goods.cards.is_empty()).then(|| view! { <h2>{words.goods}</h2> {goods_view(view.goods, words)} }.into_any());
    let basket = ["/toko/", &view.shop.slug, "/pesan"].concat();
    let several = goods.is_some().then(|| view! { <a class="btn btn-wa" href=basket>{words.several}</a> }.into_any());
    let poster = ["/toko/", &view.shop.slug, "/poster"].concat();
    let map = view.map.map(|map| view! { <a class="link" href=map rel=FOREIGN><Icon name="skd"/>{words.map}</a> }.into_any());
    let elsewhere = (!view.links.is_empty()).then(|| links_view(view.links, words));
    view! {
        <PublicLayout place=view.shop.village.clone()>
            <div class="page flow">
                <a class="back no-print" href="/produk"><Icon name="chevron-left"/>{words.all}</a>
                <div class="titled"><span class="ico" data-big=""><Icon name="sku"/></span><PageHead title=view.shop.name.clone() description=description.clone()/></div>
                <ShareHead title=view.shop.name description address=view.known_as.address image=view.known_as.image kind="website"/>
                <p class="lede">{view.shop.village}</p>
                <p>{view.story}</p>
                <div class="btns no-print">
                    {several}
                    <a class="btn btn-second btn-wa" href=view.whatsapp rel=FOREIGN><Icon name="brand-whatsapp"/>{words.ask}</a>
                </div>
                {contact_view(view.contact, words)}
                {goods}
                {facts_view(view.facts)}
                {drawing_view(view.skills)}
                <p class="links">{map}<a class="link" href=village>{words.of_village}</a><a class="link no-print" href=poster>{words.poster}</a></p>
                {elsewhere}
            </div>
            {data_view(view.data)}
        </PublicLayout>
    }
    .into_any()
}

fn links_view(links: Vec<(String, String)>, words: &'static MarketWords) -> AnyView {
    let link = |(name, address): (String, String)| view! { <a class="link" href=address rel=FOREIGN>{name}</a> }.into_any();
    view! {
        <h2>{words.elsewhere}</h2>
        <p class="soft">{words.elsewhere_hint}</p>
        <p class="links">{links.into_iter().map(link).collect_view()}</p>
    }
    .into_any()
}
