use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::steps_view;
use crate::features::applications::{CheckGroup, CheckLine, CheckView, Gap, Submit as SubmitCase};
use crate::forms::Choice;
use crate::text::{FillWords, Lang, problem_sentence};
use crate::ui::{Choices, Form, Icon, PageHead, ResidentLayout, Submit, key_field};

/// Everything once more before it is sent, each part with the way back to it.
pub fn check_view(view: CheckView, words: &'static FillWords, lang: Lang) -> AnyView {
    let end = if view.gaps.is_empty() { send_view(view.clone(), words, lang) } else { gaps_view(view.gaps.clone(), words, lang) };
    let privacy = [words.who_sees_before, &view.place.office, words.who_sees_after].concat();
    view! {
        <ResidentLayout>
            {steps_view(&view.place, words)}
            <div class="page flow" data-read="">
                <PageHead title=words.check_title/>
                {view.groups.into_iter().map(|group| group_view(group, words)).collect_view()}
                {end}
                <a class="btn btn-second" href=view.place.back>{words.back}</a>
                <p class="soft">{privacy}</p>
            </div>
        </ResidentLayout>
    }
    .into_any()
}

fn group_view(group: CheckGroup, words: &'static FillWords) -> AnyView {
    let change = [words.change, ": ", &group.title].concat();
    view! {
        <section class="sheet flow">
            <div class="top"><h2>{group.title}</h2><a class="link" href=group.path aria-label=change>{words.change}</a></div>
            <dl class="kv" data-stack="">{group.lines.into_iter().map(|line| line_view(line, words)).collect_view()}</dl>
        </section>
    }
    .into_any()
}

fn line_view(line: CheckLine, words: &'static FillWords) -> AnyView {
    let value = match line.photos {
        Some(0) => words.no_photo.to_owned(),
        Some(count) => [&count.to_string(), words.photo_count].concat(),
        None if line.value.is_empty() => words.unanswered.to_owned(),
        None => line.value,
    };
    view! { <div><dt>{line.label}</dt><dd>{value}</dd></div> }.into_any()
}

fn gaps_view(gaps: Vec<Gap>, words: &'static FillWords, lang: Lang) -> AnyView {
    let gap = |gap: Gap| {
        let cure = problem_sentence(lang, gap.code, &gap.label);
        let says = [&gap.label, ": ", &cure].concat();
        view! { <li><a href=gap.path>{says}</a></li> }
    };
    view! {
        <div class="summary" id="belum">
            <h2>{words.gaps_title}</h2>
            <p>{words.gaps}</p>
            <ul>{gaps.into_iter().map(gap).collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn send_view(view: CheckView, words: &'static FillWords, lang: Lang) -> AnyView {
    let options = vec![Choice { code: "ya".to_owned(), label: words.is_true.to_owned(), of: None }];
    view! {
        <Form action=SubmitCase::PATH>
            <input type="hidden" name="id" value=view.place.id.to_string()/>
            <input type="hidden" name="seen" value=view.version.0.to_string()/>
            {key_field(view.key)}
            <Choices name="benar" label=words.true_title options/>
            <div class="note" data-who="done">
                <Icon name="clock"/>
                <div><b>{words.promised}</b><p><b>{view.promised.in_words(lang)}</b></p><p>{words.free_and_told}</p></div>
            </div>
            <Submit label=words.send icon=Some("send")/>
        </Form>
    }
    .into_any()
}
