use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::{next_field, onward_link};
use crate::features::accounts::{CodeView, EnterCode, ReadCode};
use crate::text::AccountWords;
use crate::ui::{Ask, Form, Icon, PageHead, PublicLayout, Read, Submit, TextField, TextKind, load, read, use_words};

const CODE: Read<CodeView> = read::<ReadCode, _>();

/// `/masuk/periksa`: the code that was sent.
#[component]
pub fn CodePage() -> AnyView {
    let words = use_words().account();
    load(CODE, Ask::nothing().query("lanjut"), move |view| code_view(view, words))
}

fn code_view(view: CodeView, words: &'static AccountWords) -> AnyView {
    let slip = view.channel == "slip";
    let (lede, hint, kind) =
        if slip { (words.code_on_slip, words.slip_hint, TextKind::Text) } else { (words.code_sent_to, words.code_hint, TextKind::Digits) };
    let again = onward_link("/masuk", &view.next);
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <PageHead title=words.enter_code/>
                <p class="lede">{lede} " " <span class="num">{view.phone}</span> "."</p>
                {view.shown.map(|code| shown_view(code, words))}
                <Form action={<EnterCode as ServerFn>::PATH}>
                    <TextField name="kode" label=words.code hint=hint.to_owned() kind=kind fill="one-time-code"/>
                    {next_field(view.next)}
                    <Submit label=words.come_in/>
                </Form>
                <div class="note">
                    <Icon name="shield-check"/>
                    <div><b>{words.never_give}</b><p>{words.never_asked}</p></div>
                </div>
                <p class="links"><a class="link" href=again><Icon name="refresh"/>{words.new_code}</a></p>
            </div>
        </PublicLayout>
    }
    .into_any()
}

fn shown_view(code: String, words: &'static AccountWords) -> AnyView {
    view! {
        <div class="note" data-who="office" role="status">
            <Icon name="info-circle"/>
            <div><b>{words.demo_code} ": " <span class="num" id="kode-peragaan">{code}</span></b></div>
        </div>
    }
    .into_any()
}
