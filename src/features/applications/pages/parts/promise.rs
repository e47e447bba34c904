use leptos::prelude::*;

use crate::features::applications::{PromiseView, State};
use crate::text::{CaseWords, Lang, working_time};
use crate::ui::Icon;

/// Until when the office has said it will be done; or that its clock stands still, and for whom it waits.
pub fn promise_view(promise: PromiseView, state: State, words: &'static CaseWords, lang: Lang) -> AnyView {
    if state == State::Forwarded {
        return note("office", "clock-pause", words.paused_there, words.paused_there_why.to_owned(), None);
    }
    match promise.paused_with {
        Some(left) => {
            let left = [words.left_before, &working_time(lang, left), words.left_after].concat();
            note("you", "clock-pause", words.paused, left, Some(words.term))
        }
        None if promise.late => note("stop", "clock", words.late, promise.due.in_words(lang), None),
        None => note("done", "clock", words.promised, promise.due.in_words(lang), None),
    }
}

fn note(who: &'static str, icon: &'static str, title: &'static str, says: String, more: Option<&'static str>) -> AnyView {
    let more = more.map(|more| view! { <p>{more}</p> });
    view! { <div class="note" data-who=who><Icon name=icon/><div><b>{title}</b><p>{says}</p>{more}</div></div> }.into_any()
}
