use leptos::prelude::*;

use super::{revoked_note, state_mark};
use crate::features::transfers::{ReadTransfers, TransferRow, TransfersView};
use crate::ui::{Ask, Icon, OfficeLayout, OfficeTab, PageHead, Read, load, read};

const LIST: Read<TransfersView> = read::<ReadTransfers, _>();

/// `/kantor/pindah-masuk`: whom other offices let go to this one.
#[component]
pub fn TransfersPage() -> AnyView {
    load(LIST, Ask::nothing().query("daftar").query("setelah"), list_view)
}

fn list_view(view: TransfersView) -> AnyView {
    let next = view.next.map(|place| next_link(&view.which, &place));
    let body = if view.rows.is_empty() { empty_view(view.all > 0) } else { table_view(view.rows) };
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Transfers>
            <div class="page flow">
                <PageHead title="Pindah masuk"/>
                <p class="lede">"Warga yang pindah ke sini dengan surat dari kantor lain di kabupaten ini."</p>
                {tabs(&view.which, view.waiting, view.all)}
                {body}
                {next.map(|href| view! { <p class="links"><a class="btn btn-second" href=href>"Berikutnya"<Icon name="chevron-right"/></a></p> })}
            </div>
        </OfficeLayout>
    }
    .into_any()
}

fn tabs(which: &str, waiting: u32, all: u32) -> AnyView {
    let all = [("", "/kantor/pindah-masuk", "Menunggu jawaban", waiting), ("semua", "/kantor/pindah-masuk?daftar=semua", "Semua", all)];
    let tab = |(code, href, words, count): (&'static str, &'static str, &'static str, u32)| {
        view! { <a href=href aria-current=(code == which).then_some("page")>{words} " " <span class="n">{count}</span></a> }
    };
    view! { <nav class="tabs" aria-label="Saring">{all.map(tab).collect_view()}</nav> }.into_any()
}

fn table_view(rows: Vec<TransferRow>) -> AnyView {
    view! {
        <div class="sheet">
            <div class="t-wrap">
                <table class="t">
                    <caption class="sr-only">"Pindah masuk"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Pemohon"</th>
                            <th scope="col">"NIK"</th>
                            <th scope="col">"Orang"</th>
                            <th scope="col">"Dari"</th>
                            <th scope="col">"Rencana pindah"</th>
                            <th scope="col">"Keadaan"</th>
                        </tr>
                    </thead>
                    <tbody>{rows.into_iter().map(row_view).collect_view()}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

fn row_view(row: TransferRow) -> AnyView {
    let href = ["/kantor/pindah-masuk/", &row.id.to_string()].concat();
    view! {
        <tr>
            <td data-th="Pemohon"><a href=href>{row.holder}</a></td>
            <td data-th="NIK">{row.nik_end}</td>
            <td data-th="Orang" data-n="">{row.people}</td>
            <td data-th="Dari">{row.origin}</td>
            <td data-th="Rencana pindah">{row.planned}</td>
            <td data-th="Keadaan">{state_mark(row.state)} {row.letter_revoked.then(revoked_note)}</td>
        </tr>
    }
    .into_any()
}

fn next_link(which: &str, place: &str) -> String {
    ["/kantor/pindah-masuk?daftar=", which, "&setelah=", place].concat()
}

fn empty_view(others: bool) -> AnyView {
    let (title, more) = if others {
        ("Tidak ada yang menunggu jawaban", "Yang sudah dijawab ada di daftar Semua.")
    } else {
        (
            "Belum ada pindah masuk",
            "Warga yang pindah ke sini muncul setelah kantor asalnya menerbitkan surat pindah dan warga menyetujuinya.",
        )
    };
    view! {
        <div class="empty" role="status">
            <img src="/gambar/kosong/hasil-kosong.svg" alt="" width="160" height="120"/>
            <b>{title}</b>
            <p>{more}</p>
        </div>
    }
    .into_any()
}
