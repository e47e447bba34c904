//! One description of a form, checked on both sides.
//!
//! A [`Schema`] is data: steps of questions with kinds and conditions. [`Answers`] are what was typed,
//! valid or not. [`check`] makes [`Parsed`] of them, or [`Problems`]; the same code in the browser and,
//! always, on the server. [`FormView`] is what the page of one step is given. Small forms are Rust
//! structs and share [`read`] and [`Checks`].

mod answers;
mod asked;
mod check;
mod given;
mod posted;
mod problem_wire;
mod problems;
pub mod read;
mod rule;
mod schema;
mod small;
pub mod sound;
mod steps;
mod summary;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod urlencoded;
mod value;
mod view;
mod worked_out;

pub use answers::Answers;
pub use asked::{Asked, asked};
pub use check::{Part, check};
pub use given::{FACTS, Given};
pub use posted::Posted;
pub use problems::{Card, Problem, ProblemCode, Problems};
pub use rule::Rule;
pub use schema::{Choice, DATE_PARTS, Field, FieldKind, Objection, Schema, Step};
pub use small::Checks;
pub use steps::{StepState, StepView, first_step_with_a_problem, progress, step_after, step_before, step_of, visible_steps};
pub use summary::{Line, Sight, summary};
pub use urlencoded::pairs as form_pairs;
pub use value::{ELSEWHERE, Parsed, Region, Value};
pub use view::{FormView, Show};
pub use worked_out::{WORKED_OUT, worked_out};
