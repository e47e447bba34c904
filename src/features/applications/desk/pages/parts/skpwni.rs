use leptos::prelude::*;

use super::fields;
use crate::features::applications::desk::DeskCaseView;
use crate::ui::{DateField, FileField, FileForm, Icon, Submit, TextField, was_refused};

/// What came back from Dukcapil, and where it is recorded. Recorded already, the form is folded away: a
/// wrong number is mended by the right one.
pub fn skpwni_view(view: &DeskCaseView, may_record: bool) -> AnyView {
    let address = ["/kantor/permohonan/", &view.id.to_string(), "/skpwni"].concat();
    let form = may_record.then(|| form_view(view, address.clone()));
    let Some(known) = view.skpwni.clone() else {
        return view! { {form.map(|form| view! { <section class="sheet flow"><h2>"SKPWNI dari Dukcapil"</h2>{form}</section> })} }
            .into_any();
    };
    let open = was_refused(&address);
    let mend = form.map(|form| {
        view! {
            <details open=open>
                <summary class="row"><span class="in"><b>"Catat ulang: nomor atau berkas salah"</b></span><Icon name="chevron-down"/></summary>
                {form}
            </details>
        }
    });
    view! {
        <section class="sheet flow">
            <h2>"SKPWNI dari Dukcapil"</h2>
            <dl class="kv">
                <div><dt>"Nomor"</dt><dd class="num">{known.number}</dd></div>
                <div><dt>"Tanggal"</dt><dd>{known.dated}</dd></div>
                <div><dt>"Dicatat"</dt><dd>{known.recorded}</dd></div>
            </dl>
            <a class="btn btn-second" href=address rel="external" download=""><Icon name="download"/>"Unduh SKPWNI"</a>
            {mend}
        </section>
    }
    .into_any()
}

fn form_view(view: &DeskCaseView, address: String) -> AnyView {
    let own = fields(view);
    view! {
        <FileForm action=address>
            {own}
            <TextField name="nomor" label="Nomor SKPWNI" hint=Some("Seperti tertulis di surat dari Dukcapil. Pemohon membacanya.".to_owned())/>
            <DateField name="tanggal" label="Tanggal SKPWNI" value=[const { String::new() }; 3]/>
            <FileField name="berkas" label="Berkas SKPWNI" hint="PDF dari Dukcapil sampai 5 MB, atau foto suratnya. Pemohon mengunduhnya." accept="application/pdf,image/jpeg,image/png,image/webp"/>
            <Submit label="Catat SKPWNI" icon=Some("check") class="btn btn-second"/>
        </FileForm>
    }
    .into_any()
}
