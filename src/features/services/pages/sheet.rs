use leptos::prelude::*;

use crate::features::services::{LegalBasis, Mark, Paper, ReadService, ServiceView};
use crate::text::{Lang, ServiceWords, working_time};
use crate::ui::{Ask, Icon, NamedIcon, PageHead, PrintButton, PublicLayout, Read, load, read, use_visitor, use_words};

pub(super) const SERVICE: Read<ServiceView> = read::<ReadService, _>();

/// `/layanan/{kode}`: who, papers, time, Gratis, legal basis and what one gets, before any question;
/// printed, it is the sheet that an office pins up.
#[component]
pub fn ServicePage() -> AnyView {
    let (words, lang) = (use_words().services(), use_visitor().lang);
    load(SERVICE, Ask::nothing().param("kode"), move |view| service_view(view, words, lang))
}

fn service_view(view: ServiceView, words: &'static ServiceWords, lang: Lang) -> AnyView {
    let begin = view.open.then(|| begin_view(["/permohonan/baru/", &view.code].concat(), words));
    let closed = (!view.open).then(|| note_view(words.closed_title, words.closed));
    let printed = [words.printed, view.printed.with_year(lang).as_str()].concat();
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <a class="back no-print" href="/layanan"><Icon name="chevron-left"/>{words.all}</a>
                <div class="titled"><span class="ico" data-big=""><NamedIcon name=view.code.clone()/></span><PageHead title=view.name.clone()/></div>
                <p class="lede">{view.gives.clone()}</p>
                {closed}
                {view.guide.as_ref().map(|guide| guide_link(&view.code, &guide.title))}
                {view.open.then(|| promise_view(&view, words, lang))}
                {facts_view(&view, words, lang)}
                <h2>{words.prepare}</h2>
                {papers_view(view.papers, words)}
                <h2>{words.who}</h2>
                <p>{view.who}</p>
                <h2>{words.legal}</h2>
                <ul class="list">{view.legal.into_iter().map(|basis| legal_view(basis, words)).collect_view()}</ul>
                <div class="btns no-print">
                    {view.open.then(|| sample_link(&view.code, words))}
                    <PrintButton label=words.print/>
                </div>
                <p class="soft only-print">{printed}</p>
            </div>
            {begin}
        </PublicLayout>
    }
    .into_any()
}

/// A full page load: whoever is not signed in yet is led to sign in, and back here.
pub(super) fn begin_view(to: String, words: &'static ServiceWords) -> AnyView {
    view! { <div class="act no-print"><p>{words.free_of_charge}</p><a class="btn" href=to rel="external">{words.begin}<Icon name="arrow-right"/></a></div> }.into_any()
}

fn guide_link(code: &str, title: &str) -> AnyView {
    let href = ["/layanan/", code, "/cara"].concat();
    view! { <p class="links no-print"><a class="link" href=href>{title.to_owned()}</a></p> }.into_any()
}

fn sample_link(code: &str, words: &'static ServiceWords) -> AnyView {
    let href = ["/layanan/", code, "/contoh"].concat();
    view! { <a class="btn btn-second btn-row" href=href rel="external"><Icon name="file-search"/>{words.see_sample}</a> }.into_any()
}

fn note_view(title: &'static str, sentence: &'static str) -> AnyView {
    view! { <div class="note" data-who="grey"><Icon name="info-circle"/><div><b>{title}</b><p>{sentence}</p></div></div> }.into_any()
}

fn promise_view(view: &ServiceView, words: &'static ServiceWords, lang: Lang) -> AnyView {
    view! {
        <div class="note no-print" data-who="done">
            <Icon name="clock"/>
            <div><b>{words.promised}</b><p><b>{view.promised.in_words(lang)}</b></p><p>{words.if_sent_now}</p></div>
        </div>
    }
    .into_any()
}

fn facts_view(view: &ServiceView, words: &'static ServiceWords, lang: Lang) -> AnyView {
    let proposed = view.promise_is_proposed.then_some(words.time_is_ours);
    let valid = view.valid_days.map(|days| [words.valid_before, &days.to_string(), words.valid_after].concat());
    view! {
        <section class="sheet">
            <ul class="items">
                <li><Icon name="free"/><div><span class="k">{words.cost}</span><b>{words.free}</b></div></li>
                <li>
                    <Icon name="clock"/>
                    <div><span class="k">{words.time}</span><b>{working_time(lang, view.promise_minutes)}</b><p>{proposed}</p></div>
                </li>
                <li><Icon name="file-certificate"/><div><span class="k">{words.gives}</span><b>{view.gives.clone()}</b><p>{valid}</p></div></li>
            </ul>
        </section>
    }
    .into_any()
}

fn papers_view(papers: Vec<Paper>, words: &'static ServiceWords) -> AnyView {
    let paper = |paper: Paper| {
        let when = paper.optional.then_some(words.optional_paper);
        view! { <li><Icon name="camera"/><div><b>{paper.name}</b><p>{when}</p></div></li> }.into_any()
    };
    view! { <section class="sheet"><ul class="items">{papers.into_iter().map(paper).collect_view()}</ul></section> }.into_any()
}

/// What is not read in the law itself says so.
pub(super) fn legal_view(basis: LegalBasis, words: &'static ServiceWords) -> AnyView {
    let certainty = match basis.mark {
        Mark::V => None,
        Mark::S => Some(words.by_others),
        Mark::K => Some(words.commonly_known),
        Mark::U => Some(words.unknown),
        Mark::P => Some(words.proposed),
    };
    view! { <li>{basis.text} {certainty.map(|certainty| view! { <span class="soft">" " {certainty}</span> })}</li> }.into_any()
}
