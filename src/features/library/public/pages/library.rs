use leptos::prelude::*;

use crate::features::library::public::{LibraryPageView, ReadLibrary};
use crate::ui::{Ask, Canonical, Drawing, PageHead, PublicLayout, Read, back_view, load, read};

const LIBRARY: Read<LibraryPageView> = read::<ReadLibrary, _>();

/// `/pustaka`: books of all libraries; `/d/{slug}/pustaka`: of one village.
#[component]
pub fn LibraryPage() -> AnyView {
    let names = ["cari", "kecamatan", "umur", "kelas", "ada", "setelah"];
    load(LIBRARY, names.into_iter().fold(Ask::nothing().param("slug"), Ask::query), library_view)
}

fn library_view(view: LibraryPageView) -> AnyView {
    view! {
        <PublicLayout place=view.place>
            <div class="page flow">
                {view.back.map(back_view)}
                <PageHead title=view.title description=view.description/>
                <Canonical address=view.address/>
                <p class="lede">{view.lede}</p>
                <Drawing html=view.drawn/>
            </div>
        </PublicLayout>
    }
    .into_any()
}
