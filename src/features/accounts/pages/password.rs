use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::accounts::{OwnFormView, ReadOwnForm, SetPassword};
use crate::text::AccountWords;
use crate::ui::{Ask, Form, Icon, PageHead, Read, ResidentLayout, Submit, TextField, TextKind, key_field, load, read, use_words};

const OWN: Read<OwnFormView> = read::<ReadOwnForm, _>();

/// `/akun/sandi`: a resident's password, which nobody must have.
#[component]
pub fn PasswordPage() -> AnyView {
    let words = use_words().account();
    load(OWN, Ask::nothing(), move |view| password_view(view, words))
}

fn password_view(view: OwnFormView, words: &'static AccountWords) -> AnyView {
    let title = if view.has_password { words.change_password } else { words.set_password };
    let body = if view.staff { view! { <p class="lede">{words.staff_password}</p> }.into_any() } else { form_view(view, words) };
    view! {
        <ResidentLayout>
            <div class="page flow" data-read="">
                <a class="back" href="/akun"><Icon name="chevron-left"/>{words.account}</a>
                <PageHead title=title/>
                {body}
            </div>
        </ResidentLayout>
    }
    .into_any()
}

fn form_view(view: OwnFormView, words: &'static AccountWords) -> AnyView {
    let has_password = view.has_password;
    // Inside the form, not before it: a field needs the form around it.
    let old = move || {
        has_password.then(|| {
            view! { <TextField name="sandi_lama" label=words.old_password kind=TextKind::Password fill="current-password"/> }
        })
    };
    view! {
        <p class="lede">{words.password_optional}</p>
        <Form action={<SetPassword as ServerFn>::PATH}>
            {old()}
            <TextField name="sandi" label=words.new_password hint=words.password_hint.to_owned() kind=TextKind::Password fill="new-password"/>
            {key_field(view.key)}
            <Submit label=words.save_password/>
        </Form>
    }
    .into_any()
}
