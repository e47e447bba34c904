//! What is undertaken, on the pages of the office.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::{ExampleRow, FinishForm, FinishIt, PlanForm, PlanRow, PlanView, WritePlan};
use crate::domain::{CampaignId, IdemKey, Version};
use crate::ui::{DateField, Form, Icon, Submit, TextArea, TextField, Way, key_field, mark_view, note_view, was_refused};

pub fn plan_view(plan: PlanView, item: String, key: IdemKey) -> AnyView {
    let about = move |id: CampaignId, seen: Version| {
        view! {
            <input type="hidden" name="_id" value=id.to_string()/>
            <input type="hidden" name="butir" value=item.clone()/>
            <input type="hidden" name="_seen" value=seen.0.to_string()/>
            {key_field(key)}
        }
        .into_any()
    };
    let finish = plan.finish.map(|form| finish_view(form, about.clone()));
    let form = plan.form.map(|form| form_view(form, about));
    view! { <section class="flow"><h2>"Rencana perbaikan"</h2>{plan.note.map(note_view)}{finish}{form}</section> }.into_any()
}

fn finish_view(form: FinishForm, about: impl Fn(CampaignId, Version) -> AnyView + Send + 'static) -> AnyView {
    let FinishForm { id, seen, on } = form;
    let action = <FinishIt as ServerFn>::PATH;
    view! {
        <details class="sheet" open=was_refused(action)>
            <summary class="row"><span class="in"><b>"Tandai selesai"</b></span><Icon name="chevron-down"/></summary>
            <Form action=action>
                {about(id, seen)}
                <DateField name="selesai" label="Selesai pada" value=on/>
                <Submit label="Simpan: sudah selesai" icon=Some("check") class="btn btn-second"/>
            </Form>
        </details>
    }
    .into_any()
}

fn form_view(form: PlanForm, about: impl Fn(CampaignId, Version) -> AnyView + Send + 'static) -> AnyView {
    let PlanForm { id, seen, what, owner, until, code, code_label, code_hint } = form;
    let action = <WritePlan as ServerFn>::PATH;
    let title = if seen.0 == 0 { "Tulis rencana" } else { "Ubah rencana" };
    view! {
        <details class="sheet" open={seen.0 == 0 || was_refused(action)}>
            <summary class="row"><span class="in"><b>{title}</b></span><Icon name="chevron-down"/></summary>
            <Form action=action>
                {about(id, seen)}
                <TextArea name="rencana" label="Apa yang akan dilakukan" hint=Some("Dibaca umum setelah hasil terbit. Paling banyak 300 huruf.".to_owned()) value=what/>
                <TextField name="penanggung" label="Penanggung jawab" hint=Some("Tidak dibaca umum.".to_owned()) value=owner/>
                <DateField name="tenggat" label="Selesai paling lambat" value=until/>
                <TextField name="kegiatan" label=code_label hint=Some(code_hint) value=code/>
                <Submit label="Simpan rencana" class="btn btn-second"/>
            </Form>
        </details>
    }
    .into_any()
}

/// What is open, on the overview.
pub fn plans_view(rows: Vec<PlanRow>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let row = |row: PlanRow| {
        view! { <li><a class="row" href=row.way.to><span class="in"><b>{row.way.words}</b><small>{row.more}</small>{mark_view(row.mark)}</span><Icon name="chevron-right"/></a></li> }
    };
    view! { <section class="flow"><h2>"Rencana perbaikan"</h2><ul class="sheet rows" data-flush="">{rows.into_iter().map(row).collect_view()}</ul></section> }
        .into_any()
}

/// Where to go and look, on the overview.
pub fn examples_view(rows: Vec<ExampleRow>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let office = |way: Way| view! { <a class="link" href=way.to>{way.words}</a> };
    let row = |row: ExampleRow| view! { <div><dt>{row.item}</dt><dd class="links">{row.offices.into_iter().map(office).collect_view()}</dd></div> };
    view! {
        <section class="sheet flow">
            <h2>"Contoh dari kantor terdekat"</h2>
            <p class="soft">"Butir ini sudah terpenuhi di sana menurut hasil terakhir yang diumumkan."</p>
            <dl class="kv" data-stack="">{rows.into_iter().map(row).collect_view()}</dl>
        </section>
    }
    .into_any()
}
