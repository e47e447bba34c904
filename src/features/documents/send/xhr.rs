//! One POST of raw bytes with progress; `fetch` tells none.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::Door;
use crate::access::Refusal;
use crate::features::documents::PhotoView;
use crate::forms::Problems;
use crate::ui::dom::{call, number, of, put, window};
use crate::ui::{SAY_IN, from_json};

/// How an attempt ended.
pub enum Outcome {
    Received(PhotoView),
    /// The same again would be refused again.
    Refused(Refusal),
    /// No answer, or one that says "later": nothing is known to be stored.
    Cut,
}

pub async fn post(door: &Door, photo: &JsValue, key: &str, progress: impl Fn(f64) + 'static) -> Outcome {
    match attempt(door, photo, key, progress).await {
        Ok((200, text)) => from_json(&text).map_or(Outcome::Cut, Outcome::Received),
        Ok((400..=499, text)) => match from_json(&text) {
            Some(Refusal::TooMany { .. }) => Outcome::Cut,
            Some(refusal) => Outcome::Refused(refusal),
            // A layer in front of ours has refused it, and would again.
            None => Outcome::Refused(Refusal::Invalid(Problems::default())),
        },
        _ => Outcome::Cut,
    }
}

async fn attempt(door: &Door, photo: &JsValue, key: &str, progress: impl Fn(f64) + 'static) -> Result<(u16, String), JsValue> {
    let make: Function = of(&window(), "XMLHttpRequest").dyn_into()?;
    let xhr = Reflect::construct(&make, &js_sys::Array::new())?;
    call(&xhr, "open", &["POST".into(), door.door.as_str().into()])?;
    for (name, value) in [("Accept", "application/json"), ("Idempotency-Key", key), (SAY_IN, door.lang.code())] {
        call(&xhr, "setRequestHeader", &[name.into(), value.into()])?;
    }
    let on_progress = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| progress(number(&event, "loaded")));
    put(&of(&xhr, "upload"), "onprogress", on_progress.as_ref());
    let ended = Promise::new(&mut |over, _| {
        put(&xhr, "onloadend", &over);
    });
    call(&xhr, "send", std::slice::from_ref(photo))?;
    JsFuture::from(ended).await?;
    drop(on_progress);
    // 0 when nothing came back.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a status has three digits")]
    let status = number(&xhr, "status") as u16;
    Ok((status, of(&xhr, "responseText").as_string().unwrap_or_default()))
}
