//! The desk as finished HTML. Its forms are ordinary ones, so the browser gets no code for any of it.

pub mod attendance;
pub mod certificates;
pub mod form;
pub mod list;
pub mod material;
pub mod outcome;
pub mod people;
pub mod sign_list;
pub mod training;
pub mod wall;
