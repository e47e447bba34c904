use leptos::prelude::*;

use crate::ui::{Frame, OfficeLayout, OfficeTab, ResidentLayout, ResidentTab};

/// A page that an office and a seller share: under the office's frame, or, where there is none, as a page of
/// the seller's account.
pub fn framed(frame: Option<Frame>, page: AnyView) -> AnyView {
    match frame {
        Some(frame) => view! { <OfficeLayout frame tab=OfficeTab::Market>{page}</OfficeLayout> }.into_any(),
        None => view! { <ResidentLayout tab=Some(ResidentTab::Account)>{page}</ResidentLayout> }.into_any(),
    }
}
