use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::petak_view;
use crate::features::compliance::review::{HomeView, QueueView, ReadReviewQueue, SeatRow, WriteHome};
use crate::ui::{
    Ask, Form, Icon, PageHead, Read, RegencyLayout, RegencyTab, Select, Submit, Way, counts_view, done_view, key_field, load, mark_view,
    note_view, read, was_refused,
};

const QUEUE: Read<QueueView> = read::<ReadReviewQueue, _>();

/// `/bpm/telaah`: what waits for a reviewer.
#[component]
pub fn ReviewQueuePage() -> AnyView {
    load(QUEUE, Ask::nothing().query("kampanye").query("hasil"), queue_view)
}

fn queue_view(view: QueueView) -> AnyView {
    let tab = |(way, here): (Way, bool)| view! { <a href=way.to aria-current=here.then_some("page")>{way.words}</a> };
    let tabs = (!view.tabs.is_empty()).then(|| {
        view! { <nav class="tabs" aria-label="Kampanye">{view.tabs.into_iter().map(tab).collect_view()}</nav> }
    });
    view! {
        <RegencyLayout frame=view.frame tab=RegencyTab::Review>
            <div class="page flow">
                <PageHead title="Telaah"/>
                <p class="lede">{view.lede}</p>
                {view.result.map(done_view)}
                {tabs}
                {counts_view(view.counts)}
                {view.note.map(note_view)}
                {seats_view("Menunggu Anda", view.waiting)}
                {seats_view("Kantor lain dalam bagian Anda", view.others)}
                {home_view(view.home)}
            </div>
        </RegencyLayout>
    }
    .into_any()
}

fn seats_view(title: &'static str, rows: Vec<SeatRow>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="flow">
            <h2>{title}</h2>
            <ul class="sheet rows" data-flush="">{rows.into_iter().map(seat_view).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn seat_view(row: SeatRow) -> AnyView {
    let marks = row.marks.into_iter().map(mark_view).collect_view();
    view! {
        <li>
            <a class="row" href=row.way.to>
                <span class="in">
                    <b>{row.way.words}</b>
                    <small>{row.waits}</small>
                    <small>{row.progress}</small>
                    {petak_view(row.petak)}
                    {marks}
                </span>
                <Icon name="chevron-right"/>
            </a>
        </li>
    }
    .into_any()
}

/// Where the reviewer lives: asked before anything else, and later folded away.
fn home_view(home: HomeView) -> AnyView {
    let Some(declared) = home.declared.clone() else {
        return view! {
            <section class="sheet flow">
                <h2>"Di desa mana Anda tinggal?"</h2>
                {home_form(home, "Simpan")}
            </section>
        }
        .into_any();
    };
    view! {
        <details class="sheet" open=was_refused(WriteHome::PATH)>
            <summary class="row"><span class="in"><b>"Anda tinggal di " {declared}</b><small>"Ubah bila Anda pindah. BPM Pemdes membaca setiap perubahan."</small></span><Icon name="chevron-down"/></summary>
            {home_form(home, "Simpan tempat tinggal")}
        </details>
    }
    .into_any()
}

fn home_form(home: HomeView, label: &'static str) -> AnyView {
    let HomeView { code, choices, key, .. } = home;
    view! {
        <Form action=WriteHome::PATH>
            {key_field(key)}
            <Select name="desa" label="Desa atau kelurahan tempat tinggal" hint=Some("Tidak ada yang menelaah kantor di kecamatannya sendiri. Karena itu Anda tidak menerima kantor dari kecamatan ini.".to_owned()) options=choices value=code/>
            <Submit label=label class="btn btn-second"/>
        </Form>
    }
    .into_any()
}
