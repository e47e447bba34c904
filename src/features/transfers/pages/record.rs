use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_query_map;

use super::{revoked_note, state_mark};
use crate::access::ActName;
use crate::features::transfers::{MoverLine, ReadTransfer, RecordView, TakeIn, TurnDown};
use crate::ui::{
    Ask, Form, Icon, OfficeLayout, OfficeTab, PageHead, Read, Select, Submit, TextArea, after_strokes, done_view, key_field, load, read,
    was_refused,
};

const RECORD: Read<RecordView> = read::<ReadTransfer, _>();

/// `/kantor/pindah-masuk/{id}`: who moves, from where to where, and the answer.
#[component]
pub fn TransferPage() -> AnyView {
    load(RECORD, Ask::nothing().param("id"), record_view)
}

fn record_view(view: RecordView) -> AnyView {
    view! {
        <OfficeLayout frame=view.frame.clone() tab=OfficeTab::Transfers>
            <div class="page flow">
                <a class="back" href="/kantor/pindah-masuk"><Icon name="chevron-left"/>"Pindah masuk"</a>
                <PageHead title=["Pindah dari ", &view.origin].concat()/>
                <p class="lede">{state_mark(view.state)} {view.letter_revoked.then(revoked_note)}</p>
                <p class="soft">"Masuk " {view.came.clone()} "." {(!view.number.is_empty()).then_some(" Setiap kali dibuka tercatat dan dibaca pemohon.")}</p>
                {result_note()}
                {answer_view(&view)}
                {content_view(&view)}
                {can(&view, ActName::AcceptTransfer).then(|| accept_view(&view))}
                {can(&view, ActName::DeclineTransfer).then(|| decline_view(&view))}
            </div>
        </OfficeLayout>
    }
    .into_any()
}

/// What the answer has done. The address carries a word of a list, never a sentence.
fn result_note() -> AnyView {
    let result = use_query_map().with_untracked(|query| query.get("hasil")).unwrap_or_default();
    let sentence = match result.as_str() {
        "diterima" => "Kepindahan diterima. Kantor asal dan pemohon mengetahuinya.",
        "ditolak" => "Kepindahan ditolak. Kantor asal dan pemohon membaca alasannya.",
        _ => return ().into_any(),
    };
    done_view(sentence.to_owned())
}

fn can(view: &RecordView, act: ActName) -> bool {
    view.can.contains(&act)
}

fn answer_view(view: &RecordView) -> AnyView {
    if view.decided.is_empty() {
        return ().into_any();
    }
    let reason = (!view.reason.is_empty()).then(|| view! { <p>"“" {view.reason.clone()} "”"</p> });
    view! { <section class="sheet flow"><h2>"Jawaban"</h2><p>"Dijawab " {view.decided.clone()} "."</p>{reason}</section> }.into_any()
}

/// What the letter says, or that it was forgotten.
fn content_view(view: &RecordView) -> AnyView {
    if !view.number.is_empty() {
        return view! { {letter_view(view)} {movers_view(view.movers.clone())} }.into_any();
    }
    view! {
        <div class="note" data-who="grey">
            <Icon name="file-text"/>
            <div>
                <b>"Data pribadi sudah dihapus"</b>
                <p>"Nama, NIK, alamat, dan isi surat dihapus 30 hari sesudah kepindahan ditolak atau dibatalkan. Yang tersisa hanya catatan ini."</p>
            </div>
        </div>
    }
    .into_any()
}

fn letter_view(view: &RecordView) -> AnyView {
    view! {
        <section class="sheet flow">
            <h2>"Surat pindah"</h2>
            <dl class="kv">
                <div><dt>"Nomor"</dt><dd class="num">{after_strokes(&view.number)}</dd></div>
                <div><dt>"Terbit"</dt><dd>{view.issued_on.clone()}</dd></div>
                <div><dt>"Alamat asal"</dt><dd>{view.from.clone()}</dd></div>
                <div><dt>"Alamat tujuan"</dt><dd>{view.to.clone()}</dd></div>
                <div><dt>"Rencana pindah"</dt><dd>{view.planned.clone()}</dd></div>
            </dl>
        </section>
    }
    .into_any()
}

fn movers_view(movers: Vec<MoverLine>) -> AnyView {
    let row = |mover: MoverLine| {
        view! {
            <tr>
                <td data-th="Nama">{mover.name}</td>
                <td data-th="NIK" class="num">{mover.nik}</td>
                <td data-th="Hubungan">{mover.relation}</td>
            </tr>
        }
    };
    view! {
        <section class="sheet flow">
            <h2>"Yang pindah"</h2>
            <div class="t-wrap">
                <table class="t">
                    <caption class="sr-only">"Yang pindah"</caption>
                    <thead><tr><th scope="col">"Nama"</th><th scope="col">"NIK"</th><th scope="col">"Hubungan"</th></tr></thead>
                    <tbody>{movers.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// Which move, as it was seen, and the key of the wish.
fn fields(view: &RecordView) -> AnyView {
    view! {
        <input type="hidden" name="_id" value=view.id.to_string()/>
        <input type="hidden" name="_seen" value=view.seen.0/>
        {key_field(view.key)}
    }
    .into_any()
}

fn accept_view(view: &RecordView) -> AnyView {
    let own = fields(view);
    view! { <Form action=TakeIn::PATH>{own}<Submit label="Terima kepindahan" icon=Some("check")/></Form> }.into_any()
}

/// A "no" with its reason in words, behind a line that opens: it asks once, with the consequence.
fn decline_view(view: &RecordView) -> AnyView {
    let (own, reasons) = (fields(view), view.reasons.clone());
    view! {
        <details class="sheet" open=was_refused(TurnDown::PATH)>
            <summary class="row"><span class="in"><b>"Tolak kepindahan"</b></span><Icon name="chevron-down"/></summary>
            <Form action=TurnDown::PATH>
                {own}
                <p>"Kantor asal yang melanjutkan. Suratnya tetap berlaku sampai kantor asal mencabutnya."</p>
                <Select name="alasan" label="Alasan" options=reasons/>
                <TextArea name="catatan" label="Penjelasan dalam kalimat" hint=Some("Dibaca pemohon dan kantor asal. Katakan apa yang harus dilakukan.".to_owned())/>
                <Submit label="Tolak kepindahan" class="btn btn-stop"/>
            </Form>
        </details>
    }
    .into_any()
}
