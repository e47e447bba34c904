use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::{code_field, result_note};
use crate::features::applications::desk::{BookMonth, CrossOut, Outcome, ReadRegister, RegisterRow, RegisterView};
use crate::features::letters::VoidReason;
use crate::ui::{
    Ask, Form, Icon, OfficeLayout, OfficeTab, PageHead, PrintButton, Read, Select, Submit, key_field, load, read, was_refused,
};

const REGISTER: Read<RegisterView> = read::<ReadRegister, _>();

/// `/kantor/register`: the agenda book of a month, on screen and on paper.
#[component]
pub fn RegisterPage() -> AnyView {
    load(REGISTER, Ask::nothing().query("bulan").query("setelah"), register_view)
}

fn register_view(view: RegisterView) -> AnyView {
    let to = |month: &BookMonth| ["/kantor/register?bulan=", &month.code].concat();
    let cross_out = view.can_cross_out.then(|| cross_out_view(&view));
    let next = view.next.as_ref().map(|place| [&to(&view.month), "&setelah=", place].concat());
    let body = if view.rows.is_empty() { empty_view() } else { book_view(view.rows.clone()) };
    view! {
        <OfficeLayout frame=view.frame.clone() tab=OfficeTab::Register>
            <div class="page flow">
                <div class="top">
                    <div>
                        <PageHead title="Buku Agenda Surat Keluar"/>
                        <p class="lede">{view.office.clone()} ", Kecamatan " {view.kecamatan.clone()} ". " {view.month.name.clone()} ": " {view.letters} " nomor."</p>
                    </div>
                    <div class="btns no-print" data-side="">
                        <PrintButton/>
                        <a class="btn btn-second btn-row" href=to(&view.before)><Icon name="chevron-left"/>{view.before.name.clone()}</a>
                        <a class="btn btn-second btn-row" href=to(&view.after)>{view.after.name.clone()}<Icon name="chevron-right"/></a>
                    </div>
                </div>
                {result_note()}
                {body}
                {next.map(|href| view! { <p class="links no-print"><a class="btn btn-second" href=href>"Berikutnya"<Icon name="chevron-right"/></a></p> })}
                <p class="print-foot only-print">{view.office.clone()} " · Dicetak " {view.printed.clone()}</p>
                {cross_out}
            </div>
        </OfficeLayout>
    }
    .into_any()
}

fn book_view(rows: Vec<RegisterRow>) -> AnyView {
    view! {
        <div class="t-wrap">
            <table class="t">
                <caption class="sr-only">"Surat keluar menurut nomor"</caption>
                <thead>
                    <tr>
                        <th scope="col" data-n="">"No."</th>
                        <th scope="col">"Tanggal"</th>
                        <th scope="col">"Nomor surat"</th>
                        <th scope="col">"Jenis surat"</th>
                        <th scope="col">"Nama"</th>
                        <th scope="col">"Penanda tangan"</th>
                        <th scope="col">"Keadaan"</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(row_view).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row_view(row: RegisterRow) -> AnyView {
    let or_dash = |text: String| if text.is_empty() { "–".to_owned() } else { text };
    let outcome = match row.outcome {
        Outcome::Stands => view! { "Terbit" }.into_any(),
        Outcome::HandedOver => view! { "Diserahkan" }.into_any(),
        Outcome::Revoked => view! { <b>"Dicabut"</b> }.into_any(),
        Outcome::Replaced => view! { <b>"Diganti"</b> }.into_any(),
        Outcome::Void(reason) => view! { <b>"Batal, tidak dipakai"</b> {reason.map(void_view)} }.into_any(),
    };
    view! {
        <tr>
            <th scope="row" data-n="">{row.sequence}</th>
            <td class="num" data-th="Tanggal">{row.on}</td>
            <td class="num" data-th="Nomor surat">{row.number}</td>
            <td data-th="Jenis surat">{or_dash(row.title)}</td>
            <td data-th="Nama">{or_dash(row.holder)}</td>
            <td data-th="Penanda tangan">{or_dash(row.signer)}</td>
            <td data-th="Keadaan">{outcome}</td>
        </tr>
    }
    .into_any()
}

fn void_view(reason: VoidReason) -> AnyView {
    let words = match reason {
        VoidReason::WrittenOutside => ": dipakai surat yang ditulis tangan",
        VoidReason::Spoiled => ": kertasnya rusak",
        VoidReason::Mistake => ": terambil karena keliru",
    };
    view! { {words} }.into_any()
}

fn cross_out_view(view: &RegisterView) -> AnyView {
    let (key, services, reasons) = (view.key, view.services.clone(), view.void_reasons.clone());
    let stepped_up = view.stepped_up;
    view! {
        <details class="sheet no-print" open=was_refused(CrossOut::PATH)>
            <summary class="row"><span class="in"><b>"Coret nomor berikutnya"</b><small>"Untuk surat yang ditulis tangan, atau kertas yang rusak"</small></span><Icon name="chevron-down"/></summary>
            <Form action=CrossOut::PATH>
                {key_field(key)}
                <p>"Nomor berikutnya diambil dan dicoret. Nomor itu tetap di buku dan tidak dipakai lagi."</p>
                <Select name="layanan" label="Untuk surat" options=services/>
                <Select name="alasan" label="Alasan" options=reasons/>
                {code_field(stepped_up)}
                <Submit label="Coret nomor berikutnya" class="btn btn-stop"/>
            </Form>
        </details>
    }
    .into_any()
}

fn empty_view() -> AnyView {
    view! {
        <div class="empty">
            <Icon name="file-text"/>
            <b>"Belum ada surat di bulan ini"</b>
            <p>"Setiap surat yang ditandatangani langsung tercatat di sini."</p>
        </div>
    }
    .into_any()
}
