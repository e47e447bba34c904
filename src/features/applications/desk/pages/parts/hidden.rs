use leptos::prelude::*;

use crate::domain::{ApplicationId, IdemKey, Version};
use crate::ui::key_field;

/// Which case, as it was seen, and the key of the wish.
pub fn hidden(id: ApplicationId, seen: Version, key: IdemKey) -> AnyView {
    view! {
        <input type="hidden" name="_id" value=id.to_string()/>
        <input type="hidden" name="_seen" value=seen.0/>
        {key_field(key)}
    }
    .into_any()
}
