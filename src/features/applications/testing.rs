//! What the stories of features above stand on: offices at work, and what their people read of a case.

pub use super::desk::read::case as desk_case;
pub use super::read::{Looking, case as own_case};
pub use super::tests::office::{Desk, HOST, desk};
