//! Labels and cards as finished HTML: nothing on them answers a press, so the browser gets no code for them.

use leptos::prelude::*;

use crate::ui::{QrView, qr_view};

/// A code to be scanned and to be read, and what it is on.
pub struct Sticker {
    pub code: String,
    pub qr: QrView,
    pub lines: Vec<String>,
}

pub fn stickers(all: Vec<Sticker>) -> String {
    view! { <ul class="cards">{all.into_iter().map(sticker_view).collect_view()}</ul> }.to_html()
}

fn sticker_view(sticker: Sticker) -> AnyView {
    let qr = qr_view(&sticker.qr, ["Kode QR ", &sticker.code].concat());
    let lines = sticker.lines.into_iter().map(|line| view! { <small>{line}</small> }).collect_view();
    view! { <li><div class="card">{qr}<div><b class="num">{sticker.code}</b>{lines}</div></div></li> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_becomes_markup_on_a_label() {
        let qr = QrView { size: 21, path: "M0 0h7v1h-7z".into() };
        let html = stickers(vec![Sticker { code: "242008-B12".into(), qr, lines: vec!["<script>".into()] }]);
        assert!(html.contains("&lt;script&gt;") && !html.contains("<script>"), "{html}");
        assert!(html.contains("aria-label=\"Kode QR 242008-B12\""), "{html}");
    }
}
