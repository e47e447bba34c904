use leptos::prelude::*;

use crate::features::catalogue::{ReadShop, ShopView};
use crate::text::MarketWords;
use crate::ui::{Ask, Drawing, Icon, PageHead, PublicLayout, Read, ShareHead, data_view, load, read, use_words};

const SHOP: Read<ShopView> = read::<ReadShop, _>();

/// `/toko/{slug}`: a shop and what it sells.
#[component]
pub fn ShopPage() -> AnyView {
    let words = use_words().market();
    load(SHOP, Ask::nothing().param("slug").query("setelah"), move |view| shop_view(view, words))
}

fn shop_view(view: ShopView, words: &'static MarketWords) -> AnyView {
    let description = [view.name.as_str(), ", ", &view.village].concat();
    view! {
        <PublicLayout place=view.village>
            <div class="page flow">
                <a class="back no-print" href="/produk"><Icon name="chevron-left"/>{words.all}</a>
                <div class="titled"><span class="ico" data-big=""><Icon name="sku"/></span><PageHead title=view.name.clone() description=description.clone()/></div>
                <ShareHead title=view.name description address=view.known_as.address image=view.known_as.image kind="website"/>
                <Drawing html=view.drawn/>
            </div>
            {data_view(view.data)}
        </PublicLayout>
    }
    .into_any()
}
