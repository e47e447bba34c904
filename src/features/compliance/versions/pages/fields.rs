//! Fields that are data.

use leptos::prelude::*;

use crate::features::compliance::versions::{FieldGroup, FieldKind, FieldView};
use crate::ui::{FormState, Icon, Select, TextArea, TextField, TextKind, Tick};

/// Fields under their heading; folded ones are open where something was wrong with one of them.
pub fn group_view(group: FieldGroup) -> AnyView {
    let FieldGroup { title, more, folded, fields } = group;
    if !folded {
        let title = (!title.is_empty()).then(|| view! { <h3>{title}</h3> });
        return view! { {title} {fields.into_iter().map(field_view).collect_view()} }.into_any();
    }
    let open = expect_context::<FormState>().marks(fields.iter().map(|field| field.name.clone()).collect());
    view! {
        <details open=open>
            <summary class="row"><span class="in"><b>{title}</b><small>{more}</small></span><Icon name="chevron-down"/></summary>
            <div class="flow">{fields.into_iter().map(field_view).collect_view()}</div>
        </details>
    }
    .into_any()
}

fn field_view(field: FieldView) -> AnyView {
    let FieldView { kind, name, label, hint, value, options } = field;
    let hint = (!hint.is_empty()).then_some(hint);
    match kind {
        FieldKind::Line => view! { <TextField name label hint value/> }.into_any(),
        FieldKind::Number => view! { <TextField name label hint value kind=TextKind::Digits/> }.into_any(),
        FieldKind::Lines => view! { <TextArea name label hint value/> }.into_any(),
        FieldKind::Choice => view! { <Select name label hint options value/> }.into_any(),
        FieldKind::Tick => {
            let ticked = value == "ya";
            view! { <Tick name label ticked=ticked/> }.into_any()
        }
    }
}
