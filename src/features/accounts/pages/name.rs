use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::next_field;
use crate::features::accounts::{EditProfile, OwnFormView, ReadOwnForm};
use crate::text::AccountWords;
use crate::ui::{Ask, Form, PageHead, Read, ResidentLayout, Submit, TextField, key_field, load, read, use_words};

const OWN: Read<OwnFormView> = read::<ReadOwnForm, _>();

/// `/akun/nama`: what a new resident is asked once.
#[component]
pub fn NamePage() -> AnyView {
    let words = use_words().account();
    load(OWN, Ask::nothing().query("lanjut"), move |view| name_view(view, words))
}

fn name_view(view: OwnFormView, words: &'static AccountWords) -> AnyView {
    view! {
        <ResidentLayout>
            <div class="page flow" data-read="">
                <PageHead title=words.your_name/>
                <Form action={<EditProfile as ServerFn>::PATH}>
                    <TextField name="nama" label=words.name hint=words.name_hint.to_owned() value=view.name fill="name"/>
                    {key_field(view.key)}
                    {next_field(view.next)}
                    <Submit label=words.save/>
                </Form>
            </div>
        </ResidentLayout>
    }
    .into_any()
}
