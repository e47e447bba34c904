use js_sys::Promise;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::ui::dom;

/// Leads to the page, with where the browser is; `failed` when it does not know or may not say.
pub fn go(to: String, failed: RwSignal<bool>) {
    spawn_local(async move {
        match here().await {
            Some(here) => _ = window().location().assign(&[&to, here.as_str()].concat()),
            None => failed.set(true),
        }
    });
}

/// `-8.219,114.369`: about a hundred metres, which is near enough.
async fn here() -> Option<String> {
    let geolocation = dom::of(&dom::of(&dom::window(), "navigator"), "geolocation");
    let options = js_sys::Object::new();
    dom::put(&options, "timeout", &20_000.into());
    dom::put(&options, "maximumAge", &600_000.into());
    let answer = Promise::new(&mut |found, failed| {
        if dom::call(&geolocation, "getCurrentPosition", &[found.into(), failed.clone().into(), options.clone().into()]).is_err() {
            let _ = dom::call(&failed.into(), "call", &[]);
        }
    });
    let place = dom::of(&JsFuture::from(answer).await.ok()?, "coords");
    let [latitude, longitude] = ["latitude", "longitude"].map(|name| in_digits((dom::number(&place, name) * 1_000.0).round() as i32));
    Some([&latitude, ",", &longitude].concat())
}

/// Thousandths with their point. Writing a fraction as a text would bring the code for all of them.
fn in_digits(thousandths: i32) -> String {
    let (sign, bare) = (if thousandths < 0 { "-" } else { "" }, thousandths.unsigned_abs());
    let part = (1_000 + bare % 1_000).to_string();
    [sign, &(bare / 1_000).to_string(), ".", &part[1..]].concat()
}
