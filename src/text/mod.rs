//! Every sentence on screen. A language is a value of [`Words`]: a missing sentence does not compile.

mod en;
mod id;
mod lang;
mod refusal;
mod words;

pub use lang::Lang;
pub use refusal::refusal_sentence;
pub use words::{FailureWords, LayoutWords, PortalWords, VillageWords, Words};
