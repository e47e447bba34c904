//! Smart Kampung: village offices of Banyuwangi serve, market and teach.
//!
//! The rooms of the house, and what each may use, are described in `docs/architecture.md`.

// Views are erased at the borders of pages, but what the browser compiles still nests deeply.
#![recursion_limit = "256"]

pub mod access;
pub mod app;
pub mod domain;
pub mod features;
pub mod forms;
#[cfg(feature = "ssr")]
pub mod server;
pub mod text;
pub mod ui;

/// Brings the page to life; the loader in `public/loader.js` calls it.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_lazy(app::App);
}
