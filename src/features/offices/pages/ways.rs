use leptos::prelude::*;

use crate::text::PortalWords;
use crate::ui::Icon;

/// What people come for, whatever the office.
pub fn ways_view(words: &'static PortalWords) -> AnyView {
    let way = |href: &'static str, icon: &'static str, name: &'static str, hint: &'static str| {
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
            {way("/layanan", "services", words.apply, words.apply_hint)}
            {way("/lacak", "clock", words.track, words.track_hint)}
            {way("/v", "circle-check", words.verify, words.verify_hint)}
        </ul>
    }
    .into_any()
}
