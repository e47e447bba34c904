use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::accounts::{EditProfile, EndOthers, ProfileView, ReadProfile, SessionView, SignOut};
use crate::forms::Choice;
use crate::text::{AccountWords, Lang};
use crate::ui::{
    Ask, Choices, Form, Icon, PageHead, Read, ResidentLayout, ResidentTab, Submit, TextField, key_field, load, read, use_words,
};

const PROFILE: Read<ProfileView> = read::<ReadProfile, _>();

/// `/akun`: what we know of the person, and what they may do about it.
#[component]
pub fn ProfilePage() -> AnyView {
    let words = use_words().account();
    load(PROFILE, Ask::nothing(), move |view| profile_view(view, words))
}

fn profile_view(view: ProfileView, words: &'static AccountWords) -> AnyView {
    let languages = Lang::ALL.map(|lang| Choice { code: lang.code().to_owned(), label: own_name(lang).to_owned(), of: None });
    view! {
        <ResidentLayout tab=Some(ResidentTab::Account)>
            <div class="page flow" data-read="">
                <PageHead title=words.account/>
                <section class="sheet flow">
                    <h2>{words.my_data}</h2>
                    <dl class="kv"><div><dt>{words.phone}</dt><dd class="num">{view.phone}</dd></div></dl>
                    <Form action={<EditProfile as ServerFn>::PATH}>
                        <TextField name="nama" label=words.name hint=words.name_hint.to_owned() value=view.name fill="name"/>
                        <Choices name="bahasa" label=words.language options=languages.to_vec() value=view.language/>
                        {key_field(view.key)}
                        <Submit label=words.save_data/>
                    </Form>
                </section>
                {links_view(view.has_password, view.staff, words)}
                {sessions_view(view.sessions, words)}
                <Form action={<SignOut as ServerFn>::PATH}>
                    <Submit label=words.sign_out icon=Some("logout") class="btn btn-stop"/>
                </Form>
            </div>
        </ResidentLayout>
    }
    .into_any()
}

/// Indonesian only: a full page load, so that the document says so.
const HATS: &str = "/masuk/topi";

fn links_view(has_password: bool, staff: bool, words: &'static AccountWords) -> AnyView {
    let password = if has_password { words.change_password } else { words.set_password };
    let third = if staff { (HATS, "user-circle", words.my_hats) } else { ("/akun/sandi", "lock", password) };
    let row = |(path, icon, text): (&'static str, &'static str, &'static str)| {
        view! { <li><a class="row" href=path rel=(path == HATS).then_some("external")><Icon name=icon/><span class="in"><b>{text}</b></span><Icon name="chevron-right"/></a></li> }
    };
    view! {
        <ul class="sheet rows" data-flush="">
            {row(("/akun/pinjaman", "books", words.my_loans))}
            {row(("/akun/pelatihan", "school", words.my_trainings))}
            {row(("/akun/toko", "shop", words.my_shops))}
            {row(("/akun/siapa-melihat", "eye", words.watchers))}
            {row(third)}
        </ul>
    }
    .into_any()
}

fn sessions_view(sessions: Vec<SessionView>, words: &'static AccountWords) -> AnyView {
    let others = sessions.len() > 1;
    view! {
        <section class="sheet flow">
            <h2>{words.sessions}</h2>
            <ul class="items">{sessions.into_iter().map(|session| session_view(session, words)).collect_view()}</ul>
            {others.then(|| view! {
                <Form action={<EndOthers as ServerFn>::PATH}><Submit label=words.end_others class="btn btn-second"/></Form>
            })}
        </section>
    }
    .into_any()
}

fn session_view(session: SessionView, words: &'static AccountWords) -> AnyView {
    let device = if session.device.is_empty() { words.unknown_device.to_owned() } else { session.device };
    let device = if session.own { [device.as_str(), " (", words.this_device, ")"].concat() } else { device };
    view! {
        <li>
            <Icon name="device-mobile"/>
            <div><b>{device}</b><p>{words.since} " " {session.since} ". " {words.last_used} " " {session.last} "."</p></div>
        </li>
    }
    .into_any()
}

const fn own_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "Bahasa Indonesia",
        Lang::En => "English",
    }
}
