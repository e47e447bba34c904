use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::{CertificateFigure, FormFigure, OneFigure, PressFigure};
use crate::domain::ParticipantId;
use crate::features::training::own::{AnswerHere, LeaveHere, TellHere};
use crate::features::training::public::form_view;
use crate::forms::Choice;
use crate::ui::{Choices, Icon, MarkView, NamedIcon, Submit, TextArea, Way, mark_view};

pub fn one(figure: OneFigure) -> AnyView {
    let (page, id, mark) = (figure.page, figure.id, figure.mark);
    let fact = |(name, says): (String, String)| view! { <div><dt>{name}</dt><dd>{says}</dd></div> }.into_any();
    let link = |Way { to, words }: Way| view! { <a class="btn btn-second" href=to>{words}</a> }.into_any();
    let file = |Way { to, words }: Way| view! { <a class="btn btn-second" href=to rel="external">{words}</a> }.into_any();
    let any = !figure.links.is_empty() || !figure.files.is_empty();
    let (links, files) = (figure.links.into_iter().map(link).collect_view(), figure.files.into_iter().map(file).collect_view());
    let links = any.then(|| view! { <div class="btns">{links}{files}</div> });
    let later = figure.certificate_later.filter(|_| figure.certificate.is_none());
    let Way { to, words } = figure.more;
    view! {
        <p class="say" data-who=mark.who><NamedIcon name=mark.icon/>{mark.words}</p>
        {links}
        {figure.certificate.map(|certificate| certificate_view(figure.certificate_title, certificate))}
        {figure.forms.into_iter().map(|form| task_view(form, &page, id)).collect_view()}
        <section class="flow">
            <h2>{figure.sessions_title}</h2>
            <ul class="rows">{figure.sessions.into_iter().map(session_view).collect_view()}</ul>
            {later.map(|later| view! { <p class="soft">{later}</p> })}
        </section>
        <section class="sheet flow">
            <h2>{figure.facts_title}</h2>
            <dl class="kv">{figure.facts.into_iter().map(fact).collect_view()}</dl>
        </section>
        {figure.withdraw.map(|press| withdraw_view(press, &page, id))}
        <p class="links"><a class="link" href=to>{words}</a></p>
    }
    .into_any()
}

fn session_view((says, mark): (String, Option<MarkView>)) -> AnyView {
    view! { <li class="row"><span class="in"><b>{says}</b>{mark.map(mark_view)}</span></li> }.into_any()
}

fn certificate_view(title: String, certificate: CertificateFigure) -> AnyView {
    let paper = match certificate.download {
        Some(Way { to, words }) => view! { <a class="btn" href=to rel="external">{words}</a> }.into_any(),
        None => view! { <p class="soft">{certificate.soon}</p> }.into_any(),
    };
    let revoked = certificate
        .revoked
        .map(|revoked| view! { <div class="note" data-who="stop"><Icon name="alert-triangle"/><div><b>{revoked}</b></div></div> });
    let Way { to, words } = certificate.check;
    view! {
        <section class="sheet flow">
            <h2>{title}</h2>
            <p class="num">{certificate.number}</p>
            {revoked}
            {paper}
            <p><a class="link" href=to>{words}</a></p>
            <p class="soft">{certificate.hint}</p>
            <p class="num">{certificate.address}</p>
        </section>
    }
    .into_any()
}

fn task_view(form: FormFigure, page: &str, id: ParticipantId) -> AnyView {
    let of = ("_id", id.to_string());
    let (heading, form) = match form {
        FormFigure::Test { heading, questions, button, key } => {
            let fields = move || {
                let questions = (1..).zip(questions).map(|(number, question): (usize, _)| question_view(number, question)).collect_view();
                view! { {questions} <Submit label=button/> }.into_any()
            };
            (heading, form_view(AnswerHere::PATH, page, of, key, fields))
        }
        FormFigure::Feedback { heading, stars, labels: [rating, remark_label, hint], chosen, remark, button, key } => {
            let options = (1..=5_u8).rev().zip(stars).map(|(star, words)| choice(star.to_string(), words)).collect::<Vec<_>>();
            let fields = move || {
                view! {
                    <Choices name="nilai" label=rating options value=chosen/>
                    <TextArea name="pesan" label=remark_label hint=hint.to_owned() value=remark/>
                    <Submit label=button/>
                }
                .into_any()
            };
            (heading, form_view(TellHere::PATH, page, of, key, fields))
        }
    };
    view! { <section class="sheet flow"><h2>{heading}</h2>{form}</section> }.into_any()
}

fn question_view(number: usize, (text, choices): (String, Vec<String>)) -> AnyView {
    let options = choices.into_iter().enumerate().map(|(at, words)| choice(at.to_string(), &words)).collect::<Vec<_>>();
    let label = [&number.to_string(), ". ", &text].concat();
    view! { <Choices name=["soal_", &number.to_string()].concat() label options/> }.into_any()
}

fn choice(code: String, label: &str) -> Choice {
    Choice { code, label: label.to_owned(), of: None }
}

fn withdraw_view(press: PressFigure, page: &str, id: ParticipantId) -> AnyView {
    let PressFigure { hint, button, key } = press;
    let fields = move || view! { <Submit label=button class="btn btn-second"/> }.into_any();
    let form = form_view(LeaveHere::PATH, page, ("_id", id.to_string()), key, fields);
    view! { <section class="sheet flow"><p>{hint}</p>{form}</section> }.into_any()
}
