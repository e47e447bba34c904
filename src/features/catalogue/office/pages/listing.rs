use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::{gone_draft_view, photos_view, propose_view, table_view};
use crate::domain::IdemKey;
use crate::features::catalogue::Changed;
use crate::features::catalogue::office::{
    ActView, ApproveListing, ArchiveListing, HideListing, ListingView, ProposeListing, ReadDeskProduct, ReadDeskShop, ReturnListing,
    RowView, SeeOwner, ShowListing,
};
use crate::features::catalogue::pages::hidden_view;
use crate::ui::{
    Ask, Form, GoneRow, Icon, OfficeLayout, OfficeTab, PageHead, Read, Submit, TextArea, Tick, Way, back_view, done_view, key_field, load,
    mark_view, note_view, read, was_refused,
};

const SHOP: Read<ListingView> = read::<ReadDeskShop, _>();
const PRODUCT: Read<ListingView> = read::<ReadDeskProduct, _>();

/// `/kantor/produk/toko/{id}`
#[component]
pub fn DeskShopPage() -> AnyView {
    load(SHOP, Ask::nothing().param("id").query("hasil").query("setelah"), listing_view)
}

/// `/kantor/produk/{id}`
#[component]
pub fn DeskProductPage() -> AnyView {
    load(PRODUCT, Ask::nothing().param("id").query("hasil"), listing_view)
}

fn listing_view(view: ListingView) -> AnyView {
    let (hidden, key) = (view.hidden, view.key);
    let gone = ACTS.iter().filter(|(code, ..)| !view.acts.iter().any(|act| act.act == *code)).map(|(_, path, _)| *path).collect();
    let acts = view.acts.into_iter().map(|act| act_view(act, hidden.clone(), key)).collect_view();
    let gone_draft = gone_draft_view(view.products.as_deref().unwrap_or_default(), view.propose.as_ref(), ProposeListing::PATH);
    let propose = view.propose.map(|propose| propose_view(propose, ProposeListing::PATH));
    let says = if view.compared { compared_view(view.says) } else { said_view(view.says) };
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Market>
            <div class="page flow">
                {back_view(view.back)}
                <PageHead title=view.title/>
                <p class="lede">{mark_view(view.mark)} " " {view.lede}</p>
                <GoneRow actions=gone field="_id" rows=Vec::new()/>
                {gone_draft}
                {view.result.map(done_view)}
                {view.notes.into_iter().map(note_view).collect_view()}
                <div class="cols" data-side="">
                    <div class="flow">
                        <section class="sheet flow"><h2>{view.heading}</h2>{says} {photos_view(view.photos)}</section>
                        {view.products.map(|products| products_view(products, view.next))}
                    </div>
                    <div class="flow">{facts_view(view.facts)}{propose}{ways_view(view.ways)}{acts}</div>
                </div>
            </div>
        </OfficeLayout>
    }
    .into_any()
}

fn said_view(says: Vec<Changed>) -> AnyView {
    let line = |said: Changed| view! { <div><dt>{said.label}</dt><dd>{said.after}</dd></div> };
    view! { <dl class="kv">{says.into_iter().map(line).collect_view()}</dl> }.into_any()
}

/// What visitors see beside what is proposed; only what differs is said twice, and marked.
fn compared_view(says: Vec<Changed>) -> AnyView {
    let row = |said: Changed| {
        let after = if said.differs {
            let after = if said.after.is_empty() { "(dihapus)".to_owned() } else { said.after };
            view! { <b>{after}</b> <span class="mark" data-who="you"><Icon name="pencil"/>"Berubah"</span> }.into_any()
        } else {
            view! { <span class="soft">"Tetap"</span> }.into_any()
        };
        let before = if said.before.is_empty() { "–".to_owned() } else { said.before };
        view! {
            <tr>
                <th scope="row">{said.label}</th>
                <td data-th="Dilihat pengunjung"><span>{before}</span></td>
                <td data-th="Diusulkan"><span>{after}</span></td>
            </tr>
        }
    };
    view! {
        <div class="t-wrap">
            <table class="t">
                <caption class="sr-only">"Perubahan"</caption>
                <thead><tr><th scope="col">"Isian"</th><th scope="col">"Dilihat pengunjung"</th><th scope="col">"Diusulkan"</th></tr></thead>
                <tbody>{says.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn products_view(products: Vec<RowView>, next: Option<String>) -> AnyView {
    if products.is_empty() {
        return view! { <section class="sheet flow"><h2>"Produk toko ini"</h2><p class="soft">"Belum ada produk."</p></section> }
            .into_any();
    }
    view! {
        <section class="flow">
            <h2>"Produk toko ini"</h2>
            {table_view("Produk toko ini", ["Nama", "Jenis", "Harga", "Keadaan"], products, ProposeListing::PATH)}
            {next.map(|href| view! { <p class="links"><a class="btn btn-second" href=href>"Berikutnya"<Icon name="chevron-right"/></a></p> })}
        </section>
    }
    .into_any()
}

fn facts_view(facts: Vec<(String, String)>) -> AnyView {
    if facts.is_empty() {
        return ().into_any();
    }
    let line = |(what, who): (String, String)| view! { <div><dt>{what}</dt><dd>{who}</dd></div> };
    view! { <section class="sheet"><dl class="kv">{facts.into_iter().map(line).collect_view()}</dl></section> }.into_any()
}

fn ways_view(ways: Vec<Way>) -> AnyView {
    let way = |way: Way| view! { <a class="btn btn-second" href=way.to>{way.words}</a> };
    view! { <div class="btns">{ways.into_iter().map(way).collect_view()}</div> }.into_any()
}

/// An act by its code, how it is sent, and how its button looks.
const ACTS: [(&str, &str, &str); 6] = [
    ("catalogue.approve", ApproveListing::PATH, "btn"),
    ("catalogue.return", ReturnListing::PATH, "btn btn-second"),
    ("catalogue.see_owner", SeeOwner::PATH, "btn"),
    ("catalogue.show", ShowListing::PATH, "btn btn-second"),
    ("catalogue.hide", HideListing::PATH, "btn btn-stop"),
    ("catalogue.archive", ArchiveListing::PATH, "btn btn-stop"),
];

fn act_view(act: ActView, hidden: Vec<(String, String)>, key: IdemKey) -> AnyView {
    let Some((_, action, class)) = ACTS.into_iter().find(|(code, ..)| *code == act.act) else { return ().into_any() };
    let (tick, reason) = (act.tick, act.reason);
    let form = view! {
        <Form action=action>
            {hidden_view(hidden)}
            {key_field(key)}
            <p>{act.consequence}</p>
            {tick.map(|label| view! { <Tick name="izin_dilihat" label/> })}
            {reason.map(|(name, label, hint)| view! { <TextArea name label hint=Some(hint)/> })}
            <Submit label=act.button class=class/>
        </Form>
    };
    if act.title.is_empty() {
        return view! { <section class="sheet">{form}</section> }.into_any();
    }
    view! {
        <details class="sheet" open=was_refused(action)>
            <summary class="row"><span class="in"><b>{act.title}</b></span><Icon name="chevron-down"/></summary>
            {form}
        </details>
    }
    .into_any()
}
