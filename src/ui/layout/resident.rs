use leptos::prelude::*;

use super::ResidentTab;
use crate::ui::{Icon, use_words};

/// Pages of a signed-in resident: the dock at the bottom, or, where the page ends in one act, none.
#[component]
pub fn ResidentLayout(
    /// Where the page stands; `None` inside a form and on pages that end in one act.
    #[prop(optional_no_strip)]
    tab: Option<ResidentTab>,
    children: Children,
) -> AnyView {
    let words = use_words().layout();
    view! {
        <div class="shell">
            <a class="skip" href="#isi">{words.skip}</a>
            <header class="head">
                <a class="brand" href="/">
                    <img src="/mark.svg" alt="" width="40" height="40"/>
                    <span><b>"Smart Kampung"</b></span>
                </a>
                <a class="head-link" href="/akun"><Icon name="user"/>{words.account}</a>
            </header>
            <main id="isi">{children()}</main>
            {tab.map(dock_view)}
        </div>
    }
    .into_any()
}

fn dock_view(tab: ResidentTab) -> AnyView {
    let words = use_words().layout();
    let entry = |here: ResidentTab, path: &'static str, icon: &'static str, word: &'static str| {
        let current = (tab == here).then_some("page");
        view! { <a href=path aria-current=current><Icon name=icon/><span>{word}</span></a> }
    };
    view! {
        <nav class="dock" aria-label=words.main_menu>
            <a href="/"><Icon name="home"/><span>{words.front}</span></a>
            {entry(ResidentTab::Services, "/layanan", "services", words.services)}
            {entry(ResidentTab::Applications, "/permohonan", "applications", words.applications)}
            {entry(ResidentTab::Account, "/akun", "user", words.account)}
        </nav>
    }
    .into_any()
}
