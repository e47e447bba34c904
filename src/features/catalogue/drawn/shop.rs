use leptos::prelude::*;

use super::goods::{Goods, goods_view};
use crate::features::catalogue::pages::{FOREIGN, contact_view, facts_view};
use crate::features::catalogue::{ContactView, Fact, ShopShown};
use crate::text::GoodsWords;
use crate::ui::{Icon, drawing_view};

pub struct ShopFigure {
    pub shop: ShopShown,
    pub village_slug: &'static str,
    pub story: String,
    pub facts: Vec<Fact>,
    /// A map with the place of the shop.
    pub map: Option<String>,
    /// Where WhatsApp opens.
    pub whatsapp: String,
    pub contact: ContactView,
    /// Name and address of its pages elsewhere.
    pub links: Vec<(&'static str, String)>,
    /// Trainings that its seller shows, as HTML; empty without one.
    pub skills: String,
    pub goods: Goods,
}

pub fn shop_view(shop: ShopFigure, words: &'static GoodsWords) -> AnyView {
    let village = ["/d/", shop.village_slug, "/produk"].concat();
    let goods = (!shop.goods.cards.is_empty()).then(|| view! { <h2>{words.goods}</h2> {goods_view(shop.goods, words)} }.into_any());
    let [basket, poster] = ["/pesan", "/poster"].map(|page| ["/toko/", &shop.shop.slug, page].concat());
    let several = goods.is_some().then(|| view! { <a class="btn btn-wa" href=basket>{words.several}</a> }.into_any());
    let map = shop.map.map(|map| view! { <a class="link" href=map rel=FOREIGN><Icon name="skd"/>{words.map}</a> }.into_any());
    let elsewhere = (!shop.links.is_empty()).then(|| links_view(shop.links, words));
    view! {
        <p class="lede">{shop.shop.village}</p>
        <p>{shop.story}</p>
        <div class="btns no-print">
            {several}
            <a class="btn btn-second btn-wa" href=shop.whatsapp rel=FOREIGN><Icon name="brand-whatsapp"/>{words.ask}</a>
        </div>
        {contact_view(shop.contact)}
        {goods}
        {facts_view(shop.facts)}
        {drawing_view(shop.skills)}
        <p class="links">{map}<a class="link" href=village>{words.of_village}</a><a class="link no-print" href=poster>{words.poster}</a></p>
        {elsewhere}
    }
    .into_any()
}

fn links_view(links: Vec<(&'static str, String)>, words: &'static GoodsWords) -> AnyView {
    let link = |(name, address): (&'static str, String)| view! { <a class="link" href=address rel=FOREIGN>{name}</a> }.into_any();
    view! {
        <h2>{words.elsewhere}</h2>
        <p class="soft">{words.elsewhere_hint}</p>
        <p class="links">{links.into_iter().map(link).collect_view()}</p>
    }
    .into_any()
}
