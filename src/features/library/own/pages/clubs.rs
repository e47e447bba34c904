use leptos::prelude::*;

use crate::features::library::own::{OwnClubsView, ReadOwnClubs};
use crate::ui::{Ask, Drawing, PageHead, Read, ResidentLayout, ResidentTab, back_view, done_view, load, read};

const CLUBS: Read<OwnClubsView> = read::<ReadOwnClubs, _>();

/// `/akun/kelompok-baca`: one's clubs, one of them, or the form to join one.
#[component]
pub fn OwnClubsPage() -> AnyView {
    load(CLUBS, Ask::nothing().query("di").query("anggota").query("hasil"), clubs_view)
}

fn clubs_view(view: OwnClubsView) -> AnyView {
    view! {
        <ResidentLayout tab=Some(ResidentTab::Account)>
            <div class="page flow" data-read="">
                {back_view(view.back)}
                <PageHead title=view.title/>
                <p class="lede">{view.lede}</p>
                {view.result.map(done_view)}
                <Drawing html=view.drawn/>
            </div>
        </ResidentLayout>
    }
    .into_any()
}
