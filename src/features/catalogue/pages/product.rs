use leptos::prelude::*;

use super::parts::{COUNTED, data_view, facts_view, picture_view};
use crate::features::catalogue::{OrderView, Picture, ProductView, ReadProduct, ShopShown};
use crate::text::MarketWords;
use crate::ui::{Ask, Icon, PageHead, PublicLayout, Read, load, read, use_words};

const PRODUCT: Read<ProductView> = read::<ReadProduct, _>();

/// `/produk/{slug}`: a product, and the order by WhatsApp. The order form is a plain GET: nothing is stored,
/// and the message is shown before anybody sends it.
#[component]
pub fn ProductPage() -> AnyView {
    let words = use_words().market();
    let ask = Ask::nothing().param("slug").query("pilihan").query("jumlah").query("kata");
    load(PRODUCT, ask, move |view| product_view(view, words))
}

fn product_view(view: ProductView, words: &'static MarketWords) -> AnyView {
    let description = [view.name.as_str(), ", ", &view.price, ", ", &view.shop.village].concat();
    let act = view.order.as_ref().map(|order| act_view(order, words));
    let about = (!view.story.is_empty()).then(|| view! { <h2>{words.about}</h2> <p>{view.story}</p> }.into_any());
    let variant = view.order.as_ref().filter(|_| !view.axis.is_empty()).map(|order| variant_view(view.axis, view.variants, order));
    let to = ["/produk/", &view.slug, "#pesan"].concat();
    let order = view.order.map(|order| order_view(order, to, &view.unit, variant, words));
    view! {
        <PublicLayout place=view.shop.village.clone()>
            <div class="page flow">
                <a class="back no-print" href="/produk"><Icon name="chevron-left"/>{words.all}</a>
                <div class="cols" data-two="">
                    <div class="flow">
                        {photos_view(view.pictures, words)}
                    </div>
                    <div class="flow">
                        <PageHead title=view.name description=description/>
                        <p><b class="figure">{view.price}</b> " / " {view.unit} " " {view.net}</p>
                        {view.wholesale.map(|wholesale| view! { <p class="soft">{wholesale}</p> }.into_any())}
                        {shop_row(view.shop)}
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

/// The first as large as it gets, the others below; a drawing says that it is none.
fn photos_view(mut pictures: Vec<Picture>, words: &'static MarketWords) -> AnyView {
    let drawn = pictures.iter().all(|picture| picture.webp.is_empty());
    let others = pictures.split_off(pictures.len().min(1));
    let first = pictures.into_iter().map(|picture| picture_view(picture, "(min-width:48rem) 36rem, 100vw", true)).collect_view();
    let other = |picture| view! { <li>{picture_view(picture, "(min-width:48rem) 14rem, 45vw", false)}</li> }.into_any();
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

fn order_view(order: OrderView, to: String, unit: &str, variant: Option<AnyView>, words: &'static MarketWords) -> AnyView {
    let bad = order.wrong_amount.as_ref().map(|_| "true");
    let described = if bad.is_some() { "jumlah-hint jumlah-error" } else { "jumlah-hint" };
    let again = order.written.is_some().then(|| view! { <button class="btn btn-second">{words.order_again}</button> }.into_any());
    view! {
        <section class="sheet flow no-print" id="pesan">
            <h2>{words.order}</h2>
            <form class="flow" id="pesanan" method="get" action=to>
                {variant}
                <div class="field" data-bad=bad>
                    <label for="jumlah">{words.amount}</label>
                    <p class="hint" id="jumlah-hint">{[words.counted_in, unit].concat()}</p>
                    {order.wrong_amount.map(|wrong| problem_view("jumlah-error", wrong))}
                    <input
                        class="box box-s"
                        id="jumlah"
                        name="jumlah"
                        inputmode="numeric"
                        autocomplete="off"
                        aria-describedby=described
                        aria-invalid=bad
                        value=order.amount
                    />
                </div>
                {again}
            </form>
            {order.written.map(|(message, _)| message_view(message, words))}
        </section>
    }
    .into_any()
}

fn variant_view(axis: String, values: Vec<String>, order: &OrderView) -> AnyView {
    let bad = order.wrong_variant.as_ref().map(|_| "true");
    let described = bad.map(|_| "pilihan-error");
    let option = |value: String| {
        let here = value == order.variant;
        view! { <option value=value.clone() selected=here>{value.clone()}</option> }.into_any()
    };
    let options = values.into_iter().map(option).collect_view();
    view! {
        <div class="field" data-bad=bad>
            <label for="pilihan">{axis}</label>
            {order.wrong_variant.clone().map(|wrong| problem_view("pilihan-error", wrong))}
            <span class="pick">
                <select class="box" id="pilihan" name="pilihan" aria-describedby=described aria-invalid=bad>{options}</select>
            </span>
        </div>
    }
    .into_any()
}

fn problem_view(id: &'static str, sentence: String) -> AnyView {
    view! { <p class="problem" id=id role="alert"><Icon name="alert-circle"/>{sentence}</p> }.into_any()
}

fn message_view(message: String, words: &'static MarketWords) -> AnyView {
    view! { <h3>{words.message}</h3> <p>{message}</p> <p class="soft">{words.message_hint}</p> }.into_any()
}

/// First the message is written from what the form says then; only then it can be sent.
fn act_view(order: &OrderView, words: &'static MarketWords) -> AnyView {
    let act = match &order.written {
        Some((_, link)) => {
            view! { <a class="btn btn-wa" href=link.clone() rel=COUNTED><Icon name="brand-whatsapp"/>{words.send}</a> }.into_any()
        }
        None => view! { <button class="btn btn-wa" form="pesanan"><Icon name="brand-whatsapp"/>{words.order_now}</button> }.into_any(),
    };
    view! { <div class="act no-print">{act}</div> }.into_any()
}
