//! The page of a camat. Indonesian only.

mod month;

pub use month::CopiesPage;
