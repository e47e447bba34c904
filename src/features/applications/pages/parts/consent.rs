use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::domain::ApplicationId;
use crate::features::applications::{ConsentView, WithdrawConsent};
use crate::text::CaseWords;
use crate::ui::{Form, Icon, Submit, key_field};

/// Taking back that the office of destination may have the move: asked once, with what follows.
pub fn consent_view(id: ApplicationId, consent: ConsentView, words: &'static CaseWords) -> AnyView {
    view! {
        <details class="sheet">
            <summary class="row"><Icon name="x"/><span class="in"><b>{words.take_back}</b></span></summary>
            <Form action=WithdrawConsent::PATH>
                <input type="hidden" name="_id" value=id.to_string()/>
                {key_field(consent.key)}
                <p>{words.take_back_from} <b>{consent.office}</b> "."</p>
                <p>{words.take_back_why}</p>
                <Submit label=words.take_back_do class="btn btn-stop"/>
            </Form>
        </details>
    }
    .into_any()
}
