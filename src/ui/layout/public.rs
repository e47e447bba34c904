use leptos::prelude::*;

use super::foot::Foot;
use crate::access::Role;
use crate::ui::{Icon, use_visitor, use_words};

/// The public head with the garis kop, the page, and the foot with its switches.
#[component]
pub fn PublicLayout(
    /// The village under whose name the page stands.
    #[prop(optional, into)]
    place: Option<String>,
    children: Children,
) -> AnyView {
    let (words, visitor) = (use_words().layout(), use_visitor());
    let (way_in, account) = match visitor.role {
        Role::Anonymous => ("/masuk", words.sign_in),
        _ => ("/akun", words.account),
    };
    view! {
        <div class="shell">
            <a class="skip" href="#isi">{words.skip}</a>
            <header class="head">
                <a class="brand" href="/">
                    <img src="/mark.svg" alt="" width="40" height="40"/>
                    <span><b>"Smart Kampung"</b>{place.map(|place| view! { <small>{place}</small> })}</span>
                </a>
                <a class="head-link" href=way_in><Icon name="user"/>{account}</a>
            </header>
            <main id="isi">{children()}</main>
            <div class="pita"></div>
            <Foot/>
        </div>
    }
    .into_any()
}
