use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::{can, code_field, fields, reason_form, skpwni_view};
use crate::access::ActName;
use crate::features::applications::State;
use crate::features::applications::desk::{DeskCaseView, ForwardCase, HandOver, IssuedLine, RevokeLetter};
use crate::ui::{Form, Icon, Submit, TextField, after_strokes};

/// The letter that was signed: its papers, and what is still to be done with it.
pub fn issued_view(view: &DeskCaseView, issued: IssuedLine) -> AnyView {
    let handing = can(view, ActName::HandOver).then(|| {
        let own = fields(view);
        // What Dukcapil gives to the resident directly never comes by here: the office may say that all is done.
        let label = if view.state == State::Forwarded { "Catat: sudah selesai di Dukcapil" } else { "Catat: surat sudah diserahkan" };
        view! { <Form action=HandOver::PATH>{own}<Submit label=label icon=Some("check")/></Form> }
    });
    let paper = |name: &str| ["/kantor/permohonan/", &view.id.to_string(), name].concat();
    let pdf = (!issued.pdf.is_empty()).then(|| {
        let href = paper("/surat.pdf");
        view! { <a class="btn btn-second" href=href rel="external" download=""><Icon name="download"/>"Unduh surat (" {issued.pdf.clone()} ")"</a> }
    });
    let annex = issued.annex.then(|| {
        let href = paper("/formulir.pdf");
        view! { <a class="btn btn-second" href=href rel="external" download=""><Icon name="download"/>"Formulir F-1.03 (PDF)"</a> }
    });
    let waits = issued.pdf.is_empty().then(|| view! { <p class="soft">"PDF sedang dibuat. Muat ulang sebentar lagi."</p> });
    view! {
        <section class="sheet flow">
            <h2>"Surat"</h2>
            <dl class="kv">
                <div><dt>"Nomor"</dt><dd class="num">{after_strokes(&issued.number)}</dd></div>
                <div><dt>"Terbit"</dt><dd>{issued.on}</dd></div>
            </dl>
            {pdf}
            {annex}
            {waits}
            {handing}
            {can(view, ActName::Forward).then(|| forward_view(view))}
        </section>
        {skpwni_view(view, can(view, ActName::ReceiveSkpwni))}
        {can(view, ActName::Revoke).then(|| revoke_view(view))}
    }
    .into_any()
}

fn forward_view(view: &DeskCaseView) -> AnyView {
    let own = fields(view);
    view! {
        <Form action=ForwardCase::PATH>
            {own}
            <TextField name="nomor" label="Nomor agenda Dukcapil" hint=Some("Nomor tanda terima berkas di Dukcapil. Pemohon membacanya.".to_owned())/>
            <Submit label="Catat: diteruskan ke Dukcapil"/>
        </Form>
    }
    .into_any()
}

fn revoke_view(view: &DeskCaseView) -> AnyView {
    let (own, stepped_up) = (fields(view), view.stepped_up);
    let consequence = "Siapa pun yang memeriksa surat ini akan membaca DICABUT dengan alasannya. Nomornya tetap di buku.";
    let reasons = view.revoke_reasons.clone();
    reason_form(
        "Cabut surat",
        consequence,
        RevokeLetter::PATH,
        Vec::new(),
        "Cabut surat",
        reasons,
        Box::new(move || {
            view! {
                {own}
                {code_field(stepped_up)}
                <TextField name="pengganti" label="Nomor surat pengganti" hint=Some("Boleh kosong. Hanya bila suratnya sudah dibetulkan: nomor surat atau nomor permohonan yang baru.".to_owned())/>
            }
            .into_any()
        }),
    )
}
