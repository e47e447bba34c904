use leptos::prelude::*;

use super::send::{self, Sending, Stage};
use super::{PhotoQuestion, PhotoView};
use crate::text::{Lang, PhotoWords, refusal_about};
use crate::ui::{Form, Icon, Submit, key_field, use_redraw, use_visitor, use_words};

/// One question for photos: what is there, where it is right now, and how to bring one. Without a
/// script it is a plain form that sends the photo as it is; once the page is alive the photo is made
/// small on the phone and sent by itself.
#[component]
pub fn PhotoRow(
    question: PhotoQuestion,
    /// Path of the server function that takes a photo away.
    remove: &'static str,
) -> AnyView {
    let (words, lang) = (use_words().photos(), use_visitor().lang);
    let sending = Sending {
        photos: RwSignal::new(question.photos.clone()),
        stage: RwSignal::new(refused_before(&question, lang)),
        preview: RwSignal::new(None),
        returned: RwSignal::new(question.returned.clone()),
    };
    let alive = RwSignal::new(false);
    Effect::new(move |_| alive.set(true));
    let empty = move || (sending.photos.with(Vec::is_empty) && sending.stage.with(Stage::is_rest)).then_some("empty");
    let outline = question.outline();
    let picture = move || {
        let stored = || sending.photos.with(|photos| photos.last().map(|photo| ["/m/", &photo.thumbnail.to_string()].concat()));
        sending.preview.get().or_else(stored).unwrap_or_else(|| outline.to_owned())
    };
    let (id, label, hint) = (question.field.clone(), question.label.clone(), question.hint.clone());
    let (optional, most) = (question.optional, question.most);
    let question = StoredValue::new(question);
    let bring = move || {
        let full = sending.photos.with(Vec::len) >= most as usize && most > 1 && sending.returned.with(Option::is_none);
        match (full, alive.get()) {
            (true, _) => ().into_any(),
            (false, true) => question.with_value(|question| pickers_view(question, sending, words, lang)),
            (false, false) => question.with_value(|question| plain_view(question, words)),
        }
    };
    let removable = optional || most > 1;
    let removals = move || {
        let shown = removable && sending.returned.with(Option::is_none);
        let case = question.with_value(|question| question.case.to_string());
        let photos = if shown { sending.photos.get() } else { Vec::new() };
        photos.into_iter().enumerate().map(|(at, photo)| remove_view(remove, case.clone(), at, photo, words)).collect_view()
    };
    view! {
        <li class="up" id=id data-s=empty>
            <img class="up-pic" src=picture alt="" width="76" height="76"/>
            <div class="up-in">
                <b>{label}</b>
                {hint.map(|hint| view! { <p class="soft">{hint}</p> })}
                <div role="status">{move || stage_view(sending, optional, words)}</div>
            </div>
            {bring}
            {removals}
        </li>
    }
    .into_any()
}

/// A photo that was refused without a script: the page is drawn again, and its row says why.
fn refused_before(question: &PhotoQuestion, lang: Lang) -> Stage {
    let redraw = use_redraw().filter(|redraw| redraw.action == question.door());
    redraw.map_or(Stage::Rest, |redraw| Stage::Refused(refusal_about(lang, &redraw.refusal, &question.label)))
}

fn stage_view(sending: Sending, optional: bool, words: &'static PhotoWords) -> AnyView {
    let said = |who: &'static str, icon: &'static str, sentence: &'static str| {
        view! { <span class="say" data-who=who><Icon name=icon/>{sentence}</span> }.into_any()
    };
    match sending.stage.get() {
        Stage::Preparing | Stage::OnPhone => said("grey", "device-mobile", words.on_phone),
        Stage::Sending { sent_kb, total_kb } => {
            let progress = [words.sending, &sent_kb.to_string(), words.of, &total_kb.to_string(), " KB"].concat();
            view! { <span class="soft">{progress}</span><progress max=total_kb.to_string() value=sent_kb.to_string()></progress> }
                .into_any()
        }
        Stage::Refused(sentence) => view! { <p class="problem"><Icon name="alert-circle"/>{sentence}</p> }.into_any(),
        Stage::Rest => match sending.returned.get() {
            Some(why) => {
                let why = ["“", &why, "”"].concat();
                view! { {said("you", "flag", words.again)} <p class="soft">{why}</p> }.into_any()
            }
            None if !sending.photos.with(Vec::is_empty) => said("done", "circle-check", words.received),
            None => view! { <span class="soft">{if optional { words.optional } else { words.required }}</span> }.into_any(),
        },
    }
}

/// Camera or gallery; what is chosen goes off at once.
fn pickers_view(question: &PhotoQuestion, sending: Sending, words: &'static PhotoWords, lang: Lang) -> AnyView {
    let door = StoredValue::new((question.door(), question.label.clone(), question.most));
    let chosen = move |event: leptos::ev::Event| {
        let (door, label, most) = door.get_value();
        send::chosen(&event, sending, send::Door { door, label, most, lang });
    };
    let camera = [words.take, ": ", &question.label].concat();
    let gallery = [words.gallery, ": ", &question.label].concat();
    view! {
        <div class="btns" data-side="">
            <label class="pickfile">
                <input type="file" accept="image/*" capture="environment" aria-label=camera on:change=chosen/>
                <span class="btn"><Icon name="camera"/>{words.take}</span>
            </label>
            <label class="pickfile">
                <input type="file" accept="image/*" aria-label=gallery on:change=chosen/>
                <span class="btn btn-second"><Icon name="photo"/>{words.gallery}</span>
            </label>
        </div>
    }
    .into_any()
}

/// The same without a script. The input stays visible: it is the only one that says what was chosen.
fn plain_view(question: &PhotoQuestion, words: &'static PhotoWords) -> AnyView {
    let input = [&question.field, "-foto"].concat();
    let choose = [words.choose, ": ", &question.label].concat();
    view! {
        <form class="flow" method="post" action=question.door() enctype="multipart/form-data">
            {key_field(question.key)}
            <label for=input.clone()>{choose}</label>
            <input class="box" id=input type="file" name=question.field.clone() accept="image/jpeg,image/png,image/webp"/>
            <button class="btn btn-second"><Icon name="upload"/>{words.send}</button>
        </form>
    }
    .into_any()
}

fn remove_view(action: &'static str, case: String, at: usize, photo: PhotoView, words: &'static PhotoWords) -> AnyView {
    let label = [words.remove, " ", &(at + 1).to_string()].concat();
    let of = vec![("foto", photo.photo.to_string())];
    view! {
        <Form action=action of=of>
            <input type="hidden" name="id" value=case/>
            <input type="hidden" name="foto" value=photo.photo.to_string()/>
            <Submit label=label icon=Some("trash") class="btn btn-second btn-row"/>
        </Form>
    }
    .into_any()
}
