use leptos::prelude::*;

use crate::features::applications::{ReadSample, SampleView};
use crate::features::letters::LetterFacsimile;
use crate::text::ServiceWords;
use crate::ui::{Ask, Icon, PageHead, PublicLayout, Read, load, read, use_words};

const SAMPLE: Read<SampleView> = read::<ReadSample, _>();

/// `/layanan/{kode}/contoh`: the letter that one would get, of somebody invented.
#[component]
pub fn SamplePage() -> AnyView {
    let words = use_words().services();
    load(SAMPLE, Ask::nothing().param("kode"), move |view| sample_view(view, words))
}

fn sample_view(view: SampleView, words: &'static ServiceWords) -> AnyView {
    let back = ["/layanan/", &view.code].concat();
    let title = [words.sample_of, &view.name].concat();
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <a class="back no-print" href=back><Icon name="chevron-left"/>{view.name}</a>
                <PageHead title/>
                <p class="lede">{words.sample_lede}</p>
                <LetterFacsimile letter=view.letter/>
            </div>
        </PublicLayout>
    }
    .into_any()
}
