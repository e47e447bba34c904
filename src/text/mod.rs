//! Every sentence on screen, in both languages.

mod problems;

pub use crate::domain::Lang;
pub use problems::problem_sentence;
