use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::discard_view;
use crate::features::applications::{BeginView, DraftLink, ReadBegin, Start};
use crate::text::{FillWords, Lang};
use crate::ui::{Ask, Form, Icon, PageHead, Read, ResidentLayout, Select, Submit, key_field, load, read, use_visitor, use_words};

const BEGIN: Read<BeginView> = read::<ReadBegin, _>();

/// `/permohonan/baru/{kode}`: at which office, before the first question; or on with a draft.
#[component]
pub fn BeginPage() -> AnyView {
    let (words, lang) = (use_words().fill(), use_visitor().lang);
    load(BEGIN, Ask::nothing().param("kode"), move |view| begin_view(view, words, lang))
}

fn begin_view(view: BeginView, words: &'static FillWords, lang: Lang) -> AnyView {
    let back = ["/layanan/", &view.code].concat();
    let (title, body) = match view.draft.clone() {
        Some(draft) => (words.draft_title, draft_view(draft, words, lang)),
        None => (words.begin_title, office_view(view.clone(), words)),
    };
    view! {
        <ResidentLayout>
            <div class="page flow" data-read="">
                <a class="back" href=back><Icon name="chevron-left"/>{view.service}</a>
                <PageHead title/>
                {body}
            </div>
        </ResidentLayout>
    }
    .into_any()
}

fn office_view(view: BeginView, words: &'static FillWords) -> AnyView {
    if !view.open {
        return view! { <p>{use_words().services().closed}</p> }.into_any();
    }
    let hint = Some(words.office_hint.to_owned());
    view! {
        <Form action=Start::PATH>
            <input type="hidden" name="layanan" value=view.code/>
            {key_field(view.key)}
            <Select name="kantor" label=words.office hint options=view.offices value=view.office/>
            <p class="soft">{words.consent}</p>
            <Submit label=words.begin icon=Some("arrow-right")/>
        </Form>
    }
    .into_any()
}

fn draft_view(draft: DraftLink, words: &'static FillWords, lang: Lang) -> AnyView {
    let saved = [words.draft_saved, &draft.saved.in_words(lang)].concat();
    view! {
        <p class="lede">{draft.office}</p>
        <p><span class="say" data-who="done"><Icon name="check"/>{saved}</span></p>
        <p><a class="btn" href=draft.path>{words.resume}<Icon name="arrow-right"/></a></p>
        {discard_view(draft.id, words)}
    }
    .into_any()
}
