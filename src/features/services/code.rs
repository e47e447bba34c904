use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The short name of a service, as it stands in addresses and records: `sku`, `pindah`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ServiceCode(String);

/// Not 2 to 12 small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAServiceCode;

impl fmt::Display for NotAServiceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the code of a service")
    }
}

impl ServiceCode {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ServiceCode {
    type Err = NotAServiceCode;

    fn from_str(text: &str) -> Result<Self, NotAServiceCode> {
        let right = (2..=12).contains(&text.len()) && text.bytes().all(|letter| letter.is_ascii_lowercase());
        if right { Ok(Self(text.to_owned())) } else { Err(NotAServiceCode) }
    }
}

impl TryFrom<String> for ServiceCode {
    type Error = NotAServiceCode;

    fn try_from(text: String) -> Result<Self, NotAServiceCode> {
        text.parse()
    }
}

impl From<ServiceCode> for String {
    fn from(code: ServiceCode) -> Self {
        code.0
    }
}

impl fmt::Display for ServiceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_paths_and_endless_texts_are_no_code() {
        for wrong in ["", "s", "SKU", "../sku", "sku ", "sku.json", "pernyataanmiskin", "sk😀"] {
            assert_eq!(wrong.parse::<ServiceCode>(), Err(NotAServiceCode), "{wrong}");
        }
        assert_eq!("ktpproses".parse::<ServiceCode>().map(|code| code.to_string()), Ok("ktpproses".to_owned()));
    }
}
