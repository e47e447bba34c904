use std::cell::Cell;

use leptos::ev::{KeyboardEvent, keydown};
use leptos::prelude::{document, window, window_event_listener};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Where the choice is kept: on this computer, not in the account.
const KEPT: &str = "tombol";
const OFF: &str = "mati";

thread_local! {
    static LISTENING: Cell<bool> = const { Cell::new(false) };
}

/// Listens from now on; once, however many pages ask for it. What a key means is looked up in the page
/// that stands then.
pub fn listen() {
    if !LISTENING.replace(true) {
        // Nothing ends it but leaving the site.
        drop(window_event_listener(keydown, |event| press(&event)));
    }
}

pub fn are_on() -> bool {
    storage().and_then(|kept| call(&kept, "getItem", &[KEPT])).and_then(|kept| kept.as_string()).as_deref() != Some(OFF)
}

pub fn switch(on: bool) {
    if let Some(kept) = storage() {
        _ = call(&kept, "setItem", &[KEPT, if on { "hidup" } else { OFF }]);
    }
}

fn press(event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || is_typing(event) || !are_on() {
        return;
    }
    let key = event.key();
    let done = match key.as_str() {
        "j" => step(1),
        "k" => step(-1),
        "/" | "a" | "r" | "v" | "?" => use_key(&key),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}

/// A letter that belongs into a field is a letter; a tick takes none.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let written = "input:not([type=checkbox]):not([type=radio]),textarea,select";
    target.is_some_and(|target| target.matches(written).unwrap_or(true))
}

/// Presses what stands for the key: in the current row if there is one, else anywhere on the page.
fn use_key(key: &str) -> bool {
    let wanted = ["[data-key=\"", key, "\"]"].concat();
    let in_row = find("[data-row][aria-current]").and_then(|row| row.query_selector(&wanted).ok().flatten());
    let Some(element) = in_row.or_else(|| find(&wanted)) else { return false };
    let Ok(element) = element.dyn_into::<HtmlElement>() else { return false };
    // What is to be pressed wraps its button; everything else is a place to go to.
    let button = if element.has_attribute("data-press") { element.query_selector("button").ok().flatten() } else { None };
    match button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        Some(button) => button.click(),
        None => _ = element.focus(),
    }
    // The number that was searched for last gives way to the next one.
    if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
        field.select();
    }
    true
}

/// Marks the next row, and puts the focus on its link: Enter then opens it.
fn step(by: i32) -> bool {
    let Some(rows) = call(&document(), "querySelectorAll", &["[data-row]"]) else { return false };
    let rows: Vec<Element> = js_sys::Array::from(&rows).iter().filter_map(|row| row.dyn_into().ok()).collect();
    let here = rows.iter().position(|row| row.has_attribute("aria-current"));
    let last = i32::try_from(rows.len()).unwrap_or(0) - 1;
    let next = here.map_or(0, |at| (i32::try_from(at).unwrap_or(0) + by).clamp(0, last.max(0)));
    let Some(row) = usize::try_from(next).ok().and_then(|next| rows.get(next)) else { return false };
    if let Some(before) = here.and_then(|at| rows.get(at)) {
        _ = before.remove_attribute("aria-current");
    }
    _ = row.set_attribute("aria-current", "true");
    if let Some(link) = row.query_selector("a").ok().flatten().and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        _ = link.focus();
    }
    true
}

/// Up, down and Enter in a table of fields: on to the same column of the row above or below. A list that
/// opens keeps its own keys, and so does whatever holds more than one line.
pub fn along_the_column(event: &KeyboardEvent) {
    let down = match event.key().as_str() {
        "ArrowUp" => false,
        "ArrowDown" | "Enter" => true,
        _ => return,
    };
    let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    let (Some(column), Ok(Some(row))) = (field.get_attribute("data-column"), field.closest("tr")) else { return };
    // Enter sends no half table: the button does.
    event.prevent_default();
    let next = if down { row.next_element_sibling() } else { row.previous_element_sibling() };
    let wanted = ["[data-column=\"", &column, "\"]"].concat();
    let next = next.and_then(|row| row.query_selector(&wanted).ok().flatten()).and_then(|next| next.dyn_into::<HtmlInputElement>().ok());
    if let Some(next) = next {
        _ = next.focus();
        next.select();
    }
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn storage() -> Option<JsValue> {
    js_sys::Reflect::get(&window(), &JsValue::from_str("localStorage")).ok().filter(|kept| kept.is_object())
}

fn call(on: &JsValue, name: &str, with: &[&str]) -> Option<JsValue> {
    let function: js_sys::Function = js_sys::Reflect::get(on, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    let with: js_sys::Array = with.iter().map(|text| JsValue::from_str(text)).collect();
    js_sys::Reflect::apply(&function, on, &with).ok()
}
