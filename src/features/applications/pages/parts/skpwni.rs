use leptos::prelude::*;

use crate::domain::ApplicationId;
use crate::features::applications::SkpwniView;
use crate::text::{CaseWords, Lang};
use crate::ui::Icon;

/// What Dukcapil has issued for a move out of the regency, to fetch.
pub fn skpwni_view(id: ApplicationId, skpwni: SkpwniView, words: &'static CaseWords, lang: Lang) -> AnyView {
    let href = ["/permohonan/", &id.to_string(), "/skpwni"].concat();
    let says = [words.skpwni_number, &skpwni.number, ", ", &skpwni.dated.in_words(lang), "."].concat();
    view! {
        <div class="note" data-who="done">
            <Icon name="circle-check"/>
            <div><b>{words.skpwni_title}</b><p>{says}</p></div>
        </div>
        <a class="btn" href=href rel="external" download=""><Icon name="download"/>{words.download_skpwni}</a>
    }
    .into_any()
}
