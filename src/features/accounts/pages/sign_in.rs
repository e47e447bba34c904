use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::{ended_view, next_field, onward_link};
use crate::features::accounts::{AskCode, ReadSignIn, SignInView};
use crate::forms::Choice;
use crate::text::AccountWords;
use crate::ui::{Ask, Choices, Form, Icon, PageHead, PublicLayout, Read, Submit, TextField, TextKind, load, read, use_words};

const SIGN_IN: Read<SignInView> = read::<ReadSignIn, _>();

/// `/masuk`: a phone number, and how the code comes.
#[component]
pub fn SignInPage() -> AnyView {
    let words = use_words().account();
    load(SIGN_IN, Ask::nothing().query("lanjut"), move |view| sign_in_view(view, words))
}

fn sign_in_view(view: SignInView, words: &'static AccountWords) -> AnyView {
    let first = view.channels.first().cloned().unwrap_or_default();
    let lede = if first == "slip" { words.only_slip } else { words.no_password };
    let icons = view.channels.iter().map(|code| icon(code)).collect::<Vec<_>>();
    let channels = view.channels.into_iter().map(|code| choice(code, words)).collect::<Vec<_>>();
    let (with_password, staff) = (onward_link("/masuk/sandi", &view.next), onward_link("/masuk/petugas", &view.next));
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <PageHead title=words.sign_in/>
                {view.ended.map(|why| ended_view(&why, words))}
                <p class="lede">{lede}</p>
                <Form action={<AskCode as ServerFn>::PATH}>
                    <TextField name="hp" label=words.phone hint=words.phone_hint.to_owned() kind=TextKind::Phone fill="tel-national"/>
                    <Choices name="lewat" label=words.channel options=channels value=first icons=icons/>
                    {next_field(view.next)}
                    <Submit label=words.send_code/>
                </Form>
                <p class="soft">{words.first_time}</p>
                <div class="note">
                    <Icon name="shield-check"/>
                    <div><b>{words.never_give}</b><p>{words.never_asked}</p></div>
                </div>
                <hr/>
                <p class="links">
                    <a class="link" href=with_password><Icon name="lock"/>{words.with_password}</a>
                    <a class="link" href=staff rel="external"><Icon name="building"/>{words.staff_here}</a>
                </p>
            </div>
        </PublicLayout>
    }
    .into_any()
}

fn icon(channel: &str) -> &'static str {
    match channel {
        "wa" => "brand-whatsapp",
        "sms" => "message",
        _ => "ticket",
    }
}

fn choice(code: String, words: &'static AccountWords) -> Choice {
    let label = match code.as_str() {
        "wa" => words.whatsapp,
        "sms" => words.sms,
        _ => words.slip,
    };
    Choice { code, label: label.to_owned(), of: None }
}
