use leptos::context::Provider;
use leptos::prelude::*;

use super::FormState;
use super::whole::with_summary;
use crate::forms::Problems;
use crate::ui::{drawn_for, use_visitor};

/// A form in a picture that the server draws to the end: the browser has no code for it and sends it by itself, as
/// one without JavaScript does. Its fields are the same.
#[component]
pub fn PlainForm(
    /// Path of the server function.
    action: &'static str,
    /// Address of the page that shows the picture, which a picture does not know.
    #[prop(into)]
    here: String,
    /// What tells it from the other forms of the page with the same action.
    #[prop(optional)]
    of: Vec<(&'static str, String)>,
    children: Children,
) -> AnyView {
    let state = FormState::new(action, &of, Problems::default(), use_visitor().lang);
    view! {
        <form class="flow" method="post" action=action novalidate>
            <Provider value=state>{with_summary(children)}</Provider>
            <input type="hidden" name="_di" value=here/>
            <input type="hidden" name="_oleh" value=drawn_for()/>
        </form>
    }
    .into_any()
}
