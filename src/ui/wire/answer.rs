use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use super::from_json;
use crate::access::Refusal;

/// What a read gave, as one text: the JSON of the view, or a `!` and the JSON of the refusal. One
/// type for every page, so that the browser carries the machinery of waiting once, not per view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer(String);

impl Answer {
    /// `view`: its JSON.
    pub fn given(view: String) -> Self {
        Self(view)
    }

    /// `refusal`: its JSON.
    pub fn refused(refusal: &str) -> Self {
        Self(["!", refusal].concat())
    }

    /// # Errors
    /// The refusal; `Busy` when the text is no answer of ours (a proxy's error page, a cut line).
    pub fn view(&self) -> Result<&str, Refusal> {
        match self.0.strip_prefix('!') {
            Some(refusal) => Err(from_json(refusal).unwrap_or(Refusal::Busy)),
            None => Ok(&self.0),
        }
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Answer {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}
