use leptos::prelude::*;

use super::FormState;
use super::field::{around, bad, described_by};

/// Several lines. The only place that writes a `<textarea>`, with `inner_html`:
/// leptos 0.8 does not escape a textarea's children (fixed in 0.9), so the text is escaped here.
#[component]
pub fn TextArea(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    #[prop(optional, into)] value: String,
) -> AnyView {
    let state = expect_context::<FormState>();
    state.know(&name, &label);
    let wrong = bad(state, &name);
    let described = described_by(&name, hint.is_some());
    let text = escaped(&state.begin(&name, value));
    view! {
        <div class="field" data-bad=wrong>
            <label for=name.clone()>{label}</label>
            {around(state, &name, hint)}
            <textarea
                class="box"
                id=name.clone()
                name=name.clone()
                rows="4"
                aria-describedby=described
                aria-invalid=wrong
                inner_html=text
            ></textarea>
        </div>
    }
    .into_any()
}

/// A line feed right after the tag would be dropped by the parser, so one is put before.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 1);
    if text.starts_with('\n') {
        html.push('\n');
    }
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            _ => html.push(letter),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn no_text_closes_the_textarea() {
        assert_eq!(escaped("</textarea><script>alert(1)</script>&amp;"), "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;");
    }
}
