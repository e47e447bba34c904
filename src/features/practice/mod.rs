//! The practice office: every office once more, in a database of its own that is thrown away, with invented people in it.
//! Staff try there what they are taught; what they have done counts, and nothing else of it leaves.

mod crew;
mod place;
#[cfg(test)]
mod tests;

pub use place::Practice;
