use leptos::prelude::*;

use super::Way;

/// Why there is nothing, and what to try.
pub struct NoneFigure {
    /// The address of the drawing above it.
    pub drawing: &'static str,
    pub title: &'static str,
    pub hint: &'static str,
    pub way: Option<Way>,
}

pub fn none_view(NoneFigure { drawing, title, hint, way }: NoneFigure) -> AnyView {
    view! {
        <div class="empty" role="status">
            <img src=drawing alt="" width="160" height="120"/>
            <b>{title}</b>
            <p>{hint}</p>
            {way.map(|Way { to, words }| view! { <a class="btn" href=to>{words}</a> }.into_any())}
        </div>
    }
    .into_any()
}
