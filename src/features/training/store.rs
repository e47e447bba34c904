//! Trainings in the database. Every function begins at a scope; rows stay inside.

mod body;
mod line;
mod material;
mod notices;
mod participants;
mod told;
mod trainings;

pub use line::{leave_turn, line, take_turn};
pub use material::{add_material, material, materials, remove_material};
pub use notices::{Posted, announce, due, enrolled_here, notice, notices, posted, running_on};
pub use participants::{
    Mark, accounts_seated, add_enrolment, enrolment, enrolments, enrolments_of, is_known, mark_of_guest, mark_of_resident, own_enrolment,
    own_enrolments, own_place, own_place_in, save_enrolment, trained_since,
};
pub use told::{moved_up, note_moved, note_reminder, was_reminded};
pub use trainings::{add_training, save_training, training, training_held, training_shared, trainings};

use crate::access::Refusal;
use crate::server::incident;

/// No list of trainings is longer than this.
pub const PAGE: u64 = 50;

fn broken(what: &'static str) -> Refusal {
    incident::report(what, &"training")
}

fn count_of(number: i64) -> Result<u32, Refusal> {
    u32::try_from(number).map_err(|_| broken("a count is none"))
}
