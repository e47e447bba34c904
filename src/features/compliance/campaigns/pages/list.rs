use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::steps::factor_view;
use crate::features::compliance::campaigns::{CampaignRow, CampaignsView, GroupView, OpenView, ReadCampaigns, WriteCampaign};
use crate::ui::{
    Ask, Choices, DateField, Form, FormState, Icon, PageHead, Read, RegencyLayout, RegencyTab, Select, Submit, TextField, Tick, key_field,
    load, mark_view, note_view, read, was_refused,
};

const CAMPAIGNS: Read<CampaignsView> = read::<ReadCampaigns, _>();

/// `/bpm/kampanye`: all campaigns, who reviews, and the form that opens another.
#[component]
pub fn CampaignsPage() -> AnyView {
    load(CAMPAIGNS, Ask::nothing(), campaigns_view)
}

fn campaigns_view(view: CampaignsView) -> AnyView {
    let rows = if view.rows.is_empty() {
        view! { <div class="empty"><Icon name="flag"/><b>"Belum ada kampanye"</b><p>"Kampanye mengundang kantor mengisi 13 butir sampai suatu hari."</p></div> }
            .into_any()
    } else {
        view! { <ul class="sheet rows" data-flush="">{view.rows.into_iter().map(row_view).collect_view()}</ul> }.into_any()
    };
    view! {
        <RegencyLayout frame=view.frame tab=RegencyTab::Campaigns>
            <div class="page flow">
                <PageHead title="Kampanye"/>
                <p class="lede">"Masa penilaian 13 butir: kantor mengisi, pemeriksa dari kecamatan lain menelaah, lalu hasilnya terbit."</p>
                <p class="links"><a class="link" href="/bpm/kampanye/butir"><Icon name="list-check"/>"Versi butir"</a></p>
                {rows}
                {reviewers_view(view.reviewers, view.open.is_some())}
                {view.open.map(open_view)}
            </div>
        </RegencyLayout>
    }
    .into_any()
}

fn row_view(row: CampaignRow) -> AnyView {
    view! {
        <li>
            <a class="row" href=row.way.to>
                <span class="in"><b>{row.way.words}</b><small>{row.period}</small><small>{row.counts}</small>{mark_view(row.mark)}</span>
                <Icon name="chevron-right"/>
            </a>
        </li>
    }
    .into_any()
}

/// Who opens campaigns also appoints who reviews in them.
fn reviewers_view(reviewers: Vec<(String, String, bool)>, appoints: bool) -> AnyView {
    let line = |(name, home, known): (String, String, bool)| {
        let icon = if known { "user" } else { "alert-triangle" };
        view! { <li class="row"><Icon name=icon/><span class="in"><b>{name}</b><small>{home}</small></span></li> }
    };
    let lines = if reviewers.is_empty() {
        view! { <p class="soft">"Belum ada pemeriksa yang bertugas."</p> }.into_any()
    } else {
        view! { <ul class="sheet rows" data-flush="">{reviewers.into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    let way = appoints.then(|| view! { <p class="links"><a class="link" href="/bpm/kantor/bpm-pemdes">"Angkat pemeriksa"</a></p> });
    view! { <section class="flow"><h2>"Pemeriksa"</h2>{lines}{way}</section> }.into_any()
}

fn open_view(open: OpenView) -> AnyView {
    let nobody = open.nobody.map(note_view);
    let form = match open.step_up {
        Some(to) if !was_refused(WriteCampaign::PATH) => factor_view(to, "Buka untuk membuat kampanye"),
        _ => {
            let (choices, groups, instruments, key) = (open.choices, open.groups, open.instruments, open.key);
            let newest = instruments.first().map(|newest| newest.code.clone()).unwrap_or_default();
            view! {
                <Form action=WriteCampaign::PATH>
                    {key_field(key)}
                    <TextField name="nama" label="Nama kampanye" hint="Paling banyak 60 huruf. Contoh: Semester 2 tahun 2026".to_owned()/>
                    <DateField name="batas" label="Hari terakhir mengisi" hint=Some("Paling cepat besok, paling lama setahun lagi".to_owned()) value=[const { String::new() }; 3]/>
                    <Select name="instrumen" label="Versi butir" hint=Some("Tidak bisa diganti setelah kampanye dibuka".to_owned()) options=instruments value=newest/>
                    <Choices name="cakupan" label="Kantor yang mengisi" options=choices/>
                    <h3>"Kantor pilihan"</h3>
                    <div class="sheet" data-flush="">{groups.into_iter().map(group_view).collect_view()}</div>
                    <Submit label="Buka kampanye" icon=Some("flag")/>
                </Form>
            }
            .into_any()
        }
    };
    view! { <section class="sheet flow"><h2>"Buka kampanye baru"</h2>{nobody}{form}</section> }.into_any()
}

/// Open where something was ticked before a refusal.
fn group_view(group: GroupView) -> AnyView {
    let open = expect_context::<FormState>().marks(group.offices.iter().map(|(field, _)| field.clone()).collect());
    let count = group.offices.len();
    let tick = |(name, label): (String, String)| view! { <Tick name label/> };
    view! {
        <details open=open>
            <summary class="row"><span class="in"><b>{group.name}</b><small>{count} " kantor"</small></span><Icon name="chevron-down"/></summary>
            <div class="flow">{group.offices.into_iter().map(tick).collect_view()}</div>
        </details>
    }
    .into_any()
}
