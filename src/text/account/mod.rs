//! The words of accounts, in each language.

pub mod en;
pub mod id;
mod words;

pub use words::AccountWords;
