use leptos::prelude::*;

use super::order_fields::{amount_field, variant_field};
use super::parts::{COUNTED, ON_CARDS, contact_view, facts_view, picture_view};
use crate::features::catalogue::{OrderView, Picture, ProductView, ReadProduct, ShopShown, WrittenOrder};
use crate::text::MarketWords;
use crate::ui::{Ask, Icon, PageHead, PublicLayout, Read, ShareHead, data_view, load, read, use_words};

const PRODUCT: Read<ProductView> = read::<ReadProduct, _>();

/// `/produk/{slug}`: a product, and the order by WhatsApp. The order form is a plain GET: nothing is stored,
/// and the message is shown before anybody sends it.
#[component]
pub fn ProductPage() -> AnyView {
    let words = use_words().market();
    let ask = Ask::nothing().param("slug").query("pilihan").query("jumlah").query("ubah").query("kata");
    load(PRODUCT, ask, move |view| product_view(view, words))
}

fn product_view(view: ProductView, words: &'static MarketWords) -> AnyView {
    let description = [view.name.as_str(), ", ", &view.price, ", ", &view.shop.village].concat();
    let act = view.order.as_ref().map(|order| act_view(order, words));
    let about = (!view.story.is_empty()).then(|| view! { <h2>{words.about}</h2> <p>{view.story}</p> }.into_any());
    let basket = ["/toko/", &view.shop.slug, "/pesan"].concat();
    let wares = Wares { slug: view.slug, key: view.key, axis: view.axis, variants: view.variants, unit: view.unit.clone(), basket };
    let order = view.order.map(|order| order_view(order, wares, words));
    view! {
        <PublicLayout place=view.shop.village.clone()>
            <div class="page flow">
                <a class="back no-print" href="/produk"><Icon name="chevron-left"/>{words.all}</a>
                <div class="cols" data-two="">
                    <div class="flow">
                        {photos_view(view.pictures, words)}
                    </div>
                    <div class="flow">
                        <PageHead title=view.name.clone() description=description.clone()/>
                        <ShareHead title=view.name description address=view.known_as.address image=view.known_as.image kind="product"/>
                        <p><b class="figure">{view.price}</b> " / " {view.unit} " " {view.net}</p>
                        {view.wholesale.map(|wholesale| view! { <p class="soft">{wholesale}</p> }.into_any())}
                        {shop_row(view.shop)}
                        {contact_view(view.contact)}
                        {facts_view(view.facts)}
                        {about}
                        {order}
                    </div>
                </div>
            </div>
            {data_view(view.data)}
            {act}
        </PublicLayout>
    }
    .into_any()
}

/// What the order form says of the product.
struct Wares {
    slug: String,
    key: String,
    axis: String,
    variants: Vec<String>,
    unit: String,
    /// The page of the shop's basket.
    basket: String,
}

/// The first as large as it gets, the others below; a drawing says that it is none.
fn photos_view(mut pictures: Vec<Picture>, words: &'static MarketWords) -> AnyView {
    let drawn = pictures.iter().all(|picture| picture.webp.is_empty());
    let others = pictures.split_off(pictures.len().min(1));
    let first = pictures.into_iter().map(|picture| picture_view(picture, "(min-width:48rem) 36rem, 100vw", true)).collect_view();
    let other = |picture| view! { <li>{picture_view(picture, ON_CARDS, false)}</li> }.into_any();
    let others = (!others.is_empty()).then(|| view! { <ul class="cards">{others.into_iter().map(other).collect_view()}</ul> }.into_any());
    view! { {first} {others} {drawn.then(|| view! { <p class="soft">{words.no_photo}</p> }.into_any())} }.into_any()
}

fn shop_row(shop: ShopShown) -> AnyView {
    view! {
        <ul class="rows">
            <li>
                <a class="row" href=["/toko/", &shop.slug].concat()>
                    <span class="ico"><Icon name="sku"/></span>
                    <span class="in"><b>{shop.name}</b><small>{shop.village}</small></span>
                    <Icon name="chevron-right"/>
                </a>
            </li>
        </ul>
    }
    .into_any()
}

fn order_view(order: OrderView, view: Wares, words: &'static MarketWords) -> AnyView {
    if let Some(written) = order.written {
        return written_view(written, words);
    }
    let to = ["/produk/", &view.slug, "#pesan"].concat();
    view! {
        <section class="sheet flow no-print" id="pesan">
            <h2>{words.order}</h2>
            <form class="flow" id="pesanan" method="get" action=to>
                // Whoever presses Enter in a field wants this order: the first button of a form is pressed then.
                <button hidden></button>
                {variant_field("pilihan".to_owned(), view.axis, view.variants, &order)}
                {amount_field("jumlah".to_owned(), &view.unit, &order, words)}
                <p><button class="link" formaction=view.basket name="produk" value=view.key>{words.more_of_shop}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn written_view(written: WrittenOrder, words: &'static MarketWords) -> AnyView {
    view! {
        <section class="sheet flow no-print" id="pesan">
            <h2>{words.message}</h2>
            <p>{written.message}</p>
            <p class="soft">{words.message_hint}</p>
            <p><a class="link" href=written.change>{words.order_again}</a></p>
        </section>
    }
    .into_any()
}

/// First the message is written from what the form says then; only then it can be sent.
fn act_view(order: &OrderView, words: &'static MarketWords) -> AnyView {
    let act = match &order.written {
        Some(WrittenOrder { link, .. }) => {
            view! { <a class="btn btn-wa" href=link.clone() rel=COUNTED><Icon name="brand-whatsapp"/>{words.send}</a> }.into_any()
        }
        None => view! { <button class="btn btn-wa" form="pesanan"><Icon name="brand-whatsapp"/>{words.order_now}</button> }.into_any(),
    };
    view! { <div class="act no-print">{act}</div> }.into_any()
}
