//! Keys of an office (UX rule 17): `/` search, `j` and `k` move, `Enter` opens, `a` claims, `r` returns,
//! `v` verifies, `?` shows the list. What a key does stands in the page: the element with `data-key`
//! gets the focus (with `data-press`, its button is pressed), rows with `data-row` are moved through. Single keys can be switched off.

mod hints;

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(feature = "ssr")]
mod server;

#[cfg(not(feature = "ssr"))]
use browser as side;
#[cfg(feature = "ssr")]
use server as side;

pub use hints::KeyHints;
pub use side::along_the_column;
