use leptos::prelude::*;

/// A long code that may break after a stroke, and not inside a year: `500.2.2.4/001/35.10.24.2008/2026`.
pub fn after_strokes(code: &str) -> AnyView {
    code.split_inclusive('/').map(|part| view! { {part.to_owned()} <wbr/> }).collect_view().into_any()
}
