//! The HTML document around a page.

use std::sync::Arc;

use axum::http::request::Parts;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;

use super::assets::Bundle;
use super::practice::practice_view;
use crate::access::Audience;
use crate::app::App;
use crate::server::db::Db;
use crate::ui::{Redraw, Visitor, drawn_for, use_visitor};

/// Marks the request for a page that is not brought to life, whatever the visitor chose.
#[derive(Clone, Copy)]
pub struct Still;

/// The whole document. Under *hemat data* it carries neither the loader nor the data that only the
/// browser code would read: the page is the same HTML. So is one that says what a colleague has changed.
pub fn document(bundle: &Arc<Bundle>) -> AnyView {
    let visitor = use_visitor();
    let parts = use_context::<Parts>();
    let redraw = parts.as_ref().and_then(|parts| parts.extensions.get::<Redraw>().cloned());
    let overtaken = redraw.as_ref().is_some_and(Redraw::is_overtaken);
    // A page that does not speak the visitor's language: its links load whole pages, which may.
    let chosen = parts.as_ref().and_then(|parts| parts.extensions.get::<Visitor>()).map(|visitor| visitor.lang);
    let plain = chosen.is_some_and(|chosen| chosen != visitor.lang).then_some("");
    let marked = |parts: Parts| parts.extensions.get::<Still>().is_some() || is_sample(parts.uri.path());
    let still = visitor.saver || overtaken || parts.is_some_and(marked);
    if still && let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    view! {
        <!DOCTYPE html>
        <html lang=visitor.lang.code() data-plain=plain data-role=visitor.role.code() data-by=drawn_for()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light"/>
                <meta name="theme-color" content="#ffffff"/>
                <link rel="stylesheet" href=bundle.css.clone()/>
                // The mark of the head of the page: one drawing, fetched once.
                <link rel="icon" href="/mark.svg" type="image/svg+xml"/>
                <link rel="manifest" href="/manifest.webmanifest"/>
                <MetaTags/>
                {redraw.map(redrawn)}
                {(!still).then(|| loader(bundle))}
            </head>
            <body><App/>{practising()}</body>
        </html>
    }
    .into_any()
}

/// Every page of the practice office says where one is. The strip stands behind the app, which comes to life from the
/// first node of the body on; its stylesheet puts it above.
fn practising() -> Option<AnyView> {
    use_context::<Db>().filter(Db::is_practice).map(|_| practice_view())
}

/// A letter to look at, with nothing to press: it is worth no visitor's bytes.
fn is_sample(path: &str) -> bool {
    path.starts_with("/layanan/") && path.ends_with("/contoh")
}

/// What the browser code needs to draw a refused form exactly as the server did.
fn redrawn(redraw: Redraw) -> AnyView {
    // `<` may not stand inside a script element: the JSON could close it.
    let json = serde_json::to_string(&redraw).unwrap_or_default().replace('<', "\\u003c");
    view! {
        <meta name="alamat" content=redraw.page.clone()/>
        <script type="application/json" id="redraw">{json}</script>
    }
    .into_any()
}

fn loader(bundle: &Bundle) -> Option<AnyView> {
    if bundle.glue.is_empty() {
        return None;
    }
    let path = use_context::<Parts>().map(|parts| parts.uri.path().to_owned()).unwrap_or_default();
    let area = Audience::area_of(&path);
    let ahead = bundle.chunks.get(area).cloned().unwrap_or_default();
    let files = serde_json::json!({ "glue": bundle.glue, "wasm": bundle.wasm, "ahead": ahead });
    // A file of its own: every page would carry it otherwise, and none needs it to be read.
    Some(view! { <script async nonce=use_nonce() src="/loader.js" data-files=files.to_string()></script> }.into_any())
}
