use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::{gone_draft_view, table_view};
use crate::features::catalogue::office::{ListingsView, ProposeListing, ReadListings, TabView};
use crate::ui::{Ask, Icon, OfficeLayout, OfficeTab, PageHead, Read, load, note_view, read};

const LIST: Read<ListingsView> = read::<ReadListings, _>();

/// `/kantor/produk`: shops and products by where they stand, what waits first.
#[component]
pub fn ListingsPage() -> AnyView {
    load(LIST, Ask::nothing().query("daftar").query("setelah"), list_view)
}

fn list_view(view: ListingsView) -> AnyView {
    let opens = || view! { <a class="btn" href="/kantor/produk/toko/baru"><Icon name="plus"/>"Buka toko"</a> }.into_any();
    let gone = gone_draft_view(&view.rows, None, ProposeListing::PATH);
    let body = if view.rows.is_empty() {
        view! {
            <div class="empty" role="status">
                <img src="/gambar/kosong/belum-ada-produk.svg" alt="" width="160" height="120"/>
                <b>{view.none.0}</b>
                <p>{view.none.1}</p>
            </div>
        }
        .into_any()
    } else {
        table_view("Toko dan produk", ["Nama", "Jenis", "Berubah", "Keadaan"], view.rows, ProposeListing::PATH)
    };
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Market>
            <div class="page flow">
                <div class="top"><PageHead title="Produk"/>{view.opens.then(opens)}</div>
                {view.opens.then(tables_view)}
                {view.notes.into_iter().map(note_view).collect_view()}
                <nav class="tabs" aria-label="Saring">{view.tabs.into_iter().map(tab_view).collect_view()}</nav>
                {gone}
                {body}
                {view.next.map(|href| view! { <p class="links"><a class="btn btn-second" href=href>"Berikutnya"<Icon name="chevron-right"/></a></p> })}
            </div>
        </OfficeLayout>
    }
    .into_any()
}

/// Many products at once.
fn tables_view() -> AnyView {
    view! {
        <p class="links">
            <a class="link" href="/kantor/produk/tabel">"Ubah di tabel"</a>
            <a class="link" href="/kantor/produk/impor">"Impor dan ekspor"</a>
            <a class="link" href="/kantor/produk/dampak">"Dampak pelatihan"</a>
        </p>
    }
    .into_any()
}

fn tab_view(tab: TabView) -> AnyView {
    view! { <a href=tab.way.to aria-current=tab.here.then_some("page")>{tab.way.words} " " <span class="n">{tab.count}</span></a> }
        .into_any()
}
