//! The browser's side: the same bytes as a form without JavaScript, sent by `fetch`.

use std::cell::Cell;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, FormData, Headers, HtmlElement, HtmlFormElement, RequestInit, Response, UrlSearchParams};

use super::super::form::FormState;
use super::{Answer, Next, Redraw, SAY_IN, Visitor, from_json};
use crate::access::{Code, Refusal, Role};
use crate::domain::IdemKey;
use crate::text::Lang;
use crate::ui::dom;

/// Only the server does; its page is not brought to life.
pub const SAYS_OVERTAKEN: bool = false;

/// In the browser a read is its path alone.
pub type Run = ();

pub trait Runs<V>: ServerFn<Output = V, Error = Refusal> {}
impl<F: ServerFn<Output = V, Error = Refusal>, V> Runs<V> for F {}

pub const fn runner<F, V>() -> Run {}

pub async fn ask(path: &'static str, _: Run, question: String) -> Answer {
    // One thread: what the browser hands out need not be sendable, but a resource asks for it.
    SendWrapper::new(async move {
        match fetch(path, &JsValue::from_str(&question)).await {
            Ok((response, text)) if response.ok() => Answer::given(text),
            Ok((_, text)) => Answer::refused(&text),
            Err(_) => Answer::refused(""),
        }
    })
    .await
}

/// Sends a form; where it leads, or the refusal. No answer at all is `Busy`: nothing is known to be
/// written, and the same may be sent again under the same key.
async fn post(path: &str, body: &JsValue) -> Result<Next, Refusal> {
    let (response, text) = fetch(path, body).await.map_err(|_| Refusal::Busy)?;
    if response.ok() { from_json(&text).ok_or(Refusal::Busy) } else { Err(from_json(&text).unwrap_or(Refusal::Busy)) }
}

async fn fetch(path: &str, body: &JsValue) -> Result<(Response, String), JsValue> {
    let headers = Headers::new()?;
    headers.set("Accept", "application/json")?;
    headers.set("Content-Type", "application/x-www-form-urlencoded")?;
    headers.set(SAY_IN, &attribute("lang"))?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(body);
    let response: Response = JsFuture::from(window().fetch_with_str_and_init(path, &init)).await?.dyn_into()?;
    let text = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
    Ok((response, text))
}

/// A form that the browser sends by itself after all.
const PLAIN: &str = "data-plain";

/// Sends the form in place of the browser, unless it is already on its way. `here`: the page it stands on.
pub fn on_submit(event: &SubmitEvent, action: &'static str, here: String, state: FormState) {
    let Some(form) = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok()) else { return };
    if form.has_attribute(PLAIN) {
        return;
    }
    event.prevent_default();
    if state.busy.get_untracked() {
        return;
    }
    let pressed = pressed(event);
    let Some(body) = body_of(&form, pressed.clone()) else { return };
    state.busy.set(true);
    let navigate = use_navigate();
    spawn_local(async move {
        match post(action, &body).await {
            Ok(next) if next.loads_from(&here) => _ = window().location().assign(&next.to),
            Ok(next) => navigate(&next.to, Default::default()),
            // Only the server knows what is stored now: it draws the page anew, with what was typed in it.
            Err(Refusal::Stale { .. }) => {
                let (name, value) = pressed.unwrap_or_default();
                _ = form.set_attribute(PLAIN, "");
                press(&form, &name, &value);
            }
            Err(refusal) => {
                state.busy.set(false);
                if refusal == Refusal::Conflict(Code::KeyReused) {
                    new_key(&form);
                }
                state.refusal.set(Some(refusal));
                request_animation_frame(|| focus("perbaiki"));
            }
        }
    });
}

/// The key was spent on what this form said before: what it says now is another wish.
fn new_key(form: &HtmlFormElement) {
    if let Ok(Some(field)) = form.query_selector("[name=_key]") {
        dom::put(&field, "value", &IdemKey::from_u128(dom::chance()).to_string().into());
    }
}

/// Name and value of the button that was pressed, if it has any.
fn pressed(event: &SubmitEvent) -> Option<(String, String)> {
    let button = event.submitter()?;
    Some((button.get_attribute("name")?, button.get_attribute("value").unwrap_or_default()))
}

/// The bytes the browser itself would send: every field, and the button that was pressed.
fn body_of(form: &HtmlFormElement, pressed: Option<(String, String)>) -> Option<JsValue> {
    let fields = FormData::new_with_form(form).ok()?;
    if let Some((name, value)) = pressed {
        fields.append_with_str(&name, &value).ok()?;
    }
    UrlSearchParams::new_with_record_from_str_to_str(fields.unchecked_ref()).ok().map(|body| JsValue::from(body.to_string()))
}

/// Sends the form around an element as a button of this name would, were there one to be pressed.
pub fn press(inside: &Element, name: &str, value: &str) {
    let (Ok(Some(form)), Ok(button)) = (inside.closest("form"), document().create_element("button")) else { return };
    for (attribute, text) in [("name", name), ("value", value), ("hidden", "")] {
        _ = button.set_attribute(attribute, text);
    }
    _ = form.append_child(&button);
    button.unchecked_ref::<HtmlElement>().click();
    button.remove();
}

pub fn set_status(_: &Refusal) {}

fn attribute(name: &str) -> String {
    document().document_element().and_then(|html| html.get_attribute(name)).unwrap_or_default()
}

/// For whom the page was drawn: a mark of the account.
pub fn drawn_for() -> String {
    attribute("data-by")
}

pub fn visitor() -> Visitor {
    Visitor {
        lang: Lang::from_code(&attribute("lang")),
        role: Role::from_code(&attribute("data-role")).unwrap_or(Role::Anonymous),
        saver: false,
    }
}

/// What the server drew this page again with; only the page that was loaded has it.
pub fn first_redraw() -> Option<Redraw> {
    let element = document().get_element_by_id("redraw")?;
    from_json(&element.text_content()?)
}

thread_local! {
    static FIRST_PAGE: Cell<bool> = const { Cell::new(true) };
}

/// A page stands. The first one is now alive, and the browser has put the focus already; on every
/// later one the focus moves to its title.
pub fn arrive(title: &'static str) {
    if !FIRST_PAGE.replace(false) {
        return focus(title);
    }
    if let Some(html) = document().document_element() {
        _ = html.set_attribute("data-alive", "yes");
    }
}

fn focus(id: &'static str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        _ = element.focus();
    }
}
