//! Every sentence on screen. A language is a value of [`Words`]: a missing sentence does not compile.

mod account;
mod en;
mod id;
mod lang;
mod problems;
mod refusal;
mod words;

pub use crate::domain::Lang;
pub use account::AccountWords;
pub use problems::problem_sentence;
pub use refusal::refusal_sentence;
pub use words::{FailureWords, FormWords, LayoutWords, PortalWords, VillageWords, Words};
