use serde::{Deserialize, Serialize};

use crate::forms::ProblemCode;

/// Longest address, in bytes.
const LONGEST: usize = 300;

/// The address of a page somewhere: `https://`, a host, and nothing that could leave an attribute or a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Link(String);

impl Link {
    /// # Errors
    /// `NotALink`.
    pub fn parse(typed: &str) -> Result<Self, ProblemCode> {
        let typed = typed.trim();
        let host = typed.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
        let plain = typed.len() <= LONGEST && typed.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'<>\\`{}|^".contains(&byte));
        let named = host.contains('.') && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
        if plain && named { Ok(Self(typed.to_owned())) } else { Err(ProblemCode::NotALink) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where it leads: what a reader looks at before they follow it.
    pub fn host(&self) -> &str {
        self.0.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default()
    }
}

impl From<Link> for String {
    fn from(link: Link) -> Self {
        link.0
    }
}

impl TryFrom<String> for Link {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|_| "not an address")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_address_of_a_page_is_a_link() {
        let long = ["https://desa.id/", &"a".repeat(LONGEST)].concat();
        for wrong in [
            "",
            "desa.id",
            "http://desa.id",
            "javascript:alert(1)",
            "https://desa",
            "https://desa.id@jahat.example/",
            "https://a.id/\"",
            &long,
        ] {
            assert_eq!(Link::parse(wrong), Err(ProblemCode::NotALink), "{wrong}");
        }
        let link = Link::parse(" https://materi.example.id/foto?v=2 ").expect("a link");
        assert_eq!((link.as_str(), link.host()), ("https://materi.example.id/foto?v=2", "materi.example.id"));
    }
}
