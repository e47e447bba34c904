use leptos::prelude::*;

use super::FormState;
use super::whole::here;
use crate::access::Refusal;
use crate::forms::Problems;
use crate::text::{Lang, refusal_sentence};
use crate::ui::{encode_pair, use_visitor};

/// What is wrong, above the fields: each problem leads to its field.
#[component]
pub fn Summary() -> AnyView {
    let state = expect_context::<FormState>();
    let lang = use_visitor().lang;
    let here = here();
    let shown = move || {
        state.refusal.get().map(|refusal| match refusal {
            Refusal::Invalid(problems) if !problems.is_empty() => problems_view(state, lang, &problems),
            Refusal::StepUp => step_up_view(refusal_sentence(lang, &Refusal::StepUp), &here),
            other => sentence_view(refusal_sentence(lang, &other)),
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
        <div class="summary" id="ringkasan" role="alert" tabindex="-1">
            <h2>{title}</h2>
            <ul>{lines}</ul>
        </div>
    }
    .into_any()
}

/// The way to the second factor and back: a full page load, because the session gets another token.
fn step_up_view(sentence: String, here: &str) -> AnyView {
    let mut query = String::new();
    encode_pair(&mut query, "lanjut", here);
    view! {
        <div class="summary" id="ringkasan" role="alert" tabindex="-1">
            <h2><a href=["/masuk/kode?", &query].concat() rel="external">{sentence}</a></h2>
        </div>
    }
    .into_any()
}

pub(super) fn sentence_view(sentence: String) -> AnyView {
    view! {
        <div class="summary" id="ringkasan" role="alert" tabindex="-1">
            <h2>{sentence}</h2>
        </div>
    }
    .into_any()
}
