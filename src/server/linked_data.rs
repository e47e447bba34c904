//! JSON-LD in a page. A block of data is no script, so the content policy asks for no nonce; but it stands in a
//! script element, which no text of it may close.

use serde_json::Value;

/// Without `<` no text ends the element, or begins a comment in it.
pub fn written(data: &Value) -> String {
    data.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn no_text_ends_the_element_and_all_of_it_reads_back() {
        let data = json!({ "name": "</script><script>alert(1)</script><!-- & \"" });
        let text = written(&data);
        assert!(!text.contains('<'), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(data));
    }
}
