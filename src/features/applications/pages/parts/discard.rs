use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::domain::ApplicationId;
use crate::features::applications::Discard;
use crate::text::FillWords;
use crate::ui::{Form, Icon, Submit};

/// Throwing a draft away, asked once with what is lost.
pub fn discard_view(id: ApplicationId, words: &'static FillWords) -> AnyView {
    view! {
        <details class="sheet">
            <summary class="row"><Icon name="trash"/><span class="in"><b>{words.discard}</b></span></summary>
            <Form action=Discard::PATH>
                <input type="hidden" name="id" value=id.to_string()/>
                <p><b>{words.discard_title}</b></p>
                <p>{words.discard_why}</p>
                <Submit label=words.discard class="btn btn-stop"/>
            </Form>
        </details>
    }
    .into_any()
}
