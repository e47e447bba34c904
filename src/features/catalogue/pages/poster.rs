use leptos::prelude::*;

use crate::features::catalogue::{PosterView, ReadPoster};
use crate::text::MarketWords;
use crate::ui::{Ask, Icon, PageHead, PrintButton, Read, load, qr_view, read, use_words};

const POSTER: Read<PosterView> = read::<ReadPoster, _>();

/// `/toko/{slug}/poster`: hung up where the shop sells. One sheet of A4.
#[component]
pub fn PosterPage() -> AnyView {
    let words = use_words().market();
    load(POSTER, Ask::nothing().param("slug"), move |view| poster_view(view, words))
}

fn poster_view(view: PosterView, words: &'static MarketWords) -> AnyView {
    let shop = ["/toko/", &view.shop.slug].concat();
    let label = [words.poster_qr, &view.shop.name].concat();
    view! {
        <main id="isi">
            <div class="print poster flow">
                <p class="links no-print">
                    <a class="back" href=shop><Icon name="chevron-left"/>{view.shop.name.clone()}</a>
                    <PrintButton label=words.print/>
                </p>
                <PageHead title=view.shop.name/>
                <p>{view.shop.village}</p>
                {qr_view(&view.qr, label)}
                <p><b>{words.scan}</b></p>
                <p>{view.address}</p>
                <p class="print-foot">"Smart Kampung"</p>
            </div>
        </main>
    }
    .into_any()
}
