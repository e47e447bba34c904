use leptos::context::Provider;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::FormState;
use super::summary::Summary;
use crate::forms::Problems;
use crate::ui::wire::{self, use_redraw};
use crate::ui::{drawn_for, use_visitor};

/// The only place that submits: a plain form, and once the page is alive one `fetch` of the same
/// bytes. The page's own address travels along, so that a refusal without JavaScript finds it; and for whom
/// it was drawn, so that it is not sent as whoever signs in on the same phone in between.
#[component]
pub fn Form(
    /// Path of the server function: `<CancelCase as ServerFn>::PATH`.
    action: &'static str,
    /// What is wrong already, in a draft that is taken up again.
    #[prop(optional)]
    problems: Problems,
    /// What tells it from the other forms of the page with the same action: hidden fields (or the button)
    /// and their values. A refusal without JavaScript is drawn in the form that was sent, and in no other.
    #[prop(optional)]
    of: Vec<(&'static str, String)>,
    children: Children,
) -> AnyView {
    let state = FormState::new(action, &of, problems, use_visitor().lang);
    let here = here();
    let page = here.clone();
    view! {
        <form class="flow" method="post" action=action novalidate aria-busy=move || state.busy.get().to_string() on:submit=move |event| wire::on_submit(&event, action, page.clone(), state)>
            <Provider value=state>{with_summary(children)}</Provider>
            <input type="hidden" name="_di" value=here/>
            <input type="hidden" name="_oleh" value=drawn_for()/>
        </form>
    }
    .into_any()
}

/// Whether the page was drawn again because this form was refused. What folds it away stays open then, or
/// nobody would see why.
pub fn was_refused(action: &str) -> bool {
    use_redraw().is_some_and(|redraw| redraw.action == action)
}

/// The fields first, because they tell the form their labels; the summary stands above them.
pub(super) fn with_summary(children: Children) -> AnyView {
    let fields = children();
    view! { <Summary/> {fields} }.into_any()
}

/// The page's own address, as it is sent along.
fn here() -> String {
    let location = use_location();
    let (path, search) = (location.pathname.get_untracked(), location.search.get_untracked());
    if search.is_empty() { path } else { [&path, "?", &search].concat() }
}
