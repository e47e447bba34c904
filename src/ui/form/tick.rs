use leptos::prelude::*;

use super::FormState;
use super::field::{around, bad, described_by};

/// One thing to tick; it is sent as `ya`.
#[component]
pub fn Tick(#[prop(into)] name: String, #[prop(into)] label: String, #[prop(optional)] ticked: bool) -> AnyView {
    let state = expect_context::<FormState>();
    state.know(&name, &label);
    let wrong = bad(state, &name);
    let ticked = state.begin(&name, if ticked { "ya" } else { "" }.to_owned()) == "ya";
    view! {
        <div class="field" data-bad=wrong>
            {around(state, &name, None)}
            <label class="opt">
                <input
                    type="checkbox"
                    id=name.clone()
                    name=name.clone()
                    value="ya"
                    checked=ticked
                    aria-describedby=described_by(&name, false)
                    aria-invalid=wrong
                />
                <span><b>{label}</b></span>
            </label>
        </div>
    }
    .into_any()
}
