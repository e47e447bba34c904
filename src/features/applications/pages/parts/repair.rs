use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::domain::ApplicationId;
use crate::features::applications::{RemoveAttachment, Repair, RepairView, ReturnView};
use crate::features::documents::PhotoRow;
use crate::text::CaseWords;
use crate::ui::{Form, SchemaFields, Submit};

/// Only what was returned, each with the officer's sentence; everything else stays as it is.
pub fn repair_view(id: ApplicationId, repair: RepairView, words: &'static CaseWords) -> AnyView {
    let remove = RemoveAttachment::PATH;
    let photos = repair.photos.into_iter().map(|question| view! { <PhotoRow question remove/> }).collect_view();
    let answers = repair.answers.into_iter().map(said_view).collect_view();
    view! {
        <ul class="ups">{photos}</ul>
        {answers}
        <Form action=Repair::PATH>
            <input type="hidden" name="_id" value=id.to_string()/>
            <SchemaFields form=repair.form/>
            <Submit label=words.send_repair icon=Some("send")/>
        </Form>
        <p class="soft">{words.rest_is_right}</p>
    }
    .into_any()
}

fn said_view(answer: ReturnView) -> AnyView {
    let words = ["“", &answer.words, "”"].concat();
    view! { <div class="quote"><div><b>{answer.label}</b><p>{words}</p></div></div> }.into_any()
}
