//! Every change to a person or a right, a file each.

mod activate;
mod appoint;
mod dismiss;
mod edit_profile;
mod first_admin;
mod invent_people;
mod issue_code;
mod new_code;
mod open_enrolment;
mod print_slip;
mod register;
mod set_password;
mod use_factor;

pub use activate::Activate;
pub use appoint::Appoint;
pub use dismiss::Dismiss;
pub use edit_profile::EditProfile;
pub use first_admin::FirstAdmin;
pub use invent_people::{InventPeople, Invented};
pub use issue_code::{IssueCode, Lost};
pub use new_code::spell;
pub use open_enrolment::OpenEnrolment;
pub use print_slip::PrintSlip;
pub use register::Register;
pub use set_password::SetPassword;
pub use use_factor::{ShowFactor, SignIn};
