use leptos::prelude::*;

use crate::features::accounts::{OfficeGroup, OfficeRow, OfficesView};
use crate::ui::{Icon, PageHead, RegencyLayout, RegencyTab, counts_view};

/// `/bpm/kantor`: all offices, to appoint their heads and to choose the pilot.
pub fn offices_view(view: OfficesView) -> AnyView {
    view! {
        <RegencyLayout frame=view.frame tab=RegencyTab::Offices>
            <div class="page flow">
                <PageHead title="Kantor desa dan kelurahan"/>
                <p class="lede">{view.pilot.0} " kantor percontohan dipilih dari " {view.pilot.1} ". Buka sebuah kantor untuk memilihnya."</p>
                {counts_view(view.counts)}
                <div class="sheet" data-flush="">{view.groups.into_iter().map(group_view).collect_view()}</div>
            </div>
        </RegencyLayout>
    }
    .into_any()
}

fn group_view(group: OfficeGroup) -> AnyView {
    let pilot = group.offices.iter().filter(|office| office.pilot).count();
    let pilot = (pilot > 0).then(|| [", ", &pilot.to_string(), " percontohan"].concat());
    view! {
        <details>
            <summary class="row">
                <span class="in"><b>{group.name}</b><small>{group.offices.len()} " kantor" {pilot}</small></span>
                <Icon name="chevron-down"/>
            </summary>
            <ul class="rows">{group.offices.into_iter().map(row_view).collect_view()}</ul>
        </details>
    }
    .into_any()
}

fn row_view(office: OfficeRow) -> AnyView {
    let pilot = office.pilot.then(|| view! { <small>"Percontohan"</small> });
    view! {
        <li>
            <a class="row" href=["/bpm/kantor/", &office.slug].concat()>
                <span class="in"><b>{office.name}</b>{pilot}</span>
                <Icon name="chevron-right"/>
            </a>
        </li>
    }
    .into_any()
}
