use leptos::prelude::*;

use crate::features::accounts::{KecamatanRow, KecamatanView, ReadKecamatan};
use crate::ui::{Ask, Icon, PageHead, Read, RegencyLayout, RegencyTab, load, read};

const KECAMATAN: Read<KecamatanView> = read::<ReadKecamatan, _>();

/// `/bpm/kecamatan`: every kecamatan with its camat, to appoint them.
#[component]
pub fn KecamatanPage() -> AnyView {
    load(KECAMATAN, Ask::nothing(), kecamatan_view)
}

fn kecamatan_view(view: KecamatanView) -> AnyView {
    view! {
        <RegencyLayout frame=view.frame tab=RegencyTab::Kecamatan>
            <div class="page flow">
                <PageHead title="Camat"/>
                <p class="lede">"Camat menerima tembusan surat pindah dengan nama yang disamarkan. Buka sebuah kecamatan untuk mengangkatnya."</p>
                <ul class="sheet rows" data-flush="">{view.rows.into_iter().map(row_view).collect_view()}</ul>
            </div>
        </RegencyLayout>
    }
    .into_any()
}

fn row_view(row: KecamatanRow) -> AnyView {
    let camat = if row.camat.is_empty() { "Belum ada camat".to_owned() } else { row.camat };
    view! {
        <li>
            <a class="row" href=["/bpm/kantor/", &row.slug].concat()>
                <span class="in"><b>"Kecamatan " {row.name}</b><small>{camat}</small></span>
                <Icon name="chevron-right"/>
            </a>
        </li>
    }
    .into_any()
}
