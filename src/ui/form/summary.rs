use leptos::prelude::*;

use super::FormState;
use crate::access::Refusal;
use crate::forms::Problems;
use crate::text::{Lang, refusal_sentence};
use crate::ui::use_visitor;

/// What is wrong, above the fields: each problem leads to its field.
#[component]
pub fn Summary() -> AnyView {
    let state = expect_context::<FormState>();
    let lang = use_visitor().lang;
    let shown = move || {
        state.refusal.get().map(|refusal| match refusal {
            Refusal::Invalid(problems) if !problems.is_empty() => problems_view(state, lang, &problems),
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

fn sentence_view(sentence: String) -> AnyView {
    view! {
        <div class="summary" id="ringkasan" role="alert" tabindex="-1">
            <h2>{sentence}</h2>
        </div>
    }
    .into_any()
}
