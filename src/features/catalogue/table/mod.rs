//! Many products at once: the table that an office takes out and brings in as a file, and the one that it
//! edits in place.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod columns;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod export;
#[cfg(feature = "ssr")]
mod grid;
#[cfg(feature = "ssr")]
mod judge;
#[cfg(feature = "ssr")]
mod read;
#[cfg(test)]
mod tests;
#[cfg(feature = "ssr")]
mod words;

pub use api::{ReadImport, ReadTable, WriteImport, WriteTable};
pub use views::{ChangedRow, DraftView, ImportView, TableRow, TableView, WrongRow};

#[cfg(feature = "ssr")]
pub use doors::{corrected, exported, may_import, receive};
#[cfg(feature = "ssr")]
pub use grid::{GRID, Typed, altered};
#[cfg(feature = "ssr")]
pub use judge::{Judged, judge};
