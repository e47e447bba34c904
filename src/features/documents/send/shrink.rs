//! At most 1600 pixels, JPEG of quality 0.8: about 220 KB (product 3, rule 10). Metadata stay behind
//! on the way through the canvas.

use js_sys::{Object, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::ui::dom::{call, number, of, put, wait_for, window};

const LONGEST_SIDE: f64 = 1_600.0;
const QUALITY: f64 = 0.8;

/// `None` where the browser cannot: it is sent as it is.
pub async fn shrink(file: &JsValue) -> Option<JsValue> {
    let upright = Object::new();
    put(&upright, "imageOrientation", &"from-image".into());
    let bitmap = wait_for(&window(), "createImageBitmap", &[file.clone(), upright.into()]).await.ok()?;
    let (width, height) = (number(&bitmap, "width"), number(&bitmap, "height"));
    let scale = (LONGEST_SIDE / width.max(height)).min(1.0);
    let canvas = call(&of(&window(), "document"), "createElement", &["canvas".into()]).ok()?;
    let (width, height) = (JsValue::from((width * scale).round()), JsValue::from((height * scale).round()));
    put(&canvas, "width", &width);
    put(&canvas, "height", &height);
    let context = call(&canvas, "getContext", &["2d".into()]).ok()?;
    call(&context, "drawImage", &[bitmap, 0.into(), 0.into(), width, height]).ok()?;
    let blob = Promise::new(&mut |drawn, _| {
        let _ = call(&canvas, "toBlob", &[drawn.unchecked_into(), "image/jpeg".into(), QUALITY.into()]);
    });
    let blob = JsFuture::from(blob).await.ok()?;
    (number(&blob, "size") > 0.0).then_some(blob)
}
