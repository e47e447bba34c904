use leptos::prelude::*;

use super::side;
use crate::access::Role;
use crate::text::{Lang, Words};

/// What every page may know about who is looking. It is the same in the server's HTML and in the
/// browser, which reads it from the attributes of `<html>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visitor {
    pub lang: Lang,
    pub role: Role,
    /// *Hemat data*: no browser code, small pictures.
    pub saver: bool,
}

/// The visitor of this page.
pub fn use_visitor() -> Visitor {
    use_context::<Visitor>().unwrap_or_else(side::visitor)
}

/// The words of this page's language.
pub fn use_words() -> Words {
    use_visitor().lang.words()
}
