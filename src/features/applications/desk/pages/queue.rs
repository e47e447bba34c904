use leptos::prelude::*;

use super::parts::{queue_table, result_note};
use crate::features::applications::desk::{QueueCounts, QueueView, ReadQueue};
use crate::ui::{Ask, Icon, KeyHints, OfficeLayout, OfficeTab, PageHead, Read, load, read};

const QUEUE: Read<QueueView> = read::<ReadQueue, _>();

/// `/kantor/permohonan`: what waits, by promise.
#[component]
pub fn QueuePage() -> AnyView {
    load(QUEUE, Ask::nothing().query("daftar").query("cari").query("setelah"), queue_view)
}

fn queue_view(view: QueueView) -> AnyView {
    let next = view.next.map(|place| next_link(&view.which, &place));
    let body = if view.rows.is_empty() { empty_view(&view.search) } else { queue_table(view.rows, view.key) };
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Applications>
            <div class="page flow">
                <PageHead title="Permohonan"/>
                {result_note()}
                {search_form(view.search)}
                {tabs(view.counts, &view.which)}
                {body}
                {next.map(|href| view! { <p class="links"><a class="btn btn-second" href=href>"Berikutnya"<Icon name="chevron-right"/></a></p> })}
                <KeyHints keys=vec![("j", "turun"), ("k", "naik"), ("Enter", "buka"), ("a", "ambil"), ("/", "cari")]/>
            </div>
        </OfficeLayout>
    }
    .into_any()
}

fn search_form(search: String) -> AnyView {
    view! {
        <form class="field" method="get" action="/kantor/permohonan" role="search">
            <label for="cari">"Cari nomor permohonan"</label>
            <p class="hint" id="cari-hint">"Contoh: " <span class="num">"K7M4-P2XR-X"</span></p>
            <div class="find">
                <input class="box" id="cari" name="cari" autocomplete="off" aria-describedby="cari-hint" value=search data-key="/"/>
                <button class="btn"><Icon name="search"/>"Cari"</button>
            </div>
        </form>
    }
    .into_any()
}

fn tabs(counts: QueueCounts, which: &str) -> AnyView {
    let all = [
        ("", "Semua", counts.open),
        ("baru", "Baru", counts.new),
        ("saya", "Saya", counts.mine),
        ("warga", "Menunggu warga", counts.resident),
        ("tanda-tangan", "Menunggu tanda tangan", counts.to_sign),
        ("lewat", "Lewat janji", counts.late),
        ("teruskan", "Teruskan ke Dukcapil", counts.to_forward),
        ("siap", "Siap diserahkan", counts.ready),
    ];
    let tab = |(code, words, count): (&'static str, &'static str, u32)| {
        let href = if code.is_empty() { "/kantor/permohonan".to_owned() } else { ["/kantor/permohonan?daftar=", code].concat() };
        let who = (code == "lewat" && count > 0).then_some("stop");
        view! { <a href=href aria-current=(code == which).then_some("page")>{words} " " <span class="n" data-who=who>{count}</span></a> }
    };
    view! { <nav class="tabs" aria-label="Saring">{all.map(tab).collect_view()}</nav> }.into_any()
}

fn next_link(which: &str, place: &str) -> String {
    ["/kantor/permohonan?daftar=", which, "&setelah=", place].concat()
}

fn empty_view(search: &str) -> AnyView {
    let (title, more) = if search.is_empty() {
        ("Tidak ada permohonan di daftar ini", "Pilih daftar lain di atas.")
    } else {
        ("Tidak ada permohonan dengan nomor itu", "Periksa lagi nomornya: 8 huruf dan angka, lalu satu huruf atau angka pemeriksa.")
    };
    view! {
        <div class="empty" role="status">
            <img src="/gambar/kosong/hasil-kosong.svg" alt="" width="160" height="120"/>
            <b>{title}</b>
            <p>{more}</p>
            <a class="btn" href="/kantor/permohonan">"Semua permohonan"</a>
        </div>
    }
    .into_any()
}
