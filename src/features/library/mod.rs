//! The library: 217 corners that lend to whoever reads, and one catalogue of them all.

pub mod office;
pub mod own;
pub mod public;
mod title;

#[cfg(feature = "ssr")]
pub mod acts;
#[cfg(feature = "ssr")]
mod book_file;
#[cfg(feature = "ssr")]
mod club;
#[cfg(feature = "ssr")]
mod copy;
#[cfg(feature = "ssr")]
mod counters;
#[cfg(feature = "ssr")]
mod cover;
#[cfg(feature = "ssr")]
pub mod demo;
#[cfg(feature = "ssr")]
mod entity;
#[cfg(feature = "ssr")]
mod housekeeping;
#[cfg(feature = "ssr")]
mod interloan;
#[cfg(feature = "ssr")]
pub mod label;
#[cfg(feature = "ssr")]
mod loan;
#[cfg(feature = "ssr")]
mod opening;
#[cfg(feature = "ssr")]
mod policy;
#[cfg(feature = "ssr")]
mod practice;
#[cfg(feature = "ssr")]
mod reader;
#[cfg(feature = "ssr")]
mod reservation;
#[cfg(feature = "ssr")]
mod rules;
#[cfg(feature = "ssr")]
mod serving;
#[cfg(feature = "ssr")]
pub mod sheets;
#[cfg(feature = "ssr")]
mod stocktake;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
pub mod table;
#[cfg(test)]
mod tests;

#[cfg(feature = "ssr")]
pub use book_file::{BookFile, Licence, may_add_file, must_be_a_book, public_book, said_of_file};
#[cfg(feature = "ssr")]
pub use club::{Meeting, Member};
#[cfg(feature = "ssr")]
pub use copy::{Copy, CopyPlace, Gone, Guest};
#[cfg(feature = "ssr")]
pub use counters::counts_of_office;
#[cfg(feature = "ssr")]
pub use cover::{Cover, cover_picture, may_keep_cover, page_of_cover, public_cover};
#[cfg(feature = "ssr")]
pub use housekeeping::remind_readers;
#[cfg(feature = "ssr")]
pub use interloan::{Interloan, Stage, Traveller};
#[cfg(feature = "ssr")]
pub use loan::Loan;
#[cfg(feature = "ssr")]
pub use practice::practice_shelf;
#[cfg(feature = "ssr")]
pub use public::paths_of_titles;
#[cfg(feature = "ssr")]
pub use reader::{Reader, Who};
#[cfg(feature = "ssr")]
pub use reservation::{Reservation, Turn};
#[cfg(feature = "ssr")]
pub use rules::Rules;
#[cfg(feature = "ssr")]
pub use serving::serve;
#[cfg(feature = "ssr")]
pub use stocktake::{Progress, Stocktake};
#[cfg(feature = "ssr")]
pub use store::{loans_since, stock};
pub use title::{Age, Class, Language, Title};
