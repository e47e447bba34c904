//! The books of a library as a file: all of them go out, a file comes in, is looked through, and is written once all
//! of it is right.

mod columns;
mod doors;
mod export;
mod judge;
mod read;
mod words;

#[cfg(test)]
mod tests;

pub use doors::{corrected, exported, import, may_import, receive};
#[cfg(test)]
pub use export::table;
pub use judge::{Judged, NewCopies, NewTitle, Of, isbns, judge};
pub use read::import_page;

use columns::{OUTSIDE, column_of, columns, head_of, typed};
