//! A photo that the office does not have yet is kept by the open page alone: whoever leaves it is asked.

use std::cell::Cell;

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use crate::ui::dom::{call, put, window};

thread_local! {
    static WAITING: Cell<u32> = const { Cell::new(0) };
}

/// As long as one of these lives, the browser asks before it leaves the page.
pub struct OnTheWay;

impl OnTheWay {
    pub fn begin() -> Self {
        if WAITING.replace(WAITING.get() + 1) == 0 {
            let ask = Closure::<dyn FnMut(JsValue)>::new(|event: JsValue| {
                _ = call(&event, "preventDefault", &[]);
                // Chrome before 119 asks only for this.
                put(&event, "returnValue", &true.into());
            });
            put(&window(), "onbeforeunload", &ask.into_js_value());
        }
        Self
    }
}

impl Drop for OnTheWay {
    fn drop(&mut self) {
        WAITING.set(WAITING.get() - 1);
        if WAITING.get() == 0 {
            put(&window(), "onbeforeunload", &JsValue::NULL);
        }
    }
}
