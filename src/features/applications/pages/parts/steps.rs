use leptos::prelude::*;

use crate::features::applications::Place;
use crate::text::FillWords;
use crate::ui::Icon;

/// Where in the form a page stands, and that what was typed before is kept.
pub fn steps_view(place: &Place, words: &'static FillWords) -> AnyView {
    let at = [words.step, &place.at.to_string(), words.of, &place.of.to_string()].concat();
    let saved = [words.saved, &place.saved.time.in_digits()].concat();
    let here = place.at;
    let boxes = (1..=place.of).map(|step| {
        let state = match step.cmp(&here) {
            std::cmp::Ordering::Less => Some("done"),
            std::cmp::Ordering::Equal => Some("now"),
            std::cmp::Ordering::Greater => None,
        };
        view! { <i data-s=state></i> }
    });
    view! {
        <div class="steps">
            <p><b>{at}</b><span class="say" data-who="done"><Icon name="check"/>{saved}</span></p>
            <div class="steps-bar" aria-hidden="true">{boxes.collect_view()}</div>
        </div>
    }
    .into_any()
}
