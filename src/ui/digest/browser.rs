use js_sys::{Function, Promise, Reflect, Uint8Array};
use leptos::ev::Event;
use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Hands on the SHA-256 of the file that was chosen, or dropped, in hexadecimal digits; `None` when
/// there is no file or this browser cannot count one. Asked for by name, since the bindings of files
/// and ciphers would bring more code than these few calls.
pub fn digest_of_chosen(event: &Event, done: impl Fn(Option<String>) + 'static) {
    let file = first_file(event);
    spawn_local(async move {
        done(match file {
            Some(file) => digest(&file).await,
            None => None,
        });
    });
}

/// Of a control, or of what is dropped.
fn first_file(event: &Event) -> Option<JsValue> {
    let of = |holder: &JsValue| {
        let files = get(holder, "files")?;
        get(&files, "0")
    };
    let control = event.target().map(JsValue::from);
    control.as_ref().and_then(of).or_else(|| of(&get(event, "dataTransfer")?))
}

async fn digest(file: &JsValue) -> Option<String> {
    let bytes = wait(&call(file, "arrayBuffer", &[])?).await?;
    let subtle = get(&get(&window(), "crypto")?, "subtle")?;
    let digest = wait(&call(&subtle, "digest", &[JsValue::from_str("SHA-256"), bytes])?).await?;
    Some(hex(&Uint8Array::new(&digest).to_vec()))
}

fn get(holder: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(holder, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

fn call(holder: &JsValue, name: &str, with: &[JsValue]) -> Option<JsValue> {
    let function: Function = get(holder, name)?.dyn_into().ok()?;
    Reflect::apply(&function, holder, &with.iter().collect()).ok()
}

async fn wait(promise: &JsValue) -> Option<JsValue> {
    JsFuture::from(promise.dyn_ref::<Promise>()?.clone()).await.ok()
}

fn hex(bytes: &[u8]) -> String {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]).map(char::from).collect()
}
