use leptos::prelude::*;

use crate::domain::IdemKey;

/// The wish that the form carries: sent twice, it is still one.
pub fn key_field(key: IdemKey) -> AnyView {
    view! { <input type="hidden" name="_key" value=key.to_string()/> }.into_any()
}
