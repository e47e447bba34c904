use leptos::prelude::*;

use crate::text::AccountWords;
use crate::ui::Icon;

/// Where the form leads afterwards.
pub fn next_field(next: String) -> AnyView {
    view! { <input type="hidden" name="lanjut" value=next/> }.into_any()
}

/// A page on the way in, which leads on to the same place.
pub fn onward_link(page: &str, next: &str) -> String {
    let mut query = String::new();
    if next.is_empty() {
        return page.to_owned();
    }
    crate::ui::encode_pair(&mut query, "lanjut", next);
    [page, "?", &query].concat()
}

/// Why the last session of this browser is over.
pub fn ended_view(why: &str, words: &'static AccountWords) -> AnyView {
    let sentence = match why {
        "too_many" => words.ended_too_many,
        "by_owner" => words.ended_by_owner,
        "expired" => words.ended_expired,
        _ => words.ended_changed,
    };
    view! {
        <div class="note" data-who="you" role="status">
            <Icon name="info-circle"/>
            <div><b>{words.ended}</b><p>{sentence}</p></div>
        </div>
    }
    .into_any()
}
