//! The only part of this feature that knows its tables. They belong to no office, so nothing narrows
//! them: each function asks for one person, one unit, or one code.

mod codes;
mod homes;
mod people;
mod rights;
mod sealed;
mod slips;

pub use codes::{add_code, code_to_hand_over, enrolment_of, open_code, opened_enrolment, read_enrolment, use_code};
pub use homes::{home_offices, link_resident};
pub use people::{By, add, anybody, enrol, find, names, phone_mark_of, read, set_password, set_profile, staff_name_is_free, take_step};
pub use rights::{add_right, end_right, reviewers, right, rights, rights_of, staff, staffed_offices, workers};
pub use sealed::{failures_of, phone_index};
pub use slips::{add_slip, slip_to_print};
