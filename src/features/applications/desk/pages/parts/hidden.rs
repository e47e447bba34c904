use leptos::prelude::*;

use crate::access::ActName;
use crate::domain::{ApplicationId, IdemKey, Version};
use crate::features::applications::desk::DeskCaseView;
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

/// The same of the case that a page is about.
pub fn fields(view: &DeskCaseView) -> AnyView {
    hidden(view.id, view.seen, view.key)
}

/// Whether the page offers it.
pub fn can(view: &DeskCaseView, act: ActName) -> bool {
    view.can.contains(&act)
}
