//! The few things of the browser that no library brings along, by their names: naming them as types would bring
//! a feature of `web-sys` and its glue for each.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use leptos::ev::Event;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

pub fn of(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

pub fn put(object: &JsValue, name: &str, value: &JsValue) {
    // Fails only for frozen objects, which none of these is.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// # Errors
/// What the method throws; `undefined` when the browser does not have it.
pub fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = of(object, name).dyn_into().map_err(|_| JsValue::UNDEFINED)?;
    method.apply(object, &arguments.iter().collect::<Array>())
}

/// The same for a method that promises.
///
/// # Errors
/// As [`call`], or what the promise is broken with.
pub async fn wait_for(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    JsFuture::from(call(object, name, arguments)?.dyn_into::<Promise>()?).await
}

pub fn window() -> JsValue {
    js_sys::global().into()
}

pub fn number(object: &JsValue, name: &str) -> f64 {
    of(object, name).as_f64().unwrap_or_default()
}

/// The file of the input; the input is emptied, so that the same photo can be chosen again.
pub fn chosen_file(event: &Event) -> Option<JsValue> {
    let input = of(event.as_ref(), "target");
    let file = of(&of(&input, "files"), "0");
    put(&input, "value", &JsValue::from_str(""));
    (!file.is_undefined()).then_some(file)
}

/// An address under which the page can show it.
pub fn preview(photo: &JsValue) -> Option<String> {
    call(&of(&window(), "URL"), "createObjectURL", std::slice::from_ref(photo)).ok()?.as_string()
}

/// 128 random bits.
pub fn chance() -> u128 {
    let bytes = Uint8Array::new_with_length(16);
    let _ = call(&of(&window(), "crypto"), "getRandomValues", &[bytes.clone().into()]);
    bytes.to_vec().into_iter().fold(0, |bits, byte| bits << 8 | u128::from(byte))
}

/// So many seconds, or until the phone is online again.
pub async fn pause(seconds: i32) {
    let pause = Promise::new(&mut |over, _| {
        let _ = call(&window(), "setTimeout", &[over.clone().into(), (seconds * 1_000).into()]);
        let once = js_sys::Object::new();
        put(&once, "once", &JsValue::TRUE);
        let _ = call(&window(), "addEventListener", &["online".into(), over.into(), once.into()]);
    });
    let _ = JsFuture::from(pause).await;
}
