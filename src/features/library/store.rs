//! The library in the database. Every function begins at a scope; rows stay inside.

mod clubs;
mod copies;
mod covers;
mod files;
mod finding;
mod holdings;
mod interloans;
mod library;
mod loans;
mod queue;
mod readers;
mod reminders;
mod shelves;
mod stocktakes;
mod text;
mod titles;
mod visits;

pub use clubs::{
    add_meeting, add_member, cancel_meeting, count_members, follow_reader, has_club, is_member, meeting, meetings, member, members,
    own_memberships, remove_member, save_reading,
};
pub use copies::{
    add_copies, copies, copies_aside, copies_labelled, copies_of, copy, copy_held, copy_labelled, count_aside, free_copy, guest_before,
    guests, save_copy,
};
pub use covers::{cover_of, covers_of, remove_cover, save_cover};
pub use files::{add_file, book_file, files_of, public_file, public_files_of, remove_file};
pub use finding::{Found, Place, SCREEN, Wanted, find, newest};
pub use holdings::{Corner, Holding, corner_held, holding_at, holdings_elsewhere, holdings_here, holdings_of, settle, stock};
pub use interloans::{
    Request, Side, add_request, asks, awaited_by, coming, interloan, interloan_of, interloans, own_requests, request, requests,
    save_interloan,
};
pub use library::{Library, begin, library, library_held, number_cards, number_copies, rules_of, save_rules};
pub use loans::{Lent, add_loan, late_ones, loan, loans_of, loans_since, open_loans_of, own_loans, save_loan, title_with_reader};
pub use queue::{
    add_reservation, next_in_line, open_reservations, own_reservations, reservation, reservation_of, reservations, save_reservation,
    waits_for,
};
pub use readers::{
    Which, add_reader, children_of, own_readers, reader, reader_held, reader_of_account, reader_with_card, readers, readers_with_cards,
    save_reader,
};
pub use reminders::{Reminder, tell_of_loans, told_of};
pub use shelves::{Shelves, hold_corners, shelves};
pub use stocktakes::{
    ShelfPlace, add_counted, add_stray, begin_stocktake, counted_among, open_stocktake, past_stocktakes, progress, save_stocktake,
    seen_elsewhere, stocktake, stocktake_held, stocktake_shared, stray_known, strays, unseen,
};
pub use titles::{Known, add_title, public_title, save_title, title, title_held, title_with_isbn, titles_in, titles_of};
pub use visits::{count_visitors, visitors};

use crate::access::Refusal;
use crate::domain::Day;
use crate::server::incident;

/// No list is longer than this.
pub const PAGE: u64 = 50;

fn broken(what: &'static str) -> Refusal {
    incident::report(what, &"library")
}

fn day_of(number: i64) -> Result<Day, Refusal> {
    i32::try_from(number).map(Day::from_number).map_err(|_| broken("a day is none"))
}

fn count_of(number: i64) -> Result<u32, Refusal> {
    u32::try_from(number).map_err(|_| broken("a count is none"))
}
