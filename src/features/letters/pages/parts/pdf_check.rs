use leptos::prelude::*;

use crate::text::CheckWords;
use crate::ui::{Icon, digest_of_chosen};

/// Compares a PDF with the letter, on the visitor's own device: the file is never sent.
#[component]
pub fn PdfCheck(sha256: String, words: &'static CheckWords) -> AnyView {
    // The control would do nothing before the page is alive, so it comes with it.
    let alive = RwSignal::new(false);
    Effect::new(move |_| alive.set(true));
    let found = RwSignal::new(None::<Option<String>>);
    let wanted = sha256.clone();
    let verdict = move || found.get().map(|digest| verdict_view(digest.map(|digest| digest == wanted), words));
    view! {
        <section class="sheet flow no-print" on:dragover=|event| event.prevent_default() on:drop=move |event| {
            event.prevent_default();
            digest_of_chosen(&event, move |digest| found.set(Some(digest)));
        }>
            <h2>{words.pdf_title}</h2>
            <p>{words.pdf_text}</p>
            {move || if alive.get() { control(found, words) } else { view! { <p class="soft">{words.pdf_no_script}</p> }.into_any() }}
            <div role="status">{verdict}</div>
            <details>
                <summary class="row"><span class="in"><b>{words.fingerprint}</b></span><Icon name="chevron-down"/></summary>
                <p class="num">{in_groups(&sha256)}</p>
            </details>
        </section>
    }
    .into_any()
}

fn control(found: RwSignal<Option<Option<String>>>, words: &'static CheckWords) -> AnyView {
    let choose = move |event: leptos::ev::Event| digest_of_chosen(&event, move |digest| found.set(Some(digest)));
    view! {
        <label class="pickfile">
            <input type="file" accept="application/pdf" on:change=choose/>
            <span class="btn btn-second"><Icon name="file-search"/>{words.pdf_choose}</span>
        </label>
        <p class="soft">{words.pdf_drop}</p>
    }
    .into_any()
}

fn verdict_view(same: Option<bool>, words: &'static CheckWords) -> AnyView {
    let (who, icon, title, text) = match same {
        Some(true) => ("done", "circle-check", words.pdf_same, words.pdf_same_text),
        Some(false) => ("stop", "alert-triangle", words.pdf_other, words.pdf_other_text),
        None => ("you", "info-circle", words.pdf_cannot, words.pdf_cannot_text),
    };
    view! { <div class="note" data-who=who><Icon name=icon/><div><b>{title}</b><p>{text}</p></div></div> }.into_any()
}

/// Eight digits at a time, so that eyes can compare them and the line may break.
fn in_groups(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 8);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at % 8 == 0 {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}
