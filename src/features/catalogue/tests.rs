//! The story of a shop of Tamansari, refusals first, on both databases.

mod clicks;
mod helpers;
mod isolation;
mod story;
