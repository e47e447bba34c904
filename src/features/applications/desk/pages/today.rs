use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::{claim_form, due_view, missing_view};
use crate::domain::IdemKey;
use crate::features::applications::desk::{ClaimCase, QueueCounts, QueueRow, ReadToday, TodayView};
use crate::ui::{Ask, GoneRow, NamedIcon, OfficeLayout, OfficeTab, PageHead, Read, load, read};

const TODAY: Read<TodayView> = read::<ReadToday, _>();

/// `/kantor`: how much waits, and what comes first.
#[component]
pub fn TodayPage() -> AnyView {
    load(TODAY, Ask::nothing(), today_view)
}

fn today_view(view: TodayView) -> AnyView {
    let all = view.counts.open;
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Today>
            <div class="page flow">
                <PageHead title="Hari ini"/>
                <p class="lede">{view.today} "."</p>
                {missing_view(&view.missing)}
                {counts_view(view.counts, view.signs)}
                <section class="sheet flow">
                    <div class="top">
                        <h2>"Kerjakan berikutnya"</h2>
                        <a class="link" href="/kantor/permohonan">"Semua permohonan (" {all} ")"</a>
                    </div>
                    {rows_view(view.rows, view.key)}
                </section>
            </div>
        </OfficeLayout>
    }
    .into_any()
}

fn counts_view(counts: QueueCounts, signs: bool) -> AnyView {
    let to_sign = if signs { "/kantor/tanda-tangan" } else { "/kantor/permohonan?daftar=tanda-tangan" };
    let late = (counts.late > 0).then_some("stop");
    view! {
        <div class="counts">
            {count("/kantor/permohonan?daftar=lewat", late, counts.late, "Lewat janji", "Kerjakan lebih dulu")}
            {count("/kantor/permohonan?daftar=baru", Some("office"), counts.new, "Baru masuk", "Belum diambil")}
            {count("/kantor/permohonan?daftar=saya", Some("office"), counts.mine, "Saya periksa", "Di tangan Anda")}
            {count("/kantor/permohonan?daftar=warga", Some("you"), counts.resident, "Menunggu warga", "Waktu berhenti")}
            {count(to_sign, Some("office"), counts.to_sign, "Menunggu tanda tangan", "Kepala desa atau lurah")}
            {count("/kantor/permohonan?daftar=siap", Some("done"), counts.ready, "Siap diserahkan", "Surat sudah terbit")}
        </div>
    }
    .into_any()
}

fn count(href: &'static str, who: Option<&'static str>, number: u32, words: &'static str, more: &'static str) -> AnyView {
    view! { <a class="count" href=href data-who=who><b>{number}</b><span>{words}</span><small>{more}</small></a> }.into_any()
}

fn rows_view(rows: Vec<QueueRow>, key: IdemKey) -> AnyView {
    if rows.is_empty() {
        return view! {
            <div class="empty">
                <img src="/gambar/kosong/belum-ada-permohonan.svg" alt="" width="160" height="120"/>
                <b>"Tidak ada yang menunggu petugas"</b>
                <p>"Permohonan baru muncul di sini, janji terdekat lebih dulu."</p>
            </div>
        }
        .into_any();
    }
    let free = rows.iter().filter(|row| !row.mine && row.can_claim).map(|row| row.id.to_string()).collect();
    view! {
        <GoneRow actions=vec![ClaimCase::PATH] field="_id" rows=free/>
        <ul class="rows">{rows.into_iter().map(|row| row_view(row, key)).collect_view()}</ul>
    }
    .into_any()
}

fn row_view(row: QueueRow, key: IdemKey) -> AnyView {
    let href = ["/kantor/permohonan/", &row.id.to_string()].concat();
    let act = if row.mine {
        view! { <a class="btn btn-row" href=href.clone()>"Lanjut periksa"</a> }.into_any()
    } else if row.can_claim {
        claim_form(&row, key)
    } else {
        ().into_any()
    };
    view! {
        <li class="row" data-row="">
            <span class="due">{due_view(row.due)}</span>
            <NamedIcon name=row.code/>
            <span class="in"><b><a href=href>{row.service}</a></b><small>{row.holder} ", " {row.reference}</small></span>
            {act}
        </li>
    }
    .into_any()
}
