//! From records to what the screens of the desk are given.

mod club;
mod counter;
mod interloans;
mod print;
mod reader;
mod readers;
mod rules;
mod sheets;
mod stocktake;
mod title;
mod titles;
mod waiting;

pub use club::club;
pub use counter::counter;
pub use interloans::interloans;
pub use print::{card, labels};
pub use reader::reader;
pub use readers::readers;
pub use rules::rules;
pub use sheets::sheets;
pub use stocktake::{Read, stocktake, stocktake_result};
pub use title::{correction, new_title, title};
pub use titles::titles;

/// What the address says of the act before.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said<'a> {
    /// A word of a list.
    pub result: &'a str,
    /// Of a copy that came back.
    pub days_late: i32,
}
