//! From records to the pages of the desk.

mod certificates;
mod figures;
mod form;
mod list;
mod sign_list;
mod training;
mod wall;

pub use certificates::certificates;
pub use figures::Outcome;
pub use form::{change_form, new_form};
pub use list::trainings;
pub use sign_list::sign_list;
pub use training::{Asked, training};
pub use wall::wall;
