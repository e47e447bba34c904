use leptos::prelude::*;

use super::FormState;
use super::field::{around, bad, described_by};
use crate::forms::Choice;
use crate::ui::{Icon, use_words};

/// One of a few: each choice a full row.
#[component]
pub fn Choices(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    options: Vec<Choice>,
    /// The code chosen at first.
    #[prop(optional, into)]
    value: String,
    /// An icon after each label, in the order of the choices.
    #[prop(optional)]
    icons: Vec<&'static str>,
    /// A sentence under each label, in the same order.
    #[prop(optional)]
    more: Vec<String>,
) -> AnyView {
    let state = expect_context::<FormState>();
    state.know(&name, &label);
    let chosen = state.begin_as(&name, value, |code| label_of(&options, code));
    let described = described_by(&name, hint.is_some());
    let rows = options.into_iter().enumerate().map(|(at, option)| {
        // The first row carries the field's id: the summary leads there.
        let id = if at == 0 { name.clone() } else { [&name, "-", &option.code].concat() };
        let checked = option.code == chosen;
        let icon = icons.get(at).map(|icon| view! { <Icon name=*icon/> });
        let label = match more.get(at) {
            Some(more) => view! { <span><b>{option.label}</b><small>{more.clone()}</small></span> }.into_any(),
            None => view! { <b>{option.label}</b> }.into_any(),
        };
        view! {
            <label class="opt">
                <input type="radio" id=id name=name.clone() value=option.code checked=checked/>
                <span>{label}{icon}</span>
            </label>
        }
    });
    let rows = rows.collect_view();
    view! {
        <fieldset class="field" data-bad=bad(state, &name) aria-describedby=described>
            <legend>{label}</legend>
            {around(state, &name, hint)}
            <div class="opts">{rows}</div>
        </fieldset>
    }
    .into_any()
}

/// One of many: a list that opens.
#[component]
pub fn Select(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    options: Vec<Choice>,
    #[prop(optional, into)] value: String,
) -> AnyView {
    let state = expect_context::<FormState>();
    state.know(&name, &label);
    let chosen = state.begin_as(&name, value, |code| label_of(&options, code));
    let wrong = bad(state, &name);
    let described = described_by(&name, hint.is_some());
    view! {
        <div class="field" data-bad=wrong>
            <label for=name.clone()>{label}</label>
            {around(state, &name, hint)}
            <span class="pick">
                <select class="box" id=name.clone() name=name.clone() aria-describedby=described aria-invalid=wrong>
                    <option value="">{use_words().form().choose}</option>
                    {options.into_iter().map(|option| option_view(option, &chosen)).collect_view()}
                </select>
            </span>
        </div>
    }
    .into_any()
}

fn label_of(options: &[Choice], code: &str) -> String {
    options.iter().find(|option| option.code == code).map(|option| option.label.clone()).unwrap_or_default()
}

pub(super) fn option_view(option: Choice, chosen: &str) -> AnyView {
    let selected = option.code == chosen;
    view! { <option value=option.code selected=selected>{option.label}</option> }.into_any()
}
