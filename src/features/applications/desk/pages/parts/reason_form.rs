use leptos::prelude::*;

use crate::forms::Choice;
use crate::ui::{Form, Icon, Select, Submit, TextArea, was_refused};

/// A "no" with its reason in words, behind a line that opens: it asks once, with the consequence.
pub fn reason_form(
    title: &'static str,
    consequence: &'static str,
    action: &'static str,
    of: Vec<(&'static str, String)>,
    button: &'static str,
    reasons: Vec<Choice>,
    fields: Box<dyn FnOnce() -> AnyView + Send>,
) -> AnyView {
    view! {
        <details class="sheet" open=was_refused(action)>
            <summary class="row"><span class="in"><b>{title}</b></span><Icon name="chevron-down"/></summary>
            <Form action=action of=of>
                <p>{consequence}</p>
                <Select name="alasan" label="Alasan" options=reasons/>
                <TextArea name="catatan" label="Penjelasan dalam kalimat" hint=Some("Dibaca pemohon. Katakan apa yang harus dilakukan.".to_owned())/>
                {fields()}
                <Submit label=button class="btn btn-stop"/>
            </Form>
        </details>
    }
    .into_any()
}
