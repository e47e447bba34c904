use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::steps_view;
use crate::features::applications::{RemoveAttachment, SaveStep, StepPageView};
use crate::features::documents::{PhotoQuestion, PhotoRow};
use crate::forms::FieldKind;
use crate::text::FillWords;
use crate::ui::{Form, PageHead, ResidentLayout, SchemaFields, Submit};

/// At most five questions, or the photos. Both buttons keep what is typed; only "Lanjut" judges it.
pub fn step_view(view: StepPageView, words: &'static FillWords) -> AnyView {
    let next = match &view.next {
        Some(title) => [words.next, title].concat(),
        None => words.next_to_check.to_owned(),
    };
    let problems = view.form.problems.clone();
    let has_rows = view.form.schema.steps.iter().flat_map(|step| &step.fields).any(|field| field.kind == FieldKind::Rows);
    view! {
        <ResidentLayout>
            {steps_view(&view.place, words)}
            <div class="page flow" data-read="">
                <PageHead title=view.title/>
                {view.intro.map(|intro| view! { <p class="lede">{intro}</p> })}
                {photos_view(view.photos, words)}
                <Form action=SaveStep::PATH problems>
                    <input type="hidden" name="_id" value=view.place.id.to_string()/>
                    <input type="hidden" name="_langkah" value=view.name/>
                    <SchemaFields form=view.form/>
                    {has_rows.then(|| view! { <Submit label=words.one_more class="btn btn-second btn-row" icon=Some("plus") press=Some(("_ke", "tambah"))/> })}
                    <div class="btns">
                        <Submit label=next/>
                        <Submit label=words.back class="btn btn-second" press=Some(("_ke", "kembali"))/>
                    </div>
                </Form>
            </div>
        </ResidentLayout>
    }
    .into_any()
}

fn photos_view(photos: Vec<PhotoQuestion>, words: &'static FillWords) -> AnyView {
    if photos.is_empty() {
        return ().into_any();
    }
    let remove = RemoveAttachment::PATH;
    let rows = photos.into_iter().map(|question| view! { <PhotoRow question remove/> }).collect_view();
    view! { <p class="lede">{words.photos_lede}</p> <ul class="ups">{rows}</ul> <p class="soft">{words.photos_later}</p> }.into_any()
}
