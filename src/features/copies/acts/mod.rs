//! What can be done to a notice: it comes, and is marked.

mod keep_copy;

pub use keep_copy::KeepCopy;
