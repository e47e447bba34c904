use leptos::prelude::*;

use crate::features::applications::{CaseView, State, TimelineRow};
use crate::text::{CaseWords, Lang};
use crate::ui::{Icon, NamedIcon};

/// What happened, where it stands, and what comes next: each step with its time or its promise.
pub fn timeline_view(view: &CaseView, words: &'static CaseWords, lang: Lang) -> AnyView {
    if view.timeline.is_empty() {
        return ().into_any();
    }
    let happened = view.timeline.iter().cloned().map(|row| row_view(row, words, lang)).collect_view();
    view! {
        <section class="sheet flow">
            <h2>{words.journey}</h2>
            <ol class="time">{happened}{now_view(view, words)}{next_views(view, words, lang)}</ol>
        </section>
    }
    .into_any()
}

fn row_view(row: TimelineRow, words: &'static CaseWords, lang: Lang) -> AnyView {
    let says = row.words.map(|words| view! { <p>{words}</p> });
    view! {
        <li data-s="done">
            <span class="node"><Icon name="check"/></span>
            <div><b>{words.events[row.kind as usize]}</b><p>{row.at.in_words(lang)}</p>{says}</div>
        </li>
    }
    .into_any()
}

/// Somebody must move: who, is said by colour and word.
fn now_view(view: &CaseView, words: &'static CaseWords) -> AnyView {
    let now = match view.state {
        State::Submitted | State::InReview | State::NeedsFix | State::AwaitingSignature => {
            Some((view.state.who(), view.state.code(), words.states[view.state as usize]))
        }
        State::Issued if view.goes_on => Some(("office", State::Forwarded.code(), words.to_forward)),
        State::Forwarded => Some(("office", "clock", words.at_dukcapil)),
        _ => None,
    };
    let now = now.map(|(who, icon, what)| {
        view! { <li data-s="now" data-who=who><span class="node"><NamedIcon name=icon/></span><div><b>{what}</b></div></li> }
    });
    view! { {now} }.into_any()
}

fn next_views(view: &CaseView, words: &'static CaseWords, lang: Lang) -> AnyView {
    let due = view.promise.filter(|promise| promise.paused_with.is_none());
    let due = due.map_or_else(|| words.next.to_owned(), |promise| [words.promised, " ", &promise.due.in_words(lang)].concat());
    let next: Vec<(&'static str, &'static str, String)> = match view.state {
        State::Submitted | State::NeedsFix => vec![
            ("in_review", words.awaits_check, words.next.to_owned()),
            ("awaiting_signature", words.awaits_signature, String::new()),
            ("issued", words.letter_ready, due),
        ],
        State::InReview => vec![("awaiting_signature", words.awaits_signature, words.next.to_owned()), ("issued", words.letter_ready, due)],
        State::AwaitingSignature => vec![("issued", words.letter_ready, due)],
        State::Issued if view.goes_on => vec![("completed", words.dukcapil_issues, words.next.to_owned())],
        State::Forwarded => vec![("completed", words.dukcapil_issues, String::new())],
        _ => Vec::new(),
    };
    let row = |(icon, what, when): (&'static str, &'static str, String)| {
        view! { <li data-s="next"><span class="node"><Icon name=icon/></span><div><span>{what}</span><p>{when}</p></div></li> }
    };
    next.into_iter().map(row).collect_view().into_any()
}
