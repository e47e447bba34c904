use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::{claim_form, due_view, missing_view};
use crate::domain::IdemKey;
use crate::features::applications::desk::{ClaimCase, QueueRow, TodayView};
use crate::ui::{GoneRow, NamedIcon, OfficeLayout, OfficeTab, PageHead, counts_view};

/// `/kantor`: how much waits, and what comes first.
pub fn today_view(view: TodayView) -> AnyView {
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Today>
            <div class="page flow">
                <PageHead title="Hari ini"/>
                <p class="lede">{view.today} "."</p>
                {missing_view(&view.missing)}
                {counts_view(view.counts)}
                <section class="sheet flow">
                    <div class="top">
                        <h2>"Kerjakan berikutnya"</h2>
                        <a class="link" href="/kantor/permohonan">"Semua permohonan (" {view.open} ")"</a>
                    </div>
                    {rows_view(view.rows, view.key)}
                </section>
            </div>
        </OfficeLayout>
    }
    .into_any()
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
