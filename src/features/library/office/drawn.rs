//! What is finished HTML, so that the browser gets no code for it: labels and cards, and the field of a stock-taking.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::CountLabel;
use crate::ui::{Icon, QrView, drawn_for, qr_view};

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

/// The field into which labels are scanned, one after the other. The browser itself sends it, so that each answer is a
/// page of its own with the field in focus: whoever has a scanner in the hand touches nothing else.
pub struct ScanForm {
    pub stocktake: String,
    pub key: String,
    pub page: &'static str,
    pub example: String,
    pub typed: String,
    /// Why what was typed is not counted.
    pub problem: Option<String>,
}

pub fn scan_form(form: ScanForm) -> String {
    let wrong = form.problem.is_some().then_some("true");
    let problem = form
        .problem
        .map(|sentence| view! { <p class="problem" id="label-error" role="alert"><Icon name="alert-circle"/>{sentence}</p> }.into_any());
    let hidden = [("_id", form.stocktake), ("_key", form.key), ("_di", form.page.to_owned()), ("_oleh", drawn_for())];
    let hidden = hidden.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view();
    let hint = ["Pindai atau ketik label satu per satu, misalnya ", &form.example, ". Nomornya saja cukup."].concat();
    view! {
        <form class="flow" method="post" action=CountLabel::PATH>
            {hidden}
            <div class="field" data-bad=wrong>
                <label for="label">"Kode buku"</label>
                <p class="hint" id="label-hint">{hint}</p>
                {problem}
                <div class="find">
                    <input class="box" id="label" name="label" maxlength="100" autocomplete="off" autofocus=true aria-describedby="label-hint label-error" aria-invalid=wrong value=form.typed/>
                    <button class="btn"><Icon name="check"/>"Hitung"</button>
                    <button type="button" class="btn btn-second" data-pindai="label" hidden>"Kamera"</button>
                </div>
            </div>
        </form>
    }
    .to_html()
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
