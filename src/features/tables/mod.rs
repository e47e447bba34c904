//! Tables that an office brings in and takes out as a file (CSV or XLSX), whatever they are of: products, books.

#[cfg(feature = "ssr")]
mod csv;
#[cfg(feature = "ssr")]
mod file;
#[cfg(feature = "ssr")]
mod rows;
#[cfg(feature = "ssr")]
mod words;
#[cfg(feature = "ssr")]
mod xlsx;

#[cfg(feature = "ssr")]
pub use csv::read as read_csv;
#[cfg(feature = "ssr")]
pub use file::{FILE, MOST_ROWS, Outside, Sheet, SheetKind, keep, kept, read_file, too_big};
#[cfg(feature = "ssr")]
pub use rows::{Column, Fault, LEFT_OUT, REMARK, REMARK_HEAD, Row, beside_the_heads, column_under, plain, read, remarked};
#[cfg(feature = "ssr")]
pub use words::{EMPTY, FORMULA, HEAD_TWICE, NO_HEADS, UNKNOWN_HEAD, counted, more, remark, rows};
