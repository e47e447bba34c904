use leptos::prelude::*;

use crate::features::accounts::{ReadSlip, SlipView};
use crate::ui::{Ask, OfficeLayout, OfficeTab, PageHead, Read, load, read};

const SLIP: Read<SlipView> = read::<ReadSlip, _>();

/// `/kantor/slip/{id}`: the slip itself, to be printed or copied by hand.
#[component]
pub fn SlipPage() -> AnyView {
    load(SLIP, Ask::nothing().param("id"), slip_view)
}

fn slip_view(view: SlipView) -> AnyView {
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Today>
            <div class="page flow print" data-read="">
                <PageHead title="Slip kode masuk"/>
                <p class="figure num" id="kode-slip">{view.code}</p>
                <ol class="list">
                    <li>"Buka halaman Masuk, isi nomor HP Anda."</li>
                    <li>"Pilih Slip dari kantor desa."</li>
                    <li>"Isi kode di atas."</li>
                </ol>
                <p>"Berlaku sekali, sampai " {view.until} ". Jangan berikan kepada siapa pun."</p>
                <p class="links no-print"><a class="link" href="/kantor/slip">"Slip berikutnya"</a></p>
            </div>
        </OfficeLayout>
    }
    .into_any()
}
