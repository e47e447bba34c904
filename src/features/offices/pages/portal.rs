use leptos::prelude::*;

use super::ways::ways_view;
use crate::features::offices::{KecamatanGroup, OfficeLink, PortalView, ReadPortal};
use crate::text::PortalWords;
use crate::ui::{Ask, Icon, PageHead, PublicLayout, Read, load, read, use_words};

const PORTAL: Read<PortalView> = read::<ReadPortal, _>();

/// `/`: choose your village.
#[component]
pub fn PortalPage() -> AnyView {
    let words = use_words().portal();
    load(PORTAL, Ask::nothing().query("cari"), move |view| portal_view(view, words))
}

fn portal_view(view: PortalView, words: &'static PortalWords) -> AnyView {
    view! {
        <PublicLayout>
            <div class="hero">
                <img class="scene" src="/gambar/cakrawala.svg" alt="" width="360" height="112"/>
                <div class="page flow">
                    <PageHead title=words.title description=words.description/>
                    <p class="lede">{words.promise}</p>
                    <form class="field" method="get" action="/" role="search">
                        <label for="cari">{words.search}</label>
                        <p class="hint" id="cari-hint">{words.search_hint}</p>
                        <div class="find">
                            <input class="box" id="cari" name="cari" type="search" autocomplete="off" aria-describedby="cari-hint" value=view.search.clone()/>
                            <button class="btn"><Icon name="search"/>{words.search_button}</button>
                        </div>
                    </form>
                </div>
            </div>
            <div class="page flow">
                {found_view(&view, words)}
                {view.search.is_empty().then(|| ways_view(words, ""))}
                {groups_view(view.groups, words)}
            </div>
        </PublicLayout>
    }
    .into_any()
}

fn found_view(view: &PortalView, words: &'static PortalWords) -> AnyView {
    if view.search.is_empty() {
        return ().into_any();
    }
    if view.found.is_empty() {
        return view! {
            <div class="empty" role="status">
                <img src="/gambar/kosong/hasil-kosong.svg" alt="" width="160" height="120"/>
                <b>{words.none_found}</b>
                <p>{words.none_found_hint}</p>
                <a class="btn" href="/">{words.all_kecamatan}</a>
            </div>
        }
        .into_any();
    }
    view! { <ul class="rows">{view.found.iter().cloned().map(|office| office_row(office, words)).collect_view()}</ul> }.into_any()
}

fn groups_view(groups: Vec<KecamatanGroup>, words: &'static PortalWords) -> AnyView {
    if groups.is_empty() {
        return ().into_any();
    }
    view! {
        <h2>{words.all_kecamatan}</h2>
        <div class="sheet" data-flush="">{groups.into_iter().map(|group| group_view(group, words)).collect_view()}</div>
    }
    .into_any()
}

fn group_view(group: KecamatanGroup, words: &'static PortalWords) -> AnyView {
    view! {
        <details>
            <summary class="row">
                <span class="in"><b>{group.name}</b><small>{group.offices.len()} " " {words.offices}</small></span>
                <Icon name="chevron-down"/>
            </summary>
            <ul class="rows">{group.offices.into_iter().map(|office| office_row(office, words)).collect_view()}</ul>
        </details>
    }
    .into_any()
}

fn office_row(office: OfficeLink, words: &'static PortalWords) -> AnyView {
    view! {
        <li>
            <a class="row" href=["/d/", &office.slug].concat()>
                <span class="in"><b>{office.name}</b><small>{words.kecamatan} "\u{a0}" {office.kecamatan}</small></span>
                <Icon name="chevron-right"/>
            </a>
        </li>
    }
    .into_any()
}
