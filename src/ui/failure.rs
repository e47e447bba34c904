use leptos::prelude::*;

use super::wire::set_status;
use super::{PageHead, PublicLayout, use_visitor};
use crate::access::Refusal;
use crate::text::{Lang, refusal_sentence};

/// A page that could not be shown, and what to do now. A foreign record and a missing one look the same.
pub fn failure_view(lang: Lang, refusal: &Refusal) -> AnyView {
    let words = lang.words().failure();
    let (title, sentence, scene) = match refusal {
        Refusal::NotFound => (words.not_found_title, words.not_found.to_owned(), "/gambar/kosong/tidak-ditemukan.svg"),
        other => (words.broken_title, refusal_sentence(lang, other), "/gambar/kosong/server-sibuk.svg"),
    };
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <div class="empty">
                    <img src=scene alt="" width="160" height="120"/>
                    <PageHead title=title.to_owned()/>
                    <p>{sentence}</p>
                    <a class="btn" href="/">{words.home}</a>
                </div>
            </div>
        </PublicLayout>
    }
    .into_any()
}

/// What an address that is no page of ours shows.
#[component]
pub fn NotFoundPage() -> AnyView {
    set_status(&Refusal::NotFound);
    failure_view(use_visitor().lang, &Refusal::NotFound)
}
