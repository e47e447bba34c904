use leptos::prelude::*;

use crate::features::accounts::{OfficesView, ReadOffices};
use crate::features::offices::{KecamatanGroup, OfficeLink};
use crate::ui::{Ask, Icon, PageHead, Read, RegencyLayout, RegencyTab, load, read};

const OFFICES: Read<OfficesView> = read::<ReadOffices, _>();

/// `/bpm/kantor`: all offices, to appoint their heads.
#[component]
pub fn OfficesPage() -> AnyView {
    load(OFFICES, Ask::nothing(), offices_view)
}

fn offices_view(view: OfficesView) -> AnyView {
    view! {
        <RegencyLayout frame=view.frame tab=RegencyTab::Offices>
            <div class="page flow">
                <PageHead title="Kantor desa dan kelurahan"/>
                <div class="sheet" data-flush="">{view.groups.into_iter().map(group_view).collect_view()}</div>
            </div>
        </RegencyLayout>
    }
    .into_any()
}

fn group_view(group: KecamatanGroup) -> AnyView {
    view! {
        <details>
            <summary class="row">
                <span class="in"><b>{group.name}</b><small>{group.offices.len()} " kantor"</small></span>
                <Icon name="chevron-down"/>
            </summary>
            <ul class="rows">{group.offices.into_iter().map(row_view).collect_view()}</ul>
        </details>
    }
    .into_any()
}

fn row_view(office: OfficeLink) -> AnyView {
    view! { <li><a class="row" href=["/bpm/kantor/", &office.slug].concat()><span class="in"><b>{office.name}</b></span><Icon name="chevron-right"/></a></li> }
        .into_any()
}
