use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::figures::{items_view, kecamatan_view, reviewers_view};
use super::steps::{give_view, step_view};
use crate::features::compliance::campaigns::{
    CampaignView, GiveOffice, LateView, LockIt, OfficeRow, OrphanRow, PublishIt, ReadCampaign, TabView, VisitLine,
};
use crate::features::compliance::review::pages::parts::petak_view;
use crate::ui::{
    Ask, GoneRow, Icon, NamedIcon, PageHead, Read, RegencyLayout, RegencyTab, Way, back_view, counts_view, done_view, load, mark_view, read,
};

const CAMPAIGN: Read<CampaignView> = read::<ReadCampaign, _>();

/// `/bpm/kampanye/{id}`: how far a campaign is.
#[component]
pub fn CampaignPage() -> AnyView {
    load(CAMPAIGN, Ask::nothing().param("id").query("keadaan").query("hasil"), campaign_view)
}

fn campaign_view(view: CampaignView) -> AnyView {
    let id = view.id;
    let drawn = [
        view.step.as_ref().filter(|step| step.ready).map(|step| if step.publishes { PublishIt::PATH } else { LockIt::PATH }),
        view.give.as_ref().map(|_| GiveOffice::PATH),
    ];
    let gone = [LockIt::PATH, PublishIt::PATH, GiveOffice::PATH].into_iter().filter(|path| !drawn.contains(&Some(*path))).collect();
    let back = Way { to: "/bpm/kampanye".to_owned(), words: "Kampanye".to_owned() };
    view! {
        <RegencyLayout frame=view.frame tab=RegencyTab::Campaigns>
            <div class="page flow">
                {back_view(back)}
                <PageHead title=view.title/>
                <p class="lede">{mark_view(view.mark)} " " {view.lede}</p>
                <GoneRow actions=gone field="_id" rows=Vec::new()/>
                {view.result.map(done_view)}
                {counts_view(view.classes)}
                {counts_view(view.progress)}
                {orphans_view(view.orphans)}
                {view.late.map(late_view)}
                {view.step.map(|step| step_view(step, id))}
                {view.give.map(|give| give_view(give, id))}
                {visits_view(view.visits)}
                {kecamatan_view(view.kecamatan, view.chart)}
                {items_view(view.items)}
                {reviewers_view(view.reviewers, view.agreement)}
                {offices_view(view.tabs, view.rows)}
            </div>
        </RegencyLayout>
    }
    .into_any()
}

fn orphans_view(rows: Vec<OrphanRow>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let row = |row: OrphanRow| line_view(row.way, row.why);
    view! {
        <section class="sheet flow" data-who="stop">
            <h2>{rows.len()} " kantor tanpa pemeriksa"</h2>
            <p>"Isian kantor ini tidak bisa ditelaah sampai pemeriksanya diganti."</p>
            <ul class="rows">{rows.into_iter().map(row).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn late_view(late: LateView) -> AnyView {
    let icon = if late.who == "stop" { "alert-triangle" } else { "clock" };
    let office = |way: Way| view! { <li><a href=way.to>{way.words}</a></li> };
    let remind = |way: Way| view! { <p class="links"><a class="link" href=way.to rel="external noopener">{way.words}</a></p> }.into_any();
    view! {
        <details class="sheet" data-who=late.who>
            <summary class="row"><NamedIcon name=icon/><span class="in"><b>{late.title}</b><small>{late.text}</small></span><Icon name="chevron-down"/></summary>
            <ul class="list">{late.offices.into_iter().map(office).collect_view()}</ul>
            {late.remind.map(remind)}
        </details>
    }
    .into_any()
}

fn visits_view(visits: Vec<VisitLine>) -> AnyView {
    if visits.is_empty() {
        return ().into_any();
    }
    let line = |line: VisitLine| line_view(line.way, line.why);
    view! {
        <section class="flow">
            <h2>"Usulan kunjungan"</h2>
            <p class="soft">"Satu dari sepuluh kantor yang sudah mengajukan, yang paling perlu dilihat lebih dulu."</p>
            <ul class="sheet rows" data-flush="">{visits.into_iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn line_view(way: Way, more: String) -> AnyView {
    view! { <li><a class="row" href=way.to><span class="in"><b>{way.words}</b><small>{more}</small></span><Icon name="chevron-right"/></a></li> }
        .into_any()
}

const HEADS: [&str; 5] = ["Kantor", "Keadaan", "Diputus", "Nilai", "Pemeriksa"];

fn offices_view(tabs: Vec<TabView>, rows: Vec<OfficeRow>) -> AnyView {
    let tab = |tab: TabView| view! { <a href=tab.way.to aria-current=tab.here.then_some("page")>{tab.way.words} " " <span class="n">{tab.count}</span></a> };
    let body = if rows.is_empty() {
        view! { <div class="empty"><Icon name="building"/><b>"Tidak ada kantor dalam keadaan ini"</b></div> }.into_any()
    } else {
        view! {
            <div class="t-wrap">
                <table class="t">
                    <caption class="sr-only">"Kantor dalam kampanye ini"</caption>
                    <thead><tr>{HEADS.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
                    <tbody>{rows.into_iter().map(row_view).collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="flow" id="daftar">
            <h2>"Kantor"</h2>
            <nav class="tabs" aria-label="Saring">{tabs.into_iter().map(tab).collect_view()}</nav>
            {body}
        </section>
    }
    .into_any()
}

fn row_view(row: OfficeRow) -> AnyView {
    let result = if row.result.is_empty() { "–".to_owned() } else { row.result };
    view! {
        <tr>
            <td data-th=HEADS[0]><a href=row.way.to>{row.way.words}</a></td>
            <td data-th=HEADS[1]>{mark_view(row.mark)}</td>
            <td data-th=HEADS[2]><span>{row.progress}</span>{petak_view(row.petak)}</td>
            <td data-th=HEADS[3]><span>{result}</span></td>
            <td data-th=HEADS[4]><span>{row.reviewer}</span></td>
        </tr>
    }
    .into_any()
}
