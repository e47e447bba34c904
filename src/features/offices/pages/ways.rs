use leptos::prelude::*;

use crate::text::PortalWords;
use crate::ui::Icon;

/// What people come for, whatever the office; `place`: what the addresses of its market, its library and its trainings begin with.
pub fn ways_view(words: &'static PortalWords, place: &str) -> AnyView {
    let way = |href: String, icon: &'static str, name: &'static str, hint: &'static str| {
        view! {
            <li>
                <a class="row" href=href>
                    <span class="ico"><Icon name=icon/></span>
                    <span class="in"><b>{name}</b><small>{hint}</small></span>
                    <Icon name="chevron-right"/>
                </a>
            </li>
        }
        .into_any()
    };
    view! {
        <ul class="rows">
            {way("/layanan".to_owned(), "services", words.apply, words.apply_hint)}
            {way("/lacak".to_owned(), "clock", words.track, words.track_hint)}
            {way("/v".to_owned(), "circle-check", words.verify, words.verify_hint)}
            {way([place, "/produk"].concat(), "bag", words.market, words.market_hint)}
            {way([place, "/pustaka"].concat(), "books", words.library, words.library_hint)}
            {way([place, "/pelatihan"].concat(), "school", words.training, words.training_hint)}
        </ul>
    }
    .into_any()
}
