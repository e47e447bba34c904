use leptos::prelude::*;

use crate::features::applications::desk::{ReadSlip, SlipView};
use crate::ui::{Ask, PageHead, PrintButton, Read, load, read};

const SLIP: Read<SlipView> = read::<ReadSlip, _>();

/// `/kantor/permohonan/{id}/slip`: printed at the counter for who has no phone. No name on it.
#[component]
pub fn SlipPage() -> AnyView {
    load(SLIP, Ask::nothing().param("id"), slip_view)
}

fn slip_view(slip: SlipView) -> AnyView {
    view! {
        <main id="isi">
            <div class="print flow">
                <div class="kop">
                    {slip.stand_in.then(|| view! { <img src="/gambar/lambang.svg" alt=""/> })}
                    <div><b>{slip.office}</b><span>"Kecamatan " {slip.kecamatan}</span></div>
                </div>
                <p class="links"><PrintButton/></p>
                <PageHead title=slip.reference.clone()/>
                <dl class="kv">
                    <div><dt>"Layanan"</dt><dd>{slip.service}</dd></div>
                    <div><dt>"Diterima"</dt><dd>{slip.sent}</dd></div>
                    <div><dt>"Dijanjikan selesai"</dt><dd>{slip.due}</dd></div>
                    <div><dt>"Biaya"</dt><dd>"Gratis"</dd></div>
                </dl>
                <p>"Tunjukkan slip ini saat mengambil surat, atau lihat di HP: buka " <b>{slip.tracker}</b> " dan ketik " <b class="num">{slip.reference}</b> "."</p>
                <p class="print-foot">"Dicetak " {slip.printed}</p>
            </div>
        </main>
    }
    .into_any()
}
