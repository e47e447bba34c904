use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::waiting::waiting_view;
use crate::features::compliance::village::plans::pages::{examples_view, plans_view};
use crate::features::compliance::village::{CampaignView, ItemRow, OverviewView, ReadOverview, SubmitAnswers, SubmitForm};
use crate::ui::{
    Ask, Form, FormState, GoneRow, Icon, NamedIcon, OfficeLayout, OfficeTab, PageHead, Read, Submit, done_view, key_field, load, mark_view,
    note_view, read,
};

const OVERVIEW: Read<OverviewView> = read::<ReadOverview, _>();

/// `/kantor/kepatuhan`: the 13 items of the newest campaign, and how far the office is.
#[component]
pub fn OverviewPage() -> AnyView {
    load(OVERVIEW, Ask::nothing().query("hasil"), overview_view)
}

fn overview_view(view: OverviewView) -> AnyView {
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Compliance>
            <div class="page flow">
                <PageHead title="Kepatuhan"/>
                {view.result.map(done_view)}
                {waiting_view(view.desk, String::new(), view.campaign.as_ref().is_some_and(|campaign| campaign.open))}
                {match view.campaign {
                    Some(campaign) => campaign_view(campaign),
                    None => empty_view(),
                }}
            </div>
        </OfficeLayout>
    }
    .into_any()
}

fn empty_view() -> AnyView {
    view! {
        <div class="empty" role="status">
            <Icon name="list-check"/>
            <b>"Belum ada masa penilaian"</b>
            <p>"Setelah BPM Pemdes membukanya, 13 butir yang dinilai muncul di sini."</p>
        </div>
    }
    .into_any()
}

fn campaign_view(view: CampaignView) -> AnyView {
    let squares = view.squares.into_iter().map(|value| view! { <i data-v=value></i> }).collect_view();
    let gone = if view.submit.is_none() { vec![<SubmitAnswers as ServerFn>::PATH] } else { Vec::new() };
    let waits = (!view.who_submits.is_empty()).then(|| view! { <p class="soft">{view.who_submits}</p> });
    view! {
        <p class="lede"><b>{view.name}</b> ", " {view.until}</p>
        <GoneRow actions=gone field="_id" rows=Vec::new()/>
        {view.reminder.map(note_view)}
        {note_view(view.note)}
        <div class="cols" data-side="">
            <section class="flow">
                <h2>"13 butir"</h2>
                <ul class="rows">{view.rows.into_iter().map(row_view).collect_view()}</ul>
            </section>
            <div class="flow">
                <section class="sheet flow">
                    <h2>"Nilai kantor Anda"</h2>
                    <p>{view.comes_to}</p>
                    <p class="soft">{view.counted}</p>
                    <p class="soft">{view.records}</p>
                    <span class="petak" aria-hidden="true">{squares}</span>
                </section>
                {view.submit.map(submit_view)}
                {waits}
                {plans_view(view.plans)}
                {examples_view(view.examples)}
            </div>
        </div>
    }
    .into_any()
}

/// The row and what proves its item are where the summary of a refusal leads.
fn row_view(row: ItemRow) -> AnyView {
    let proofs = row.proofs.into_iter().map(|(id, words)| view! { <small id=id>{words}</small> }).collect_view();
    view! {
        <li>
            <a class="row" id=row.code href=row.to>
                <span class="ico"><NamedIcon name=row.icon/></span>
                <span class="in"><b>{row.name}</b>{proofs}{mark_view(row.mark)}</span>
                <Icon name="chevron-right"/>
            </a>
        </li>
    }
    .into_any()
}

fn submit_view(form: SubmitForm) -> AnyView {
    view! {
        <section class="sheet">
            <Form action={<SubmitAnswers as ServerFn>::PATH}>
                {known_view(form.fields)}
                <input type="hidden" name="_id" value=form.id.to_string()/>
                {key_field(form.key)}
                <p>{form.consequence}</p>
                <Submit label="Ajukan ke pemeriksa" icon=Some("send")/>
            </Form>
        </section>
    }
    .into_any()
}

/// Tells the form what the rows are called: it has no fields of its own.
fn known_view(fields: Vec<(String, String)>) -> AnyView {
    let state = expect_context::<FormState>();
    for (name, label) in fields {
        state.know(&name, &label);
    }
    ().into_any()
}
