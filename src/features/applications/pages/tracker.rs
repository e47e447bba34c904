use leptos::prelude::*;

use crate::domain::WallTime;
use crate::features::applications::{Found, ReadTracker, State, TrackerView};
use crate::text::{CaseWords, Lang, TrackerWords};
use crate::ui::{Ask, Icon, NamedIcon, PageHead, PublicLayout, Read, load, read, use_visitor, use_words};

const TRACKER: Read<TrackerView> = read::<ReadTracker, _>();

/// `/lacak` and `/lacak/{nomor}`: steps and promise by the reference, without signing in.
#[component]
pub fn TrackerPage() -> AnyView {
    let (words, lang) = (use_words(), use_visitor().lang);
    // One of the two is in the address: the form writes the query, a shared link the path.
    load(TRACKER, Ask::nothing().param("nomor").query("nomor"), move |view| tracker_view(view, words.tracker(), words.cases(), lang))
}

fn tracker_view(view: TrackerView, words: &'static TrackerWords, cases: &'static CaseWords, lang: Lang) -> AnyView {
    let typo = view.found == Found::Typo;
    let wrong = typo.then_some("true");
    let problem = typo.then(|| view! { <p class="problem" id="nomor-error"><Icon name="alert-circle"/>{words.typo}</p> });
    let described = if typo { "nomor-hint nomor-error" } else { "nomor-hint" };
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <PageHead title=words.title description=words.description/>
                <p class="lede">{words.lede}</p>
                <form class="field" method="get" action="/lacak" role="search" data-bad=wrong>
                    <label for="nomor">{words.number}</label>
                    <p class="hint" id="nomor-hint">{words.number_hint}</p>
                    {problem}
                    <div class="find">
                        <input
                            class="box"
                            id="nomor"
                            name="nomor"
                            autocomplete="off"
                            autocapitalize="characters"
                            spellcheck="false"
                            aria-describedby=described
                            aria-invalid=wrong
                            value=view.typed.clone()
                        />
                        <button class="btn"><Icon name="search"/>{words.look}</button>
                    </div>
                </form>
                {found_view(view.found, words, cases, lang)}
                <p class="soft">{words.privacy}</p>
            </div>
        </PublicLayout>
    }
    .into_any()
}

fn found_view(found: Found, words: &'static TrackerWords, cases: &'static CaseWords, lang: Lang) -> AnyView {
    match found {
        Found::Unasked | Found::Typo => ().into_any(),
        Found::Nothing => view! {
            <div class="note" data-who="grey" role="status"><Icon name="info-circle"/><div><b>{words.nothing_title}</b><p>{words.nothing}</p></div></div>
        }
        .into_any(),
        Found::Case { reference, state, since, submitted, promised } => {
            let waits = (state.is_open() || state == State::Forwarded).then(|| promised_view(promised, state, words, cases, lang));
            let since = [words.since, &since.in_words(lang)].concat();
            view! {
                <section class="sheet flow" role="status">
                    <h2 class="num">{reference.to_string()}</h2>
                    <p><span class="mark" data-who=state.who()><NamedIcon name=state.code()/>{cases.states[state as usize]}</span></p>
                    <p class="soft">{since}</p>
                    <dl class="kv"><div><dt>{words.sent}</dt><dd>{submitted.in_words(lang)}</dd></div></dl>
                    {waits}
                </section>
            }
            .into_any()
        }
    }
}

fn promised_view(promised: WallTime, state: State, words: &'static TrackerWords, cases: &'static CaseWords, lang: Lang) -> AnyView {
    match state {
        State::NeedsFix => return view! { <p>{cases.paused}</p> }.into_any(),
        State::Forwarded => return view! { <p>{cases.paused_there}</p> }.into_any(),
        _ => {}
    }
    view! { <dl class="kv"><div><dt>{words.promised}</dt><dd>{promised.in_words(lang)}</dd></div></dl> }.into_any()
}
