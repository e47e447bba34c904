//! The wire between a page and the server. Both sides have the same functions; only this file knows
//! which side it is on.

mod answer;
mod from_json;
mod json;
mod next;
mod percent;
mod read;
mod redraw;
mod visitor;
mod wire_error;

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(feature = "ssr")]
mod server;

#[cfg(not(feature = "ssr"))]
use browser as side;
#[cfg(feature = "ssr")]
use server as side;

pub(super) use answer::Answer;
pub use from_json::from_json;
pub use next::Next;
pub use percent::encode_pair;
pub use read::{Read, read};
pub use redraw::{Redraw, provide_redraw, use_redraw};
pub use side::drawn_for;
pub(super) use side::{Run, SAYS_OVERTAKEN, arrive, ask, on_submit, press, set_status};
pub use visitor::{Visitor, use_visitor, use_words};

/// The header by which a browser asks to be told in words why a record refuses, in this language.
pub const SAY_IN: &str = "say-in";
