use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::{EnrolFigure, OneFigure, form_view};
use crate::features::training::own::EnrolHere;
use crate::ui::{Icon, NamedIcon, Submit, TextField, Way, data_view};

pub fn one(figure: OneFigure) -> AnyView {
    let room = figure.room;
    let summary = (!figure.summary.is_empty()).then(|| view! { <p>{figure.summary}</p> }.into_any());
    let fact = |(name, says): (String, String)| view! { <div><dt>{name}</dt><dd>{says}</dd></div> }.into_any();
    let session = |says: String| view! { <li><Icon name="clock"/><div><b>{says}</b></div></li> }.into_any();
    let Way { to, words } = figure.more;
    view! {
        <p class="say" data-who=room.who><NamedIcon name=room.icon/>{room.words}</p>
        {summary}
        {figure.enrol.map(enrol_view)}
        <section class="flow">
            <h2>{figure.when}</h2>
            <div class="sheet"><ul class="items">{figure.sessions.into_iter().map(session).collect_view()}</ul></div>
        </section>
        <section class="sheet flow">
            <h2>{figure.about}</h2>
            <dl class="kv">{figure.facts.into_iter().map(fact).collect_view()}</dl>
        </section>
        <p class="links"><a class="link" href=to>{words}</a></p>
        {data_view(figure.data)}
    }
    .into_any()
}

fn enrol_view(enrol: EnrolFigure) -> AnyView {
    let line = |said: String| view! { <p>{said}</p> }.into_any();
    match enrol {
        EnrolFigure::SignIn { heading, sentences, way: Way { to, words } } => view! {
            <section class="sheet flow">
                <h2>{heading}</h2>
                {sentences.into_iter().map(line).collect_view()}
                <a class="btn" href=to>{words}</a>
            </section>
        }
        .into_any(),
        EnrolFigure::Form { heading, sentences, training, name, labels: [label, hint], key, page } => {
            let button = heading.clone();
            let fields = move || {
                view! {
                    <TextField name="nama" label=label hint=hint.to_owned() value=name fill="name"/>
                    <Submit label=button/>
                }
                .into_any()
            };
            let form = form_view(EnrolHere::PATH, &page, ("_pelatihan", training.to_string()), key, fields);
            view! {
                <section class="sheet flow">
                    <h2>{heading}</h2>
                    {sentences.into_iter().map(line).collect_view()}
                    {form}
                </section>
            }
            .into_any()
        }
    }
}
