use leptos::prelude::*;

use super::side;

/// What the keys of this page do, and the switch that turns them off. Desk only, where a keyboard is.
#[component]
pub fn KeyHints(
    /// Key and what it does: `("a", "ambil")`.
    keys: Vec<(&'static str, &'static str)>,
) -> AnyView {
    let on = RwSignal::new(true);
    Effect::new(move |_| {
        on.set(side::are_on());
        side::listen();
    });
    let turn = move |_| {
        let next = !on.get_untracked();
        side::switch(next);
        on.set(next);
    };
    let hints = keys.into_iter().map(|(key, does)| view! { <span><kbd>{key}</kbd> {does}</span> }).collect_view();
    view! {
        <div class="keys" id="tombol" tabindex="-1" data-key="?">
            {hints}
            <span><kbd>"?"</kbd> "daftar ini"</span>
            <button class="switch" type="button" aria-pressed=move || on.get().to_string() on:click=turn>
                {move || if on.get() { "Tombol hidup" } else { "Tombol mati" }}
            </button>
        </div>
    }
    .into_any()
}
