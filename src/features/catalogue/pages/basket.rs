use leptos::prelude::*;

use super::order_fields::{amount_field, variant_field};
use super::parts::COUNTED;
use crate::features::catalogue::{BasketRow, BasketView, ReadBasket, WrittenBasket};
use crate::text::MarketWords;
use crate::ui::{Ask, Icon, PageHead, PublicLayout, Read, load, read, use_words};

const BASKET: Read<BasketView> = read::<ReadBasket, _>();

/// `/toko/{slug}/pesan`: products of a shop, ordered together. What is chosen stands in the address and is
/// kept nowhere: the page can be shared, and needs no script.
#[component]
pub fn BasketPage() -> AnyView {
    let words = use_words().market();
    load(BASKET, Ask::nothing().param("slug").whole_query("isi"), move |view| basket_view(view, words))
}

fn basket_view(view: BasketView, words: &'static MarketWords) -> AnyView {
    let shop = ["/toko/", &view.shop.slug].concat();
    let to = [&shop, "/pesan#pesan"].concat();
    let act = act_view(view.written.as_ref(), words);
    let told = |sentence: String| view! { <p class="note" data-who="you" role="status">{sentence}</p> }.into_any();
    let first = view.rows.iter().find(|row| row.sold_out.is_none()).map(|row| ["#jumlah-", &row.key].concat());
    let wrong = view.rows.iter().flat_map(wrong_fields).collect();
    view! {
        <PublicLayout place=view.shop.village>
            <div class="page flow">
                <a class="back no-print" href=shop><Icon name="chevron-left"/>{view.shop.name.clone()}</a>
                <PageHead title=[words.order_from, &view.shop.name].concat()/>
                {view.written.is_none().then(|| view! { <p class="lede">{words.basket_lede}</p> }.into_any())}
                {view.told.into_iter().map(told).collect_view()}
                {view.problem.map(|problem| problem_view(problem, wrong, first))}
                {match view.written {
                    Some(written) => written_view(written, words),
                    None => rows_view(view.rows, to, words),
                }}
            </div>
            {act}
        </PublicLayout>
    }
    .into_any()
}

/// Fields and what is wrong with them, under the product's name.
fn wrong_fields(row: &BasketRow) -> Vec<(String, String)> {
    let wrong = [("#pilihan-", &row.order.wrong_variant), ("#jumlah-", &row.order.wrong_amount)];
    let line = |(field, sentence): (&str, &String)| ([field, &row.key].concat(), [&row.name, ": ", sentence].concat());
    wrong.into_iter().filter_map(|(field, sentence)| Some((field, sentence.as_ref()?))).map(line).collect()
}

/// Where nothing was asked for, the first field is where to begin.
fn problem_view(problem: String, wrong: Vec<(String, String)>, first: Option<String>) -> AnyView {
    let lines = match first {
        Some(first) if wrong.is_empty() => view! { <h2><a href=first rel="external">{problem}</a></h2> }.into_any(),
        _ => {
            let line = |(to, sentence): (String, String)| view! { <li><a href=to rel="external">{sentence}</a></li> }.into_any();
            view! { <h2>{problem}</h2> <ul>{wrong.into_iter().map(line).collect_view()}</ul> }.into_any()
        }
    };
    view! { <div class="summary" id="pesan" role="alert" tabindex="-1">{lines}</div> }.into_any()
}

fn written_view(written: WrittenBasket, words: &'static MarketWords) -> AnyView {
    let line = |text: String| view! { {text} <br/> }.into_any();
    view! {
        <section class="sheet flow no-print" id="pesan">
            <h2>{words.message}</h2>
            <p>{written.message.into_iter().map(line).collect_view()}</p>
            <p><b>{written.total}</b></p>
            <p class="soft">{words.message_hint}</p>
            <p><a class="link" href=written.change>{words.order_again}</a></p>
        </section>
    }
    .into_any()
}

fn rows_view(rows: Vec<BasketRow>, to: String, words: &'static MarketWords) -> AnyView {
    view! {
        <form class="flow" id="pesanan" method="get" action=to>
            <div class="cols" data-two="">{rows.into_iter().map(|row| row_view(row, words)).collect_view()}</div>
        </form>
    }
    .into_any()
}

fn row_view(row: BasketRow, words: &'static MarketWords) -> AnyView {
    let fields = match row.sold_out {
        Some(sold_out) => view! { <p><b>{sold_out}</b></p> }.into_any(),
        None => {
            let variant = variant_field(["pilihan-", &row.key].concat(), row.axis, row.variants, &row.order);
            view! { {variant} {amount_field(["jumlah-", &row.key].concat(), &row.unit, &row.order, words)} }.into_any()
        }
    };
    view! {
        <section class="sheet flow">
            <h2>{row.name}</h2>
            <p class="soft">{row.price} {row.wholesale.map(|wholesale| view! { <br/> {wholesale} }.into_any())}</p>
            {fields}
        </section>
    }
    .into_any()
}

/// First the message is written from what the form says then; only then it can be sent.
fn act_view(written: Option<&WrittenBasket>, words: &'static MarketWords) -> AnyView {
    let act = match written {
        Some(written) => {
            view! { <a class="btn btn-wa" href=written.link.clone() rel=COUNTED><Icon name="brand-whatsapp"/>{words.send}</a> }.into_any()
        }
        None => view! { <button class="btn btn-wa" form="pesanan" name="tulis" value="ya">{words.write}</button> }.into_any(),
    };
    view! { <div class="act no-print">{act}</div> }.into_any()
}
