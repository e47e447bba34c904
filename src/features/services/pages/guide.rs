use leptos::prelude::*;

use super::sheet::{SERVICE, begin_view, legal_view};
use crate::features::services::{GuideStep, ServiceView};
use crate::text::ServiceWords;
use crate::ui::{Ask, Icon, NamedIcon, NotFoundPage, PageHead, PublicLayout, load, use_words};

/// `/layanan/{kode}/cara`: the way of a service, drawn as the stations that it passes.
#[component]
pub fn GuidePage() -> AnyView {
    let words = use_words().services();
    load(SERVICE, Ask::nothing().param("kode"), move |view| guide_view(view, words))
}

fn guide_view(view: ServiceView, words: &'static ServiceWords) -> AnyView {
    let Some(guide) = view.guide else { return view! { <NotFoundPage/> }.into_any() };
    let begin = view.open.then(|| begin_view(["/permohonan/baru/", &view.code].concat(), words));
    let back = ["/layanan/", &view.code].concat();
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <a class="back no-print" href=back><Icon name="chevron-left"/>{view.name}</a>
                <PageHead title=guide.title/>
                <p class="lede">{guide.lede}</p>
                <section class="sheet"><ol class="time">{guide.steps.into_iter().map(step_view).collect_view()}</ol></section>
                <h2>{words.legal}</h2>
                <ul class="list">{view.legal.into_iter().map(|basis| legal_view(basis, words)).collect_view()}</ul>
            </div>
            {begin}
        </PublicLayout>
    }
    .into_any()
}

fn step_view(step: GuideStep) -> AnyView {
    let (state, who) = if step.skipped { ("next", view! { <s>{step.who}</s> }.into_any()) } else { ("done", step.who.into_any()) };
    view! {
        <li data-s=state>
            <span class="node"><NamedIcon name=step.icon/></span>
            <div><b>{who}</b><p>{step.what}</p></div>
        </li>
    }
    .into_any()
}
