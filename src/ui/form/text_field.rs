use leptos::prelude::*;

use super::FormState;
use super::field::{around, bad, described_by};

/// What a one-line field takes, and with it the phone's keyboard and the look of the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    Text,
    /// A few digits: a code, RT, a number.
    Digits,
    /// NIK and KK: 16 digits, written wide.
    Card,
    Rupiah,
    Phone,
    Password,
    Time,
}

impl TextKind {
    const fn input_type(self) -> &'static str {
        match self {
            Self::Phone => "tel",
            Self::Password => "password",
            _ => "text",
        }
    }

    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Digits | Self::Card | Self::Rupiah => Some("numeric"),
            Self::Time => Some("decimal"),
            _ => None,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Card => "box box-nik",
            Self::Digits | Self::Time => "box box-m",
            _ => "box",
        }
    }
}

/// A one-line field: label, hint, problem, control.
#[component]
pub fn TextField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    /// What it holds at first. A password holds nothing.
    #[prop(optional, into)]
    value: String,
    #[prop(default = TextKind::Text)] kind: TextKind,
    /// The token of HTML's `autocomplete`.
    #[prop(default = "off".into(), into)]
    fill: String,
) -> AnyView {
    let state = expect_context::<FormState>();
    state.know(&name, &label);
    let wrong = bad(state, &name);
    let box_ = view! {
        <input
            class=kind.class()
            id=name.clone()
            name=name.clone()
            type=kind.input_type()
            inputmode=kind.input_mode()
            autocomplete=fill
            value=state.begin(&name, value)
            aria-describedby=described_by(&name, hint.is_some())
            aria-invalid=wrong
        />
    };
    let control = match kind {
        TextKind::Rupiah => view! { <div class="prefix"><span>"Rp"</span>{box_}</div> }.into_any(),
        _ => box_.into_any(),
    };
    view! {
        <div class="field" data-bad=wrong>
            <label for=name.clone()>{label}</label>
            {around(state, &name, hint)}
            {control}
        </div>
    }
    .into_any()
}
