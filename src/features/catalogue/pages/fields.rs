//! The form of a shop or a product, drawn from data: under whichever layout, sent to whichever act.

use leptos::prelude::*;

use crate::features::catalogue::{AskedAs, FieldView, ListingForm, PartView};
use crate::ui::{Choices, Form, FormState, Icon, Select, Submit, TextArea, TextField, TextKind, Tick, key_field};

/// Up to so many choices are rows that one can see; more open as a list.
const FEW: usize = 6;

pub fn listing_form(form: ListingForm, action: &'static str) -> AnyView {
    view! {
        <Form action=action>
            {hidden_view(form.hidden)}
            {key_field(form.key)}
            {form.parts.into_iter().map(part_view).collect_view()}
            <div class="btns">
                <Submit label=form.propose icon=Some("send") press=Some(("_ke", "ajukan"))/>
                <Submit label=form.keep class="btn btn-second" press=Some(("_ke", "simpan"))/>
            </div>
        </Form>
    }
    .into_any()
}

pub fn hidden_view(fields: Vec<(String, String)>) -> AnyView {
    fields.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view().into_any()
}

fn part_view(part: PartView) -> AnyView {
    let names = part.fields.iter().map(|field| field.name.clone()).collect();
    let fields = part.fields.into_iter().map(field_view).collect_view();
    if !part.folded {
        return view! { <section class="sheet flow"><h2>{part.title}</h2>{fields}</section> }.into_any();
    }
    let open = expect_context::<FormState>().marks(names);
    view! {
        <details class="sheet" open=open>
            <summary class="row"><span class="in"><b>{part.title}</b></span><Icon name="chevron-down"/></summary>
            <div class="flow">{fields}</div>
        </details>
    }
    .into_any()
}

fn field_view(field: FieldView) -> AnyView {
    let FieldView { name, kind, label, hint, options, value } = field;
    let text = match kind {
        AskedAs::Lines => return view! { <TextArea name label hint value/> }.into_any(),
        AskedAs::Tick => return view! { <Tick name label ticked=value == "ya"/> }.into_any(),
        AskedAs::Choice if options.len() > FEW => return view! { <Select name label hint options value/> }.into_any(),
        AskedAs::Choice => return view! { <Choices name label hint options value/> }.into_any(),
        AskedAs::Line => TextKind::Text,
        AskedAs::Digits => TextKind::Digits,
        AskedAs::Rupiah => TextKind::Rupiah,
        AskedAs::Phone => TextKind::Phone,
        AskedAs::Time => TextKind::Time,
    };
    view! { <TextField name label hint value kind=text/> }.into_any()
}
