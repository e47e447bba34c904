use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::{ended_view, next_field, onward_link};
use crate::features::accounts::{DoorView, PasswordSignIn, ReadDoor};
use crate::text::AccountWords;
use crate::ui::{Ask, Form, Icon, PageHead, PublicLayout, Read, Submit, TextField, TextKind, load, read, use_words};

const DOOR: Read<DoorView> = read::<ReadDoor, _>();

/// `/masuk/sandi`: a resident with a password.
#[component]
pub fn PasswordDoorPage() -> AnyView {
    let words = use_words().account();
    load(DOOR, Ask::nothing().query("lanjut"), move |view| door_view(view, words))
}

fn door_view(view: DoorView, words: &'static AccountWords) -> AnyView {
    let with_code = onward_link("/masuk", &view.next);
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <PageHead title=words.with_password/>
                {view.ended.map(|why| ended_view(&why, words))}
                <Form action={<PasswordSignIn as ServerFn>::PATH}>
                    <TextField name="hp" label=words.phone hint=words.phone_hint.to_owned() kind=TextKind::Phone fill="username"/>
                    <TextField name="sandi" label=words.password kind=TextKind::Password fill="current-password"/>
                    {next_field(view.next)}
                    <Submit label=words.come_in/>
                </Form>
                <p class="links"><a class="link" href=with_code><Icon name="message"/>{words.with_code}</a></p>
            </div>
        </PublicLayout>
    }
    .into_any()
}
