use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::about_view;
use crate::features::compliance::review::{FormView, ReadVisit, VisitRow, VisitView, WriteVisit};
use crate::features::compliance::village::pages::waiting_view;
use crate::ui::{
    Ask, Choices, Form, GoneRow, PageHead, Read, RegencyLayout, RegencyTab, Submit, TextArea, back_view, done_view, load, mark_view,
    note_view, read,
};

const VISIT: Read<VisitView> = read::<ReadVisit, _>();

/// `/bpm/telaah/{slug}/kunjungan`: filled in on a phone, standing in the office.
#[component]
pub fn VisitPage() -> AnyView {
    load(VISIT, Ask::nothing().param("slug").query("kampanye").query("hasil"), visit_view)
}

fn visit_view(view: VisitView) -> AnyView {
    let about = view.title.clone();
    let drawn = view.rows.iter().filter(|row| row.form.is_some()).map(|row| row.item.clone()).collect();
    view! {
        <RegencyLayout frame=view.frame tab=RegencyTab::Review>
            <div class="page flow" data-read="">
                {back_view(view.back)}
                <PageHead title=view.title/>
                <p class="lede">{view.lede}</p>
                {view.result.map(done_view)}
                {view.note.map(note_view)}
                {waiting_view("bpm".to_owned(), about, view.open)}
                <GoneRow actions=vec![WriteVisit::PATH] field="_butir" rows=drawn/>
                {view.rows.into_iter().map(row_view).collect_view()}
            </div>
        </RegencyLayout>
    }
    .into_any()
}

fn row_view(row: VisitRow) -> AnyView {
    let item = row.item;
    view! {
        <section class="sheet flow">
            <div class="top"><h2>{row.title}</h2>{mark_view(row.mark)}</div>
            {row.form.map(|form| form_view(&item, form))}
        </section>
    }
    .into_any()
}

/// Several of these stand on one page: each field is called by its item.
fn form_view(item: &str, form: FormView) -> AnyView {
    let (value, note) = (["nilai_", item].concat(), ["catatan_", item].concat());
    let (of, choices) = (vec![("_butir", item.to_owned())], form.choices.clone());
    view! {
        <Form action=WriteVisit::PATH of=of>
            {about_view(form)}
            <Choices name=value label="Yang Anda lihat" options=choices/>
            <TextArea name=note label="Catatan" hint=Some("Wajib untuk sebagian dan tidak".to_owned())/>
            <Submit label="Simpan butir ini" class="btn btn-second"/>
        </Form>
    }
    .into_any()
}
