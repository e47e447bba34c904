use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::weeks::weeks_view;
use crate::features::catalogue::office::RowView;
use crate::features::catalogue::office::pages::parts::{draft_view, gone_draft_view, photos_view, propose_view};
use crate::features::catalogue::pages::{framed, hidden_view};
use crate::features::catalogue::seller::{
    CloseOwn, CloseView, ListView, ProposeOwn, ReadOwnProduct, ReadOwnShop, ReadOwnShops, SellerView,
};
use crate::ui::{
    Ask, Form, Icon, NamedIcon, PageHead, Read, Submit, Way, back_view, done_view, drawing_view, key_field, load, mark_view, note_view,
    read,
};

const SHOPS: Read<SellerView> = read::<ReadOwnShops, _>();
const SHOP: Read<SellerView> = read::<ReadOwnShop, _>();
const PRODUCT: Read<SellerView> = read::<ReadOwnProduct, _>();

/// `/akun/toko`
#[component]
pub fn OwnShopsPage() -> AnyView {
    load(SHOPS, Ask::nothing(), desk_view)
}

/// `/akun/toko/{id}`
#[component]
pub fn OwnShopPage() -> AnyView {
    load(SHOP, Ask::nothing().param("id").query("hasil").query("setelah"), desk_view)
}

/// `/akun/toko/produk/{id}`
#[component]
pub fn OwnProductPage() -> AnyView {
    load(PRODUCT, Ask::nothing().param("id").query("hasil"), desk_view)
}

fn desk_view(view: SellerView) -> AnyView {
    let rows = view.list.as_ref().map(|list| list.rows.as_slice()).unwrap_or_default();
    let gone = gone_draft_view(rows, view.propose.as_ref(), ProposeOwn::PATH);
    let page = view! {
        <div class="page flow" data-read="">
            {back_view(view.back)}
            <PageHead title=view.title/>
            <p class="lede">{view.mark.map(mark_view)} " " {view.lede}</p>
            {view.result.map(done_view)}
            {gone}
            {view.notes.into_iter().map(note_view).collect_view()}
            {view.propose.map(|propose| propose_view(propose, ProposeOwn::PATH))}
            {ways_view(view.ways)}
            {view.list.map(list_view)}
            {photos_view(view.photos)}
            {advice_view(view.advice, view.lesson)}
            {view.stats.map(weeks_view)}
            {drawing_view(view.skills)}
            {says_view(view.heading, view.says)}
            {view.close.map(close_view)}
        </div>
    };
    framed(None, page.into_any())
}

/// The first is the main one.
fn ways_view(ways: Vec<Way>) -> AnyView {
    let way = |(at, way): (usize, Way)| {
        let class = if at == 0 { "btn" } else { "btn btn-second" };
        view! { <a class=class href=way.to>{way.words}</a> }
    };
    view! { <div class="btns">{ways.into_iter().enumerate().map(way).collect_view()}</div> }.into_any()
}

fn list_view(list: ListView) -> AnyView {
    let heading = (!list.title.is_empty()).then(|| view! { <h2>{list.title}</h2> }.into_any());
    if list.rows.is_empty() {
        let (none, hint) = list.none;
        return view! {
            {heading}
            <div class="empty">
                <img src="/gambar/kosong/belum-ada-produk.svg" alt="" width="160" height="120"/>
                <b>{none}</b>
                <p>{hint}</p>
            </div>
        }
        .into_any();
    }
    let next = list
        .next
        .map(|next| view! { <p class="links"><a class="btn btn-second" href=next.to>{next.words}<Icon name="chevron-right"/></a></p> });
    view! {
        {heading}
        <div class="sheet" data-flush=""><ul class="rows">{list.rows.into_iter().map(row_view).collect_view()}</ul></div>
        {next}
    }
    .into_any()
}

fn row_view(row: RowView) -> AnyView {
    view! {
        <li>
            <a class="row" href=row.way.to>
                <span class="ico"><NamedIcon name=row.icon/></span>
                <span class="in">
                    <b>{row.way.words}</b>
                    <small>{row.kind}</small>
                    <span class="mark" data-who=row.mark.who data-plain=""><NamedIcon name=row.mark.icon/>{row.mark.words}</span>
                </span>
                <Icon name="chevron-right"/>
            </a>
            {row.draft.map(|draft| view! { <div class="row">{draft_view(draft, ProposeOwn::PATH)}</div> })}
        </li>
    }
    .into_any()
}

fn advice_view((title, advice): (String, Vec<(String, String)>), lesson: Option<Way>) -> AnyView {
    if advice.is_empty() {
        return ().into_any();
    }
    let line = |(what, why): (String, String)| view! { <li><Icon name="arrow-right"/><div><b>{what}</b><p>{why}</p></div></li> };
    let lesson = lesson.map(|way| view! { <p class="links"><a class="link" href=way.to>{way.words}</a></p> }.into_any());
    view! { <section class="sheet flow"><h2>{title}</h2><ul class="items">{advice.into_iter().map(line).collect_view()}</ul>{lesson}</section> }
        .into_any()
}

fn says_view(heading: String, says: Vec<(String, String)>) -> AnyView {
    if says.is_empty() {
        return ().into_any();
    }
    let line = |(label, text): (String, String)| view! { <div><dt>{label}</dt><dd>{text}</dd></div> };
    view! { <section class="sheet flow"><h2>{heading}</h2><dl class="kv">{says.into_iter().map(line).collect_view()}</dl></section> }
        .into_any()
}

fn close_view(close: CloseView) -> AnyView {
    let (hidden, key) = (close.hidden, close.key);
    view! {
        <details class="sheet">
            <summary class="row"><span class="in"><b>{close.title}</b></span><Icon name="chevron-down"/></summary>
            <Form action={<CloseOwn as ServerFn>::PATH}>
                {hidden_view(hidden)}
                {key_field(key)}
                <p>{close.consequence}</p>
                <Submit label=close.button class="btn btn-stop"/>
            </Form>
        </details>
    }
    .into_any()
}
