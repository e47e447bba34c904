use leptos::context::Provider;
use leptos::prelude::*;

use super::FormState;
use super::field::{around, bad, described_by};
use super::whole::with_summary;
use crate::forms::Problems;
use crate::ui::use_visitor;

/// A form that brings a file: the browser itself sends it, whether or not the page is alive, and a
/// refusal is the page drawn again. What was typed is there then; a file has to be chosen again, which
/// no page can do for its visitor.
#[component]
pub fn FileForm(action: String, children: Children) -> AnyView {
    let state = FormState::new(&action, &[], Problems::default(), use_visitor().lang);
    view! {
        <form class="flow" method="post" action=action enctype="multipart/form-data" novalidate>
            <Provider value=state>{with_summary(children)}</Provider>
        </form>
    }
    .into_any()
}

/// Label, hint, problem, and the browser's own chooser.
#[component]
pub fn FileField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(into)] hint: String,
    /// What may be chosen: media types, as HTML's `accept`.
    accept: &'static str,
    /// A photo for everybody: made small when it is chosen, by `public/perkecil.js`.
    #[prop(optional)]
    photo: bool,
) -> AnyView {
    let state = expect_context::<FormState>();
    state.know(name, &label);
    let wrong = bad(state, name);
    view! {
        <div class="field" data-bad=wrong>
            <label for=name>{label}</label>
            {around(state, name, Some(hint))}
            <input
                class="box" id=name type="file" name=name accept=accept aria-describedby=described_by(name, true) aria-invalid=wrong
                data-perkecil=photo.then_some("")
            />
        </div>
    }
    .into_any()
}
