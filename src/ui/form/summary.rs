use leptos::prelude::*;

use super::FormState;
use crate::access::{Code, Refusal};
use crate::forms::Problems;
use crate::text::{Lang, refusal_sentence};
use crate::ui::{Visitor, use_visitor, use_words};

/// What is wrong, above the fields: each problem leads to its field. A page that the server has drawn again begins here,
/// however far down its form stands.
#[component]
pub fn Summary() -> AnyView {
    let state = expect_context::<FormState>();
    let Visitor { lang, role, .. } = use_visitor();
    let shown = move || {
        state.refusal.get().map(|refusal| match refusal {
            Refusal::Invalid(problems) if !problems.is_empty() => problems_view(state, lang, &problems),
            Refusal::StepUp => beside_view(refusal_sentence(lang, &Refusal::StepUp), "/masuk/kode"),
            ended @ (Refusal::SignIn | Refusal::Conflict(Code::AnotherAccount)) => beside_view(refusal_sentence(lang, &ended), role.door()),
            other => sentence_view(refusal_sentence(lang, &other), None),
        })
    };
    view! { {shown} }.into_any()
}

fn problems_view(state: FormState, lang: Lang, problems: &Problems) -> AnyView {
    let count = problems.iter().count().to_string();
    let title = match lang {
        Lang::Id => ["Ada ", &count, " isian yang perlu dibetulkan"].concat(),
        Lang::En => ["Answers to correct: ", &count].concat(),
    };
    let line = |field: &str, sentence: String| view! { <li><a href=["#", field].concat() rel="external">{sentence}</a></li> };
    let lines = problems.iter().map(|problem| line(&problem.field, state.sentence(&problem.field, problem.code))).collect_view();
    view! {
        <div class="summary" id="perbaiki" role="alert" tabindex="-1" autofocus>
            <h2>{title}</h2>
            <ul>{lines}</ul>
        </div>
    }
    .into_any()
}

/// The way to a door in another tab: here everything stays as it was typed, and is sent again afterwards.
fn beside_view(sentence: String, door: &'static str) -> AnyView {
    let words = use_words().form();
    let beside = view! { <a href=door target="_blank" rel="external">{words.beside}</a> <p>{words.kept}</p> };
    sentence_view(sentence, Some(beside.into_any()))
}

pub(super) fn sentence_view(sentence: String, more: Option<AnyView>) -> AnyView {
    view! {
        <div class="summary" id="perbaiki" role="alert" tabindex="-1" autofocus>
            <h2>{sentence}</h2>
            {more}
        </div>
    }
    .into_any()
}
