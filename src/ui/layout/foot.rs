use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::access::Audience;
use crate::text::Lang;
use crate::ui::{use_visitor, use_words};

/// The foot of public pages: data-saver, language, who runs it.
#[component]
pub fn Foot() -> AnyView {
    let (words, visitor) = (use_words().layout(), use_visitor());
    let path = use_location().pathname;
    let (saver_state, saver_turn) = if visitor.saver { (words.on, "?hemat=0") } else { (words.off, "?hemat=1") };
    let language_turn = match visitor.lang {
        Lang::Id => "?bahasa=en",
        Lang::En => "?bahasa=id",
    };
    // A page that speaks Indonesian only offers no other language.
    let speaks_both = !Audience::speaks_indonesian_only(&path.get_untracked());
    view! {
        <footer class="foot">
            <p class="links">
                <a class="link" href=move || [&path.get(), saver_turn].concat() rel="external">{words.saver} ": " {saver_state}</a>
                {speaks_both.then(|| {
                    view! { <a class="link" href=move || [&path.get(), language_turn].concat() rel="external">{words.other_language}</a> }
                })}
            </p>
            <p class="soft">{words.owner}</p>
        </footer>
    }
    .into_any()
}
