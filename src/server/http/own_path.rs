//! Where an answer may lead: to paths of ours, and nowhere else.

use axum::http::Uri;

use crate::ui::encode_pair;

/// The text, if it is a path of ours and not an address elsewhere (`//evil`, `/\evil`, `https:`).
pub fn own_path(text: &str) -> Option<String> {
    let inside = text.strip_prefix('/')?;
    let outward = inside.starts_with(['/', '\\']) || text.chars().any(char::is_control);
    (!outward).then(|| text.to_owned())
}

/// A page to sign in at, which leads on to `path` afterwards.
pub fn way_in(door: &str, path: &str) -> String {
    let mut query = String::new();
    encode_pair(&mut query, "lanjut", path);
    [door, "?", &query].concat()
}

/// Path and query of an address, without the host.
pub fn path_and_query(uri: &Uri) -> &str {
    uri.path_and_query().map_or("/", |whole| whole.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_ours_are_followed() {
        assert_eq!(own_path("/masuk?x=1").as_deref(), Some("/masuk?x=1"));
        for elsewhere in ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", "/a\r\nSet-Cookie: x=1"] {
            assert_eq!(own_path(elsewhere), None, "{elsewhere:?}");
        }
    }

    #[test]
    fn the_way_back_is_one_value_of_the_query() {
        assert_eq!(way_in("/masuk", "/akun?a=1&b=2"), "/masuk?lanjut=%2Fakun%3Fa%3D1%26b%3D2");
    }
}
