use js_sys::Promise;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::ui::dom;

/// Leads to the page, with where the browser is; `failed` when it does not know or may not say.
pub fn go(to: String, failed: RwSignal<bool>) {
    spawn_local(async move {
        match here().await {
            // About a hundred metres, which is near enough.
            Some(place) => _ = window().location().assign(&[&to, written(&place, 3).as_str()].concat()),
            None => failed.set(true),
        }
    });
}

/// Writes where the phone is into a field, to about a metre, with the metres within which it is sure.
pub fn fill(field: &'static str, failed: RwSignal<bool>) {
    spawn_local(async move {
        let Some(place) = here().await else { return failed.set(true) };
        failed.set(false);
        let within = (dom::number(&place, "accuracy").ceil() as i32).to_string();
        let document = dom::of(&dom::window(), "document");
        if let Ok(input) = dom::call(&document, "getElementById", &[field.into()]) {
            dom::put(&input, "value", &[&written(&place, 5), ",", &within].concat().into());
        }
    });
}

async fn here() -> Option<JsValue> {
    let geolocation = dom::of(&dom::of(&dom::window(), "navigator"), "geolocation");
    let options = js_sys::Object::new();
    dom::put(&options, "timeout", &20_000.into());
    dom::put(&options, "maximumAge", &60_000.into());
    let answer = Promise::new(&mut |found, failed| {
        if dom::call(&geolocation, "getCurrentPosition", &[found.into(), failed.clone().into(), options.clone().into()]).is_err() {
            let _ = dom::call(&failed.into(), "call", &[]);
        }
    });
    Some(dom::of(&JsFuture::from(answer).await.ok()?, "coords"))
}

/// `-8.219,114.369`, to so many decimals.
fn written(place: &JsValue, decimals: u32) -> String {
    let scale = 10_u32.pow(decimals);
    let [latitude, longitude] =
        ["latitude", "longitude"].map(|name| in_digits((dom::number(place, name) * f64::from(scale)).round() as i32, scale));
    [&latitude, ",", &longitude].concat()
}

/// Whole parts of a scale with their point. Writing a fraction as a text would bring the code for all of them.
fn in_digits(parts: i32, scale: u32) -> String {
    let (sign, bare) = (if parts < 0 { "-" } else { "" }, parts.unsigned_abs());
    let part = (scale + bare % scale).to_string();
    [sign, &(bare / scale).to_string(), ".", &part[1..]].concat()
}
