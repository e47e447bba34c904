//! The story of a shop of Tamansari, refusals first, on both databases.

mod helpers;
mod isolation;
mod photos;
mod story;
