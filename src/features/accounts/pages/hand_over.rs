use leptos::prelude::*;

use crate::features::accounts::{HandOverView, ReadHandOverOf, ReadOwnHandOver};
use crate::ui::{Ask, Icon, OfficeLayout, OfficeTab, PageHead, Read, RegencyLayout, RegencyTab, load, read};

const OWN: Read<HandOverView> = read::<ReadOwnHandOver, _>();
const OF: Read<HandOverView> = read::<ReadHandOverOf, _>();

/// `/kantor/pegawai/kode/{id}`: a code to be handed over.
#[component]
pub fn OwnHandOverPage() -> AnyView {
    load(OWN, Ask::nothing().param("id"), |view| {
        let frame = view.frame.clone();
        view! { <OfficeLayout frame=frame tab=OfficeTab::Staff>{code_view(view)}</OfficeLayout> }.into_any()
    })
}

/// `/bpm/kantor/{slug}/kode/{id}`: for the head of an office, or the camat of a kecamatan.
#[component]
pub fn HandOverPage() -> AnyView {
    load(OF, Ask::nothing().param("slug").param("id"), |view| {
        let frame = view.frame.clone();
        let tab = if view.camat { RegencyTab::Kecamatan } else { RegencyTab::Offices };
        view! { <RegencyLayout frame=frame tab=tab>{code_view(view)}</RegencyLayout> }.into_any()
    })
}

fn code_view(view: HandOverView) -> AnyView {
    view! {
        <div class="page flow print" data-read="">
            <PageHead title=["Kode aktivasi untuk ", &view.name].concat()/>
            <p class="figure num" id="kode-aktivasi">{view.code}</p>
            <p>"Serahkan langsung. Berlaku sekali, 3 hari. Dipakai di halaman Masuk petugas, Punya kode aktivasi."</p>
            {(!view.staff_name.is_empty()).then(|| view! { <p>"Nama petugas: " <span class="num">{view.staff_name}</span></p> })}
            <p class="links no-print"><a class="link" href=view.back><Icon name="chevron-left"/>"Daftar pegawai"</a></p>
        </div>
    }
    .into_any()
}
