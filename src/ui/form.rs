use leptos::context::Provider;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::wire::{self, Redraw, use_redraw};
use super::{use_visitor, use_words};
use crate::access::Refusal;
use crate::text::refusal_sentence;

/// What a form knows about itself: shared with its fields through the context.
#[derive(Clone, Copy)]
pub struct FormState {
    /// Path of the server function.
    pub action: &'static str,
    pub busy: RwSignal<bool>,
    pub refusal: RwSignal<Option<Refusal>>,
    /// What was typed before the page was drawn again without JavaScript.
    pub typed: StoredValue<Option<Redraw>>,
}

impl FormState {
    fn new(action: &'static str) -> Self {
        let redraw = use_redraw().filter(|redraw| redraw.action == action);
        Self {
            action,
            busy: RwSignal::new(false),
            refusal: RwSignal::new(redraw.as_ref().map(|redraw| redraw.refusal.clone())),
            typed: StoredValue::new(redraw),
        }
    }
}

/// The only place that submits: a plain form, and once the page is alive one `fetch` of the same
/// bytes. The page's own address travels along, so that a refusal without JavaScript finds it.
#[component]
pub fn Form(action: &'static str, children: Children) -> AnyView {
    let state = FormState::new(action);
    let here = here();
    view! {
        <form method="post" action=action aria-busy=move || state.busy.get().to_string() on:submit=move |event| wire::on_submit(&event, state)>
            <Provider value=state>
                <Summary/>
                <input type="hidden" name="_di" value=here/>
                {children()}
            </Provider>
        </form>
    }
    .into_any()
}

fn here() -> String {
    let location = use_location();
    let (path, search) = (location.pathname.get_untracked(), location.search.get_untracked());
    if search.is_empty() { path } else { [&path, "?", &search].concat() }
}

/// What is wrong, above the fields, focused when it appears.
#[component]
fn Summary() -> AnyView {
    let state = expect_context::<FormState>();
    let (lang, title) = (use_visitor().lang, use_words().failure.check_title);
    let shown = move || {
        state.refusal.get().map(|refusal| {
            view! {
                <div class="summary" id="ringkasan" role="alert" tabindex="-1">
                    <h2>{title}</h2>
                    <p>{refusal_sentence(lang, &refusal)}</p>
                </div>
            }
        })
    };
    view! { {shown} }.into_any()
}
