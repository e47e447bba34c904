//! One description of a form, checked on both sides.

mod problems;

pub use problems::{Problem, ProblemCode, Problems};
