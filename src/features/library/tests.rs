//! The story of the library, on both databases.

mod circulation;
mod club;
mod covers;
mod desk;
mod fetching;
mod files;
mod helpers;
mod interloans;
mod isolation;
mod queue;
mod reading;
mod reminders;
mod stocktake;
mod table;
mod titles;
