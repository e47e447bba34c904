//! The ways in. Each ends in a session, and each is as strong as the others for what it opens: a code
//! or a password opens what is a resident's own, only password and second factor open an office.

mod enrol;
mod hat;
mod resident;
mod staff;
mod step_up;

pub use enrol::{activate, open_enrolment};
pub use hat::{Hats, hats, take_hat};
pub use resident::{ask_code, enter_code, with_password};
pub use staff::staff_sign_in;
pub use step_up::step_up;
